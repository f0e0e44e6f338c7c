/** The file of accepted findings. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import fc from "fast-check";
import {
  ACCEPTED_KEYS,
  appendAccepted,
  parseAccepted,
  removeAccepted,
} from "../../../server/core/house/accepted-file.ts";
import type { Acceptance } from "../../../server/core/page/acceptance.ts";
import { applyEdits } from "../../../server/core/text/text.ts";

const RULES = new Set(["unpaired-mark", "stray-blank"]);
const HERE: Acceptance = {
  rule: "unpaired-mark",
  page: "seeds/a.txt",
  before: "某某说：",
  text: "“",
  after: "路修好了",
};

const FILE = `# 本社
accepted:
  # 版头
  - rule: stray-blank
    text: 第3版 # 各版都有
    note: 版头照排

  - {rule: unpaired-mark, page: ./seeds/a.txt, nth: 2}
`;

function withoutSpans(text: string): unknown[] {
  return parseAccepted(text, RULES).entries.map(({ start: _, end: __, ...entry }) => entry);
}

describe("the file of accepted findings", () => {
  test("is read, notes included", () => {
    assert.deepEqual(parseAccepted(FILE, RULES).faults, []);
    assert.deepEqual(withoutSpans(FILE), [
      { rule: "stray-blank", text: "第3版", note: "版头照排" },
      { rule: "unpaired-mark", page: "seeds/a.txt", nth: 2 },
    ]);
  });

  test("is told what is wrong in it", () => {
    const text =
      "accepted:\n  - text: 字\n  - rule: no-rule\n  - rule: stray-blank\n    nth: 零\n  - rule：stray-blank\n";
    const { entries, faults } = parseAccepted(text, RULES);
    assert.deepEqual(entries, []);
    assert.deepEqual(
      faults.map(({ message }) => message.zh),
      [
        "条目没有规则名（rule）。",
        "没有名为“no-rule”的规则。",
        "nth 是第几处，应是从 1 起的数。",
        "冒号要用半角“:”，后面空一格，如“name: 名称”。",
      ],
    );
  });

  test("is made, and takes entries that read back as they were", () => {
    const made = applyEdits("", [appendAccepted("", [HERE], "yaml") ?? { start: 0, end: 0, newText: "" }]);
    assert.match(made, /^#.*\n#.*\naccepted:\n {2}- rule: unpaired-mark\n {4}page: /u);
    assert.deepEqual(withoutSpans(made), [HERE]);
    const text = fc
      .string({ unit: "grapheme", minLength: 1 })
      .map((one) => one.replace(/\s/gu, ""))
      .filter(Boolean);
    fc.assert(
      fc.property(
        fc.record({ text, before: text, after: text }),
        fc.constantFrom<"yaml" | "json">("yaml", "json"),
        (words, form) => {
          const empty = form === "yaml" ? FILE : "";
          const edit = appendAccepted(empty, [{ ...HERE, ...words }], form);
          assert.deepEqual(withoutSpans(applyEdits(empty, edit ? [edit] : [])).at(-1), { ...HERE, ...words });
        },
      ),
    );
  });

  test("loses an entry that is taken back, and nothing else", () => {
    const [first, second] = parseAccepted(FILE, RULES).entries;
    assert.ok(first && second);
    const removed = (text: string, entry: { start: number }): string => {
      const edit = removeAccepted(text, entry);
      return applyEdits(text, edit ? [edit] : []);
    };
    assert.equal(removed(FILE, first), FILE.replace(/ {2}- rule: stray[\s\S]*版头照排\n/u, ""));
    assert.equal(removed(FILE, second), FILE.replace(/.*nth: 2\}\n/u, ""));
    const flow = '{"accepted": [{"rule": "stray-blank"}, {"rule": "unpaired-mark"}]}';
    const [one, two] = parseAccepted(flow, RULES).entries;
    assert.ok(one && two);
    assert.equal(removed(flow, one), '{"accepted": [{"rule": "unpaired-mark"}]}');
    assert.equal(removed(flow, two), '{"accepted": [{"rule": "stray-blank"}]}');
    assert.equal(removeAccepted(FILE, { start: 3 }), undefined);
  });

  test("has the schema that is shipped", () => {
    const schema = JSON.parse(readFileSync(new URL("../../../schemas/accepted.schema.json", import.meta.url), "utf8"));
    assert.deepEqual(Object.keys(schema.properties.accepted.items.properties), [...ACCEPTED_KEYS]);
  });
});
