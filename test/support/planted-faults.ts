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
