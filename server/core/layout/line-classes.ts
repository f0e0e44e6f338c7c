/** The classes of a line by how it opens and how it ends; the layout's weights have a row for each. */

/** How a line ends; the index into the tables of `weights.ts`. */
export const END = {
  stop: 0,
  quotedStop: 1,
  comma: 2,
  semicolon: 3,
  colon: 4,
  bracket: 5,
  quote: 6,
  dash: 7,
  numeral: 8,
  opening: 9,
  han: 10,
  signature: 11,
  photographer: 12,
  label: 13,
  address: 14,
} as const;
export type End = (typeof END)[keyof typeof END];

/** How a line opens. */
export const HEAD = {
  han: 0,
  opening: 1,
  numeral: 2,
  dash: 3,
  closing: 4,
  bullet: 5,
  lead: 6,
  caption: 7,
  byline: 8,
  credit: 9,
  bracket: 10,
  note: 11,
  jump: 12,
  ellipsis: 13,
  folio: 14,
  footnote: 15,
  item: 16,
  label: 17,
  numbered: 18,
  resumed: 19,
} as const;
export type Head = (typeof HEAD)[keyof typeof HEAD];

/** Heads of the items of a list: ●, 1., （一）, 10:30-11:30, 地点：, 注：, 5 体质健康测试通知. */
export const ITEM_HEADS: ReadonlySet<Head> = new Set([
  HEAD.bullet,
  HEAD.item,
  HEAD.label,
  HEAD.footnote,
  HEAD.numbered,
]);

/**
 * Heads of lines that stand wherever the page has room: folios, credits, jump lines, captions, items of lists. Such a line
 * may interrupt a paragraph however wide it is, and is never a part of the one that is interrupted.
 */
export const FREESTANDING_HEADS: ReadonlySet<Head> = new Set([
  HEAD.folio,
  HEAD.credit,
  HEAD.jump,
  HEAD.caption,
  ...ITEM_HEADS,
]);
