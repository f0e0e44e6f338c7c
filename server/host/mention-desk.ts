/** The worker's desk: takes questions in order, drops those nobody waits for, answers one a turn. */

import type { Locale } from "../core/locale.ts";
import type { Mention } from "../core/mentions/types.ts";
import { describe } from "../lsp/guard.ts";
import type { MentionCard } from "../lsp/mentions.ts";
import type { FromWorker, Question, ToWorker, WorkerPage } from "./messages.ts";

/** What can be asked about one version of a page. */
export interface PageMentions {
  mentions(): readonly Mention[];
  /** The card of the mention at a page offset (UTF-16). */
  card(offset: number, locale: Locale): MentionCard | undefined;
}

/**
 * Takes the messages of {@link ToWorker}. `open` makes a page ready to be asked about and is called at its first
 * question; `post` sends an answer. Each question waits a turn, so that a message that makes it needless, a
 * cancellation or a newer version of the page, is read first.
 */
export function createDesk(
  open: (page: WorkerPage) => PageMentions,
  post: (message: FromWorker) => void,
): (message: ToWorker) => void {
  const pages = new Map<string, { readonly page: WorkerPage; mentions?: PageMentions }>();
  const queue = new Map<number, { readonly question: Question; readonly about: object | undefined }>();
  const answer = (question: Question): ReturnType<PageMentions["card" | "mentions"]> => {
    const known = pages.get(question.uri);
    if (!known) return undefined;
    known.mentions ??= open(known.page);
    return question.ask === "mentions"
      ? known.mentions.mentions()
      : known.mentions.card(question.offset, question.locale);
  };
  const next = (): void => {
    const [first] = queue;
    if (!first) return;
    const [id, { question, about }] = first;
    queue.delete(id);
    try {
      const stale = about !== pages.get(question.uri);
      post({ id, answer: stale ? undefined : answer(question) });
    } catch (error) {
      post({ id, failure: `${question.ask}: ${describe(error)}` });
    }
  };
  return (message) => {
    if ("page" in message) pages.set(message.page.uri, { page: message.page });
    else if ("forget" in message) pages.delete(message.forget);
    else if ("cancel" in message) queue.delete(message.cancel);
    else {
      queue.set(message.id, { question: message.question, about: pages.get(message.question.uri) });
      setImmediate(next);
    }
  };
}
