/** How many threads a run uses: `--jobs`, else all cores, but no more than memory holds. */

import { Option } from "commander";
import { Refusal } from "../host/refusal.ts";
import type { Io } from "./io.ts";
import type { Say } from "./options.ts";

/** More threads than any machine of a newsroom has cores are a slip of the finger. */
const MOST_JOBS = 256;

/** What a thread with the dictionary takes, in bytes. */
const WITH_DICTIONARY = 400e6;

export function jobsOption(say: Say): Option {
  return new Option(
    "--jobs <n>",
    say({
      zh: "同时用几个线程（默认用上全部内核，工作量小时不用；1 表示不用线程）",
      en: "threads at once (default: all cores, and none where there is little to do; 1: no threads)",
    }),
  ).argParser(readJobs);
}

function readJobs(value: string): number {
  const jobs = /^\d+$/.test(value) ? Number(value) : 0;
  if (jobs < 1 || jobs > MOST_JOBS) {
    throw new Refusal({
      zh: `--jobs ${value}：应是 1 到 ${MOST_JOBS} 的整数`,
      en: `--jobs ${value}: write a whole number from 1 to ${MOST_JOBS}`,
    });
  }
  return jobs;
}

/**
 * The most threads of a run. Without `--jobs` those that take the dictionary (`isHeavy`), and the process beside them, may
 * fill half of the memory.
 */
export function jobsOf(asked: number | undefined, { cores, memory }: Io["threads"], isHeavy: boolean): number {
  if (asked !== undefined) return asked;
  return isHeavy ? Math.max(1, Math.min(cores, Math.floor(memory / 2 / WITH_DICTIONARY) - 1)) : cores;
}
