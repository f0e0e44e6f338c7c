/** The built server over standard input and output, as an editor meets it. */

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Diagnostic, DocumentDiagnosticReport, Position, Range } from "vscode-languageserver";
import { CodeActionTriggerKind } from "vscode-languageserver";
import { ROOT } from "../../scripts/bundling.ts";
import { CHOOSING, type ServerProcess, spawnServer } from "../support/lsp-client.ts";
import { type Random, randomFrom } from "../support/typesetter/index.ts";
import { type Figures, keyOf, type Measure, type Outcome } from "./figures.ts";
import type { SizeName } from "./sizes.ts";
import { spreadOf } from "./spread.ts";
import { textOf } from "./texts.ts";

const SERVER = join(ROOT, "dist", "server.cjs");
const URI = "file:///page.txt";

export const START = "start → first findings";
export const MEMORY = "memory until first findings";
export const EDIT = "edit → findings";
export const ACTIONS = "Ctrl+.";
export const HOVER_COLD = "first hover, with the dictionary";
export const HOVER_WARM = "hover, warm";
export const AFTER_EDITS = "memory after 10,000 edits against 2,000";
/** Rows of the table, with their units. */
export const SERVER_ROWS: readonly (readonly [name: string, measure: Measure])[] = [
  [START, "ms"],
  [MEMORY, "MB"],
  [EDIT, "ms"],
  [ACTIONS, "ms"],
  [HOVER_COLD, "ms"],
  [HOVER_WARM, "ms"],
];
export const SERVER_SIZES: readonly SizeName[] = ["page", "1 MB", "10 MB"];

/** How often each is done: starts of a server, edits, code actions and hovers in the last of them. */
const TIMES: Partial<Record<SizeName, readonly [starts: number, edits: number, asked: number]>> = {
  page: [9, 100, 20],
  "1 MB": [3, 15, 7],
  "10 MB": [1, 5, 3],
};
/** Edits before those that count: the first ones run code that no compiler has seen. */
const WARM_UP = 0.2;
/** Seconds that one answer is waited for; a server that is over it is ended, and what would follow is not measured. */
const LIMIT = 90;

export interface ServerOptions {
  readonly sizes: readonly SizeName[];
  readonly quick: boolean;
  /** Also ten thousand edits of the page. */
  readonly long: boolean;
  readonly page?: string | undefined;
  wants(name: string): boolean;
  say(line: string): void;
}

/** Measures the sizes that are asked for. */
export async function measureServer({ sizes, quick, long, page, wants, say }: ServerOptions): Promise<Figures> {
  const figures: Record<string, Outcome> = {};
  const rows = SERVER_ROWS.filter(([name]) => wants(name));
  for (const size of SERVER_SIZES.filter((one) => sizes.includes(one) && rows.length > 0)) {
    say(`${size}, server: ${rows.map(([name]) => name).join(", ")}`);
    const text = size === "page" ? (page ?? textOf(size)) : textOf(size);
    const outcomes = await measureSize(text, size, quick, (name) => rows.some(([one]) => one === name));
    for (const [name, measure] of rows) {
      const outcome = outcomes[name];
      if (outcome) figures[keyOf("server", name, size, measure)] = outcome;
    }
  }
  if (long && wants(AFTER_EDITS)) {
    say("page, server: 10,000 edits");
    figures[keyOf("server", AFTER_EDITS, "page", "ratio")] = await afterManyEdits(page ?? textOf("page"));
  }
  return figures;
}

async function measureSize(
  text: string,
  size: SizeName,
  quick: boolean,
  wants: (name: string) => boolean,
): Promise<Record<string, Outcome>> {
  const [most, edits, asked] = TIMES[size] ?? [1, 1, 1];
  const starts = quick ? Math.ceil(most / 3) : most;
  const times: Record<string, number[]> = {};
  const outcomes: Record<string, Outcome> = {};
  const add = (name: string, value: number): void => {
    // Where the system does not tell what memory a process holds.
    if (Number.isNaN(value)) return;
    times[name] = [...(times[name] ?? []), value];
  };
  for (let i = 0; i < starts; i += 1) {
    const last = i === starts - 1;
    let doing = START;
    const session = new Session(text, await spawnServerNow());
    try {
      add(START, await session.open());
      add(MEMORY, (await memoryOf(session.pid, "VmHWM")) / 1e6);
      if (!last) continue;
      doing = EDIT;
      const warmUp = Math.ceil(edits * WARM_UP);
      for (let n = 0; n < edits + warmUp && (wants(EDIT) || n < 1); n += 1) {
        const time = await session.edit();
        if (n >= warmUp) add(EDIT, time);
      }
      doing = ACTIONS;
      for (let n = 0; n <= asked && wants(ACTIONS); n += 1) {
        // Each on a version of its own: who presses Ctrl+. twice on one has the menu already.
        await session.edit();
        const time = await session.codeActions();
        if (n > 0) add(ACTIONS, time);
      }
      doing = HOVER_COLD;
      if (wants(HOVER_COLD) || wants(HOVER_WARM)) add(HOVER_COLD, await session.hover());
      doing = HOVER_WARM;
      for (let n = 0; n < asked && wants(HOVER_WARM); n += 1) add(HOVER_WARM, await session.hover());
    } catch (error) {
      outcomes[doing] = whyNot(error);
      // What was not reached stays empty.
      break;
    } finally {
      await session.end();
    }
  }
  for (const [name, own] of Object.entries(times)) outcomes[name] ??= spreadOf(own);
  return outcomes;
}

