/** The mentions of a page as a hover takes them: finer than a list of mentions in places, coarser in ranges of dates. */

import type { NumericMention } from "../../numbers/index.ts";
import type { Mention } from "../../page/mention.ts";
import { pathName } from "../../places/admin-units.ts";
import type { PlaceContext } from "../../places/home.ts";
import { chainLinks, SETTLEMENT } from "../../places/place-chain.ts";
import type { Span } from "../../text/text.ts";
import { overlap } from "../page/block-contents.ts";

/**
 * The mentions that a hover takes, from those of a list: each link of a chain of places by itself (云溪县|柳河镇|北桥社区), a
 * range of two dates as one, words that no list holds (目前, 夏季, 六大), and no place that begins a term (云溪|精神).
 */
export function hoverMentionsOf(
  mentions: readonly Mention[],
  blocks: readonly { readonly hoverNumbers: readonly NumericMention[] }[],
  context: PlaceContext,
): Mention[] {
  const byBlock: Mention[][] = blocks.map(() => []);
  for (const mention of mentions) byBlock[mention.block]?.push(mention);
  return blocks.flatMap(({ hoverNumbers }, block) => {
    const own = byBlock[block] ?? [];
    const spirits = own.filter(({ type, text }) => type === "TERM" && text.endsWith("精神"));
    // “9·11” is a catchword, of which its day tells more.
    const called = own.filter(({ type, start, end }) =>
      hoverNumbers.some((day) => type === "TERM" && day.vague && day.start === start && day.end === end),
    );
    const kept = own.filter(
      (mention) =>
        !called.includes(mention) && !(mention.type === "LOC" && spirits.some((term) => begins(mention, term))),
    );
    const ranges = hoverNumbers.filter(({ parts }) =>
      parts?.every((part) => own.some((one) => one.start === part.start)),
    );
    const vague = hoverNumbers.filter((word) => word.vague && !kept.some((other) => overlap(word, other)));
    const found = [
      ...kept
        .filter((mention) => !ranges.some((range) => range.start <= mention.start && range.end >= mention.end))
        .flatMap((mention) => (mention.type === "LOC" ? mentionsOfLinks(mention, context) : [mention])),
      ...[...ranges, ...vague].map((number) => ({ ...number, block })),
    ];
    return found.sort((a, b) => a.start - b.start || b.end - a.end);
  });
}

function begins(name: Span, term: Span): boolean {
  return name.start === term.start && name.end < term.end;
}

/** A mention for each link of a chain of places; the mention itself where it is no chain, or ends in more than a settlement. */
function mentionsOfLinks(mention: Mention, { gazetteer, home }: PlaceContext): Mention[] {
  const { start, text, type, block } = mention;
  if (text.length < SHORTEST_CHAIN || gazetteer.kindOf(text) !== undefined) return [mention];
  const county = mention.code?.slice(0, 6) ?? home.county;
  const links = chainLinks(text, { gazetteer, home: { ...home, county } });
  const end = links.at(-1)?.end ?? 0;
  const rest = text.slice(end);
  if (links.length + (rest ? 1 : 0) < 2 || !(rest === "" || SETTLEMENT.test(rest))) return [mention];
  const parts: Mention[] = links.map(({ unit, end: to }, i) => {
    const from = links[i - 1]?.end ?? 0;
    const entity = pathName(unit);
    const own = { start: start + from, end: start + to, type, block, text: text.slice(from, to), entity };
    return unit.code ? { ...own, code: unit.code } : own;
  });
  if (rest) parts.push({ ...mention, start: start + end, text: rest });
  return parts;
}

/** Two names of two characters and a kind: 云溪|柳河镇. */
const SHORTEST_CHAIN = 5;
