/** The work of a command on one page or line, done in the process itself or in a thread: the same function, the same answer. */

import type { Settings } from "../core/page/settings.ts";
import type { Locale, Localised } from "../core/text/locale.ts";
import { reasonOf } from "../host/refusal.ts";
import type { LoadedSegmenter } from "../host/segmenter.ts";
import { type Colours, coloursOf } from "./terminal.ts";

/** How a run speaks. */
export interface Voice {
  readonly locale: Locale;
  readonly colours: Colours;
  say(text: Localised): string;
}

/** What work is told of the run that it is part of. */
export interface WorkContext extends Voice {
  /** Absolute path of the working folder. */
  readonly cwd: string;
  /** Loads the dictionary, which takes a second; called where words are needed. */
  loadSegmenter(): LoadedSegmenter;
  /** Tells something that stops nothing. */
  warn(text: Localised, about?: string): void | Promise<void>;
}

/** What a command makes of one page or line. Throws where it can't. */
export type Work<I, O> = (input: I) => O | Promise<O>;

/** Gets the work ready; loads nothing heavy before the first page needs it. */
export type StartWork<I, O> = (context: WorkContext) => Work<I, O>;

/** Which work it is, as it crosses to a thread. */
export interface Job {
  readonly command: "check" | "fix" | "outline" | "entities" | "export";
  /** Of pages, or of lines by these settings. */
  readonly lines?: { readonly settings: Settings };
  readonly options: object;
  readonly locale: Locale;
  readonly coloured: boolean;
  readonly cwd: string;
}

/** A warning as it is told at the page's turn. */
export interface Note {
  readonly text: Localised;
  readonly about?: string;
}

/** What came of a page or line, and the warnings before it. */
export type Answer<O> = { readonly notes: readonly Note[] } & ({ readonly value: O } | { readonly failure: Localised });

/** Does the work and keeps what it warns of; never rejects. */
export function createAnswerer<I, O>(
  start: StartWork<I, O>,
  context: Omit<WorkContext, "warn">,
): (input: I) => Promise<Answer<O>> {
  let notes: Note[] = [];
  const told = (): Note[] => {
    const since = notes;
    notes = [];
    return since;
  };
  const work = start({
    ...context,
    warn: (text, about) => void notes.push({ text, ...(about !== undefined && { about }) }),
  });
  return async (input) => {
    try {
      const value = await work(input);
      return { notes: told(), value };
    } catch (error) {
      return { notes: told(), failure: reasonOf(error) };
    }
  };
}

/** How a run of that language speaks. */
export function voiceOf(locale: Locale, coloured: boolean): Voice {
  return { locale, colours: coloursOf(coloured), say: (text) => text[locale] };
}