/** What the server holds after ten thousand edits as a multiple of what it holds after two thousand. */
async function afterManyEdits(text: string): Promise<Outcome> {
  const session = new Session(text, await spawnServerNow());
  try {
    await session.open();
    const held: number[] = [];
    for (let edit = 1; edit <= 10_000; edit += 1) {
      await session.edit();
      // The mean of a thousand edits, as what is held goes up and down with each collection of garbage.
      if (edit % 10 === 0) held.push(await memoryOf(session.pid, "VmRSS"));
    }
    const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
    return spreadOf([mean(held.slice(900)) / mean(held.slice(100, 200))]);
  } catch (error) {
    return whyNot(error);
  } finally {
    await session.end();
  }
}

class TooLong extends Error {}

/** A server that has died, too, costs no more than its own figures; the terminal is told of what. */
function whyNot(error: unknown): Outcome {
  if (error instanceof TooLong) return { over: LIMIT };
  console.error(error);
  return { missing: "failed" };
}

interface Started {
  readonly server: ServerProcess;
  readonly begun: number;
}

async function spawnServerNow(): Promise<Started> {
  const begun = performance.now();
  return { begun, server: await spawnServer({ capabilities: CHOOSING }, [SERVER]) };
}

/**
 * An editor with one page open. It sends changes as they are and keeps no copy of the page up to date, so that what is
 * measured is the server's work: an edit puts a character in, the next one takes it out again.
 */
class Session {
  readonly #text: string;
  readonly #server: ServerProcess;
  readonly #begun: number;
  readonly #random: Random = randomFrom(1);
  readonly #lines: readonly string[];
  readonly #numbers: readonly Position[];
  #version = 1;
  #typed: Position | undefined;
  #findings: readonly Diagnostic[] = [];
  #ended = false;

  constructor(text: string, { server, begun }: Started) {
    this.#text = text;
    this.#server = server;
    this.#begun = begun;
    this.#lines = text.split("\n");
    this.#numbers = this.#lines.flatMap((line, number) => {
      const character = line.search(/\d ?[年月日时万亿个元米吨]/);
      return character < 0 ? [] : [{ line: number, character }];
    });
  }

  get pid(): number {
    return this.#server.process.pid ?? 0;
  }

  /** Opens the page; milliseconds since the start of the process until its findings are there. */
  async open(): Promise<number> {
    const textDocument = { uri: URI, languageId: "newspaper", version: 1, text: this.#text };
    await this.#server.connection.sendNotification("textDocument/didOpen", { textDocument });
    await this.#askFindings();
    return performance.now() - this.#begun;
  }

  /** Types a character somewhere, or takes that out again, and waits for the findings; in milliseconds. */
  async edit(): Promise<number> {
    const start = this.#typed ?? this.#somewhere();
    const end = this.#typed ? { line: start.line, character: start.character + 1 } : start;
    const change = { range: { start, end }, text: this.#typed ? "" : "新" };
    this.#typed = this.#typed ? undefined : start;
    this.#version += 1;
    const begun = performance.now();
    await this.#server.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri: URI, version: this.#version },
      contentChanges: [change],
    });
    await this.#askFindings();
    return performance.now() - begun;
  }

  /** Asks for the menu at a finding, with the findings there, as an editor does for Ctrl+. */
  async codeActions(): Promise<number> {
    const start = this.#findings.length > 0 ? this.#random.pick(this.#findings).range.start : this.#somewhere();
    const diagnostics = this.#findings.filter(({ range }) => holds(range, start));
    const begun = performance.now();
    await this.#ask("textDocument/codeAction", {
      range: { start, end: start },
      context: { diagnostics, triggerKind: CodeActionTriggerKind.Invoked },
    });
    return performance.now() - begun;
  }

  /** Points at a date or an amount, which are always told something about. */
  async hover(): Promise<number> {
    const position = this.#numbers.length > 0 ? this.#random.pick(this.#numbers) : this.#somewhere();
    const begun = performance.now();
    await this.#ask("textDocument/hover", { position });
    return performance.now() - begun;
  }

  /** Ends the server, by force where it does not answer. */
  async end(): Promise<void> {
    const { exitCode, signalCode } = this.#server.process;
    if (this.#ended || exitCode !== null || signalCode !== null) return;
    this.#ended = true;
    await this.#server.stop();
  }

  async #askFindings(): Promise<void> {
    const report = (await this.#ask("textDocument/diagnostic", {})) as DocumentDiagnosticReport;
    if (report.kind === "full") this.#findings = report.items;
  }

  async #ask(method: string, more: object): Promise<unknown> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        // First of all: what is still waited for fails as the connection goes.
        reject(new TooLong(method));
        this.#ended = true;
        this.#server.process.kill("SIGKILL");
        this.#server.connection.dispose();
      }, LIMIT * 1000);
    });
    try {
      return await Promise.race([this.#server.ask(method, URI, more), late]);
    } finally {
      clearTimeout(timer);
    }
  }

  #somewhere(): Position {
    const line = this.#random.int(0, this.#lines.length - 1);
    return { line, character: this.#random.int(0, this.#lines[line]?.length ?? 0) };
  }
}

function holds({ start, end }: Range, { line, character }: Position): boolean {
  const after = line > start.line || (line === start.line && character >= start.character);
  return after && (line < end.line || (line === end.line && character <= end.character));
}

/** Bytes that a process has held at most so far (`VmHWM`) or holds now; not a number where the system does not tell. */
async function memoryOf(pid: number, what: "VmHWM" | "VmRSS"): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const kilobytes = new RegExp(`${what}:\\s*(\\d+)`).exec(status)?.[1];
  return kilobytes ? Number(kilobytes) * 1024 : Number.NaN;
}
