/** What the project promises of its speed and memory, and whether a run of the bench kept it. */

import { between, type Figures, isSpread, keyOf, type Outcome } from "./figures.ts";
import { short, type Table } from "./table.ts";

/** One promise: a figure that is to be no more, or no less, than a limit. */
export interface Bar {
  readonly name: string;
  readonly unit: string;
  readonly limit: number;
  /** The limit is the least that will do, not the most. */
  readonly least?: true;
  /** Memory counts by the run that took most of it, everything else by the median. */
  readonly by?: "max";
  readonly figure: (figures: Figures) => Outcome | undefined;
}

/** `kept`; `missed`, also by what took too long to be waited for; `not measured` in this run. */
export type Verdict = "kept" | "missed" | "not measured";

export interface Judged {
  readonly bar: Bar;
  readonly value: number | undefined;
  readonly verdict: Verdict;
}

const at =
  (...key: Parameters<typeof keyOf>) =>
  (figures: Figures): Outcome | undefined =>
    figures[keyOf(...key)];

/** The one list of bars. Ratios of whole processes are of CPU seconds, which other programs on the machine change least. */
export const BARS: readonly Bar[] = [
  {
    name: "`fix` / AutoCorrect, 1 MB",
    unit: "×",
    limit: 1,
    figure: at("process", "galley fix / autocorrect-node", "1 MB", "ratio"),
  },
  {
    name: "`fix` / AutoCorrect, 10 MB",
    unit: "×",
    limit: 0.5,
    figure: at("process", "galley fix / autocorrect-node", "10 MB", "ratio"),
  },
  {
    name: "`fix`, growth from 1 to 10 MB",
    unit: "×",
    limit: 10,
    figure: (figures) =>
      between(
        figures,
        keyOf("process", "galley fix", "10 MB", "cpu s"),
        keyOf("process", "galley fix", "1 MB", "cpu s"),
      ),
  },
  {
    name: "`fix --jsonl`, MB/s at 100 MB against 1 MB",
    unit: "×",
    limit: 0.8,
    least: true,
    figure: (figures) =>
      between(
        figures,
        keyOf("process", "galley fix --jsonl", "100 MB", "MB/cpu s"),
        keyOf("process", "galley fix --jsonl", "1 MB", "MB/cpu s"),
      ),
  },
  {
    name: "`fix`, peak memory at 10 MB",
    unit: "MB",
    limit: 300,
    by: "max",
    figure: at("process", "galley fix", "10 MB", "peak MB"),
  },
  {
    name: "`fix --jsonl`, peak memory at 100 MB",
    unit: "MB",
    limit: 200,
    by: "max",
    figure: at("process", "galley fix --jsonl", "100 MB", "peak MB"),
  },
  { name: "whole analysis of a page, warm", unit: "ms", limit: 3, figure: at("stages", "analysis", "page", "ms") },
  {
    name: "server: start → first findings, page",
    unit: "ms",
    limit: 150,
    figure: at("server", "start → first findings", "page", "ms"),
  },
  {
    name: "server: first findings, growth from 1 to 10 MB",
    unit: "×",
    limit: 10,
    figure: (figures) =>
      between(
        figures,
        keyOf("server", "start → first findings", "10 MB", "ms"),
        keyOf("server", "start → first findings", "1 MB", "ms"),
      ),
  },
  {
    name: "server: edit → findings, page",
    unit: "ms",
    limit: 3,
    figure: at("server", "edit → findings", "page", "ms"),
  },
  {
    name: "server: edit → findings, 1 MB",
    unit: "ms",
    limit: 30,
    figure: at("server", "edit → findings", "1 MB", "ms"),
  },
  {
    name: "server: edit → findings, 10 MB",
    unit: "ms",
    limit: 200,
    figure: at("server", "edit → findings", "10 MB", "ms"),
  },
  { name: "server: Ctrl+., page", unit: "ms", limit: 10, figure: at("server", "Ctrl+.", "page", "ms") },
  { name: "server: Ctrl+., 1 MB", unit: "ms", limit: 30, figure: at("server", "Ctrl+.", "1 MB", "ms") },
  {
    name: "server: memory before any dictionary, page (90 MiB)",
    unit: "MB",
    limit: 94.4,
    by: "max",
    figure: at("server", "memory until first findings", "page", "MB"),
  },
  {
    // Room for what a garbage collector leaves lying about; a leak of 1 KB an edit would be ten times that.
    name: "server: memory after 10,000 edits against 2,000 (no growth)",
    unit: "×",
    limit: 1.1,
    figure: at("server", "memory after 10,000 edits against 2,000", "page", "ratio"),
  },
];

/** Each bar beside what was measured. */
export function judge(figures: Figures, bars: readonly Bar[] = BARS): Judged[] {
  return bars.map((bar) => {
    const outcome = bar.figure(figures);
    if (!isSpread(outcome)) {
      const late = outcome !== undefined && "over" in outcome;
      return { bar, value: undefined, verdict: late ? "missed" : "not measured" };
    }
    const value = outcome[bar.by ?? "median"];
    const kept = bar.least ? value >= bar.limit : value <= bar.limit;
    return { bar, value, verdict: kept ? "kept" : "missed" };
  });
}

/** The bars as a table; those that this run did not measure are left out where `measuredOnly`. */
export function barTable(judged: readonly Judged[], measuredOnly = false): Table {
  const shown = measuredOnly ? judged.filter(({ verdict }) => verdict !== "not measured") : judged;
  return {
    title: "Bars",
    head: ["what is promised", "bar", "measured", ""],
    rows: shown.map(({ bar, value, verdict }) => [
      bar.name,
      `${bar.least ? "≥" : "≤"} ${bar.limit} ${bar.unit}`,
      value === undefined ? "–" : `${short(value)} ${bar.unit}`,
      verdict,
    ]),
  };
}
