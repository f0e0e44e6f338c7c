/** One run of the command line: its language, colours and settings, and what has gone wrong in it so far. */

import { dirname } from "node:path";
import type { Settings } from "../core/page/settings.ts";
import { settingsOf } from "../core/setting-table.ts";
import type { Locale, Localised } from "../core/text/locale.ts";
import type { EncodingName } from "../host/encodings.ts";
import { reasonOf } from "../host/refusal.ts";
import { type SettingsFile, settingsFiles } from "../host/settings-file.ts";
import { houseSettings } from "./house-settings.ts";
import type { Io } from "./io.ts";
import { createProgress, NO_PROGRESS, type Progress } from "./progress.ts";
import { forTerminal, jsonForTerminal, NO_COLOURS, onOneLine } from "./terminal.ts";
import { voiceOf, type WorkContext } from "./work.ts";

/** The options that every command takes, as they were given. */
export interface CommonOptions {
  readonly config?: string;
  readonly numberSpacing?: Settings["numberSpacing"];
  readonly rule?: Settings["rules"];
  readonly color?: boolean;
  readonly jobs?: number;
  readonly encoding?: EncodingName;
  /** Whether what the house has accepted is left out of the findings; it is where nothing else is said. */
  readonly accepted?: boolean;
}

/** A run that does work itself speaks for it, too. */
export interface Session extends WorkContext {
  readonly io: Io;
  /** Threads asked for. */
  readonly jobs: number | undefined;
  /** How pages are written, where it was said. */
  readonly encoding: EncodingName | undefined;
  readonly progress: Progress;
  /** Prints for a person: what a terminal would obey is shown instead (terminal.ts). */
  print(text: string): Promise<void>;
  /** Prints JSON: the same values, in a form that is fit for a terminal. */
  printJson(json: string): Promise<void>;
  /** Prints what is for programs, not a character changed, except where a person reads it at a terminal. */
  printPage(text: string): Promise<void>;
  /** Writes to stdout what is fit for every reader. */
  write(data: string | Uint8Array): Promise<void>;
  /** Tells on stderr what could not be done, and to what; the exit code will say so too. */
  fail(problem: unknown, about?: string): Promise<void>;
  /** Tells something on stderr that stops nothing. */
  warn(text: Localised, about?: string): Promise<void>;
  /** What failed so far, in words. */
  readonly failures: readonly string[];
  /**
   * The settings for pages in a folder: from the command line, else from the settings file that holds there. What is
   * wrong in that is told through `warn`, once a run.
   */
  settingsFor(folder: string, warn?: WorkContext["warn"]): Promise<Settings>;
  /** The same for a page (absolute path), with what the house's files say of it; without a path, for what stands in the working folder. */
  settingsForPage(path: string | undefined, warn?: WorkContext["warn"]): Promise<Settings>;
}

/** @param changesPages whether the command writes pages anew: what was accepted is to stay as it is then */
export function createSession(io: Io, locale: Locale, options: CommonOptions, changesPages = false): Session {
  const failures: string[] = [];
  const complained = new Set<string>();
  const stored = settingsFiles(io.files);
  const house = houseSettings(io.cwd, options.accepted === false ? "none" : changesPages ? "every" : "any");
  const isWatched = io.isErrorTerminal && io.env.TERM !== "dumb";
  const progress = isWatched ? createProgress({ locale, write: io.stderr.write, now: io.now }) : NO_PROGRESS;
  const tell = async (text: string, about?: string): Promise<void> => {
    await progress.clear();
    const line = `galley: ${about === undefined ? "" : `${about}: `}${text}`;
    await io.stderr.write(`${forTerminal(onOneLine(line), NO_COLOURS)}\n`);
  };
  const warn = (text: Localised, about?: string): Promise<void> => tell(text[locale], about);
  const heed = async ({ path, faults }: SettingsFile, tellOf: WorkContext["warn"]): Promise<void> => {
    if (complained.has(path)) return;
    complained.add(path);
    for (const { message } of faults) await tellOf(message, path);
  };
  const settingsFor: Session["settingsFor"] = async (folder, tellOf = warn) => {
    const file = await (options.config === undefined ? stored.forFolder(folder) : stored.from(options.config));
    if (file?.refusal) throw file.refusal;
    if (file) await heed(file, tellOf);
    const settings = settingsOf(file?.set ?? {});
    return {
      ...settings,
      numberSpacing: options.numberSpacing ?? settings.numberSpacing,
      rules: { ...settings.rules, ...options.rule },
    };
  };
  const voice = voiceOf(locale, wantsColour(io, options.color));
  const write: Session["write"] = async (data) => {
    await progress.clear();
    await io.stdout.write(data);
  };
  const print = (text: string): Promise<void> => write(forTerminal(text, voice.colours));
  return {
    ...voice,
    io,
    cwd: io.cwd,
    jobs: options.jobs,
    encoding: options.encoding,
    progress,
    loadSegmenter: () => io.loadSegmenter(),
    print,
    printJson: (json) => write(jsonForTerminal(json)),
    write,
    printPage: (text) => (io.isTerminal ? print(text) : write(text)),
    failures,
    warn,
    async fail(problem, about) {
      const text = problem instanceof Error ? reasonOf(problem)[locale] : (problem as Localised)[locale];
      failures.push(about === undefined ? text : `${about}: ${text}`);
      await tell(text, about);
    },
    settingsFor,
    async settingsForPage(path, tellOf = warn) {
      const settings = await settingsFor(path === undefined ? io.cwd : dirname(path), tellOf);
      const { accepted, ...others } = await house(path, tellOf);
      return { ...settings, ...others, ...(accepted && options.accepted !== false && { accepted }) };
    },
  };
}

/** `--color` and `--no-color` decide; then the environment (no-color.org, force-color.org); then who reads. */
function wantsColour({ env, isTerminal }: Io, asked: boolean | undefined): boolean {
  if (asked !== undefined) return asked;
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== "0";
  return isTerminal && env.TERM !== "dumb";
}
