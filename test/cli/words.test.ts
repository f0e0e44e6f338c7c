/** Words that the house does not use, on the command line: check tells them and counts them, fix changes them only when it is told to. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { inFolder } from "../support/cli.ts";

const PAGE = "水库完工\n\n　　本报讯 天气晴朗，截止五月底全县修了三座水库，报名截止日期不变。\n";
const WORDS = "words:\n  - {term: 截止, instead: 截至, except: 截止日期, why: 后面有时间}\n";

describe("words that the house does not use", () => {
  test("are told with the reason, and count as wrong characters", () =>
    inFolder({ ".galley/words.yaml": WORDS, "1.txt": PAGE }, async ({ run }) => {
      const { out } = await run(["check", "--format", "json"]);
      const [{ findings, errorRate }] = JSON.parse(out);
      const found = findings.filter(({ rule }: { rule: string }) => rule === "house-word");
      assert.deepEqual(
        found.map(({ message }: { message: string }) => message),
        ["The house writes “截至”, not “截止”: 后面有时间"],
      );
      assert.ok(JSON.stringify(errorRate).includes("house-word"));
      assert.doesNotMatch((await run(["check", "--rule", "house-word=off"])).out, /house-word/);
    }));

  test("stay when a page is fixed, unless --unsafe is given", () =>
    inFolder({ ".galley/words.yaml": WORDS, "1.txt": PAGE }, async ({ run, read }) => {
      await run(["fix"]);
      assert.equal(await read("1.txt"), PAGE);
      await run(["fix", "--unsafe"]);
      assert.equal(await read("1.txt"), PAGE.replace("截止五月", "截至五月"));
    }));

  test("hold for what comes from standard input, in the working folder", () =>
    inFolder({ ".galley/words.yaml": WORDS }, async ({ run }) => {
      const { out } = await run(["check", "--jsonl"], { stdin: `${JSON.stringify({ text: PAGE })}\n` });
      assert.equal(out.match(/house-word/g)?.length, 1);
    }));
});
