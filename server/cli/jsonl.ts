/** `--jsonl`: a command as a filter from lines of JSON to lines of JSON, in order and in constant memory. */

import type { Settings } from "../core/page/settings.ts";
import type { Localised } from "../core/text/locale.ts";
import { parseJson } from "../host/json.ts";
import { Refusal, reasonOf } from "../host/refusal.ts";
import { type Batch, type Item, runJob } from "./run-job.ts";
import type { Session } from "./session.ts";
import { jsonForTerminal } from "./terminal.ts";
import type { Job, StartWork, WorkContext } from "./work.ts";

/** What a command makes of one text; its fields follow the `id` in the line that is written. */
export type Filter = (text: string, settings: Settings) => object | Promise<object>;

/** Gets a filter ready. */
export type StartFilter = (context: WorkContext) => Filter;

/** Which command filters, how, and whether it takes the dictionary. */
export interface FilterJob extends Pick<Job, "command" | "options"> {
  readonly start: StartFilter;
  readonly isHeavy: boolean;
}

/**
 * Reads `{"id", "text"}` a line and writes `{"id", …}` a line. A line that cannot be used is told on stderr with its
 * number and yields no line; the rest go on. Reading waits for writing, so a slow reader holds the whole pipe.
 */
export async function filterLines(session: Session, { command, options, start, isHeavy }: FilterJob): Promise<void> {
  const settings = await session.settingsForPage(undefined);
  const bytes = session.io.stdinSize();
  await runJob<Uint8Array, Uint8Array | undefined, Item<Uint8Array>>(session, {
    job: { command, options, lines: { settings } },
    start: lineWork(start, settings),
    batches: batchesOf(session),
    total: { unit: "lines", ...(bytes !== undefined && { bytes }) },
    isHeavy,
    take: async (_, line) => {
      if (line) await session.write(line);
    },
  });
}

/** What a filter makes of a line as it was read: the bytes to write, or nothing where it is blank. */
export function lineWork(start: StartFilter, settings: Settings): StartWork<Uint8Array, Uint8Array | undefined> {
  return (context) => {
    const filter = start(context);
    return async (bytes) => {
      const item = read(bytes);
      if (!item) return undefined;
      const result = await filter(item.text, settings);
      return Buffer.from(`${jsonForTerminal(JSON.stringify("id" in item ? { id: item.id, ...result } : result))}\n`);
    };
  };
}

interface Line {
  readonly id?: unknown;
  readonly text: string;
}

/** One line read; nothing where it is blank. */
function read(bytes: Uint8Array): Line | undefined {
  const line = decodeLine(bytes).trim();
  if (line === "") return undefined;
  const item = parseItem(line);
  if (typeof item !== "object" || item === null || !("text" in item)) throw new Refusal(NO_TEXT);
  if (typeof item.text !== "string") throw new Refusal(NO_TEXT);
  // A larger number would come back as another one.
  if ("id" in item && typeof item.id === "number" && Math.abs(item.id) > Number.MAX_SAFE_INTEGER) {
    throw new Refusal(HUGE_ID);
  }
  return "id" in item ? { id: item.id, text: item.text } : { text: item.text };
}

/** Who pipes a page itself into a filter is told what a line should be, not only where this one stops being JSON. */
function parseItem(line: string): unknown {
  try {
    return parseJson(line);
  } catch (error) {
    const { zh, en } = reasonOf(error);
    throw new Refusal({ zh: `${zh}；${NO_TEXT.zh}`, en: `${en}; it ${NO_TEXT.en}` });
  }
}

function decodeLine(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal(NOT_UTF8);
  }
}

const NOT_UTF8: Localised = { zh: "不是 UTF-8", en: "not UTF-8" };
const NO_TEXT: Localised = {
  zh: '应当是 {"id": …, "text": "…"} 这样的一行',
  en: 'should be a line such as {"id": …, "text": "…"}',
};
const HUGE_ID: Localised = {
  zh: "id 这个数太大，会失真；请用字符串",
  en: "this id is too large a number to come back unchanged; make it a string",
};

const NEWLINE = 0x0a;

/** The lines that come at once are one batch, so that none waits for one that may be long in coming. */
async function* batchesOf({ io, say }: Session): AsyncGenerator<Batch<Item<Uint8Array>>> {
  let number = 0;
  for await (const lines of linesOf(io.stdin)) {
    const items = lines.map((input, i): Item<Uint8Array> => {
      const line = number + i + 1;
      return { about: say({ zh: `第 ${line} 行`, en: `line ${line}` }), notes: [], read: { input } };
    });
    number += lines.length;
    yield { items, size: lines.reduce((sum, { length }) => sum + length + 1, 0) };
  }
}

/**
 * Lines as bytes, without their ends, as many as end in what comes at once. (`readline` would also end lines at U+2028,
 * which JSON allows in a string.)
 */
async function* linesOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array[]> {
  let parts: Uint8Array[] = [];
  for await (const chunk of stream) {
    const lines: Uint8Array[] = [];
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      const last = chunk.subarray(start, end);
      lines.push(parts.length === 0 ? last : Buffer.concat([...parts, last]));
      parts = [];
      start = end + 1;
    }
    if (start < chunk.length) parts.push(chunk.subarray(start));
    if (lines.length > 0) yield lines;
  }
  if (parts.length > 0) yield [Buffer.concat(parts)];
}
