/** The house's lexicon on the command line: names that differ are findings where a lexicon holds, and only there. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { inFolder } from "../support/cli.ts";

const PAGE = "　　本报讯 县水利局副局长苏禾田昨天到石门镇。\n";
const LEXICON =
  "entities:\n  - {name: 苏禾田, kind: 人物, role: 云溪县水利局局长}\n  - {name: 石门镇, kind: place, aka: 石门}\n";

describe("galley check", () => {
  test("compares names with the lexicon at or above the page, and tells its faults", () =>
    inFolder({ ".galley/entities.yaml": LEXICON, "pages/a.txt": PAGE }, async ({ run }) => {
      const { out, err, code } = await run(["check", "pages", "--format", "json"]);
      assert.equal(code, 1);
      const [{ findings }] = JSON.parse(out);
      assert.deepEqual(
        findings.filter(({ rule }: { rule: string }) => rule === "name-differs").map(({ start }: never) => start),
        [{ line: 0, character: 6 }],
      );
      assert.match(err, /entities\.yaml:\d+: .*aka/);
    }));

  test("can leave it out", () =>
    inFolder({ ".galley/entities.yaml": LEXICON, "a.txt": PAGE }, async ({ run }) => {
      const { out, err } = await run(["check", "a.txt", "--rule", "name-differs=off"]);
      assert.doesNotMatch(out, /name-differs/);
      assert.equal(err, "");
    }));

  test("says nothing of names where there is no lexicon", () =>
    inFolder({ "a.txt": PAGE }, async ({ run }) => {
      const { out } = await run(["check", "a.txt", "--format", "json"]);
      assert.doesNotMatch(out, /name-differs/);
    }));

  test("compares names with one another where that is asked for", async () => {
    const page = `${PAGE}\n　　苏禾田说，要守一个月。苏禾田又去了东门。\n\n　　晚上，苏禾甜说还要来。\n`;
    await inFolder({ "a.txt": page }, async ({ run }) => {
      const { out } = await run(["check", "a.txt", "--names", "--format", "json"]);
      assert.match(out, /inconsistent-name/);
      const filtered = await run(["check", "--jsonl", "--names"], { stdin: `${JSON.stringify({ text: page })}\n` });
      assert.match(filtered.out, /inconsistent-name/);
      assert.doesNotMatch((await run(["check", "a.txt"])).out, /inconsistent-name/);
    });
  });

  test("does so as a filter too", () =>
    inFolder({ ".galley/entities.json": '{"entities": [{"name": "苏禾甜", "kind": "person"}]}' }, async ({ run }) => {
      const { out } = await run(["check", "--jsonl"], { stdin: `${JSON.stringify({ id: 1, text: PAGE })}\n` });
      assert.match(out, /name-differs/);
    }));
});

test("galley entities names what the house names", () =>
  inFolder(
    {
      ".galley/entities.yaml": "entities:\n  - {name: 苏禾田, kind: 人物, aliases: [苏局长]}\n",
      "a.txt": "苏局长到场。\n",
    },
    async ({ run }) => {
      const { out } = await run(["entities", "a.txt", "--format", "json"]);
      assert.deepEqual(
        JSON.parse(out).map(({ text, entity }: Record<string, string>) => [text, entity]),
        [["苏局长", "苏禾田"]],
      );
    },
  ));
