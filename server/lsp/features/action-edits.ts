/** `codeAction/resolve`: the edits of an action, made when it is chosen. */

import type { WorkspaceEdit } from "vscode-languageserver";
import { exportArticle } from "../../core/export/one-article.ts";
import { type Checked, checkedEdits } from "../../core/fix/checked.ts";
import { safeEdits } from "../../core/fix/edits.ts";
import { movesFor } from "../../core/fix/headline-moves.ts";
import { type FixedPage, fixWholePage } from "../../core/fix/whole-page.ts";
import { blockAt } from "../../core/layout/index.ts";
import { type Analysis, findingsTouching } from "../../core/page/analysis.ts";
import type { Finding } from "../../core/page/finding.ts";
import type { Localised } from "../../core/text/locale.ts";
import { positionsOf } from "../../core/text/positions.ts";
import { pageOf, type Span, type TextEdit } from "../../core/text/text.ts";
import type { FixData, ProtocolEdit } from "../../protocol.ts";
import type { HouseEdit } from "../../workspace/house.ts";
import { innermostFolder } from "../../workspace/workspace-folders.ts";
import type { AcceptInTurn } from "../accept-in-turn.ts";
import type { Client } from "../client.ts";
import { type Asked, then } from "../feature.ts";
import { type AcceptOrder, orderedFinding } from "./accept-actions.ts";

/**
 * Which edits an action stands for: a finding's, those of the paragraph at a page offset, of a rule, of the page; headings moved home;
 * an article in a file of its own.
 */
export type EditOrder =
  | ({ readonly make: "one" } & Pick<FixData, "safety" | "edits">)
  | { readonly make: "paragraph"; readonly offset: number }
  | { readonly make: "rule"; readonly rule: string }
  | { readonly make: "all" }
  | { readonly make: "restore"; readonly article?: number }
  | { readonly make: "export"; readonly article: number };

/** What an action carries until it is chosen. */
export type ActionData = (EditOrder | AcceptOrder) & { readonly uri: string; readonly version: number };

/** Whether an action carries what its edits are made from. */
export function isActionData(data: unknown): data is ActionData {
  return typeof data === "object" && data !== null && "make" in data && "uri" in data && "version" in data;
}

/** The edits of an action, or why they were not made; nothing where a page of moved headings would have other articles. */
export function editOf(
  asked: Asked,
  order: EditOrder,
): Checked<WorkspaceEdit | undefined> | Promise<Checked<WorkspaceEdit>> {
  return order.make === "all" ? then(asked.fixed(), (fixed) => editOfPage(asked, fixed)) : editOfPart(asked, order);
}

/** The same, however long it takes. */
export function editAtOnce(asked: Asked, order: EditOrder): Checked<WorkspaceEdit | undefined> {
  return order.make === "all" ? editOfPage(asked, fixWholePage(asked.analysis)) : editOfPart(asked, order);
}

/** What accepts a finding, where an editor can make it before it is chosen; nothing where the file has faults. */
export async function acceptingEdit(asked: Asked, order: AcceptOrder): Promise<WorkspaceEdit | undefined> {
  const edit = await entryOf(asked, order);
  return edit && !edit.write ? editOfHouse(edit, asked.client) : undefined;
}

/** Accepts a finding that was chosen, after others that were: gives the edit for the editor, if it is to make one, or why it was not accepted. */
export async function acceptChosen(
  asked: Asked,
  order: AcceptOrder,
  inTurn: AcceptInTurn,
): Promise<{ readonly edit: WorkspaceEdit } | { readonly refused?: Localised }> {
  const edit = await inTurn(() => entryOf(asked, order));
  if (!edit) return { refused: NOT_ACCEPTED };
  if (!edit.write) return { edit: editOfHouse(edit, asked.client) };
  const reason = await edit.write();
  if (!reason) return {};
  return { refused: { zh: `没有加入：${reason.zh}`, en: `Nothing was accepted: ${reason.en}` } };
}

