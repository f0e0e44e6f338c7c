/** `textDocument/semanticTokens`: entities by kind, for an editor to colour. */

import type { SemanticTokens, SemanticTokensParams, SemanticTokensRangeParams } from "vscode-languageserver";
import type { EntityType } from "../../core/page/mention.ts";
import { pageSpans } from "../../core/page/mention-spans.ts";
import type { Span } from "../../core/text/text.ts";
import { ENTITY_TOKENS } from "../../protocol.ts";
import type { Asked, Feature } from "../feature.ts";
import { SemanticTokensBuilder } from "../library.ts";

export const semanticTokens: Feature<SemanticTokensParams, SemanticTokens | null> = {
  method: "textDocument/semanticTokens/full",
  provides: () => ({
    semanticTokensProvider: { legend: { tokenTypes: [...ENTITY_TOKENS], tokenModifiers: [] }, full: true, range: true },
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
  const spans = all
    .filter(({ likely }) => !likely)
    .flatMap((mention) => pageSpans(analysis, mention).map((span) => ({ ...span, kind: KINDS.indexOf(mention.type) })));
  const builder = new SemanticTokensBuilder();
  for (const { start, end, kind } of runsOf(page.text.length, spans)) {
    if (end <= wanted.start || start >= wanted.end) continue;
    const { line, character } = at.position(start);
    builder.push(line, character, end - start, kind, 0);
  }
  return builder.build();
}

/** In the order of {@link ENTITY_TOKENS}. */
const KINDS: readonly EntityType[] = ["PER", "LOC", "ORG", "DATE", "QTY", "TERM"];

interface Kinded extends Span {
  readonly kind: number;
}

/** The page painted with the kinds, a name inside a term over it: tokens may not overlap. Gives the runs of one colour. */
function runsOf(length: number, spans: readonly Kinded[]): Kinded[] {
  const paint = new Uint8Array(length);
  const longestFirst = [...spans].sort((a, b) => b.end - b.start - (a.end - a.start));
  for (const { start, end, kind } of longestFirst) paint.fill(kind + 1, start, end);
  const runs: Kinded[] = [];
  for (let start = 0, end = 0; start < length; start = end) {
    const colour = paint[start] ?? 0;
    while (end < length && paint[end] === colour) end += 1;
    if (colour > 0) runs.push({ start, end, kind: colour - 1 });
  }
  return runs;
}
