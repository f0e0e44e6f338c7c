/** `--jsonl`: commands as filters. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { jsonFindings } from "../../server/cli/formats/json.ts";
import { analyze } from "../../server/core/analyze.ts";
import { runCli } from "../support/cli.ts";
import { CLEAN_PAGE, PAGE } from "./page.ts";

const lines = (...items: unknown[]): string => items.map((item) => `${JSON.stringify(item)}\n`).join("");
const parsed = (out: string): Record<string, unknown>[] =>
  out
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

describe("--jsonl", () => {
  test("fix: the fixed text of each line, in order, under its id", async () => {
    const { out, err, code } = await runCli(["fix", "--jsonl"], {
      stdin: lines({ id: 1, text: PAGE }, { id: "二", text: CLEAN_PAGE }, { id: null, text: "" }, { text: "一" }),
    });
    assert.deepEqual([err, code], ["", 0]);
    assert.deepEqual(parsed(out), [
      { id: 1, text: CLEAN_PAGE },
      { id: "二", text: CLEAN_PAGE },
      { id: null, text: "" },
      { text: "一\n" },
    ]);
  });

  test("check: the findings, and no exit code that a filter's caller would take for a failure", async () => {
    const { out, code } = await runCli(["check", "--jsonl"], { stdin: lines({ id: "a", text: PAGE }) });
    const [{ id, findings } = {}] = parsed(out) as [{ id: string; findings: unknown }];
    assert.equal(code, 0);
    assert.equal(id, "a");
    assert.deepEqual(findings, JSON.parse(JSON.stringify(jsonFindings(analyze(PAGE), "en"))));
  });

  test("a line that cannot be used is told with its number, and the rest go on", async () => {
    const stdin = Buffer.concat([
      Buffer.from("{ no json\n\n"),
      Buffer.from(lines({ id: 1, text: "甲\n" }, { id: 2 }, [1], { id: 3, text: 4 })),
      Buffer.from([0x22, 0xff, 0x0a]),
      Buffer.from(`{"id":12345678901234567890,"text":""}\n{"id":4,"text":"乙\\n"}`),
    ]);
    const { out, err, code } = await runCli(["fix", "--jsonl"], { stdin });
    assert.equal(code, 2);
    assert.deepEqual(parsed(out), [
      { id: 1, text: "甲\n" },
      { id: 4, text: "乙\n" },
    ]);
    assert.deepEqual(
      err
        .trimEnd()
        .split("\n")
        .map((line) => line.replace(/JSON: .*/, "JSON: …")),
      [
        "galley: line 1: not valid JSON: …",
        'galley: line 4: should be a line such as {"id": …, "text": "…"}',
        'galley: line 5: should be a line such as {"id": …, "text": "…"}',
        'galley: line 6: should be a line such as {"id": …, "text": "…"}',
        "galley: line 7: not UTF-8",
        "galley: line 8: this id is too large a number to come back unchanged; make it a string",
      ],
    );
  });

  test("a line that is no JSON is told with its number, the fault, and what it should be, in the user's language", async () => {
    for (const [lang, message] of [
      ["zh", 'galley: 第 2 行: 不是有效的 JSON：第 1 个字符，不该有“云”；应当是 {"id": …, "text": "…"} 这样的一行\n'],
      [
        "en",
        'galley: line 2: not valid JSON: character 1, “云” should not be there; it should be a line such as {"id": …, "text": "…"}\n',
      ],
    ] as const) {
      const stdin = `${lines({ id: 1, text: "甲\n" })}云溪县今年新修公路。\n`;
      const { out, err, code } = await runCli(["fix", "--jsonl", "--lang", lang], { stdin });
      assert.deepEqual([out, err, code], [lines({ id: 1, text: "甲\n" }), message, 2]);
    }
  });

  test("lone surrogates and NUL come through, and U+2028 ends no line", async () => {
    const stdin = `{"id":"a\u2028b","text":"甲\\ud800乙\\u0000丁\\n"}\n`;
    const { out, err } = await runCli(["fix", "--jsonl"], { stdin });
    assert.equal(err, "");
    assert.ok(out.includes("\\ud800"));
    assert.deepEqual(parsed(out), [{ id: "a\u2028b", text: "甲\ud800乙\0丁\n" }]);
  });

  test("lines may be cut anywhere, inside a character too", async () => {
    const bytes = Buffer.from(lines({ id: 1, text: "云溪县\n" }, { id: 2, text: "青川市\n" }));
    const { out } = await runCli(["fix", "--jsonl"], {
      stdin: (async function* () {
        for (const byte of bytes) yield Uint8Array.of(byte);
      })(),
    });
    assert.deepEqual(parsed(out), [
      { id: 1, text: "云溪县\n" },
      { id: 2, text: "青川市\n" },
    ]);
  });

  test("each result is written before the next line is asked for", async () => {
    const events: string[] = [];
    await runCli(["fix", "--jsonl"], {
      stdin: (async function* () {
        for (const id of [1, 2, 3]) {
          events.push(`read ${id}`);
          yield Buffer.from(lines({ id, text: "甲\n" }));
        }
      })(),
      onWrite: async (data) => void events.push(`wrote ${JSON.parse(data).id}`),
    });
    assert.deepEqual(events, ["read 1", "wrote 1", "read 2", "wrote 2", "read 3", "wrote 3"]);
  });

  test("takes no path, nor an option that makes no sense with it", async () => {
    for (const argv of [
      ["fix", "--jsonl", "a.txt"],
      ["fix", "--jsonl", "--diff"],
      ["check", "--jsonl", "--format", "sarif"],
    ]) {
      const { out, err, code } = await runCli(argv);
      assert.deepEqual([out, code], ["", 2]);
      assert.match(err, /^galley: .*--jsonl/);
    }
  });
});
