/** Names that one article writes in two ways, and names that are two. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { analyze } from "../../../server/core/analyze.ts";
import { createLexicon } from "../../../server/core/house/index.ts";
import { soundAlike } from "../../../server/core/house/sounds.ts";
import type { Mention } from "../../../server/core/page/mention.ts";
import { inconsistentName } from "../../../server/core/rules/by-names/inconsistent-name.ts";
import { applyEdits } from "../../../server/core/text/text.ts";
import { mark } from "../../support/check-rule.ts";
import { scorePlanted } from "../../support/score-planted.ts";
import { SEED_PAGES, typeset } from "../../support/typesetter/index.ts";

type Named = readonly [name: string, role?: string | undefined, type?: Mention["type"]];

/** What is found on a page of paragraphs on which these names stand; a role is that of the name's first mention. */
function found(page: string, names: readonly Named[], house: readonly string[] = []) {
  const analysis = analyze(page);
  const { text, texts: blocks } = analysis;
  const introduced = new Set<string>();
  const mentions = blocks.flatMap((block, index) =>
    names
      .flatMap(([name, role, type = "PER"]) =>
        [...block.text.matchAll(new RegExp(name, "gu"))].map(({ index: start }): Mention => {
          const own = role !== undefined && !introduced.has(name) ? { role } : {};
          introduced.add(name);
          return { block: index, start, end: start + name.length, type, text: name, entity: name, ...own };
        }),
      )
      .sort((a, b) => a.start - b.start),
  );
  const lexicon = createLexicon(
    house.map((name) => ({ name, type: "PER" as const, aliases: [], start: 0, end: name.length })),
  );
  const named = { text, blocks, mentions, articles: () => analysis, soundAlike, lexicon };
  return [...inconsistentName.checkNames(named)];
}

const marked = (page: string, names: readonly Named[], house?: readonly string[]): string =>
  mark(page, found(page, names, house))
    .match(/⟦[^⟧]*⟧/gu)
    ?.join("") ?? "";

const OPENING = "　　本报讯 8月15日，县水利局局长苏禾田来到工地，看望连夜抢修堤坝的建设者，送去了西瓜和绿豆汤。\n\n";
const SAYS = "　　苏禾田说，汛期还没有过去，大家要再守一个月。\n\n";
const CHIEF: Named = ["苏禾田", "县水利局局长"];

