/** `--jsonl`: a command as a filter from lines of JSON to lines of JSON, in order and in constant memory. */

import type { Settings } from "../core/page/settings.ts";
import type { Localised } from "../core/text/locale.ts";
import { parseJson } from "../host/json.ts";
import { Refusal, reasonOf } from "../host/refusal.ts";
import type { Session } from "./session.ts";

/** What a command makes of one text; its fields follow the `id` in the line that is written. */
export type Filter = (text: string, settings: Settings) => object | Promise<object>;

/**
 * Reads `{"id", "text"}` a line and writes `{"id", …}` a line. A line that cannot be used is told on stderr with its
 * number and yields no line; the rest go on. Reading waits for writing, so a slow reader holds the whole pipe.
 */
export async function filterLines(session: Session, filter: Filter): Promise<void> {
  const settings = await session.settingsFor(session.io.cwd);
  let number = 0;
  for await (const bytes of linesOf(session.io.stdin)) {
    number += 1;
    try {
      const item = read(bytes);
      if (!item) continue;
      const result = await filter(item.text, settings);
      await session.print(`${JSON.stringify("id" in item ? { id: item.id, ...result } : result)}\n`);
    } catch (error) {
      await session.fail(error, session.say({ zh: `第 ${number} 行`, en: `line ${number}` }));
    }
  }
}

interface Item {
  readonly id?: unknown;
  readonly text: string;
}

/** One line read; nothing where it is blank. */
function read(bytes: Uint8Array): Item | undefined {
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

/** Lines as bytes, without their ends. (`readline` would also end lines at U+2028, which JSON allows in a string.) */
async function* linesOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let parts: Uint8Array[] = [];
  for await (const chunk of stream) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      yield Buffer.concat([...parts, chunk.subarray(start, end)]);
      parts = [];
      start = end + 1;
    }
    if (start < chunk.length) parts.push(chunk.subarray(start));
  }
  if (parts.length > 0) yield Buffer.concat(parts);
}
