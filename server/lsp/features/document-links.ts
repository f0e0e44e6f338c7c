/** `textDocument/documentLink`: from a jump line to the page it names, from a far heading to its article. */

import type { DocumentLink, DocumentLinkParams } from "vscode-languageserver";
import { fileOfPage, jumpsIn } from "../../core/articles/jumps.ts";
import { toPageSpans } from "../../core/layout/index.ts";
import type { Localised } from "../../core/text/locale.ts";
import type { Span } from "../../core/text/text.ts";
import type { Asked, Feature } from "../feature.ts";

export const documentLinks: Feature<DocumentLinkParams, DocumentLink[] | null> = {
  method: "textDocument/documentLink",
  provides: () => ({ documentLinkProvider: {} }),
  empty: null,
  async answer(asked) {
    const links = [...headingLinks(asked), ...(await jumpLinks(asked))];
    return links.sort(
      ({ range: { start: a } }, { range: { start: b } }) => a.line - b.line || a.character - b.character,
    );
  },
};

function headingLinks(asked: Asked): DocumentLink[] {
  const { page, analysis, at } = asked;
  return analysis.articles.flatMap((article) => {
    const line = at.position(article.start).line + 1;
    return article.detached.flatMap((block) => {
      const [from] = toPageSpans(analysis.text, block, 0, block.text.length);
      const says = { zh: `到它的文章（第 ${line} 行）`, en: `Go to its article (line ${line})` };
      return from ? [link(asked, from, `${page.uri}#L${line}`, says)] : [];
    });
  });
}

async function jumpLinks(asked: Asked): Promise<DocumentLink[]> {
  const { page, analysis, neighbours } = asked;
  const jumps = analysis.blocks.flatMap((block) => jumpsIn(block.text).map((jump) => ({ block, jump })));
  if (jumps.length === 0) return [];
  const files = new Map((await neighbours.beside(page.uri)).map((uri) => [nameOf(uri), uri]));
  return jumps.flatMap(({ block, jump }) => {
    const name = fileOfPage(nameOf(page.uri), jump.to, [...files.keys()]);
    const target = name === undefined ? undefined : files.get(name);
    const [from] = toPageSpans(analysis.text, block, jump.start, jump.end);
    return target && from ? [link(asked, from, target, { zh: `打开 ${name}`, en: `Open ${name}` })] : [];
  });
}

function link({ at, client }: Asked, from: Span, target: string, says: Localised): DocumentLink {
  return { range: at.range(from), target, tooltip: client.say(says) };
}

/** A file's name as people read it. */
function nameOf(uri: string): string {
  const name = uri.replace(/[?#].*$/s, "").replace(/^.*\//s, "");
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
