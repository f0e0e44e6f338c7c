/** The line that tells how far a run is: on a terminal, in either language, and gone at the end. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { progressText } from "../../server/cli/progress.ts";
import { inFolder, type RunOptions, runCli } from "../support/cli.ts";
import { threadsHere } from "../support/threads.ts";
import { CLEAN_PAGE, PAGE } from "./page.ts";

const ERASE = "\r\u001b[K";
const TERMINAL: RunOptions = { isErrorTerminal: true };
const FILES = { "a.txt": PAGE, "b.txt": CLEAN_PAGE, "c.txt": PAGE };

describe("the progress of a run", () => {
  test("says what is done of how much, how fast, and how long it takes yet", () => {
    const pages = { unit: "pages", items: 500, bytes: 10e6 } as const;
    const done = { items: 120, bytes: 2.5e6, ms: 2000 };
    assert.equal(progressText(done, pages, "en"), "120 of 500 pages, 2.5 MB, 1.3 MB/s, about 6 s left");
    assert.equal(progressText(done, pages, "zh"), "120/500 页，2.5 MB，1.3 MB/s，约剩 6 秒");
    const long = { ...pages, bytes: 1000e6 };
    assert.equal(progressText(done, long, "en"), "120 of 500 pages, 2.5 MB, 1.3 MB/s, about 13 min left");
    assert.equal(progressText(done, long, "zh"), "120/500 页，2.5 MB，1.3 MB/s，约剩 13 分钟");
  });

  test("of lines whose end is not known says no time", () => {
    const done = { items: 1, bytes: 100_000, ms: 500 };
    assert.equal(progressText(done, { unit: "lines" }, "en"), "1 line, 0.1 MB, 0.20 MB/s");
    assert.equal(progressText(done, { unit: "lines" }, "zh"), "1 行，0.1 MB，0.20 MB/s");
    assert.match(progressText(done, { unit: "lines", bytes: 200_000 }, "en"), /about 1 s left$/);
  });

  for (const [name, more] of [
    ["one by one", {}],
    ["with threads", { threads: threadsHere() }],
  ] as const) {
    test(`stands on a terminal, is taken away for what is printed, and at the end (${name})`, () =>
      inFolder(FILES, async ({ run }) => {
        const { out, err, code } = await run(["check"], { ...TERMINAL, ...more });
        assert.equal(code, 1);
        assert.match(err, /^\r\u001b\[K1 of 3 pages, 0\.0 MB, 0\.00 MB\/s, about \d+ s left/);
        assert.ok(err.includes("3 of 3 pages"));
        assert.ok(err.endsWith(ERASE));
        assert.equal(out, (await run(["check"])).out);
      }));
  }

  test("and what is told on stderr stands on lines of its own", () =>
    inFolder({ ...FILES, "b.txt": Buffer.alloc(9) }, async ({ run }) => {
      const { err } = await run(["check"], TERMINAL);
      assert.ok(err.includes(`${ERASE}galley: b.txt: a binary file, not text\n`), JSON.stringify(err));
    }));

  test("a filter counts lines, in Chinese where that is spoken", async () => {
    const stdin = `${JSON.stringify({ text: PAGE })}\n`.repeat(3);
    const { err } = await runCli(["fix", "--jsonl"], { ...TERMINAL, stdin, env: {} });
    assert.equal(err, `${ERASE}3 行，0.0 MB，0.00 MB/s${ERASE}`);
  });

  test("there is none in a pipe or a file, nor on a terminal that can't take a line away", () =>
    inFolder(FILES, async ({ run }) => {
      assert.equal((await run(["check"])).err, "");
      assert.equal((await run(["check"], { ...TERMINAL, env: { LANG: "en", TERM: "dumb" } })).err, "");
    }));

  test("it has no colour, so NO_COLOR changes nothing", () =>
    inFolder(FILES, async ({ run }) => {
      const { err } = await run(["check"], { ...TERMINAL, env: { LANG: "en", NO_COLOR: "1" } });
      assert.ok(err.includes("3 of 3 pages"));
      assert.ok(!err.includes("\u001b[3"));
    }));
});
