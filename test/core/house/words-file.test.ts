/** The file of words that the house does not use, and how they are found. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import fc from "fast-check";
import { createWordFinder } from "../../../server/core/house/find-words.ts";
import { parseWords, WORD_KEYS } from "../../../server/core/house/words-file.ts";
import type { HouseWord } from "../../../server/core/page/house-word.ts";

const FILE = `# 本社
words:
  - term: 截止
    instead: 截至
    except: [截止日期, 报名截止]
    why: 后面有时间的用“截至”
  - term: [土专家, 田秀才]   # 两个词一样改
    instead: 乡土人才
  - {term: 微信}
`;

const messages = (text: string): string[] => parseWords(text).faults.map(({ message }) => message.zh);

describe("the file of words", () => {
  test("is read", () => {
    const { entries, faults } = parseWords(FILE);
    assert.deepEqual(faults, []);
    assert.deepEqual(
      entries.map(({ start, end, ...word }) => [FILE.slice(start, end), word]),
      [
        ["截止", { terms: ["截止"], instead: "截至", why: "后面有时间的用“截至”", except: ["截止日期", "报名截止"] }],
        ["[土专家, 田秀才]", { terms: ["土专家", "田秀才"], instead: "乡土人才" }],
        ["微信", { terms: ["微信"] }],
      ],
    );
  });

  test("may be empty, or JSON", () => {
    assert.deepEqual(parseWords(""), { entries: [], faults: [] });
    assert.deepEqual(parseWords("words:\n"), { entries: [], faults: [] });
    const [entry] = parseWords('{"words": [{"term": "截止", "instead": "截至"}]}').entries;
    assert.equal(entry?.instead, "截至");
  });

  test("is told what is wrong in it", () => {
    assert.deepEqual(messages("words:\n  - instead: 截至\n"), ["词条没有不用的词（term）。"]);
    assert.deepEqual(messages("words:\n  - {term: 截止, instead: 截止}\n"), ["“截止”改用的还是它自己。"]);
    assert.deepEqual(messages(`words:\n  - term: ${"长".repeat(41)}\n`), ["词太长，至多 40 个字。"]);
    assert.deepEqual(messages("words:\n  - {term: 截止, except: 日期}\n"), ["“日期”里没有不用的词，不起作用。"]);
    assert.deepEqual(messages("words:\n  - term: 截止\n  - term: 截止\n"), ["“截止”重复了，以前面的一条为准。"]);
    assert.deepEqual(messages("words:\n  - {term: 乙, instead: 甲}\n  - {term: 甲}\n"), [
      "改用的“甲”里有“甲”，它也在不用之列。",
    ]);
    assert.deepEqual(messages("words:\n  - term：截止\n"), ["冒号要用半角“:”，后面空一格，如“name: 名称”。"]);
    assert.deepEqual(messages("words:\n  - {term: 截止, use: 截至}\n"), [
      "没有名为“use”的项，只有 term、instead、why、except。",
    ]);
  });

  test("has the schema that is shipped", () => {
    const schema = JSON.parse(readFileSync(new URL("../../../schemas/words.schema.json", import.meta.url), "utf8"));
    assert.deepEqual(Object.keys(schema.properties.words.items.properties), [...WORD_KEYS]);
  });
});

describe("words are found", () => {
  /** The text with ⟦…⟧ round each term. */
  const marked = (text: string, ...words: HouseWord[]): string =>
    createWordFinder(words)(text).reduceRight(
      (left, { start, end }) => `${left.slice(0, start)}⟦${left.slice(start, end)}⟧${left.slice(end)}`,
      text,
    );

  test("the longest first, and none inside another", () => {
    assert.equal(marked("土专家土专家庭", { terms: ["土专", "专家庭", "土专家"] }), "⟦土专家⟧⟦土专家⟧庭");
  });

  test("but not in what is used all the same, nor in what is to be written", () => {
    const word = { terms: ["残疾"], instead: "残疾人", except: ["身有残疾"] };
    assert.equal(marked("残疾军人、残疾人，身有残疾。", word), "⟦残疾⟧军人、残疾人，身有残疾。");
    // What is excepted of one entry may be another's.
    assert.equal(marked("身有残疾", word, { terms: ["有残疾"] }), "身⟦有残疾⟧");
  });

  test("with letters and figures only as a whole", () => {
    assert.equal(marked("5G、15G、5GB和 APP、WeAPP", { terms: ["5G", "APP"] }), "⟦5G⟧、15G、5GB和 ⟦APP⟧、WeAPP");
  });

  test("where a search for each would find them", () => {
    const words = fc.array(fc.string({ unit: fc.constantFrom("甲", "乙", "丙"), minLength: 1, maxLength: 4 }));
    const text = fc.string({ unit: fc.constantFrom("甲", "乙", "丙"), maxLength: 40 });
    fc.assert(
      fc.property(words, text, (terms, page) => {
        const found = createWordFinder([{ terms }])(page);
        let at = 0;
        const expected: string[] = [];
        while (at < page.length) {
          const longest = terms.filter((term) => page.startsWith(term, at)).sort((a, b) => b.length - a.length)[0];
          if (longest === undefined) at += 1;
          else {
            expected.push(`${at} ${longest}`);
            at += longest.length;
          }
        }
        assert.deepEqual(
          found.map(({ start, term }) => `${start} ${term}`),
          expected,
        );
      }),
    );
  });

  test("thousands at once in the time of one walk", () => {
    // Terms that all begin alike, and a page of nothing but their beginning: each place looks at one term's length at most.
    const terms = Array.from({ length: 5000 }, (_, i) => `${"中".repeat(30)}${String.fromCharCode(0x6000 + i)}`);
    const find = createWordFinder([{ terms }]);
    const page = "中".repeat(200_000);
    const before = performance.now();
    assert.deepEqual(find(page), []);
    assert.ok(performance.now() - before < 2000);
  });

  test("a term without a character is none", () => {
    assert.deepEqual(messages('words:\n  - term: ""\n'), ["词条没有不用的词（term）。"]);
  });
});
