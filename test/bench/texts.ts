/** The texts that are measured on: the typesetter's own pages, none of them twice. */

import { createWriteStream } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type PageOptions, randomPage } from "../support/typesetter/index.ts";
import { BYTES, type SizeName } from "./sizes.ts";

/** Pages of a text take turns: articles with their headings anywhere, as varied as real ones, in the order of reading. */
const KINDS: readonly PageOptions[] = [{}, { varied: true }, { ordered: true }];

/** One text has the seeds of one thousand thousand; another one others. */
const SEEDS = 1_000_000;

/** The 100 MB are made of so many bytes, over and over: to set ten times as many pages would take longer than to fix them. */
const POOL = 10_000_000;

/** A typeset page with all its faults, of at least that many bytes; another number is another page. */
export function pageText(bytes: number, number = 0): string {
  let text = "";
  for (let articles = 3; Buffer.byteLength(text) < bytes; articles += 1) {
    ({ text } = randomPage(number + 1, { dialect: "seed", articles: [articles, articles] }));
  }
  return plain(text);
}

/** Pages without end, each another. */
export function* pagesFrom(number = 0): Generator<string> {
  for (let seed = number * SEEDS + 1; ; seed += 1) yield plain(randomPage(seed, KINDS[seed % KINDS.length]).text);
}

/** Pages of at least that many bytes in all. */
export function* pagesOf(bytes: number, number = 0): Generator<string> {
  let sum = 0;
  for (const page of pagesFrom(number)) {
    yield page;
    sum += Buffer.byteLength(page);
    if (sum >= bytes) return;
  }
}

/** A text of that size as one file: a page, or many with a blank line between them. */
export function textOf(size: SizeName, number = 0): string {
  return size === "page" ? pageText(BYTES.page, number) : [...pagesOf(BYTES[size], number)].join("\n");
}

/** A text on the disk, with the bytes of text in it. */
export interface TextFile {
  readonly path: string;
  readonly bytes: number;
}

/** Writes a text as one file. */
export async function writeText(folder: string, size: SizeName, text = textOf(size)): Promise<TextFile> {
  const path = join(folder, `${nameOf(size)}.txt`);
  await writeFile(path, text);
  return { path, bytes: Buffer.byteLength(text) };
}

/** Writes the same pages as lines of JSON; its bytes are those of the pages, not of the JSON round them. */
export async function writeLines(folder: string, size: SizeName): Promise<TextFile> {
  const path = join(folder, `${nameOf(size)}.jsonl`);
  let bytes = 0;
  const lines = function* (): Generator<string> {
    const pool = [...pagesOf(Math.min(BYTES[size], POOL))];
    for (let id = 0; bytes < BYTES[size]; id += 1) {
      const text = pool[id % pool.length] ?? "";
      bytes += Buffer.byteLength(text);
      yield `${JSON.stringify({ id, text })}\n`;
    }
  };
  await pipeline(Readable.from(lines()), createWriteStream(path));
  return { path, bytes };
}

/** A page may come with a byte order mark or with CRLF: within one file there is one way to end a line. */
function plain(text: string): string {
  return text.replace(/^\ufeff/, "").replaceAll("\r\n", "\n");
}

function nameOf(size: SizeName): string {
  return size.replaceAll(" ", "-");
}
