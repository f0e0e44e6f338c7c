/** Findings as workflow commands, which GitHub shows beside the lines of a pull request. */

import type { Severity } from "../../core/page/finding.ts";
import { positionsOf } from "../../core/text/positions.ts";
import { forTerminal, NO_COLOURS } from "../terminal.ts";
import { columnsOf } from "./columns.ts";
import type { Format } from "./report.ts";

const LEVELS: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  information: "notice",
  hint: "notice",
};

/** One line a finding: `::warning file=…,line=…,col=…,title=RULE::MESSAGE`. Lines and columns count from 1. */
export const githubReport: Format<string> = {
  partOf({ name, analysis }, { say }) {
    const { range } = positionsOf(analysis.page);
    const columnOf = columnsOf(analysis.page);
    const lines = analysis.findings.map(({ rule, severity, message, ...span }) => {
      const { start, end } = range(span);
      const place = [
        `file=${property(name)}`,
        `line=${start.line + 1}`,
        `endLine=${end.line + 1}`,
        `col=${columnOf(start)}`,
        // GitHub takes an end column only where the annotation is of one line.
        ...(start.line === end.line ? [`endColumn=${columnOf(end)}`] : []),
        `title=${property(rule)}`,
      ];
      return `::${LEVELS[severity]} ${place.join(",")}::${data(say(message))}\n`;
    });
    return lines.join("");
  },
  start: ({ write }) => ({ page: write, async end() {} }),
};

function data(text: string): string {
  return forTerminal(text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A"), NO_COLOURS);
}

function property(text: string): string {
  return data(text).replace(/:/g, "%3A").replace(/,/g, "%2C");
}
