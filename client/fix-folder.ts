/** The safe fixes of all pages of a folder: counted, asked for, shown one by one to who wants to see them, made as one step. */

import {
  type CancellationToken,
  type CodeAction,
  commands,
  l10n,
  ProgressLocation,
  Range,
  type TextDocument,
  type TextEdit,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from "vscode";
import { FIX_ALL_KIND, type IssuePage } from "../server/protocol.ts";
import { openAsWritten } from "./encoding.ts";
import { type FolderNode, folderOf, nameOf } from "./issue-model.ts";
import { isPage } from "./language.ts";
import type { Server } from "./server.ts";

/** A page that is left as it is, and why. */
interface Left {
  readonly name: string;
  readonly why: string;
}

/** What is to be done on a page. */
interface PageFixes {
  readonly document: TextDocument;
  readonly version: number;
  readonly edits: readonly TextEdit[];
}

/**
 * Fixes the pages of a folder: the one given (a URI, as the explorer has it, or a node of the issue), else all pages of the issue. Pages
 * with changes that are not saved are left alone, as the others are saved when they are fixed.
 */
export async function fixFolder(server: Server, all: readonly IssuePage[], given?: unknown): Promise<void> {
  const folder = given instanceof Uri ? given.toString() : (given as Partial<FolderNode> | undefined)?.uri;
  const pages = all.filter(({ uri, fixable }) => fixable > 0 && isIn(uri, folder));
  const places = pages.reduce((sum, { fixable }) => sum + fixable, 0);
  if (places === 0) {
    window.showInformationMessage(
      l10n.t("No page of this folder has anything that can be mended without changing words."),
    );
    return;
  }
  const fix = {
    label: l10n.t("$(wand) Fix"),
    detail: l10n.t("The pages are saved in the encodings they have; one Undo takes it back on all of them."),
  };
  const look = {
    label: l10n.t("$(diff-multiple) Look at the Changes First"),
    detail: l10n.t("Page by page and place by place, each to be ticked before it is made."),
  };
  const chosen = await window.showQuickPick([fix, look], {
    title: l10n.t("Fix {0} places on {1} pages?", places, pages.length),
    placeHolder: l10n.t("White space and look-alike characters only; no words are changed."),
  });
  if (!chosen) return;
  const left: Left[] = [];
  const fixes = await window.withProgress(
    { location: ProgressLocation.Notification, title: l10n.t("Galley: fixing pages"), cancellable: true },
    async (progress, token) => {
      const found: PageFixes[] = [];
      for (const [index, page] of pages.entries()) {
        if (token.isCancellationRequested) return undefined;
        const message = l10n.t("{0} of {1}: {2}", index + 1, pages.length, nameOf(page));
        progress.report({ message, increment: 100 / pages.length });
        const made = await fixesOf(server, page, token);
        if ("why" in made) left.push(made);
        else if (made.edits.length > 0) found.push(made);
      }
      return token.isCancellationRequested ? undefined : found;
    },
  );
  if (!fixes) return;
  // Whoever typed meanwhile has a page that these fixes are not for.
  const current = fixes.filter(({ document, version }) => document.version === version && !document.isDirty);
  for (const { document } of fixes.filter((one) => !current.includes(one)))
    left.push({ name: nameOf({ uri: document.uri.toString() }), why: l10n.t("it is being edited") });
  const edit = wholeEdit(current, chosen === look);
  if (current.length > 0) await workspace.applyEdit(edit, { isRefactoring: true });
  // Of pages that were looked at first, some may have been left out, or all of them.
  const fixed = current.filter(({ document, version }) => document.version !== version);
  if (fixed.length > 0 || chosen === fix || left.length > 0) tell(fixed.length, left);
}

function isIn(page: string, folder: string | undefined): boolean {
  if (page.startsWith("untitled:")) return false;
  return folder === undefined || folder === "" || `${folderOf(page)}/`.startsWith(`${folder.replace(/\/$/, "")}/`);
}

/** What fixes a page, as it is written on the disk. */
async function fixesOf(server: Server, page: IssuePage, token: CancellationToken): Promise<PageFixes | Left> {
  const name = nameOf(page);
  try {
    const document = await openAsWritten(server, Uri.parse(page.uri));
    if (!document) return { name, why: l10n.t("it is open in an encoding that is not its own") };
    if (document.isDirty) return { name, why: l10n.t("it has changes that are not saved") };
    if (!isPage(document)) return { name, why: l10n.t("VS Code does not take it for a newspaper page") };
    const { version, uri } = document;
    const whole = document.validateRange(new Range(0, 0, document.lineCount, 0));
    const provider = "vscode.executeCodeActionProvider";
    const actions = await commands.executeCommand<CodeAction[]>(provider, uri, whole, FIX_ALL_KIND, 1);
    const edit = actions.find(({ kind }) => kind?.value === FIX_ALL_KIND)?.edit;
    return { document, version, edits: token.isCancellationRequested ? [] : (edit?.get(uri) ?? []) };
  } catch (error) {
    server.log.warn(`${page.uri}: ${String(error)}`);
    return { name, why: l10n.t("it cannot be read") };
  }
}

/** All fixes as one edit. Where they are to be looked at first, each waits to be ticked in VS Code's preview. */
function wholeEdit(fixes: readonly PageFixes[], needsConfirmation: boolean): WorkspaceEdit {
  const edit = new WorkspaceEdit();
  const label = l10n.t("Safe fixes: no words are changed");
  for (const { document, edits } of fixes)
    for (const { range, newText } of edits) {
      const metadata = needsConfirmation ? { needsConfirmation, label } : undefined;
      edit.replace(document.uri, range, newText, metadata);
    }
  return edit;
}

function tell(fixed: number, left: readonly Left[]): void {
  const done = fixed > 0 ? l10n.t("Pages fixed: {0}.", fixed) : l10n.t("No page was changed.");
  if (left.length === 0) {
    window.showInformationMessage(done);
    return;
  }
  const named = left.slice(0, MOST_NAMED).map(({ name, why }) => l10n.t("{0} ({1})", name, why));
  const more = left.length > MOST_NAMED ? l10n.t(" and {0} more", left.length - MOST_NAMED) : "";
  window.showWarningMessage(`${done} ${l10n.t("Left as they are: {0}", named.join(l10n.t(", ")) + more)}`);
}

/** A message has room for no more. */
const MOST_NAMED = 6;
