/** The worker's queue: takes questions in order, drops those nobody waits for, answers one a turn. */

import type { PageFacts } from "../core/issue/page-facts.ts";
import type { Finding } from "../core/page/finding.ts";
import type { Settings } from "../core/page/settings.ts";
import { describe } from "../workspace/log.ts";
import type { FileChange, IndexPlan } from "../workspace/name-service.ts";
import type { PageAnswers } from "../workspace/page-answers.ts";
import type { SetByFolder } from "../workspace/set-by-folder.ts";
import type {
  Answers,
  FromWorker,
  IndexQuestion,
  PageQuestion,
  Question,
  ToWorker,
  WorkerPage,
} from "./worker-messages.ts";

/** What the worker knows of the workspace beyond the pages it was sent. */
export interface WorkspaceAnswers {
  /** What a file has to be read for comes later. */
  answer(question: IndexQuestion): Answers[keyof Answers] | Promise<Answers[keyof Answers]>;
  /** What the rules find on a page that go by its issue; `open` are all pages that were sent. */
  issueFindings(uri: string, open: readonly SentPage[], settings: Pick<Settings, "rules">): readonly Finding[];
  index(plan: IndexPlan): void;
  stopIndexing(): void;
  checkBy(set: SetByFolder): void;
  /** Leaves the files of these pages alone. */
  setAside(uris: readonly string[]): void;
  /** Says whether a lexicon is among what has changed, so that pages are to be read anew. */
  changed(changes: readonly FileChange[]): boolean;
}

/** A page that was sent, as its issue sees it. */
export interface SentPage {
  readonly uri: string;
  facts(): PageFacts;
}

/**
 * Takes the messages of {@link ToWorker}. `open` makes a page ready to be asked about and is called at its first
 * question; `post` sends an answer. Each question waits a turn, so that a message that makes it needless, a
 * cancellation or a newer version of the page, is read first.
 */
export function createQueue(
  open: (page: WorkerPage, sheets?: PageAnswers["sheets"]) => PageAnswers,
  post: (message: FromWorker) => void,
  workspace?: WorkspaceAnswers,
): (message: ToWorker) => void {
  const pages = new Map<string, KnownPage>();
  const queue = new Map<number, { readonly question: Question; readonly about: object | undefined }>();
  const opened = (known: KnownPage): PageAnswers => {
    post({ reading: known.page.uri });
    if (known.answers) return known.answers;
    known.answers = open(known.page, known.sheets);
    known.sheets = known.answers.sheets;
    const { unreadFrom } = known.answers;
    if (unreadFrom !== undefined) post({ unread: { uri: known.page.uri, line: unreadFrom } });
    return known.answers;
  };
  /** What a page's issue has to know of it, asked for on behalf of another page. */
  const factsOf = (known: KnownPage, asker: string): PageFacts => {
    const facts = opened(known).facts();
    post({ reading: asker });
    return facts;
  };
  const answer = (question: Question): Answers[keyof Answers] | Promise<Answers[keyof Answers]> => {
    if (!isAboutPage(question)) return workspace?.answer(question);
    const known = pages.get(question.uri);
    if (!known) return undefined;
    if (question.ask !== "issueFindings") return answerOf(opened(known), question);
    const sent = [...pages].map(([uri, page]) => ({ uri, facts: () => factsOf(page, question.uri) }));
    return workspace?.issueFindings(question.uri, sent, question.settings);
  };
  const next = async (): Promise<void> => {
    const [first] = queue;
    if (!first) return;
    const [id, { question, about }] = first;
    queue.delete(id);
    try {
      const stale = isAboutPage(question) && about !== pages.get(question.uri);
      const answered = stale ? undefined : answer(question);
      post({ id, answer: answered instanceof Promise ? await answered : answered });
    } catch (error) {
      post({ id, failure: `${question.ask}: ${describe(error)}` });
    }
  };
  return (message) => {
    if ("page" in message) {
      const { page } = message;
      pages.set(page.uri, { page, sheets: pages.get(page.uri)?.sheets });
    } else if ("forget" in message) pages.delete(message.forget);
    else if ("cancel" in message) queue.delete(message.cancel);
    else if ("index" in message) workspace?.index(message.index);
    else if ("stopIndexing" in message) workspace?.stopIndexing();
    else if ("setAside" in message) workspace?.setAside(message.setAside);
    else if ("checkBy" in message) workspace?.checkBy(message.checkBy);
    else if ("changed" in message) {
      if (workspace?.changed(message.changed)) for (const known of pages.values()) delete known.answers;
    } else {
      const { id, question } = message;
      queue.set(id, { question, about: isAboutPage(question) ? pages.get(question.uri) : undefined });
      setImmediate(() => void next());
    }
  };
}

/** A page as it was last sent, what it answers once it was asked, and what an earlier version of it left. */
interface KnownPage {
  readonly page: WorkerPage;
  answers?: PageAnswers;
  sheets: PageAnswers["sheets"] | undefined;
}

function isAboutPage(question: Question): question is PageQuestion {
  return "uri" in question;
}

function answerOf(
  page: PageAnswers,
  question: Exclude<PageQuestion, { readonly ask: "issueFindings" }>,
): Answers[keyof Answers] {
  switch (question.ask) {
    case "mentions":
      return page.mentions();
    case "card":
      return page.card(question.offset, question.locale);
    case "entry":
      return page.entry(question.key);
    case "addition":
      return page.addition(question.offset, question.folder);
    case "findings":
      return page.findings(question.settings);
  }
}
