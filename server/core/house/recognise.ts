/** Puts the house's lexicon over what was recognised on a page: its names are found, and named, as the house has them. */

import type { Mention, TextMention } from "../page/mention.ts";
import type { Span } from "../text/text.ts";
import { type Entry, formAt, type Lexicon } from "./index.ts";
import { type Meant, meantOn } from "./meant.ts";

/** The offsets in a text at which words begin and end. */
export type WordBreaks = (text: string) => ReadonlySet<number>;

/**
 * The mentions of a page with the lexicon's names among them, in page order. A name of the lexicon counts before what
 * it overlaps; inside a longer name (云溪县 in 云溪县水利局) it is a part of that. Two characters that nothing else took
 * for a name count only as whole words, where `breaks` can tell.
 */
export function withLexicon(
  blocks: readonly { readonly text: string }[],
  mentions: readonly Mention[],
  lexicon: Lexicon,
  breaks?: WordBreaks,
): Mention[] {
  const own: Mention[][] = blocks.map(() => []);
  for (const mention of mentions) own[mention.block]?.push(mention);
  const meant = meantOn(mentions, lexicon);
  return blocks.flatMap(({ text }, block) =>
    inBlock(text, own[block] ?? [], lexicon, meant, breaks).map((mention) => ({ ...mention, block })),
  );
}

function inBlock(
  text: string,
  mentions: readonly Mention[],
  lexicon: Lexicon,
  meant: Meant,
  breaks: WordBreaks | undefined,
): TextMention[] {
  const found = mentions.map((mention) => canonical(mention, lexicon, meant)).sort(inOrder);
  const kept: TextMention[] = [];
  /** Those of `found` before `next` that may reach the offset that is looked at. */
  let near: TextMention[] = [];
  let next = 0;
  let words: ReadonlySet<number> | undefined;
  for (let at = 0; at < text.length; at += 1) {
    const [first, ...others] = lexicon.matchAt(text, at);
    if (!first) continue;
    const form = formAt(first, text, at);
    const span = { start: at, end: at + form.length };
    for (; (found[next]?.start ?? span.end) < span.end; next += 1) near.push(found[next] as TextMention);
    kept.push(...near.filter(({ end }) => end <= at));
    near = near.filter(({ end }) => end > at);
    const touching = near.filter((mention) => overlap(bare(mention), span));
    const same = touching.find((mention) => sameSpan(bare(mention), span));
    const entry = [first, ...others].find(({ type }) => type === same?.type) ?? first;
    if (touching.some((mention) => isPartOf(span, mention, entry))) continue;
    if (!same && form.length === 2 && breaks) {
      words ??= breaks(text);
      if (!words.has(span.start) || !words.has(span.end)) continue;
    }
    const outdone = touching.filter((mention) => !(mayHold(mention, entry) && !sameSpan(bare(mention), span)));
    near = [...near.filter((mention) => !outdone.includes(mention)), named(entry, text, span, same, meant)];
    at = span.end - 1;
  }
  return [...kept, ...near, ...found.slice(next)].sort(inOrder);
}

/** By start, the longer first. */
function inOrder(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end;
}

/** A mention under the name that the house has for it. */
function canonical(mention: TextMention, lexicon: Lexicon, meant: Meant): TextMention {
  if (mention.type === "LOC" || mention.type === "ORG") return meant.named(mention);
  const entry = lexicon.find(mention.type, mention.entity) ?? lexicon.find(mention.type, mention.text);
  return entry && entry.name !== mention.entity ? { ...mention, entity: entry.name } : mention;
}

/** A coined term stands with its quotation marks; the lexicon has it without. */
function bare({ type, text, start, end }: TextMention): Span {
  return type === "TERM" && /^“.*”$/su.test(text) ? { start: start + 1, end: end - 1 } : { start, end };
}

/** Whether the span is only a part of what was recognised; of two persons' names the house's counts. */
function isPartOf(span: Span, mention: TextMention, { type }: Entry): boolean {
  const { start, end } = bare(mention);
  if (mention.type === "TERM" && type !== "TERM") return false;
  if (mention.type === "PER" && type === "PER" && span.end - span.start >= 3) return false;
  return start <= span.start && span.end <= end && end - start > span.end - span.start;
}

/** A term may hold names. */
function mayHold(mention: TextMention, { type }: Entry): boolean {
  return (mention.type === "TERM") !== (type === "TERM");
}

function named(
  { type, name }: Entry,
  text: string,
  span: Span,
  same: TextMention | undefined,
  meant: Meant,
): TextMention {
  if (same?.type !== type) {
    const words = text.slice(span.start, span.end);
    return { ...meant.named({ ...span, type, text: words, entity: words }), entity: name };
  }
  // What was found there has its entry's name already, where it is the entry's.
  return type === "LOC" || type === "ORG" ? same : { ...same, entity: name };
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function sameSpan(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}
