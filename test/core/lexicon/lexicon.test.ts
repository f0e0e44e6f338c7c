/** The house's lexicon: read, put over a page's mentions, compared with them, added to. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import fc from "fast-check";
import { layOut, pageOf } from "../../../server/core/layout/index.ts";
import { appendEntry } from "../../../server/core/lexicon/append.ts";
import { cardWithEntry } from "../../../server/core/lexicon/card.ts";
import { nameDifferences } from "../../../server/core/lexicon/differences.ts";
import { createLexicon, type EntryData, type Lexicon } from "../../../server/core/lexicon/index.ts";
import { parseLexicon } from "../../../server/core/lexicon/parse.ts";
import { withLexicon } from "../../../server/core/lexicon/recognise.ts";
import { rolesAgree } from "../../../server/core/lexicon/roles.ts";
import { soundAlike } from "../../../server/core/lexicon/sounds.ts";
import { ENTRY_KEYS, KIND_NAMES } from "../../../server/core/lexicon/types.ts";
import { cardFor } from "../../../server/core/mentions/card.ts";
import { loadGazetteer } from "../../../server/core/mentions/gazetteer.ts";
import type { Mention } from "../../../server/core/mentions/types.ts";
import { applyEdits } from "../../../server/core/text.ts";

const FILE = `# 本社词库
entities:
  - name: 苏禾田 # 名字定稿
    kind: person
    aliases: [苏局长, 老苏头]
    role: 云溪县水利局党组书记、局长
    reading: sū hé tián
  - name: 鹿鸣氢港
    kind: 机构
    note: 全称鹿鸣氢港新能源有限公司
  - {name: 石门镇, kind: 地名}
`;

function house(file = FILE): Lexicon {
  const { entries, faults } = parseLexicon(file);
  assert.deepEqual(faults, []);
  return createLexicon(entries);
}

/** A mention of the words where they first stand. */
function mention(texts: readonly string[], words: string, type: Mention["type"], more: Partial<Mention> = {}): Mention {
  const block = texts.findIndex((text) => text.includes(words));
  const start = texts[block]?.indexOf(words) ?? 0;
  return { block, start, end: start + words.length, type, text: words, entity: words, ...more };
}

const shown = (mentions: readonly Mention[]): string[] =>
  mentions.map(({ type, text, entity }) => `${type} ${text}=${entity}`);

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
        ["官员", "kind is one of person, 人物, place, 地名, organisation, 机构, term, 提法."],
        ["kind: person", "The entry has no name."],
        ["田", "A name has two characters at least, or it would be found everywhere."],
        ["alias", "There is no “alias”, only name, kind, aliases, role, note, reading."],
        ["石", "An alias has two characters at least."],
        ["{a: b}", "aliases is a text."],
        ["石门镇", "“石门镇” stands in the entry of “石门镇” already."],
        ["孤零零", "An entry has a name: and a kind:."],
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

