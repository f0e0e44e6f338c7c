/** Plants contradictions in pages that have none: a name with a wrong character, another title, another figure. */

import { soundAlike } from "../../server/core/house/sounds.ts";
import { toPageSpans } from "../../server/core/layout/joined.ts";
import { articleBlocks } from "../../server/core/numbers/sums/disagreements.ts";
import type { Analysis } from "../../server/core/page/analysis.ts";
import type { Mention } from "../../server/core/page/mention.ts";
import { MISTAKEN_BY_SHAPE } from "../../server/core/tables/characters.ts";
import type { Span } from "../../server/core/text/text.ts";

/** A page with one fault. */
export interface PlantedFault {
  /** What kind of fault: `person by sound`. */
  readonly kind: string;
  readonly text: string;
  /** Where the fault is on the page. */
  readonly at: Span;
  /** What stands there, for who reads the report. */
  readonly words: string;
}

/** Characters of given names, among which a wrong one is looked for. */
const GIVEN = [
  ..."建国志强永红秀兰玉梅晓东海涛文博俊杰丽华春生德明世平立新家宝广田长林兴旺安民思远雨桐嘉欣子轩一鸣慧敏丹青亮圆娟庆卫守业勤学知秋向阳望舒静怡若水磊洁勇鹏霞军燕斌超伟芳娜英艳刚桂萍辉玲飞鑫波宁婷倩琳浩宇峰云龙佳颖莹雪琴素珍瑞祥福贵财根柱山川源泽恒毅诚信义礼智仁忠孝",
];

/** Every fault that can be planted in a page, given what it names. */
export function* plantedFaults(analysis: Analysis, mentions: readonly Mention[]): Generator<PlantedFault> {
  yield* misspelt(analysis, mentions);
  yield* apartFromText(analysis, mentions);
  yield* wrongFigures(analysis, mentions);
  yield* wrongTitles(analysis, mentions);
}

/** Names of an article that it has three times or more, one of them with a wrong character. */
function* misspelt(analysis: Analysis, mentions: readonly Mention[]): Generator<PlantedFault> {
  for (const { blocks } of articleBlocks(analysis.articles)) {
    const own = mentions.filter(({ block, type }) => blocks.includes(block) && NAMED.has(type));
    for (const mention of own) {
      const name = mention.text;
      const same = own.filter(({ type, text }) => type === mention.type && text === name);
      if (same.length < 3 || name.length < 2 || !/^\p{Script=Han}+$/u.test(name)) continue;
      for (const { how, at, char } of slipsOf(mention)) yield* planted(analysis, mention, { how, at, char });
    }
  }
}

/** Names of headings and captions that the text has too, their characters changed about, one left out or another. */
function* apartFromText(analysis: Analysis, mentions: readonly Mention[]): Generator<PlantedFault> {
  for (const { heading, blocks } of articleBlocks(analysis.articles)) {
    const partOf = (block: number): string =>
      heading.has(block) ? "heading" : analysis.roles[block] === "caption" ? "caption" : "text";
    const own = mentions.filter(({ block }) => blocks.includes(block));
    for (const mention of own) {
      const { text: name, type, start, block } = mention;
      const part = partOf(block);
      const inText = own.some((other) => other.type === type && other.text === name && partOf(other.block) === "text");
      if (part === "text" || !inText || name.length < 3 || !/^\p{Script=Han}{3,4}$/u.test(name)) continue;
      if (type === "PER") {
        const [a, b] = [name.charAt(1), name.charAt(2)];
        const change = { at: 1, remove: 2, insert: b + a };
        if (a !== b) yield* changed(analysis, mention, `${part}, a person's characters changed about`, change);
        yield* changed(analysis, mention, `${part}, a person's character left out`, { at: 1, remove: 1, insert: "" });
      }
      const at = type === "PER" ? 2 : type === "LOC" && /[县区镇乡村市]$/u.test(name) ? name.length - 2 : -1;
      const insert = GIVEN[(start * 7 + block) % GIVEN.length] ?? "";
      if (at >= 0 && insert !== name.charAt(at))
        yield* changed(analysis, mention, `${part}, a ${WORDS[type]}'s character by chance`, { at, remove: 1, insert });
    }
  }
}

