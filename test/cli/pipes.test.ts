/** Filters as others run them: many at once, each fed with lines, and one of them with more than memory should hold. */

import assert from "node:assert/strict";
import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { runCli } from "../support/cli.ts";
import { program } from "../support/program.ts";
import { CLEAN_PAGE, PAGE } from "./page.ts";

type Filtering = ChildProcessByStdio<Writable, Readable, null>;

function start(args: readonly string[]): Filtering {
  return spawn(process.execPath, args, { stdio: ["pipe", "pipe", "inherit"] });
}

describe("Spark's pipe(): a process a partition, lines in, lines out, none with threads", () => {
  test("several at once give together what one gives of all", async () => {
    const partitions = [0, 1, 2].map((part) =>
      [...Array(5).keys()].map((i) => JSON.stringify({ id: `${part}-${i}`, text: i % 2 === 0 ? PAGE : CLEAN_PAGE })),
    );
    const results = await Promise.all(
      partitions.map(async (lines) => {
        const child = start([...program("cli"), "fix", "--jsonl", "--jobs", "1"]);
        const read = (async () => {
          const out: string[] = [];
          for await (const line of createInterface({ input: child.stdout })) out.push(line);
          return out;
        })();
        const closed = once(child, "close");
        // As PipedRDD does: each element printed as a line, and the stream closed.
        for (const line of lines) child.stdin.write(`${line}\n`);
        child.stdin.end();
        const [code] = await closed;
        assert.equal(code, 0);
        return read;
      }),
    );
    const stdin = partitions.flat().join("\n");
    const { out } = await runCli(["fix", "--jsonl"], { stdin });
    assert.equal(`${results.flat().join("\n")}\n`, out);
  });
});

/** MB that `fix --jsonl` with threads may take at any time, and the input, in bytes, that shows that it does not grow with it. */
const MOST_MB = 200;
const INPUT = 10e6;

test("memory stays below a bound however much goes through", { skip: process.platform !== "linux" }, async () => {
  // What is shipped, as its memory is what counts.
  const child = start([fileURLToPath(new URL("../../dist/cli.cjs", import.meta.url)), "fix", "--jsonl", "--jobs", "2"]);
  const line = `${JSON.stringify({ text: `${"甲".repeat(3000)}\n` })}\n`;
  const lines = Math.ceil(INPUT / Buffer.byteLength(line));
  const allOut = (async () => {
    let count = 0;
    for await (const _ of createInterface({ input: child.stdout })) {
      count += 1;
      // All is through, and the process still there to be asked.
      if (count === lines) return /VmHWM:\s*(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1];
    }
    return assert.fail(`${count} of ${lines} lines`);
  })();
  for (let i = 0; i < lines; i += 1) if (!child.stdin.write(line)) await once(child.stdin, "drain");
  const peak = Number(await allOut) / 1024;
  child.stdin.end();
  const [code] = await once(child, "close");
  assert.equal(code, 0);
  assert.ok(peak < MOST_MB, `${Math.round(peak)} MB`);
});
