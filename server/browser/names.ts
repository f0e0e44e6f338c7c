/** Mentions and names from the thread of names, as the server asks for them in a browser: without the index of the workspace. */

import { needsNames } from "../core/rules/apply.ts";
import { WorkerLink } from "../host/worker-link.ts";
import type { Answers, PageQuestion } from "../host/worker-messages.ts";
import type { Thread } from "../host/worker-thread.ts";
import type { FileText } from "../protocol.ts";
import type { FileFaults } from "../workspace/file-faults.ts";
import type { Log } from "../workspace/log.ts";
import type { MentionQuery, MentionService } from "../workspace/mention-service.ts";
import { type NameService, NO_NAMES } from "../workspace/name-service.ts";
import type { OpenPage } from "../workspace/pages.ts";
import { shareAnswers } from "../workspace/shared-answers.ts";
import type { PageLexicon } from "./names-thread.ts";
import type { Port } from "./port.ts";

export interface NamesOptions {
  /** Leads to the thread of names. */
  readonly port: Port;
  readonly log: Log;
  /** The lexicon that holds in a folder (URI), as the client reads it. */
  lexiconIn(folder: string): Promise<FileText | undefined>;
}

export function createNames({ port, log, lexiconIn }: NamesOptions): MentionService & NameService {
  let onFaults = (_: FileFaults): void => {};
  const link = new WorkerLink({
    start: () => threadAt(port),
    log,
    onTold: (message) => void ("faults" in message && onFaults(message.faults)),
    onStart: () => {},
    onLost: () => {},
  });
  /** By folder, until a file of `.galley` changes. */
  const lexicons = new Map<string, Promise<FileText | undefined>>();
  /** By page: the lexicon that the thread was last told of. */
  const told = new Map<string, FileText | undefined>();
  /** The lexicon of a page, told to the thread where it is another than before. */
  const lexiconOf = async (page: OpenPage): Promise<FileText | undefined> => {
    const folder = folderOf(page.uri);
    if (folder === undefined) return undefined;
    const reading = lexicons.get(folder) ?? lexiconIn(folder);
    lexicons.set(folder, reading);
    const file = await reading;
    if (told.get(page.uri)?.text !== file?.text || told.get(page.uri)?.uri !== file?.uri) {
      told.set(page.uri, file);
      port.postMessage({ lexicon: { page: page.uri, file } satisfies PageLexicon });
    }
    return file;
  };
  const ask = async <K extends PageQuestion["ask"]>(
    { page, token }: MentionQuery,
    question: PageQuestion & { readonly ask: K },
    empty: Answers[K],
  ): Promise<Answers[K]> => {
    await lexiconOf(page);
    return link.ask(question, { token, empty, page });
  };
  const shared = shareAnswers((page: OpenPage, token) =>
    ask<"mentions">({ page, token }, { ask: "mentions", uri: page.uri }, []),
  );
  return {
    ...NO_NAMES,
    mentions: ({ page, token }) => shared.of(page, token),
    known: (page) => shared.known(page),
    card: (query, offset, locale) => ask(query, { ask: "card", uri: query.page.uri, offset, locale }, undefined),
    entry: (query, { type, entity }) =>
      ask(query, { ask: "entry", uri: query.page.uri, key: { type, entity } }, undefined),
    addition: (query, offset, folder) =>
      ask(query, { ask: "addition", uri: query.page.uri, offset, folder }, undefined),
    async findings(query, { rules, fixableSeverity }) {
      if (!needsNames({ rules }, (await lexiconOf(query.page)) !== undefined)) return [];
      return ask(query, { ask: "findings", uri: query.page.uri, settings: { rules, fixableSeverity } }, []);
    },
    changed(changes) {
      if (!changes.some(({ uri }) => uri.includes("/.galley"))) return;
      lexicons.clear();
      shared.forget();
    },
    onFaults(listener) {
      onFaults = listener;
    },
    forget(uri) {
      told.delete(uri);
      link.forget(uri);
    },
    close: () => link.close(),
  };
}

/** A thread that the client has started and ends: what is at the other end of a port. */
function threadAt(port: Port): Thread {
  return {
    postMessage: (message) => port.postMessage(message),
    on(event: string, listener: (given: never) => void) {
      if (event === "message") port.onmessage = ({ data }) => listener(data as never);
    },
    terminate: () => port.close(),
  };
}

/** The folder of a page (URI, without a slash at its end); nothing for a page that is no file yet. */
function folderOf(uri: string): string | undefined {
  return /^(?!untitled:)[a-z][a-z\d+.-]*:\/\/.*(?=\/[^/]*$)/i.exec(uri)?.[0];
}
