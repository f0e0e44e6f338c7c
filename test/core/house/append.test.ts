/** Entries added to the house's lexicon. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { appendEntries } from "../../../server/core/house/append.ts";
import type { EntryData } from "../../../server/core/house/index.ts";
import { parseLexicon } from "../../../server/core/house/parse.ts";
import { applyEdits } from "../../../server/core/text/text.ts";
import { FILE } from "./stock.ts";

describe("adding an entry", () => {
  const entry: EntryData = { name: "罗长庚", type: "PER", aliases: [], role: "云溪县县长" };
  const added = (text: string, form: "yaml" | "json" = "yaml"): string | undefined => {
    const edit = appendEntries(text, [entry], form);
    return edit && applyEdits(text, [edit]);
  };

  test("makes a file, and adds to one that has no list yet", () => {
    const made = added("") ?? "";
    assert.match(made, /^# .*\nentities:\n {2}- name: 罗长庚\n {4}kind: person\n {4}role: 云溪县县长\n$/);
    assert.equal(
      added("# 我们的\n"),
      "# 我们的\nentities:\n  - name: 罗长庚\n    kind: person\n    role: 云溪县县长\n",
    );
    assert.equal(added("entities:\n"), "entities:\n  - name: 罗长庚\n    kind: person\n    role: 云溪县县长\n");
  });

  test("takes the place of what says that there is no list", () => {
    for (const none of ["~", "null", "~ # 还没有", " ~", "[]", "[ ] # 还没有"]) {
      const text = `# 我们的\nentities: ${none}\n`;
      const after = added(text) ?? "";
      const { entries, faults } = parseLexicon(after);
      assert.deepEqual([faults, entries.map(({ name }) => name)], [[], ["罗长庚"]], after);
      assert.equal(/#[^\n]*还没有/.test(after), /还没有/.test(none), after);
    }
    assert.equal(added("entities: null"), "entities: \n  - name: 罗长庚\n    kind: person\n    role: 云溪县县长");
  });

  test("goes behind the last entry, with its indent and all comments kept", () => {
    for (const text of [
      "entities:\n- name: 石门镇 # 镇\n  kind: place # 二\n# 末\n",
      "# 首\nentities:\n    - name: 石门镇\n      kind: place",
    ]) {
      const after = added(text) ?? "";
      const comments = (one: string) => one.match(/#.*$/gm);
      assert.deepEqual(comments(after), comments(text));
      const { entries, faults } = parseLexicon(after);
      assert.deepEqual([faults, entries.map(({ name }) => name)], [[], ["石门镇", "罗长庚"]]);
    }
  });

  test("ends its lines as the file does", () => {
    const after = added("entities:\r\n  - name: 石门镇\r\n    kind: place\r\n") ?? "";
    assert.deepEqual(after.match(/(?<!\r)\n/g), null);
  });

  test("works in JSON too", () => {
    for (const text of [
      "",
      '{"entities": []}',
      '{\n  "entities": [\n    {"name": "石门镇", "kind": "place"}\n  ]\n}\n',
    ]) {
      const after = added(text, "json") ?? "";
      assert.equal(JSON.parse(after).entities.at(-1).name, "罗长庚");
    }
  });

  test("leaves a file alone that it cannot read", () => {
    for (const text of [
      "entities: [\n",
      "- 一\n",
      "entities: 苏\n",
      "一: &x 二\nentities: *x\n",
      "entities: [{name: 石门镇, kind: place}]\n",
    ])
      assert.equal(added(text), undefined);
    assert.equal(added("[]", "json"), undefined);
  });

  test("writes whatever stands in a name so that it is read again", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 2 }), fc.string(), (name, role) => {
        const given: EntryData = { name, type: "TERM", aliases: [`${name}甲`], role };
        const edit = appendEntries(FILE, [given], "yaml");
        const { entries } = parseLexicon(applyEdits(FILE, edit ? [edit] : []));
        const trimmed = name.trim();
        if ([...trimmed].length < 2) return;
        assert.equal(entries.at(-1)?.name, trimmed);
        assert.equal(entries.at(-1)?.role ?? "", role.trim());
      }),
    );
  });
});
