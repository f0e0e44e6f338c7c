/** Puts the lexicon over what was recognised on a page: its names are found too, and each has the name that the lexicon gives it. */

import type { Mention, TextMention } from "../page/mention.ts";
import type { Span } from "../text/text.ts";
import { type Entry, formAt, type Lexicon } from "./index.ts";
import { type Meant, meantOn } from "./meant.ts";

/** The offsets in a text at which words begin and end. */
export type WordBreaks = (text: string) => ReadonlySet<number>;

/**
 * The mentions of a page with the lexicon's names among them, in page order. A name of the lexicon counts before what
 * it overlaps, but not before a longer name that holds it (云溪县 in 云溪县水利局). A name of two characters that nothing else
 * recognised counts only as a whole word, where `breaks` can tell.
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
    inBlock(text, own[block] ?? [], { lexicon, meant, breaks }).map((mention) => ({ ...mention, block })),
  );
}

/** What the names of one block are compared with. */
interface Known {
  readonly lexicon: Lexicon;
  readonly meant: Meant;
  readonly breaks: WordBreaks | undefined;
}

function inBlock(text: string, mentions: readonly Mention[], { lexicon, meant, breaks }: Known): TextMention[] {
  const found = mentions.map((mention) => canonical(mention, lexicon, meant)).sort(inOrder);
  const kept: TextMention[] = [];
  /** Those of `found` before `next` that may still overlap the offset that is looked at. */
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
    near = [
      ...near.filter((mention) => !outdone.includes(mention)),
      underEntry(entry, { ...span, text: form }, same, meant),
    ];
    at = span.end - 1;
  }
  return [...kept, ...near, ...found.slice(next)].sort(inOrder);
}

/** By start, the longer first. */
function inOrder(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end;
}

/** A mention under the name that the lexicon has for it. */
function canonical(mention: TextMention, lexicon: Lexicon, meant: Meant): TextMention {
  if (mention.type === "LOC" || mention.type === "ORG") return meant.named(mention);
  const entry = lexicon.find(mention.type, mention.entity) ?? lexicon.find(mention.type, mention.text);
  return entry && entry.name !== mention.entity ? { ...mention, entity: entry.name } : mention;
}

/** The span without quotation marks: a coined term stands in them, but the lexicon has it without. */
function bare({ type, text, start, end }: TextMention): Span {
  return type === "TERM" && /^“.*”$/su.test(text) ? { start: start + 1, end: end - 1 } : { start, end };
}

/** Whether the span is only a part of a mention. Of two persons' names the lexicon's counts, even where it is shorter. */
function isPartOf(span: Span, mention: TextMention, { type }: Entry): boolean {
  const { start, end } = bare(mention);
  if (mention.type === "TERM" && type !== "TERM") return false;
  if (mention.type === "PER" && type === "PER" && span.end - span.start >= 3) return false;
  return start <= span.start && span.end <= end && end - start > span.end - span.start;
}

/** Whether one may stand inside the other: a term may hold names. */
function mayHold(mention: TextMention, { type }: Entry): boolean {
  return (mention.type === "TERM") !== (type === "TERM");
}

/** What stands at a span under an entry's name; `same` is what was recognised at the very span. */
function underEntry(
  { type, name }: Entry,
  words: Pick<TextMention, "start" | "end" | "text">,
  same: TextMention | undefined,
  meant: Meant,
): TextMention {
  if (same?.type !== type) return { ...meant.named({ ...words, type, entity: words.text }), entity: name };
  // A place or body that is the entry's has the entry's name already.
  return type === "LOC" || type === "ORG" ? same : { ...same, entity: name };
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function sameSpan(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}
