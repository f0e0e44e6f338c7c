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

  test("an article that comes from another page has its name", () => {
    const begins = "本报讯 云溪县今年把修建乡村道路列为十件实事之首，先修出行最难的村。";
    const files = {
      "A1.txt": `第1版\n\n乡村道路修到群众心坎上\n\n${begins}（下转第二版）\n`,
      "A2.txt": "第2版\n\n（上接第一版）路通了，各乡镇的山货出得去了，省下的运费，合作社算了一笔账。\n",
    };
    return inFolder(files, async ({ run }) => {
      const { out } = await run(["outline", "--lang", "zh", "A2.txt"]);
      assert.equal(out, "乡村道路修到群众心坎上  3–3\n    上接第1版\n");
      assert.match((await run(["outline", "--lang", "en", "A1.txt"])).out, /goes on on page 2/u);
    });
  });

  test("a page without an article", async () => {
    assert.equal((await runCli(["outline", "-"], { stdin: "" })).out, "No article on this page.\n");
    assert.equal((await runCli(["outline", "-", "--format", "json"], { stdin: "" })).out, "[]\n");
  });

  test("--jsonl: the symbols under the id", async () => {
    const { out } = await runCli(["outline", "--jsonl"], { stdin: `${JSON.stringify({ id: 1, text: PAGE })}\n` });
    assert.deepEqual(JSON.parse(out), { id: 1, symbols: documentSymbolsOf(analyze(PAGE), "en") });
  });
});
