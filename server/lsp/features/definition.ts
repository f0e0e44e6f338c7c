/** `textDocument/definition`: from a heading to its article, from a mention to where its entity is introduced. */

import type { DefinitionLink, DefinitionParams, Location } from "vscode-languageserver";
import type { Analysis } from "../../core/analyze.ts";
import { blockAt } from "../../core/layout/index.ts";
import type { Mention } from "../../core/mentions/types.ts";
import type { Span } from "../../core/text.ts";
import type { Asked, Feature } from "../feature.ts";
import { mentionAt, pageSpans } from "../mention-spans.ts";

export const definition: Feature<DefinitionParams, (DefinitionLink | Location)[] | null> = {
  method: "textDocument/definition",
  provides: () => ({ definitionProvider: true }),
  empty: null,
  async answer(asked, { position }) {
    const { page, analysis, at, mentions, token } = asked;
    const offset = at.offset(position);
    const heading = articleOfHeading(analysis, offset);
    if (heading) return [link(asked, heading.from, heading.to)];
    const all = await mentions.mentions({ page, token });
    const mention = mentionAt(analysis, all, offset);
    const target = mention && introduction(all, mention);
    const from = mention && pageSpans(analysis, mention).find(({ start, end }) => start <= offset && offset <= end);
    const to = target && pageSpans(analysis, target)[0];
    return from && to ? [link(asked, from, to)] : null;
  },
};

/** A heading or byline that stands apart, and the first line of the article it belongs to. */
function articleOfHeading({ blocks, articles }: Analysis, offset: number): { from: Span; to: Span } | undefined {
  const block = blockAt(blocks, offset);
  const article = block && articles.find(({ detached }) => detached.some(({ index }) => index === block.index));
  const first = article?.blocks[0];
  return block && first ? { from: block, to: first } : undefined;
}

/** The first mention that says who it is; where none does, the first one. */
function introduction(all: readonly Mention[], { entity, type }: Mention): Mention | undefined {
  const same = all.filter((other) => other.entity === entity && other.type === type);
  return same.find(({ role }) => role !== undefined) ?? same[0];
}

function link({ page, at, client }: Asked, from: Span, to: Span): DefinitionLink | Location {
  const range = at.range(to);
  if (!client.linkedDefinitions) return { uri: page.uri, range };
  return { originSelectionRange: at.range(from), targetUri: page.uri, targetRange: range, targetSelectionRange: range };
}
