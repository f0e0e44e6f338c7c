/** The house's files as an editor has them open: what is wrong in them, which entries have no effect any more, and what takes one back. */

import type { CodeAction, CodeActionParams, Connection, Diagnostic, Range } from "vscode-languageserver";
import { staleAmong } from "../core/accepted.ts";
import { analyze } from "../core/analyze.ts";
import type { AcceptedEntry } from "../core/house/accepted-file.ts";
import type { Settings } from "../core/page/settings.ts";
import { PAGE_RULES } from "../core/rules/index.ts";
import { substance } from "../core/substance.ts";
import type { Localised } from "../core/text/locale.ts";
import { positionsOf } from "../core/text/positions.ts";
import { pageOf, type Span, type TextEdit } from "../core/text/text.ts";
import { fileUri } from "../workspace/file-uri.ts";
import type { AcceptedFile, HouseFiles } from "../workspace/house.ts";
import { describe, type Log } from "../workspace/log.ts";
import type { Pages } from "../workspace/pages.ts";
import type { Client } from "./client.ts";
import { savingAfter } from "./features/accept-actions.ts";
import type { FaultDisplay } from "./file-faults.ts";
import {
  CodeActionKind,
  CodeActionRequest,
  DiagnosticSeverity,
  DiagnosticTag,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  TextDocumentSyncKind,
} from "./library.ts";
import { oneAtATime } from "./one-at-a-time.ts";

export interface HouseDocuments {
  /** The editor has a file of the house open and shows this text of it. */
  changed(uri: string, version: number, text: string): void;
  closed(uri: string): void;
  /** Whether the editor has it open. */
  has(uri: string): boolean;
  /** Pages or files have changed on the disk: entries are looked at anew. */
  look(): void;
  codeActions(params: CodeActionParams): Promise<CodeAction[]>;
}

export interface HouseDocumentsOptions {
  readonly client: () => Client;
  readonly house: HouseFiles;
  readonly pages: Pages;
  /** What holds for a page (URI), open or not. */
  readonly settingsFor: (uri: string) => Promise<Settings>;
  readonly faults: FaultDisplay;
  readonly log: Log;
  /** What holds for pages may have changed. */
  readonly onChange: () => void;
}

/** Globs of the files that are followed while they are open. */
export const HOUSE_FILES = "**/.galley/{accepted,words}.{yaml,yml,json}";

/** Asks the client for these files while they are open, too: their text, and what can be done in them. */
export function registerHouseFiles(connection: Connection, client: Client, log: Log): void {
  if (!client.registersDocuments) return;
  const documentSelector = [{ scheme: "file", pattern: HOUSE_FILES }];
  const register = async (): Promise<void> => {
    await connection.client.register(DidOpenTextDocumentNotification.type, { documentSelector });
    await connection.client.register(DidCloseTextDocumentNotification.type, { documentSelector });
    await connection.client.register(DidChangeTextDocumentNotification.type, {
      documentSelector,
      syncKind: TextDocumentSyncKind.Incremental,
    });
    await connection.client.register(CodeActionRequest.type, {
      documentSelector,
      codeActionKinds: [CodeActionKind.QuickFix],
    });
  };
  register().catch((error: unknown) => log.error(`client/registerCapability: ${describe(error)}`));
}

export function createHouseDocuments(options: HouseDocumentsOptions): HouseDocuments {
  const { client, house, faults, log, onChange } = options;
  const open = new Map<string, { readonly version: number; readonly text: string }>();
  /** Which entries of each file are stale, as it was last told. */
  const stale = new Map<string, Diagnostic[]>();
  const lookOnce = async (uri: string): Promise<void> => {
    const before = open.get(uri);
    try {
      const file = await house.accepted(uri);
      const entries = file ? await staleIn(file, options, () => open.get(uri) === before) : [];
      if (open.get(uri) !== before) return;
      const told = file && before ? entries.map((entry) => staleOf(file, entry, client())) : [];
      stale.set(uri, told);
      faults.remark(uri, told);
    } catch (error) {
      log.error(`${uri}: ${describe(error)}`);
    }
  };
  const looks = new Map<string, () => Promise<void>>();
  /** A look reads every page that the file names, so no two go on at a time. */
  const lookAt = (uri: string): Promise<void> => {
    const look = looks.get(uri) ?? oneAtATime(() => lookOnce(uri));
    looks.set(uri, look);
    return look();
  };
  return {
    changed(uri, version, text) {
      open.set(uri, { version, text });
      house.edited(uri, text);
      onChange();
      void lookAt(uri);
    },
    closed(uri) {
      open.delete(uri);
      house.edited(uri, undefined);
      onChange();
      void lookAt(uri);
    },
    has: (uri) => open.has(uri),
    look() {
      for (const uri of open.keys()) void lookAt(uri);
    },
    async codeActions({ textDocument: { uri }, range, context }) {
      const document = open.get(uri);
      const file = document && (await house.accepted(uri));
      if (!document || !file || open.get(uri) !== document) return [];
      if (context.only && !context.only.some((kind) => kind === "" || CodeActionKind.QuickFix.startsWith(kind)))
        return [];
      const at = positionsOf(pageOf(file.text));
      const span = at.span(range);
      const touched = file.entries.filter(({ start, end }) => start <= span.end && end >= span.start);
      const here = touched.length > 0 ? touched : file.entries.filter((entry) => isOnLinesOf(file.text, entry, span));
      const gone = stale.get(uri) ?? [];
      const action = async (
        title: Localised,
        entries: readonly AcceptedEntry[],
        shown: Diagnostic[],
      ): Promise<CodeAction[]> => {
        const edits = (await house.takeBack(file, entries)).map((edit: TextEdit) => at.edit(edit));
        // Where the file has faults of writing, what it says may not be found again in it.
        if (edits.length === 0) return [];
        const edit = client().documentChanges
          ? { documentChanges: [{ textDocument: { uri, version: document.version }, edits }] }
          : { changes: { [uri]: edits } };
        const saving = savingAfter(client(), edit);
        return [{ title: client().say(title), kind: CodeActionKind.QuickFix, diagnostics: shown, edit, ...saving }];
      };
      const actions = here.map((entry) => {
        const shown = context.diagnostics.filter((one) => sameRange(one.range, at.range(entry)));
        return action(shown.length > 0 ? REMOVE : TAKE_BACK, [entry], shown);
      });
      const old = file.entries.filter((entry) => gone.some((one) => sameRange(one.range, at.range(entry))));
      if (old.length > 1 && here.some((entry) => old.includes(entry)))
        actions.push(action(removeAll(old.length), old, []));
      return (await Promise.all(actions)).flat();
    },
  };
}

