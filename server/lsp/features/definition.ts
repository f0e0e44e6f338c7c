/** `textDocument/definition`: between an article and its far heading, from a mention to the house's entry or to where its entity is introduced. */

import type { DefinitionLink, DefinitionParams, Location, Range } from "vscode-languageserver";
import { blockAt, toPageSpans } from "../../core/layout/index.ts";
import type { Analysis } from "../../core/page/analysis.ts";
import type { Mention } from "../../core/page/mention.ts";
import { mentionAt, pageSpans } from "../../core/page/mention-spans.ts";
import type { Span } from "../../core/text/text.ts";
import { unpacked } from "../../workspace/entity-places.ts";
import type { Asked, Feature } from "../feature.ts";

export const definition: Feature<DefinitionParams, (DefinitionLink | Location)[] | null> = {
  method: "textDocument/definition",
  provides: () => ({ definitionProvider: true }),
  empty: null,
  async answer(asked, { position }) {
    const { page, analysis, at, mentions, names, token } = asked;
    const offset = at.offset(position);
    const heading = articleOfHeading(analysis, offset);
    if (heading) return [link(asked, heading.from, page.uri, at.range(heading.to))];
    const all = await mentions.mentions({ page, token });
    const mention = mentionAt(analysis, all, offset);
    const from = mention && pageSpans(analysis, mention).find(({ start, end }) => start <= offset && offset <= end);
    if (!from) {
      const back = headingOfArticle(analysis, offset);
      return back ? [link(asked, back.from, page.uri, at.range(back.to))] : null;
    }
    const entry = await names.entry({ page, token }, mention);
    if (entry) return [link(asked, from, entry.uri, unpacked(entry.place))];
    const target = introduction(all, mention);
    const to = target && pageSpans(analysis, target)[0];
    return to ? [link(asked, from, page.uri, at.range(to))] : null;
  },
};

/** A heading or byline that stands apart, and the first line of the article it belongs to. */
function articleOfHeading({ blocks, articles }: Analysis, offset: number): { from: Span; to: Span } | undefined {
  const block = blockAt(blocks, offset);
  const article = block && articles.find(({ detached }) => detached.some(({ index }) => index === block.index));
  const first = article?.blocks[0];
  return block && first ? { from: block, to: first } : undefined;
}

/** The line of an article's opening that the offset is on, and the headline that stands apart from it, or another such part. */
function headingOfArticle({ text, blocks, articles }: Analysis, offset: number): { from: Span; to: Span } | undefined {
  const block = blockAt(blocks, offset);
  const article = block && articles.find(({ blocks: [first] }) => first === block);
  const to = article?.detached.find((part) => part === article.headline) ?? article?.detached[0];
  const lines = block && to ? toPageSpans(text, block, 0, block.text.length) : [];
  const from = lines.find(({ start, end }) => start <= offset && offset <= end);
  return from && to ? { from, to } : undefined;
}

/** The first mention that says who it is; where none does, the first one. */
function introduction(all: readonly Mention[], { entity, type }: Mention): Mention | undefined {
  const same = all.filter((other) => other.entity === entity && other.type === type);
  return same.find(({ role }) => role !== undefined) ?? same[0];
}

function link({ at, client }: Asked, from: Span, uri: string, range: Range): DefinitionLink | Location {
  if (!client.linkedDefinitions) return { uri, range };
  return { originSelectionRange: at.range(from), targetUri: uri, targetRange: range, targetSelectionRange: range };
}
