/** What a pointer finds something out about: finer than a list of mentions in places, coarser in ranges of dates. */

import type { NumericMention } from "../../numbers/index.ts";
import type { Mention } from "../../page/mention.ts";
import { type Gazetteer, type Home, pathOf } from "../../places/gazetteer.ts";
import { linksOf, SETTLEMENT } from "../../places/named-unit.ts";
import type { Span } from "../../text/text.ts";

/**
 * The mentions of a page as a hover takes them: each link of a chain of places by itself (云溪县|柳河镇|北桥社区), a range of
 * two dates as one, words that no list holds (目前, 夏季, 六大), and a place no longer where it begins a term (云溪|精神).
 * `blocks` have the numbers with ranges whole and vague words kept.
 */
export function hoverableOf(
  mentions: readonly Mention[],
  blocks: readonly { readonly numeric: readonly NumericMention[] }[],
  gazetteer: Gazetteer,
  home: Home,
): Mention[] {
  const byBlock: Mention[][] = blocks.map(() => []);
  for (const mention of mentions) byBlock[mention.block]?.push(mention);
  return blocks.flatMap(({ numeric }, block) => {
    const own = byBlock[block] ?? [];
    const terms = own.filter(({ type, text }) => type === "TERM" && text.endsWith("精神"));
    const kept = own.filter((mention) => !(mention.type === "LOC" && terms.some((term) => begins(mention, term))));
    const ranges = numeric.filter(({ parts }) => parts?.every((part) => own.some((one) => one.start === part.start)));
    const vague = numeric.filter((word) => word.vague && !own.some((other) => overlap(word, other)));
    const found = [
      ...kept
        .filter((mention) => !ranges.some((range) => range.start <= mention.start && range.end >= mention.end))
        .flatMap((mention) => (mention.type === "LOC" ? linksOfPlace(mention, gazetteer, home) : [mention])),
      ...[...ranges, ...vague].map((number) => ({ ...number, block })),
    ];
    return found.sort((a, b) => a.start - b.start || b.end - a.end);
  });
}

function begins(name: Span, term: Span): boolean {
  return name.start === term.start && name.end < term.end;
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The links of a chain of places; the mention itself where it is none, or ends in more than a settlement. */
function linksOfPlace(mention: Mention, gazetteer: Gazetteer, home: Home): Mention[] {
  const { start, text, type, block } = mention;
  if (text.length < 5 || gazetteer.kindOf(text) !== undefined) return [mention];
  const county = mention.code?.slice(0, 6) ?? "";
  const links = linksOf(text, gazetteer, county ? { ...home, county } : home);
  const end = links.at(-1)?.end ?? 0;
  const rest = text.slice(end);
  if (links.length + (rest ? 1 : 0) < 2 || !(rest === "" || SETTLEMENT.test(rest))) return [mention];
  const parts: Mention[] = links.map(({ unit, end: to }, i) => {
    const from = links[i - 1]?.end ?? 0;
    const entity = pathOf(unit)
      .map(({ name }) => name)
      .join("");
    const own = { start: start + from, end: start + to, type, block, text: text.slice(from, to), entity };
    return unit.code ? { ...own, code: unit.code } : own;
  });
  if (rest) parts.push({ ...mention, start: start + end, text: rest });
  return parts;
}
