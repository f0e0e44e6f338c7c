/** `galley entities`: mentions with their places, as text, as JSON and as a filter. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { tellUnread } from "../../server/cli/names.ts";
import type { Localised } from "../../server/core/text/locale.ts";
import { inFolder, runCli } from "../support/cli.ts";
import { PAGE } from "./page.ts";

interface Shown {
  readonly type: string;
  readonly text: string;
  readonly entity: string;
  readonly spans: readonly { readonly start: Position; readonly end: Position }[];
}

interface Position {
  readonly line: number;
  readonly character: number;
}

const NO_DICTIONARY = "galley: no dictionary in this test.\n";

describe("galley entities", () => {
  test("json: type, text, entity, and a span for each line it stands on", () =>
    inFolder({ "page.txt": PAGE }, async ({ run }) => {
      const { out, err, code } = await run(["entities", "--format", "json", "page.txt"]);
      assert.deepEqual([err, code], [NO_DICTIONARY, 0]);
      const lines = PAGE.split("\n");
      const mentions = JSON.parse(out) as Shown[];
      const person = mentions.find(({ type }) => type === "PER");
      assert.deepEqual([person?.text, person?.entity], ["柏长河", "柏长河"]);
      assert.deepEqual(mentions.find(({ text }) => text === "12公里")?.spans, [
        { start: { line: 4, character: 18 }, end: { line: 4, character: 21 } },
        { start: { line: 6, character: 0 }, end: { line: 6, character: 1 } },
      ]);
      for (const { text, spans } of mentions) {
        const standing = spans
          .map(({ start, end }) => lines[start.line]?.slice(start.character, end.character))
          .join("");
        assert.equal(standing.replace(/\s/g, ""), text.replace(/\s/g, ""));
      }
    }));

  test("text: entities by kind, with the places where they stand", () =>
    inFolder({ "page.txt": PAGE }, async ({ run }) => {
      const { out } = await run(["entities", "page.txt"]);
      assert.match(out, /^Persons PER\n {2}柏长河 .* 13:7$/m);
      const chinese = await run(["entities", "page.txt"], { env: {} });
      assert.match(chinese.out, /^人名 PER$/m);
      assert.equal(chinese.err, "galley: 本测试没有词典。\n");
    }));

  test("--jsonl: offsets into the text that was given, over its wraps", async () => {
    const { out, err, code } = await runCli(["entities", "--jsonl"], {
      stdin: [
        { id: 7, text: PAGE },
        { id: 8, text: "" },
      ]
        .map((item) => `${JSON.stringify(item)}\n`)
        .join(""),
    });
    assert.deepEqual([err, code], [NO_DICTIONARY, 0]);
    const [page, empty] = out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    assert.deepEqual(empty, { id: 8, entities: [] });
    assert.equal(page.id, 7);
    assert.deepEqual(Object.keys(page.entities[0]), ["start", "end", "type"]);
    const named = page.entities.map(({ start, end, type }: { start: number; end: number; type: string }) => [
      type,
      PAGE.slice(start, end),
    ]);
    assert.deepEqual(
      named.filter(([, text]: [string, string]) => text === "柏长河" || text.startsWith("12")),
      [
        ["QTY", "12公\n\n里"],
        ["PER", "柏长河"],
      ],
    );
  });

  test("uses the dictionary where there is one", () =>
    inFolder({ "page.txt": PAGE }, async ({ run }) => {
      const asked: string[] = [];
      const segmenter = {
        tag(text: string) {
          asked.push(text);
          return [...text].map((word) => ({ word, tag: "x" }));
        },
      };
      const { err, code } = await run(["entities", "page.txt"], { dictionary: { segmenter } });
      assert.deepEqual([err, code], ["", 0]);
      assert.ok(asked.join("").includes("柏长河"));
    }));

  test("a page that names nothing", async () => {
    const { out, code } = await runCli(["entities", "-"], { stdin: "\n" });
    assert.deepEqual([out, code], ["Nothing recognised.\n", 0]);
  });
});

describe("a page that is too long for all its names", () => {
  test("is warned of by its name and line, any other is not", async () => {
    const warned: string[] = [];
    const warn = (text: Localised, about?: string): void => void warned.push(`${about}: ${text.en}`);
    const page = {
      text: "",
      texts: [],
      mentions: [],
      hoverMentions: [],
      home: { province: "", prefecture: "", county: "" },
    };
    await tellUnread({ cwd: "/w", warn }, page, "/w/a.txt");
    assert.deepEqual(warned, []);
    await tellUnread({ cwd: "/w", warn }, { ...page, unreadFrom: 4000 }, "/w/a.txt");
    assert.match(warned.join(), /^a\.txt: the page is too long: from line 4000 on /u);
  });
});