/** Figures of headings that the text has too, two digits changed about or one another. */
function* wrongFigures(analysis: Analysis, mentions: readonly Mention[]): Generator<PlantedFault> {
  for (const { heading, blocks } of articleBlocks(analysis.articles)) {
    const figures = mentions.filter(({ type, block }) => type === "QTY" && blocks.includes(block));
    for (const mention of figures.filter(({ block }) => heading.has(block))) {
      const digits = /^\d+(?:\.\d+)?/.exec(mention.text)?.[0] ?? "";
      const inText = figures.some(({ text, block }) => !heading.has(block) && text === mention.text);
      if (digits.replace(".", "").length < 2 || !inText) continue;
      const at = [...digits].findIndex((digit, i) => /\d\d/.test(digits.slice(i, i + 2)) && digit !== digits[i + 1]);
      const swapped = digits.charAt(at + 1) + digits.charAt(at);
      if (at >= 0 && swapped[0] !== "0")
        yield* changed(analysis, mention, "heading, digits changed about", { at, remove: 2, insert: swapped });
      const [last, other] = [digits.length - 1, String(((Number(digits.at(-1)) + 3) % 9) + 1)];
      if (other !== digits[last])
        yield* changed(analysis, mention, "heading, another digit", { at: last, remove: 1, insert: other });
    }
  }
}

/** A second mention of somebody who has an office, with another one before it: of another rank, of another level. */
function* wrongTitles(analysis: Analysis, mentions: readonly Mention[]): Generator<PlantedFault> {
  for (const { heading, blocks } of articleBlocks(analysis.articles)) {
    const own = mentions.filter(({ type, block }) => type === "PER" && blocks.includes(block));
    for (const mention of own.filter(({ role, block }) => role === undefined && !heading.has(block))) {
      const role = own.find((other) => other.entity === mention.entity && other.role !== undefined)?.role;
      const office = /[\p{Script=Han}]{2,}[局厅处院校所科县市乡镇区村部委][长记]$|书记$/u.exec(role ?? "")?.[0];
      if (role === undefined || office === undefined || /[、原前代]/u.test(role)) continue;
      const rank = /副/u.test(role) ? role.replace("副", "") : role.replace(/(?=.长$|书记$)/u, "副");
      yield* changed(analysis, mention, "title, another rank", { at: 0, remove: 0, insert: rank });
      const level = role.replace(/^[县市省]|(?<=^.{2,3})[县市](?=.+[局委])/u, (one) => (one === "县" ? "市" : "县"));
      if (level !== role)
        yield* changed(analysis, mention, "title, of another level", { at: 0, remove: 0, insert: level });
    }
  }
}

/** What is done to a mention: characters taken out of it, and others put in their place. */
interface Replacement {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

function* changed(
  { text, texts }: Analysis,
  { block, start, text: words }: Mention,
  kind: string,
  { at, remove, insert }: Replacement,
): Generator<PlantedFault> {
  const home = texts[block];
  const spans = home ? toPageSpans(text, home, start + at, start + at + Math.max(1, remove)) : [];
  const [span, ...more] = spans;
  // A line end or blank inside is left out, so that what stands there is told by its rule alone.
  if (!span || more.length > 0) return;
  const end = remove === 0 ? span.start : span.end;
  yield {
    kind,
    text: text.slice(0, span.start) + insert + text.slice(end),
    at: { start: span.start, end: span.start + insert.length },
    words: `${words} → ${words.slice(0, at)}${insert}${words.slice(at + remove)}`,
  };
}

const NAMED: ReadonlySet<string> = new Set(["PER", "LOC", "ORG"]);
const WORDS: Readonly<Record<string, string>> = { PER: "person", LOC: "place", ORG: "body" };

interface Change {
  readonly how: string;
  readonly at: number;
  readonly char: string;
}

function* slipsOf({ text, type, start }: Mention): Generator<Change> {
  const from = type === "PER" ? 1 : 0;
  const last = type === "PER" ? text.length : text.length - 1;
  for (let at = from; at < last; at += 1) {
    const own = text.charAt(at);
    const written = (char: string): string => text.slice(0, at) + char + text.slice(at + 1);
    const others = GIVEN.filter((char) => char !== own);
    const sound = others.filter((char) => soundAlike(written(char), text));
    const shape = [...(MISTAKEN_BY_SHAPE.get(own) ?? "")].filter((char) => char !== own);
    const none = type === "PER" ? others : [];
    // Which of them is chosen hangs on the place, so that it is not always the same.
    for (const [how, chars] of [
      ["by sound", sound],
      ["by shape", shape],
      ["by chance", none],
    ] as const) {
      const char = chars[(start + at) % Math.max(1, chars.length)];
      if (char !== undefined) yield { how, at, char };
    }
  }
}

function* planted({ text, texts }: Analysis, { block, start, type, text: name }: Mention, { how, at, char }: Change) {
  const home = texts[block];
  const [span] = home ? toPageSpans(text, home, start + at, start + at + 1) : [];
  if (!span) return;
  const words = name.slice(0, at) + char + name.slice(at + 1);
  yield {
    kind: `${WORDS[type]}${type === "PER" && name.length === 2 ? " of two characters" : ""}, ${how}`,
    text: text.slice(0, span.start) + char + text.slice(span.end),
    at: span,
    words: `${name} → ${words}`,
  };
}
