/** `galley outline`: the articles of a page, and the language server's own answer as JSON. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { analyze } from "../../server/core/analyze.ts";
import { documentSymbolsOf } from "../../server/workspace/symbols.ts";
import { inFolder, runCli } from "../support/cli.ts";
import { HEADLINE, PAGE } from "./page.ts";

describe("galley outline", () => {
  test("json is what the language server answers for the page", () =>
    inFolder({ "page.txt": PAGE }, async ({ run }) => {
      for (const locale of ["zh", "en"] as const) {
        const { out, err, code } = await run(["outline", "--format", "json", "--lang", locale, "page.txt"]);
        assert.deepEqual([err, code], ["", 0]);
        assert.deepEqual(JSON.parse(out), documentSymbolsOf(analyze(PAGE), locale));
      }
    }));

  test("text: each article with its lines", () =>
    inFolder({ "page.txt": PAGE }, async ({ run }) => {
      const { out } = await run(["outline", "page.txt"]);
      assert.equal(out, `${HEADLINE}  1–${PAGE.trimEnd().split("\n").length}\n`);
    }));

  test("a page without an article", async () => {
    assert.equal((await runCli(["outline", "-"], { stdin: "" })).out, "No article on this page.\n");
    assert.equal((await runCli(["outline", "-", "--format", "json"], { stdin: "" })).out, "[]\n");
  });

  test("--jsonl: the symbols under the id", async () => {
    const { out } = await runCli(["outline", "--jsonl"], { stdin: `${JSON.stringify({ id: 1, text: PAGE })}\n` });
    assert.deepEqual(JSON.parse(out), { id: 1, symbols: documentSymbolsOf(analyze(PAGE), "en") });
  });
});
