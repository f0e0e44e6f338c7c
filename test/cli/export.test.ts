/** `galley export`: the articles of a page in each format. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { inFolder, runCli } from "../support/cli.ts";
import { CLEAN_PAGE, HEADLINE, PAGE } from "./page.ts";

const PARAGRAPHS = CLEAN_PAGE.trimEnd().split("\n\n").slice(1);

describe("galley export", () => {
  for (const format of ["text", "markdown"]) {
    test(`${format}: headline and whole paragraphs, without a dictionary`, () =>
      inFolder({ "page.txt": PAGE }, async ({ run }) => {
        const { out, err, code } = await run(["export", "--format", format, "page.txt"]);
        assert.deepEqual([err, code], ["", 0]);
        assert.ok(out.includes(HEADLINE));
        for (const paragraph of PARAGRAPHS) assert.ok(out.includes(paragraph.replace(/^本报讯 /, "")), paragraph);
      }));
  }

  test("json: articles with what they name", () =>
    inFolder({ "pages/page.txt": PAGE }, async ({ run }) => {
      const { out, err, code } = await run(["export", "--format", "json", "pages/page.txt"]);
      assert.deepEqual([err, code], ["galley: no dictionary in this test.\n", 0]);
      const { file, articles } = JSON.parse(out);
      assert.deepEqual([file, articles.length, articles[0].headline], ["page.txt", 1, HEADLINE]);
      assert.ok(articles[0].entities.some(({ name }: { name: string }) => name === "柏长河"));
    }));

  test("--no-entities asks for no dictionary", () =>
    inFolder({ "page.txt": PAGE }, async ({ run }) => {
      const { out, err } = await run(["export", "--format", "json", "--no-entities", "page.txt"]);
      assert.equal(err, "");
      assert.deepEqual(JSON.parse(out).articles[0].entities, []);
    }));

  test("ninjs: what the standard requires", () =>
    inFolder({ "page.txt": PAGE }, async ({ run }) => {
      const { out } = await run(["export", "--format", "ninjs", "page.txt"]);
      const item = JSON.parse(out);
      assert.match(item.uri, /^urn:uuid:/);
      assert.equal(item.associations.length, 1);
    }));

  test("--jsonl in each format", async () => {
    const line = async (format: string): Promise<Record<string, unknown>> => {
      const { out, code } = await runCli(["export", "--jsonl", "--format", format, "--no-entities"], {
        stdin: `${JSON.stringify({ id: 1, text: PAGE })}\n`,
      });
      assert.equal(code, 0);
      return JSON.parse(out);
    };
    assert.deepEqual(Object.keys(await line("text")), ["id", "text"]);
    assert.deepEqual(Object.keys(await line("markdown")), ["id", "text"]);
    assert.deepEqual(Object.keys(await line("json")), ["id", "articles"]);
    assert.deepEqual(Object.keys(await line("ninjs")), ["id", "ninjs"]);
  });
});
