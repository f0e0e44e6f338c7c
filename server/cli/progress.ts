/** The line on a terminal that tells how far a run is: how much is done, how fast, and how long it still takes. */

import type { Locale } from "../core/text/locale.ts";

/** What a run goes through, as far as it is known before. */
export interface Total {
  readonly unit: "pages" | "lines";
  readonly items?: number;
  readonly bytes?: number;
}

export interface Progress {
  /** A run begins. */
  begin(total: Total): void;
  /** So much more is done; shows it, a few times a second. */
  add(done: { readonly items: number; readonly bytes: number }): Promise<void>;
  /** Takes the line away, so that something else can be written; the next `add` shows it again. */
  clear(): Promise<void>;
}

export interface ProgressOptions {
  readonly locale: Locale;
  /** Where the line goes. */
  write(text: string): Promise<void>;
  /** Milliseconds from any moment on. */
  now(): number;
}

/** A short run shows nothing; a longer one is not redrawn more often than the eye follows. In ms. */
const FIRST_AFTER = 500;
const REDRAWN_AFTER = 150;

/** Back to the first column, and the line emptied. */
const ERASE = "\r\u001b[K";

export function createProgress({ locale, write, now }: ProgressOptions): Progress {
  let total: Total = { unit: "pages" };
  let [started, drawn] = [0, 0];
  let [items, bytes] = [0, 0];
  let isShown = false;
  return {
    begin(all) {
      total = all;
      started = now();
      drawn = started + FIRST_AFTER - REDRAWN_AFTER;
    },
    async add(done) {
      items += done.items;
      bytes += done.bytes;
      const time = now();
      if (time - drawn < REDRAWN_AFTER) return;
      drawn = time;
      isShown = true;
      await write(`${ERASE}${progressText({ items, bytes, ms: time - started }, total, locale)}`);
    },
    async clear() {
      if (!isShown) return;
      isShown = false;
      await write(ERASE);
    },
  };
}

/** Where nobody watches. */
export const NO_PROGRESS: Progress = { begin() {}, async add() {}, async clear() {} };

/** What was done in how many milliseconds. */
export interface Done {
  readonly items: number;
  readonly bytes: number;
  readonly ms: number;
}

/** The line: `120 of 500 pages, 3.4 MB, 1.2 MB/s, about 12 s left`. A MB is a million bytes of the input. */
export function progressText({ items, bytes, ms }: Done, { unit, ...all }: Total, locale: Locale): string {
  const seconds = Math.max(ms, 1) / 1000;
  const rate = bytes / 1e6 / seconds;
  const left = all.bytes === undefined || bytes === 0 ? undefined : ((all.bytes - bytes) / bytes) * seconds;
  const parts = [
    counted(items, all.items, unit, locale),
    `${(bytes / 1e6).toFixed(1)} MB`,
    `${rate.toFixed(rate < 1 ? 2 : 1)} MB/s`,
    ...(left === undefined ? [] : [timeLeft(Math.max(0, left), locale)]),
  ];
  return parts.join(locale === "zh" ? "，" : ", ");
}

function counted(items: number, all: number | undefined, unit: Total["unit"], locale: Locale): string {
  if (locale === "zh") return `${items}${all === undefined ? "" : `/${all}`} ${unit === "pages" ? "页" : "行"}`;
  return all === undefined
    ? `${items} ${items === 1 ? unit.slice(0, -1) : unit}`
    : `${items} of ${all} ${all === 1 ? unit.slice(0, -1) : unit}`;
}

function timeLeft(seconds: number, locale: Locale): string {
  const isLong = seconds >= 100;
  const number = Math.round(isLong ? seconds / 60 : seconds);
  return locale === "zh" ? `约剩 ${number} ${isLong ? "分钟" : "秒"}` : `about ${number} ${isLong ? "min" : "s"} left`;
}
