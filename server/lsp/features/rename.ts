/** `textDocument/rename`: a name written otherwise on all pages that have it, open or not, each place for an editor to confirm. */

import type {
  AnnotatedTextEdit,
  PrepareRenameParams,
  PrepareRenameResult,
  RenameParams,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from "vscode-languageserver";
import type { Mention } from "../../core/page/mention.ts";
import { mentionAt, pageSpans } from "../../core/page/mention-spans.ts";
import { positionsOf } from "../../core/text/positions.ts";
import { pageOf, type Span } from "../../core/text/text.ts";
import { unpacked } from "../../workspace/entity-places.ts";
import { fileUri } from "../../workspace/file-uri.ts";
import { isNameType } from "../../workspace/index-entries.ts";
import { type Renaming, renamedIn, withoutBlanks } from "../../workspace/renamed.ts";
import type { Asked, Feature } from "../feature.ts";
import { LSPErrorCodes, ResponseError } from "../library.ts";

/** Says what can be renamed: a name, and of one that a line end cuts the part that the cursor is on. */
export const prepareRename: Feature<PrepareRenameParams, PrepareRenameResult | null> = {
  method: "textDocument/prepareRename",
  empty: null,
  async answer(asked, { position }) {
    const { analysis, at } = asked;
    const offset = at.offset(position);
    const chosen = await nameAt(asked, offset);
    const spans = chosen ? pageSpans(analysis, chosen) : [];
    const span = spans.find(({ start, end }) => start <= offset && offset <= end) ?? spans[0];
    return chosen && span ? { range: at.range(span), placeholder: withoutBlanks(chosen.text) } : null;
  },
};

export const rename: Feature<RenameParams, WorkspaceEdit | null> = {
  method: "textDocument/rename",
  provides: ({ preparesRename }) => ({ renameProvider: preparesRename ? { prepareProvider: true } : true }),
  empty: null,
  async answer(asked, { position, newName }) {
    const { at, client } = asked;
    const chosen = await nameAt(asked, at.offset(position));
    const to = withoutBlanks(newName);
    if (!chosen) throw refusal(client.say({ zh: "这里没有认出名称。", en: "No name is recognised here." }));
    if (to === "") throw refusal(client.say({ zh: "请输入新的名称。", en: "Please give the new name." }));
    const naming = { from: withoutBlanks(chosen.text), to };
    const [open, closed] = await Promise.all([
      onOpenPages(asked, chosen, naming),
      onClosedPages(asked, chosen, naming),
    ]);
    return workspaceEdit(asked, [...open, ...closed], naming);
  },
};

function refusal(message: string): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestFailed, message);
}

async function nameAt({ page, analysis, mentions, token }: Asked, offset: number): Promise<Mention | undefined> {
  const chosen = mentionAt(analysis, await mentions.mentions({ page, token }), offset);
  return chosen && isNameType(chosen.type) ? chosen : undefined;
}

/** The edits of a page; `version` of an open one. */
interface PageEdits {
  readonly uri: string;
  readonly version: number | null;
  readonly edits: readonly TextEdit[];
}

/** The page asked about first. */
async function onOpenPages(asked: Asked, chosen: Mention, naming: Renaming): Promise<PageEdits[]> {
  const { page, mentions, open, token } = asked;
  const pages = [...open()].sort((a, b) => Number(b.page.uri === page.uri) - Number(a.page.uri === page.uri));
  return Promise.all(
    pages.map(async ({ page: { uri, version }, page: other, analysis }) => {
      const all = await mentions.mentions({ page: other, token });
      const spans = all
        .filter(({ type, entity }) => type === chosen.type && entity === chosen.entity)
        .flatMap((mention) => wholeSpan(pageSpans(analysis, mention)) ?? []);
      return { uri, version, edits: editsAt(analysis.text, spans, naming) };
    }),
  );
}

function wholeSpan(spans: readonly Span[]): Span | undefined {
  const [first, last] = [spans[0], spans.at(-1)];
  return first && last && { start: first.start, end: last.end };
}

/** By the places of the index; where a file says something else by now, it is left alone. */
async function onClosedPages(asked: Asked, chosen: Mention, naming: Renaming): Promise<PageEdits[]> {
  const { names, neighbours, open, token } = asked;
  const isOpen = new Set(open().map(({ page }) => fileUri(page.uri)));
  const byPage = new Map<string, Span[]>();
  const pages = new Map<string, string | undefined>();
  for (const { uri, place } of await names.references(chosen, token)) {
    if (isOpen.has(fileUri(uri))) continue;
    if (!pages.has(uri)) pages.set(uri, await neighbours.read(uri));
    const text = pages.get(uri);
    if (text === undefined) continue;
    const spans = byPage.get(uri) ?? [];
    byPage.set(uri, spans);
    spans.push(positionsOf({ text }).span(unpacked(place)));
  }
  return [...byPage].map(([uri, spans]) => ({
    uri,
    version: null,
    edits: editsAt(pages.get(uri) ?? "", spans, naming),
  }));
}

function editsAt(text: string, spans: readonly Span[], naming: Renaming): TextEdit[] {
  const at = positionsOf(pageOf(text));
  return spans.flatMap((span) => renamedIn(text, span, naming)).map(at.edit);
}

/** The name of the annotation under which a client lists the places, each to be confirmed. */
const PLACES = "galley.rename";

function workspaceEdit({ client }: Asked, pages: readonly PageEdits[], { from, to }: Renaming): WorkspaceEdit {
  const changed = pages.filter(({ edits }) => edits.length > 0);
  if (!client.documentChanges) {
    return { changes: Object.fromEntries(changed.map(({ uri, edits }) => [uri, [...edits]])) };
  }
  const annotated = (edit: TextEdit): TextEdit | AnnotatedTextEdit =>
    client.annotatesChanges ? { ...edit, annotationId: PLACES } : edit;
  const documentChanges: TextDocumentEdit[] = changed.map(({ uri, version, edits }) => ({
    textDocument: { uri, version },
    edits: edits.map(annotated),
  }));
  if (!client.annotatesChanges) return { documentChanges };
  const annotation = {
    label: client.say({ zh: `“${from}”改为“${to}”`, en: `“${from}” to “${to}”` }),
    description: client.say({ zh: "同名的未必同一个，请逐处确认", en: "Two may have one name: confirm each place" }),
    needsConfirmation: true,
  };
  return { documentChanges, changeAnnotations: { [PLACES]: annotation } };
}