describe("a name written in two ways", () => {
  test("is found where one article has it once and the other twice, with both places", () => {
    const page = `${OPENING}${SAYS}　　离开以前，苏禾甜又去看了民工的宿舍。\n`;
    const [finding, ...more] = found(page, [CHIEF, ["苏禾甜"]]);
    assert.deepEqual(more, []);
    assert.equal(finding?.message.zh, "这里是“苏禾甜”，同一篇里有 2 处是“苏禾田”，只差一字，请核对。");
    assert.deepEqual(
      finding.related?.map(({ start, end }) => page.slice(start, end)),
      ["苏禾田", "苏禾田"],
    );
    assert.equal(finding.unsettled, "苏禾甜");
    assert.match(applyEdits(page, finding.fix?.edits ?? []), /离开以前，苏禾田又/);
  });

  test("is found over a wrap, and where nothing took it for a name", () => {
    const page = `${OPENING}${SAYS}　　离开工地以前，局长苏禾\n甜说还要再去看看民工的宿舍。\n`;
    assert.equal(marked(page, [CHIEF]), "⟦苏禾\n甜⟧");
  });

  test("is found in a headline and in a caption, which say so", () => {
    const headline = `县水利局局长苏禾由到工地\n\n${OPENING}${SAYS}`;
    assert.equal(found(headline, [CHIEF, ["苏禾由", "县水利局局长"]])[0]?.message.zh.slice(0, 9), "标题里是“苏禾由”");
    const caption = `${OPENING}${SAYS}　　图为苏禾由（左）在工地。记者 方文摄\n`;
    assert.match(found(caption, [CHIEF, ["苏禾由"]])[0]?.message.zh ?? "", /^图片说明里是“苏禾由”/);
  });

  test("may have any other character where the article settles who is meant, and none but a like one where it does not", () => {
    assert.equal(marked(`${OPENING}${SAYS}　　苏禾生走了。\n`, [CHIEF, ["苏禾生"]]), "⟦苏禾生⟧");
    assert.equal(marked(`${OPENING}　　苏禾生走了。\n`, [CHIEF, ["苏禾生"]]), "");
    assert.equal(marked(`${OPENING}　　苏禾添走了。\n`, [CHIEF, ["苏禾添"]]), "⟦苏禾添⟧");
  });

  test("of two characters must sound or look like the other", () => {
    const page = (name: string): string => `　　方慧是网格员。方慧爱笑。\n\n　　下午，${name}又出门了。\n`;
    assert.equal(marked(page("方惠"), [["方慧"], ["方惠"]]), "⟦方惠⟧");
    assert.equal(marked(page("方红"), [["方慧"], ["方红"]]), "");
    assert.equal(marked(page("房慧"), [["方慧"], ["房慧"]]), "");
  });

  test("is a place's or body's too, where it sounds or looks like the other", () => {
    const page = (name: string): string => `　　石淙县修路。石淙县通了车。\n\n　　今天，${name}的老人进了城。\n`;
    assert.equal(
      marked(page("石琮县"), [
        ["石淙县", undefined, "LOC"],
        ["石琮县", undefined, "LOC"],
      ]),
      "⟦石琮县⟧",
    );
    assert.equal(
      marked(page("石门县"), [
        ["石淙县", undefined, "LOC"],
        ["石门县", undefined, "LOC"],
      ]),
      "",
    );
    assert.equal(
      marked(page("石淙镇"), [
        ["石淙县", undefined, "LOC"],
        ["石淙镇", undefined, "LOC"],
      ]),
      "",
    );
  });
});

describe("two names", () => {
  test("are those of one sentence, of kin, and of two titles", () => {
    assert.equal(marked(`${OPENING}${SAYS}　　苏禾田和苏禾甜走了。\n`, [CHIEF, ["苏禾甜"]]), "");
    assert.equal(marked(`${OPENING}${SAYS}　　妹妹苏禾甜走了。\n`, [CHIEF, ["苏禾甜", "妹妹"]]), "");
    assert.equal(marked(`${OPENING}${SAYS}　　村民苏禾甜走了。\n`, [CHIEF, ["苏禾甜", "村民"]]), "");
  });

  test("are those that the house's lexicon settles", () => {
    const page = `${OPENING}${SAYS}　　离开以前，苏禾甜又去看了民工的宿舍。\n`;
    assert.equal(marked(page, [CHIEF, ["苏禾甜"]], ["苏禾甜"]), "");
    assert.equal(marked(page, [CHIEF, ["苏禾甜"]], ["苏禾田"]), "", "the house's rule tells that one");
  });

  test("are words in the place of names", () => {
    assert.equal(marked("　　李女士来了。李女士走了。\n\n　　黎女士没来。\n", [["李女士"], ["黎女士"]]), "");
  });
});

test("on the pages of seeds/ nine of ten misspelt persons are found, and nothing else", () => {
  const pages = SEED_PAGES.map((plan) => typeset(plan)).map(({ text, truth }) => ({ text, page: truth.page }));
  const { kinds, clean, errors } = scorePlanted(pages, 40);
  const wrong = kinds.reduce((sum, kind) => sum + kind.wrong, 0);
  assert.equal(wrong, 0, errors.join("\n"));
  assert.deepEqual(
    clean.findings.filter((finding) => /只差一字/.test(finding)),
    [],
  );
  const persons = kinds.filter(({ kind }) => /^person, by (?:sound|shape)/.test(kind));
  const [planted, hits] = [
    persons.reduce((n, kind) => n + kind.planted, 0),
    persons.reduce((n, kind) => n + kind.found, 0),
  ];
  assert.ok(planted >= 20 && hits / planted >= 0.9, `${hits} of ${planted}\n${errors.join("\n")}`);
});
