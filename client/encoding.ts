/** Pages that were opened in an encoding that is not theirs: said once, and opened anew in the right one by a click. */

import { commands, Disposable, l10n, type TextDocument, type Uri, window, workspace } from "vscode";
import { asPlainText, ENCODING, type EncodedBytes, type EncodingName } from "../server/protocol.ts";
import { isPage, READ_ONLY } from "./language.ts";
import type { Server } from "./server.ts";

/**
 * VS Code's names for the encodings that the server tells apart, the one to open a page in first; those after it read the
 * same characters unless some are missing.
 */
const ENCODINGS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  "utf-8": ["utf8", "utf8bom"],
  gb18030: ["gb18030", "gbk", "gb2312", "cp936"],
  big5: ["cp950", "big5hkscs"],
  "big5-hkscs": ["big5hkscs"],
  "utf-16le": ["utf16le"],
  "utf-16be": ["utf16be"],
};

/** What a person calls them. */
const NAMES: Readonly<Record<string, string>> = {
  "utf-8": "UTF-8",
  gb18030: "GB18030",
  big5: "Big5",
  "big5-hkscs": "Big5-HKSCS",
  "utf-16le": "UTF-16 LE",
  "utf-16be": "UTF-16 BE",
};

/** Stands where bytes could not be read. */
const UNREADABLE = "\ufffd";

/** Bytes are not looked at beyond this many: nobody edits a page that long. */
const LONGEST = 50_000_000;

/**
 * Looks at each page when it is opened. A window that starts with one opens it before it knows that the encoding of pages is to be
 * guessed, and reads GB18030 as UTF-8; saving what is shown then would spoil the file.
 */
export function watchEncodings(server: Server): Disposable {
  /** Pages that were spoken of already, by address: whoever said no is not asked again. */
  const told = new Set<string>();
  const look = async (document: TextDocument): Promise<void> => {
    const uri = document.uri.toString();
    if (told.has(uri)) return;
    const right = await rightEncoding(server, document);
    if (!right || document.isClosed || told.has(uri)) return;
    told.add(uri);
    await offer(document, NAMES[right.name] ?? right.name, right.id);
  };
  const lookAtAll = (): void => {
    if (server.state === "running") for (const document of workspace.textDocuments) void look(document);
  };
  lookAtAll();
  return Disposable.from(
    workspace.onDidOpenTextDocument((document) => void look(document)),
    server.onDidChangeState(lookAtAll),
  );
}

/**
 * Opens a file as the text that it was written as, where VS Code would take its encoding for another one; undefined where it is open so
 * already, with changes, as reading it anew would lose them.
 */
export async function openAsWritten(server: Server, uri: Uri): Promise<TextDocument | undefined> {
  const document = await workspace.openTextDocument(uri);
  const right = await rightEncoding(server, document);
  if (!right) return document;
  if (document.isDirty) return undefined;
  const anew = await workspace.openTextDocument(uri, { encoding: right.id });
  // An older VS Code knows of no encodings, and gives the same document again.
  return anew.encoding === right.id ? anew : undefined;
}

/** Whether it is worth reading the bytes of a page: most are UTF-8 and whole. */
function mayBeMisread(document: TextDocument): boolean {
  const { uri, encoding } = document;
  if (!isPage(document) || document.isUntitled || READ_ONLY.includes(uri.scheme)) return false;
  return encoding !== "utf8" || document.getText().includes(UNREADABLE);
}

/** The encoding that a page was to be opened in, and was not: what the server calls it, and what VS Code knows it by. */
async function rightEncoding(
  server: Server,
  document: TextDocument,
): Promise<{ readonly name: string; readonly id: string } | undefined> {
  if (!mayBeMisread(document)) return undefined;
  const name = await encodingOf(server, document);
  const [id, ...asGood] = (name && ENCODINGS[name]) || [];
  const readable = !document.getText().includes(UNREADABLE) && asGood.includes(document.encoding);
  return !name || !id || document.encoding === id || readable ? undefined : { name, id };
}

async function encodingOf(server: Server, { uri }: TextDocument): Promise<string | undefined> {
  try {
    const bytes = await workspace.fs.readFile(uri);
    if (bytes.length > LONGEST) return undefined;
    const request: EncodedBytes = { base64: Buffer.from(bytes).toString("base64") };
    return (await server.request<EncodingName>(ENCODING, request))?.name;
  } catch (error) {
    server.log.debug(String(error));
    return undefined;
  }
}

/** `name` is what the encoding is called, `id` what VS Code knows it by. */
async function offer(document: TextDocument, name: string, id: string): Promise<void> {
  const reopen = l10n.t("Reopen as {0}", name);
  const message = l10n.t(
    "“{0}” is written in {1} but was opened in another encoding, so its characters are wrong. Do not save it like this: that would spoil the file.",
    asPlainText(document.uri.path.split("/").at(-1) ?? ""),
    name,
  );
  if ((await window.showWarningMessage(message, reopen)) !== reopen) return;
  if (document.isDirty && !(await mayDiscard(document))) return;
  await workspace.openTextDocument(document.uri, { encoding: id });
}

/** Asks before what was typed is given up, and gives it up, as a page with changes can't be read anew. */
async function mayDiscard(document: TextDocument): Promise<boolean> {
  const discard = l10n.t("Discard and Reopen");
  const question = l10n.t("The page has changes that are not saved. Reopening it discards them.");
  if ((await window.showWarningMessage(question, { modal: true }, discard)) !== discard) return false;
  await window.showTextDocument(document);
  await commands.executeCommand("workbench.action.files.revert");
  return !document.isDirty;
}
