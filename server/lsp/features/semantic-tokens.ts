/** `textDocument/semanticTokens`: headings and bylines as such, entities by kind, for an editor to set and colour. */

import type { SemanticTokens, SemanticTokensParams, SemanticTokensRangeParams } from "vscode-languageserver";
import type { Role } from "../../core/articles/types.ts";
import { toPageSpans } from "../../core/layout/joined.ts";
import type { Analysis } from "../../core/page/analysis.ts";
import type { EntityType } from "../../core/page/mention.ts";
import { pageSpans } from "../../core/page/mention-spans.ts";
import type { Span } from "../../core/text/text.ts";
import { ENTITY_TOKENS, HEADING_TOKENS, TOKEN_MODIFIERS } from "../../protocol.ts";
import type { Asked, Feature } from "../feature.ts";
import { SemanticTokensBuilder } from "../library.ts";

export const semanticTokens: Feature<SemanticTokensParams, SemanticTokens | null> = {
  method: "textDocument/semanticTokens/full",
  provides: () => ({
    semanticTokensProvider: {
      legend: { tokenTypes: [...ENTITY_TOKENS, ...HEADING_TOKENS], tokenModifiers: [...TOKEN_MODIFIERS] },
      full: true,
      range: true,
    },
  }),
  empty: null,
  answer: (asked) => tokensIn(asked, { start: 0, end: asked.page.text.length }),
};

/** What is on the screen is asked for first. */
export const semanticTokensRange: Feature<SemanticTokensRangeParams, SemanticTokens | null> = {
  method: "textDocument/semanticTokens/range",
  empty: null,
  answer: (asked, { range }) => tokensIn(asked, asked.at.span(range)),
};

async function tokensIn(
  { page, analysis, at, mentions, switches, token }: Asked,
  wanted: Span,
): Promise<SemanticTokens> {
  if (!switches.semanticTokens) return { data: [] };
  const all = await mentions.mentions({ page, token });
  const names = all
    .filter(({ likely }) => !likely)
    .flatMap((mention) => pageSpans(analysis, mention).map((span) => ({ ...span, kind: KINDS.indexOf(mention.type) })));
  const builder = new SemanticTokensBuilder();
  for (const { start, end, kind, isInHeading } of runsOf(page.text.length, headingSpans(analysis), names)) {
    if (end <= wanted.start || start >= wanted.end) continue;
    const { line, character } = at.position(start);
    builder.push(line, character, end - start, kind, isInHeading ? 1 << TOKEN_MODIFIERS.indexOf("heading") : 0);
  }
  return builder.build();
}

/** In the order of {@link ENTITY_TOKENS}. */
const KINDS: readonly EntityType[] = ["PER", "LOC", "ORG", "DATE", "QTY", "TERM"];

/** In the order of {@link HEADING_TOKENS}, after the kinds of names. */
const HEADINGS: readonly Role[] = HEADING_TOKENS;

/** A span with the number of its type in the legend. */
interface Kinded extends Span {
  readonly kind: number;
}

/** The headings and bylines of the page, line by line. */
function headingSpans({ text, blocks, roles }: Analysis): Kinded[] {
  return blocks.flatMap((block) => {
    const heading = HEADINGS.indexOf(roles[block.index] ?? "paragraph");
    if (heading < 0) return [];
    return toPageSpans(text, block, 0, block.text.length).map((span) => ({ ...span, kind: KINDS.length + heading }));
  });
}

/**
 * The page painted with the headings, names over them, and a name inside a term over it: tokens may not overlap. Gives the runs of
 * one colour; a name in a heading, which a byline is none of, is told as such.
 */
function runsOf(
  length: number,
  headings: readonly Kinded[],
  names: readonly Kinded[],
): (Kinded & { readonly isInHeading: boolean })[] {
  const paint = new Uint8Array(length);
  const isHeading = new Uint8Array(length);
  const byline = KINDS.length + HEADINGS.indexOf("byline");
  const longestFirst = [...names].sort((a, b) => b.end - b.start - (a.end - a.start));
  for (const { start, end, kind } of [...headings, ...longestFirst]) paint.fill(kind + 1, start, end);
  for (const { start, end, kind } of headings) if (kind !== byline) isHeading.fill(1, start, end);
  const runs: (Kinded & { readonly isInHeading: boolean })[] = [];
  for (let start = 0, end = 0; start < length; start = end) {
    const [colour = 0, heading] = [paint[start], isHeading[start]];
    while (end < length && paint[end] === colour && isHeading[end] === heading) end += 1;
    const isName = colour <= KINDS.length;
    if (colour > 0) runs.push({ start, end, kind: colour - 1, isInHeading: isName && heading === 1 });
  }
  return runs;
}