/** A finding that was to be accepted and was not. */
const NOT_ACCEPTED: Localised = {
  zh: "没有加入：.galley 里的 accepted 文件有错，或打开时用错了编码，请先改好",
  en: "Nothing was accepted: the file of accepted findings in .galley has faults, or is open in another encoding than it has; mend that first",
};

/** The entry in the file of the house, which is made where there is none. */
async function entryOf(asked: Asked, order: AcceptOrder): Promise<HouseEdit | undefined> {
  const { page, client, house } = asked;
  const finding = orderedFinding(asked, order);
  const folder = innermostFolder(page.uri, client.folders) ?? page.uri.replace(/\/[^/]*$/, "");
  return finding && house.accept({ uri: page.uri, text: page.text, folder }, finding, order.scope);
}

function editOfHouse({ uri, exists, text, edit }: HouseEdit, client: Client): WorkspaceEdit {
  const edits = [positionsOf(pageOf(text)).edit(edit)];
  if (!client.documentChanges) return { changes: { [uri]: edits } };
  const create = { kind: "create" as const, uri, options: { ignoreIfExists: true } };
  const change = { textDocument: { uri, version: null }, edits };
  return { documentChanges: exists || !client.createsFiles ? [change] : [create, change] };
}

function editOfPage(asked: Asked, fixed: Checked<FixedPage>): Checked<WorkspaceEdit> {
  return "value" in fixed ? { value: workspaceEdit(asked, fixed.value.edits.map(asked.at.edit)) } : fixed;
}

function editOfPart(
  asked: Asked,
  order: Exclude<EditOrder, { readonly make: "all" }>,
): Checked<WorkspaceEdit | undefined> {
  const { analysis, at } = asked;
  switch (order.make) {
    case "one": {
      if (order.safety === "unsafe") return { value: workspaceEdit(asked, order.edits) };
      const edits = order.edits.map(({ range, newText }) => ({ ...at.span(range), newText }));
      return checkedEdit(asked, edits);
    }
    case "paragraph": {
      const block = blockAt(analysis.blocks, order.offset);
      return checkedEdit(asked, safeEdits(block ? fixableIn(analysis, block) : []));
    }
    case "rule":
      return checkedEdit(asked, safeEdits(analysis.findings.filter(({ rule }) => rule === order.rule)));
    case "export":
      return { value: fileEdit(exportFile(asked.page.uri, order.article), exportArticle(analysis, order.article)) };
    case "restore": {
      const { edits } = movesFor(
        analysis,
        analysis.articles.find(({ index }) => index === order.article),
      );
      return { value: edits.length > 0 ? workspaceEdit(asked, edits.map(at.edit)) : undefined };
    }
  }
}

function checkedEdit(asked: Asked, edits: readonly TextEdit[]): Checked<WorkspaceEdit> {
  const checked = checkedEdits(asked.analysis.text, edits);
  return "value" in checked ? { value: workspaceEdit(asked, checked.value.map(asked.at.edit)) } : checked;
}

/** Whether a finding has a safe fix. */
export function isFixable({ fix }: Finding): boolean {
  return fix?.safety === "safe";
}

/** The findings in a span that have a safe fix. */
export function fixableIn(analysis: Analysis, span: Span): Finding[] {
  return findingsTouching(analysis, span).filter(
    (finding) => isFixable(finding) && finding.start >= span.start && finding.end <= span.end,
  );
}

/** The file that an article is exported to, beside its page: no page itself, as it is Markdown. */
export function exportFile(page: string, article: number): string {
  return `${page.replace(/\.txt$/i, "")}-${article + 1}.md`;
}

/** Makes a file; an editor refuses where it is there. */
function fileEdit(uri: string, newText: string): WorkspaceEdit {
  const start = { line: 0, character: 0 };
  return {
    documentChanges: [
      { kind: "create", uri },
      { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText }] },
    ],
  };
}

/** The edits bound to the version they were made for, where the client can hold to it. */
export function workspaceEdit({ page, client }: Asked, edits: readonly ProtocolEdit[]): WorkspaceEdit {
  if (!client.documentChanges) return { changes: { [page.uri]: [...edits] } };
  return { documentChanges: [{ textDocument: { uri: page.uri, version: page.version }, edits: [...edits] }] };
}
