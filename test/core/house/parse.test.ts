/** The house's lexicon read from its file. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import fc from "fast-check";
import { parseLexicon } from "../../../server/core/house/parse.ts";
import { ENTRY_KEYS, KIND_NAMES } from "../../../server/core/house/types.ts";
import { FILE } from "./stock.ts";

describe("a lexicon's file", () => {
  test("is read with names in either language, and each entry knows its place", () => {
    const { entries, faults } = parseLexicon(FILE);
    assert.deepEqual(faults, []);
    assert.deepEqual(
      entries.map(({ name, type, aliases }) => [name, type, aliases]),
      [
        ["苏禾田", "PER", ["苏局长", "老苏头"]],
        ["鹿鸣氢港", "ORG", []],
        ["石门镇", "LOC", []],
      ],
    );
    for (const { name, start, end } of entries) assert.equal(FILE.slice(start, end), name);
    assert.equal(entries[0]?.role, "云溪县水利局党组书记、局长");
    assert.equal(entries[0]?.reading, "sū hé tián");
  });

  test("may be JSON", () => {
    const { entries, faults } = parseLexicon('{"$schema": "x", "entities": [{"name": "石门镇", "kind": "place"}]}');
    assert.deepEqual([faults, entries.map(({ name }) => name)], [[], ["石门镇"]]);
  });

  test("may be empty", () => {
    for (const file of ["", "# 空\n", "entities:\n", "entities: []\n"])
      assert.deepEqual(parseLexicon(file), { entries: [], faults: [] });
  });

  test("is told what is wrong in it, where, in both languages, and the rest is used", () => {
    const file = `entities:
  - name: 苏禾田
    kind: 官员
  - kind: person
  - name: 田
    kind: person
  - name: 石门镇
    kind: place
    alias: 石门
    aliases: [石, {a: b}]
  - name: 石门镇
    kind: place
  - 孤零零
  - name: 2022
    kind: term
`;
    const { entries, faults } = parseLexicon(file);
    assert.deepEqual(
      faults.map(({ start, end, message }) => [file.slice(start, end).split("\n")[0], message.en]),
      [
        ["官员", "“官员” is no kind: it is one of person, 人物, place, 地名, organisation, 机构, term, 提法."],
        ["kind: person", "The entry has no name."],
        ["田", "A name has two characters at least, or it would be found everywhere."],
        ["alias", "There is no “alias” here, only name, kind, aliases, role, note, reading."],
        ["石", "An alias has two characters at least."],
        ["{a: b}", "aliases is a text."],
        ["石门镇", "“石门镇” is listed twice; the first entry counts."],
        ["孤零零", "An entry needs a name: and a kind:."],
      ],
    );
    assert.ok(faults.every(({ message }) => /\p{Script=Han}/u.test(message.zh)));
    assert.deepEqual(
      entries.map(({ name }) => name),
      ["石门镇", "石门镇", "2022"],
    );
  });

  test("that is no YAML says where", () => {
    const { faults } = parseLexicon("entities:\n  - name: “苏\n   kind: [\n");
    assert.ok(faults.length > 0 && faults.every(({ start, end }) => start <= end));
    assert.equal(parseLexicon("- 苏禾田\n").faults.length, 1);
    assert.equal(parseLexicon("entities: 苏禾田\n").faults.length, 1);
  });

  test("is told how it is written, in words that need no knowledge of YAML, once a line", () => {
    const entry = (line: string): string => `entities:\n  - name: 苏禾田\n${line}\n`;
    for (const [file, line, zh, en] of [
      [entry("\tkind: person"), 3, /制表符/, /tabs are not allowed/],
      [entry("    kind：person"), 3, /半角/, /half-width colon/],
      ["entities：\n  - name：苏禾田\n", 1, /半角/, /half-width colon/],
      ["entities:\n  - name：苏禾田\n    kind：person\n", 2, /半角/, /half-width colon/],
      ["entities:\n  - name:苏禾田\n    kind: person\n", 2, /空一格/, /blank belongs after the colon/],
      [entry("     kind: person"), 2, /缩进与上文不齐/, /indent does not match/],
      [entry("    name: 苏禾田"), 3, /写了两次/, /stands in the same entry twice/],
      [entry('    kind: "person'), 4, /引号/, /quotation mark/],
      ['{"entities": [{"name": "石门镇"', 1, /右括号/, /closing bracket/],
    ] as const) {
      const { faults } = parseLexicon(file);
      assert.equal(faults.length, 1, file);
      const [fault] = faults;
      assert.equal(file.slice(0, fault?.start).split("\n").length, line, file);
      assert.match(fault?.message.zh ?? "", zh);
      assert.match(fault?.message.en ?? "", en);
    }
  });

  test("may have aliases on one line and names in Chinese quotation marks", () => {
    const { entries, faults } = parseLexicon(
      "entities:\n  - name: “苏禾田”\n    kind: person\n    aliases: 苏局长、老苏头\n",
    );
    assert.deepEqual(
      [faults, entries.map(({ name, aliases }) => [name, aliases])],
      [[], [["苏禾田", ["苏局长", "老苏头"]]]],
    );
  });

  test("of another make is not told of without end", () => {
    const { faults } = parseLexicon(`entities:\n${"  - name: 石门镇\n    type: place\n".repeat(500)}`);
    assert.equal(faults.length, 101);
    assert.match(faults.at(-1)?.message.en ?? "", /^\d+ more from here on\.$/);
  });

  test("can be anything", () => {
    fc.assert(fc.property(fc.string(), (text) => void parseLexicon(text)));
    const piece = fc.constantFrom(
      "entities:",
      "\n",
      "  ",
      "- ",
      "name: ",
      "kind: person",
      "苏禾",
      "[",
      "{",
      "&a ",
      "*a",
      "|",
      ":",
    );
    fc.assert(fc.property(fc.array(piece), (pieces) => void parseLexicon(pieces.join(""))));
  });

  test("has the schema that is shipped", () => {
    const schema = JSON.parse(readFileSync(new URL("../../../schemas/entities.schema.json", import.meta.url), "utf8"));
    const entry = schema.properties.entities.items;
    assert.deepEqual(Object.keys(entry.properties), [...ENTRY_KEYS]);
    assert.deepEqual(
      entry.properties.kind.enum,
      KIND_NAMES.flatMap(({ names }) => names),
    );
  });
});
