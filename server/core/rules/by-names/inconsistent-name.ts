/** A name that one article writes in two ways, one character apart. */

import type { Lexicon } from "../../house/index.ts";
import type { NamedPage } from "../../house/named-page.ts";
import type { BareFinding } from "../../page/finding.ts";
import type { EntityType, Mention } from "../../page/mention.ts";
import type { NameRule } from "../rule.ts";
import { placeOf, placesOf, whereIs } from "./name-places.ts";
import { namesInArticles } from "./names-in-articles.ts";
import { rewrite } from "./rewrite.ts";
import { type Slip, slipsIn } from "./slips.ts";

const ESTATE = { type: "PER", text: "苏禾田", role: "县水利局局长" } as const;

export const inconsistentName: NameRule = {
  id: "inconsistent-name",
  title: { zh: "名称前后不一", en: "A name written in two ways" },
  why: {
    zh:
      "同一个人、同一个地方，标题、图片说明和正文里写成两个名字，读者一眼就看得出来，校对逐字看却各处都通。" +
      "只差一字、又没有各自职务的两个名字才提示；同一句里并列的、写明是亲属的、各有职务的，都当作两个人，不提示。",
    en:
      "One person or place under two names, in the headline, a caption and the text, is what readers notice first " +
      "and what reading line by line misses, as each line is right by itself. Names are reported that differ in one " +
      "character and have no titles of their own; those that stand in one sentence, are kin, or have titles each " +
      "are taken for two.",
  },
  severity: "warning",
  fixes: ["unsafe"],
  examples: [
    {
      page:
        "工地上的局长\n\n　　本报讯 8月15日，县水利局局长苏禾田来到工地，看望连夜抢修堤坝的建设者，送去了西瓜和绿豆汤。\n\n" +
        "　　苏禾田说，汛期还没有过去，大家要再守一个月。\n\n　　离开工地以前，⟦苏禾由⟧又去看了民工的宿舍。\n",
      fixed:
        "工地上的局长\n\n　　本报讯 8月15日，县水利局局长苏禾田来到工地，看望连夜抢修堤坝的建设者，送去了西瓜和绿豆汤。\n\n" +
        "　　苏禾田说，汛期还没有过去，大家要再守一个月。\n\n　　离开工地以前，苏禾田又去看了民工的宿舍。\n",
      house: { names: [ESTATE, { type: "PER", text: "苏禾由" }] },
    },
  ],
  silent: [
    {
      page:
        "　　本报讯 8月15日，县水利局局长苏禾田来到工地，看望建设者。\n\n　　苏禾田说，汛期还没有过去。\n\n" +
        "　　施工员苏禾生正在清点沙袋。\n",
      house: { names: [ESTATE, { type: "PER", text: "苏禾生", role: "施工员" }] },
    },
    {
      page: "　　苏禾田种果树。苏禾田还养蜂。\n\n　　弟弟苏禾生跟着学，兄弟俩苏禾田、苏禾生一个管园子，一个管销路。\n",
      house: {
        names: [
          { type: "PER", text: "苏禾田" },
          { type: "PER", text: "苏禾生" },
        ],
      },
    },
    {
      page: "　　东塘村在山前，东塘村的人种茶。\n\n　　西塘村在山后。\n",
      house: {
        names: [
          { type: "LOC", text: "东塘村" },
          { type: "LOC", text: "西塘村" },
        ],
      },
    },
  ],

  *checkNames(page) {
    for (const names of namesInArticles(page, COMPARED)) {
      for (const slip of slipsIn(names, page)) {
        if (isHouses(slip, page.lexicon)) continue;
        for (const { mention } of slip.here.places) {
          const finding = findingOf(page, mention, slip);
          if (finding) yield finding;
        }
      }
    }
  },
};

/** Whether the house's lexicon says which name is right: it has this one, or the other and then `name-differs` tells so. */
function isHouses({ here, other }: Slip, lexicon: Lexicon | undefined): boolean {
  return lexicon !== undefined && (lexicon.has(here.name) || lexicon.find("PER", other.name) !== undefined);
}

const COMPARED: ReadonlySet<EntityType> = new Set<EntityType>(["PER", "LOC", "ORG"]);

function findingOf(page: NamedPage, mention: Mention, { here, other, settled }: Slip): BareFinding | undefined {
  const place = placeOf(page, mention);
  const block = page.blocks[mention.block];
  if (!place || !block) return undefined;
  const edits = settled ? rewrite(page.text, block, mention, other.name) : [];
  const count = other.places.length;
  const where = whereIs(here);
  return {
    ...place,
    message: {
      zh: `${where.zh}是“${here.name}”，同一篇里${count > 1 ? `有 ${count} 处` : "另一处"}是“${other.name}”，只差一字，请核对。`,
      en: `“${here.name}”${where.en} is one character off “${other.name}”, which the article has ${count > 1 ? `${count} times` : "elsewhere"}.`,
    },
    related: placesOf(page, other),
    ...(edits.length > 0
      ? {
          fix: {
            title: { zh: `改为“${other.name}”，与别处一致`, en: `Change to “${other.name}”, as elsewhere` },
            safety: "unsafe" as const,
            edits,
          },
        }
      : {}),
    unsettled: here.name,
  };
}
