/** What the bench is asked for on its command line. */

import { parseArgs } from "node:util";
import { PARTS } from "./figures.ts";
import { SIZES, type SizeName } from "./sizes.ts";

export const HELP = `Usage: npm run bench -- [PAGE.txt] [options]
Measures Galley and, beside it, other programs that format Chinese text.
  PAGE.txt       measures this page in place of the typesetter's of 17 KB
  --only NAME    only the part (${PARTS.join(", ")}) or the rows whose name holds NAME; may be repeated
  --size SIZE    only this size (${SIZES.map((size) => JSON.stringify(size)).join(", ")}); may be repeated
  --quick        few runs, no 10 and 100 MB
  --runs N       at most N runs of each whole process (10)
  --long         also 10,000 edits of a page in the server
  --again        shows the last run instead of measuring
  --check        ends with 1 where a bar is missed
  --json         prints the figures as JSON
  --write        writes docs/performance.md and docs/performance.svg, after a whole run, --long included`;

export interface Options {
  readonly page: string | undefined;
  readonly only: readonly string[];
  readonly sizes: readonly SizeName[];
  readonly runs: number;
  readonly quick: boolean;
  readonly long: boolean;
  readonly again: boolean;
  readonly check: boolean;
  readonly json: boolean;
  readonly write: boolean;
  readonly help: boolean;
}

/** Reads them. @throws Error, in a sentence, where they can't be followed. */
export function optionsOf(args: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      only: { type: "string", multiple: true, default: [] },
      size: { type: "string", multiple: true, default: [] },
      runs: { type: "string" },
      quick: { type: "boolean", default: false },
      long: { type: "boolean", default: false },
      again: { type: "boolean", default: false },
      check: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      write: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  const { only, size, runs: given, quick, ...rest } = values;
  const unknown = size.find((name) => !SIZES.some((one) => one === name));
  if (unknown !== undefined) throw new Error(`There is no size “${unknown}”: it is one of ${SIZES.join(", ")}.`);
  const runs = Number(given ?? (quick ? 3 : 10));
  if (!Number.isInteger(runs) || runs < 1) throw new Error("--runs takes a whole number from 1.");
  const [page, ...more] = positionals;
  if (more.length > 0) throw new Error("One page at a time.");
  const part = page !== undefined || only.length > 0 || size.length > 0 || quick;
  if (rest.write && part) throw new Error("--write takes a whole run: no PAGE.txt, --only, --size or --quick.");
  const sizes = SIZES.filter((one) =>
    size.length > 0 ? size.includes(one) : !quick || (one !== "10 MB" && one !== "100 MB"),
  );
  return { ...rest, long: rest.long || rest.write, page, only, sizes, runs, quick };
}

/** Whether a row of a part is asked for: all are where nothing is said. */
export function wants({ only }: Pick<Options, "only">, part: string, name: string): boolean {
  const [lower, asked] = [name.toLowerCase(), only.map((one) => one.toLowerCase())];
  return asked.length === 0 || asked.some((one) => one === part || lower.includes(one));
}