/** Whether a place is on the lines of an entry: its dash and what is before it belong to it as well. */
function isOnLinesOf(text: string, { start, end }: Span, place: Span): boolean {
  const last = start + text.slice(start, end).trimEnd().length;
  const [lineStart, lineEnd] = [text.lastIndexOf("\n", start - 1) + 1, text.indexOf("\n", last)];
  return lineStart <= place.end && place.start <= (lineEnd < 0 ? text.length : lineEnd);
}

const TAKE_BACK: Localised = {
  zh: "不再接受：删去这一条，恢复提示",
  en: "Take back: remove this entry, and it is reported again",
};
const REMOVE: Localised = { zh: "删去这一条", en: "Remove this entry" };

function removeAll(count: number): Localised {
  return { zh: `删去全部 ${count} 条不起作用的`, en: `Remove all ${count} entries without effect` };
}

function sameRange(a: Range, b: Range): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** An entry that has no effect, and why. */
interface StaleEntry extends AcceptedEntry {
  readonly why: Localised;
}

const NO_PAGE: Localised = {
  zh: "没有这个版面了，这一条不起作用。",
  en: "There is no such page any more: this entry has no effect.",
};
const NO_FINDING: Localised = {
  zh: "这一版上已经没有它所指的问题，这一条不起作用。",
  en: "What it accepts is not found on that page any more: this entry has no effect.",
};

/** The entries of a file that name a page and hold for nothing on it; pages are read one a turn, as long as that is wanted. */
async function staleIn(
  file: AcceptedFile,
  { house, pages, settingsFor }: Pick<HouseDocumentsOptions, "house" | "pages" | "settingsFor">,
  isWanted: () => boolean,
): Promise<StaleEntry[]> {
  const found: StaleEntry[] = [];
  for (const path of new Set(file.entries.flatMap(({ page }) => page ?? []))) {
    const entries = file.entries.filter(({ page }) => page === path);
    await new Promise((next) => setImmediate(next));
    if (!isWanted()) return [];
    const stored = await house.page(file, path);
    if (!stored) {
      found.push(...entries.map((entry) => ({ ...entry, why: NO_PAGE })));
      continue;
    }
    const text = pages.all().find(({ uri }) => fileUri(uri) === fileUri(stored.uri))?.text ?? stored.text;
    const old = staleOn(text, entries, await settingsFor(stored.uri));
    found.push(...old.map((entry) => ({ ...entry, why: NO_FINDING })));
  }
  return found;
}

/** Every rule of a page, also those that are off by default. */
const ALL_ON: Settings["rules"] = Object.fromEntries(PAGE_RULES.map(({ id }) => [id, "warning"]));

/**
 * Those that hold for nothing on a page, were all rules turned on. What goes by names takes a dictionary, and what goes by an issue its
 * other pages: of such entries the words are looked for.
 */
function staleOn(text: string, entries: readonly AcceptedEntry[], settings: Settings): AcceptedEntry[] {
  const byMore = (entry: AcceptedEntry): boolean => !PAGE_RULES.some(({ id }) => id === entry.rule);
  const { accepted: _, ...others } = settings;
  const words = substance(text);
  const { findings } = analyze(text, { ...others, rules: ALL_ON });
  const own = staleAmong(
    text,
    entries.filter((entry) => !byMore(entry)),
    findings,
  );
  const gone = entries.filter(
    (entry) =>
      byMore(entry) && !words.includes(substance(`${entry.before ?? ""}${entry.text ?? ""}${entry.after ?? ""}`)),
  );
  return entries.filter((entry) => own.includes(entry) || gone.includes(entry));
}

function staleOf({ text }: AcceptedFile, { why, ...span }: StaleEntry, client: Client): Diagnostic {
  return {
    range: positionsOf(pageOf(text)).range(span),
    severity: DiagnosticSeverity.Information,
    tags: [DiagnosticTag.Unnecessary],
    source: "galley",
    message: client.say(why),
  };
}