describe("the lexicon over a page's mentions", () => {
  const over = (texts: readonly string[], mentions: readonly Mention[] = [], breaks?: (text: string) => Set<number>) =>
    shown(
      withLexicon(
        texts.map((text) => ({ text })),
        mentions,
        house(),
        breaks,
      ),
    );

  test("finds what nobody recognised, by name and by alias", () => {
    assert.deepEqual(over(["鹿鸣氢港投产，苏局长到场。", "苏禾田说"]), [
      "ORG 鹿鸣氢港=鹿鸣氢港",
      "PER 苏局长=苏禾田",
      "PER 苏禾田=苏禾田",
    ]);
  });

  test("corrects kind and extent, and keeps the office that the page gives", () => {
    const texts = ["局长苏禾田说鹿鸣氢港好"];
    const mentions = [
      mention(texts, "苏禾田", "PER", { role: "局长" }),
      mention(texts, "鹿鸣", "LOC"),
      mention(texts, "氢港好", "PER"),
    ];
    assert.deepEqual(over(texts, mentions), ["PER 苏禾田=苏禾田", "ORG 鹿鸣氢港=鹿鸣氢港"]);
    const [first] = withLexicon([{ text: texts[0] ?? "" }], mentions, house());
    assert.equal(first?.role, "局长");
  });

  test("leaves a longer name whole, and terms that hold names", () => {
    const texts = ["石门镇卫生院的“石门镇模式”"];
    const mentions = [mention(texts, "石门镇卫生院", "ORG"), mention(texts, "“石门镇模式”", "TERM")];
    assert.deepEqual(over(texts, mentions), [
      "ORG 石门镇卫生院=石门镇卫生院",
      "TERM “石门镇模式”=“石门镇模式”",
      "LOC 石门镇=石门镇",
    ]);
  });

  test("takes two characters for a name only where they are a word", () => {
    const lexicon = house("entities:\n  - {name: 中阳, kind: place}\n");
    const breaks = (text: string) => new Set(text.startsWith("集中") ? [0, 2, 4] : [0, 1, 3]);
    const found = (text: string) => shown(withLexicon([{ text }], [], lexicon, breaks));
    assert.deepEqual(found("集中阳光"), []);
    assert.deepEqual(found("到中阳"), ["LOC 中阳=中阳"]);
  });

  test("gives an entity the name that the house has for it", () => {
    const lexicon = house("entities:\n  - {name: 云岭省水利厅, kind: 机构, aliases: [省水利厅]}\n");
    const texts = ["省水利厅来人"];
    const found = withLexicon(
      [{ text: texts[0] ?? "" }],
      [mention(texts, "省水利厅", "ORG", { entity: "水利厅" })],
      lexicon,
    );
    assert.deepEqual(shown(found), ["ORG 省水利厅=云岭省水利厅"]);
  });

  test("keeps mentions in order and names apart, whatever the page", () => {
    const chars = fc.string({ unit: fc.constantFrom(..."苏禾田局长老头鹿鸣氢港石门镇“”"), maxLength: 30 });
    fc.assert(
      fc.property(
        chars,
        fc.array(fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 6 }), fc.constantFrom("PER", "ORG", "LOC", "DATE"))),
        (text, spans) => {
          let done = 0;
          const mentions: Mention[] = [];
          for (const [skip, length, type] of spans) {
            const start = done + (skip % 4);
            done = start + length;
            if (done > text.length) break;
            mentions.push({
              block: 0,
              start,
              end: done,
              type: type as Mention["type"],
              text: text.slice(start, done),
              entity: "x",
            });
          }
          const found = withLexicon([{ text }], mentions, house());
          let end = 0;
          for (const one of found) {
            assert.equal(one.text, text.slice(one.start, one.end));
            assert.ok(one.start >= end, "names do not overlap");
            end = one.end;
          }
        },
      ),
    );
  });
});

describe("a title", () => {
  test("agrees with the house's where it shortens it or spells it out", () => {
    const full = "云溪县水利局党组书记、局长";
    for (const role of ["局长", "县水利局局长", "县水利局党组书记、局长", "党组书记", "老人", full])
      assert.ok(rolesAgree(role, full), role);
    assert.ok(rolesAgree("青川市云溪县水利局局长", "县水利局局长"));
  });

  test("does not where office, rank or place differ", () => {
    const full = "云溪县水利局党组书记、局长";
    for (const role of ["副局长", "市水利局局长", "县水利局局长、县人大代表", "县财政局局长", "原局长"])
      assert.ok(!rolesAgree(role, full), role);
    assert.ok(!rolesAgree("县长", "代县长") && !rolesAgree("局长", "副局长"));
  });
});

