/** The figures of a run as tables and as a chart. */

import { BARS, barTable, judge } from "./bars.ts";
import type { Chart, ChartBar } from "./chart.ts";
import { type Figures, isSpread, keyOf, type Measure, type Outcome, type PartName } from "./figures.ts";
import { PEERS, versionOf } from "./peers.ts";
import { FILE_SIZES, FIX, FIX_LINES, LINE_SIZES, PROCESSES } from "./processes.ts";
import { AFTER_EDITS, SERVER_ROWS, SERVER_SIZES } from "./server.ts";
import type { SizeName } from "./sizes.ts";
import { STAGE_SIZES, STAGES } from "./stages.ts";
import { cellOf, short, type Table } from "./table.ts";

/** All tables that have anything to show, the bars first; `measuredOnly`, without the bars of which nothing was measured. */
export function tablesOf(figures: Figures, measuredOnly = false): Table[] {
  const tables = [
    barTable(judge(figures, BARS), measuredOnly),
    grid(figures, "Whole processes: CPU seconds, user and system", "process", "cpu s", PROCESSES, FILE_SIZES),
    grid(figures, "Whole processes: seconds on the clock", "process", "wall s", PROCESSES, FILE_SIZES),
    grid(figures, "Whole processes: peak memory, MB", "process", "peak MB", PROCESSES, FILE_SIZES),
    grid(
      figures,
      "`galley fix` as a multiple of others, in CPU seconds",
      "process",
      "ratio",
      PEERS.map((peer) => `${FIX} / ${peer}`),
      FILE_SIZES,
    ),
    lines(figures),
    grid(figures, "In one warm process: milliseconds a text", "stages", "ms", STAGES, STAGE_SIZES),
    server(figures),
  ];
  return tables.filter(({ rows }) => rows.length > 0);
}

/** One row a name and one column a size; rows and columns of which nothing was measured are left out. */
function grid(
  figures: Figures,
  title: string,
  part: PartName,
  measure: Measure,
  names: readonly string[],
  sizes: readonly SizeName[],
): Table {
  const at = (name: string, size: SizeName): Outcome | undefined => figures[keyOf(part, name, size, measure)];
  const columns = sizes.filter((size) => names.some((name) => at(name, size)));
  const rows = names.filter((name) => columns.some((size) => at(name, size)));
  return {
    title,
    head: ["", ...columns],
    rows: rows.map((name) => [named(name), ...columns.map((size) => cellOf(at(name, size)))]),
  };
}

/** A program of others with its version. */
function named(name: string): string {
  const peer = PEERS.find((one) => one === name);
  return peer ? `${peer} ${versionOf(peer)}` : name;
}

function lines(figures: Figures): Table {
  const measures: readonly (readonly [string, Measure])[] = [
    ["CPU seconds", "cpu s"],
    ["seconds on the clock", "wall s"],
    ["MB in a CPU second", "MB/cpu s"],
    ["peak memory, MB", "peak MB"],
  ];
  const columns = LINE_SIZES.filter((size) => figures[keyOf("process", FIX_LINES, size, "cpu s")]);
  return {
    title: "`galley fix --jsonl`, a page a line",
    head: ["", ...columns],
    rows: (columns.length === 0 ? [] : measures).map(([name, measure]) => [
      name,
      ...columns.map((size) => cellOf(figures[keyOf("process", FIX_LINES, size, measure)])),
    ]),
  };
}

function server(figures: Figures): Table {
  const rows: readonly (readonly [string, Measure])[] = [...SERVER_ROWS, [AFTER_EDITS, "ratio"]];
  const at = (name: string, size: SizeName, measure: Measure): Outcome | undefined =>
    figures[keyOf("server", name, size, measure)];
  const columns = SERVER_SIZES.filter((size) => rows.some(([name, measure]) => at(name, size, measure)));
  return {
    title: "The server, over standard input and output",
    head: ["", ...columns, ...(columns.includes("1 MB") && columns.includes("10 MB") ? ["growth 1 → 10 MB"] : [])],
    rows: rows
      .filter(([name, measure]) => columns.some((size) => at(name, size, measure)))
      .map(([name, measure]) => [
        `${name}, ${measure === "ratio" ? "×" : measure}`,
        ...columns.map((size) => cellOf(at(name, size, measure))),
        ...(columns.includes("1 MB") && columns.includes("10 MB")
          ? [growth(at(name, "1 MB", measure), at(name, "10 MB", measure))]
          : []),
      ]),
  };
}

function growth(from: Outcome | undefined, to: Outcome | undefined): string {
  return isSpread(from) && isSpread(to) ? `× ${short(to.median / from.median)}` : "–";
}

/** What a text costs to fix, ours and others', by size. */
export function chartOf(figures: Figures): Chart {
  const names = [FIX, ...PEERS];
  const groups = FILE_SIZES.flatMap((size) => {
    const bars = names.flatMap((name): ChartBar[] => {
      const outcome = figures[keyOf("process", name, size, "cpu s")];
      return outcome ? [barOf(name, outcome)] : [];
    });
    return bars.length > 0 ? [{ title: size === "page" ? "a page, 17 KB" : size, bars }] : [];
  });
  return {
    title: "CPU seconds to format a text in a process of its own (shorter is faster)",
    description: `Bars on a logarithmic scale, shorter is faster. ${groups
      .map(({ title, bars }) => `${title}: ${bars.map(({ name, label }) => `${name} ${label}`).join(", ")}.`)
      .join(" ")}`,
    unit: "s",
    groups,
  };
}

function barOf(name: string, outcome: Outcome): ChartBar {
  const ours = name === FIX;
  const shown = named(name);
  if (isSpread(outcome)) return { name: shown, value: outcome.median, label: `${short(outcome.median)} s`, ours };
  if ("over" in outcome) return { name: shown, value: outcome.over, label: cellOf(outcome), open: true, ours };
  return { name: shown, value: undefined, label: outcome.missing, ours };
}