describe("differences", () => {
  const differences = (page: string, names: readonly (readonly [string, Mention["type"], string?])[], file = FILE) => {
    const { blocks } = layOut(pageOf(page));
    const texts = blocks.map(({ text }) => text);
    const mentions = names.map(([name, type, role]) => mention(texts, name, type, role === undefined ? {} : { role }));
    return nameDifferences(page, blocks, { mentions, lexicon: house(file), soundAlike }).map(
      ({ start, end, message }) => [page.slice(start, end), message.zh],
    );
  };

  test("are names one character off, also over a wrap", () => {
    assert.deepEqual(differences("昨天，苏禾添来到工地。\n", [["苏禾添", "PER"]]), [
      ["苏禾添", "“苏禾添”与本社词库的“苏禾田”只差一字，请核对。"],
    ]);
    assert.deepEqual(
      differences("鹿鸣青港投产，鹿鸣氢港口开工。\n", [
        ["鹿鸣青港", "ORG"],
        ["鹿鸣氢港口", "ORG"],
      ]).map(([words]) => words),
      ["鹿鸣青港", "鹿鸣氢港口"],
    );
  });

  test("are not persons of another office, nor names that a level or a direction tells apart", () => {
    assert.deepEqual(differences("县财政局局长苏禾生说。\n", [["苏禾生", "PER", "县财政局局长"]]), []);
    const file = "entities:\n  - {name: 云溪县水利局, kind: 机构}\n  - {name: 陈平, kind: 人物}\n";
    assert.deepEqual(differences("云溪市水利局。\n", [["云溪市水利局", "ORG"]], file), []);
    assert.deepEqual(differences("王平说。\n", [["王平", "PER"]], file), []);
    assert.equal(differences("陈萍说。\n", [["陈萍", "PER"]], file).length, 1);
  });

  test("are titles other than the house's, where they stand", () => {
    assert.deepEqual(differences("县水利局副局长苏禾田说。\n", [["苏禾田", "PER", "县水利局副局长"]]), [
      ["县水利局副局长", "本社词库中苏禾田的职务是“云溪县水利局党组书记、局长”，这里是“县水利局副局长”。"],
    ]);
    assert.deepEqual(differences("县水利局局长苏禾田说。\n", [["苏禾田", "PER", "县水利局局长"]]), []);
  });
});

test("the card gives what the house knows first, and its reading settles the doubt", () => {
  const texts = ["县长岳茜说，要抓紧。"];
  const found = mention(texts, "岳茜", "PER", { role: "县长" });
  const page = {
    blocks: [{ text: texts[0] ?? "" }],
    mentions: [found],
    home: { province: "", prefecture: "", county: "" },
  };
  const card = cardFor(found, page, loadGazetteer(""), "zh");
  assert.ok(card.doubts.some((doubt) => doubt.includes("两读")));
  const entry: EntryData = {
    name: "岳茜",
    type: "PER",
    aliases: [],
    role: "云溪县县长",
    note: "女",
    reading: "yuè qiàn",
  };
  const known = cardWithEntry(card, entry, "zh");
  assert.equal(known.reading, "yuè qiàn");
  assert.deepEqual(known.facts.slice(0, 2), [
    { text: "云溪县县长", source: "lexicon" },
    { text: "女", source: "lexicon" },
  ]);
  assert.deepEqual(known.doubts, []);
});

describe("adding an entry", () => {
  const entry: EntryData = { name: "罗长庚", type: "PER", aliases: [], role: "云溪县县长" };
  const added = (text: string, form: "yaml" | "json" = "yaml"): string | undefined => {
    const edit = appendEntry(text, entry, form);
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
    for (const text of ["entities: [\n", "- 一\n", "entities: 苏\n", "entities: [{name: 石门镇, kind: place}]\n"])
      assert.equal(added(text), undefined);
    assert.equal(added("[]", "json"), undefined);
  });

  test("writes whatever stands in a name so that it is read again", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 2 }), fc.string(), (name, role) => {
        const given: EntryData = { name, type: "TERM", aliases: [`${name}甲`], role };
        const edit = appendEntry(FILE, given, "yaml");
        const { entries } = parseLexicon(applyEdits(FILE, edit ? [edit] : []));
        const trimmed = name.trim();
        if ([...trimmed].length < 2) return;
        assert.equal(entries.at(-1)?.name, trimmed);
        assert.equal(entries.at(-1)?.role ?? "", role.trim());
      }),
    );
  });
});
