/** A heading whose figure, name or place its article has otherwise. */

import type { BareFinding } from "../../page/finding.ts";
import type { EntityType } from "../../page/mention.ts";
import { figureFindings } from "../figure-findings.ts";
import type { NameRule, PageRule } from "../rule.ts";
import { type Contradicted, contradictedNames } from "./apart-from-text.ts";
import { placeOf, placesOf } from "./name-places.ts";
import { namesInArticles } from "./names-in-articles.ts";

const CHIEF = { type: "PER", text: "苏禾田", role: "县水利局局长" } as const;

export const headlineDiffers: PageRule & NameRule = {
  id: "headline-differs",
  title: { zh: "标题与正文不符", en: "Headline differs from its article" },
  why: {
    zh:
      "标题里的差错加倍计算（《报纸编校差错率计算方法》），也最先被读者看见。标题的数字与正文颠倒了两位、错了一位，或标题里的人名、地名正文里没有、" +
      "正文里只有一个差一点的，才提示。哪一处对由编辑查核；四舍五入的、正文里几个数加得出的、另有职务的人，都不提示。",
    en:
      "Errors in a headline count double in the newspapers' own rules, and readers see them first. Reported are a figure that the article " +
      "has with two digits changed or another one, and a person or place that the article does not name while it names one that is " +
      "nearly the same. Which is right is for the editor to find out. Rounded figures, sums of the article's figures, and persons with titles of " +
      "their own are left alone.",
  },
  severity: "warning",
  fixes: [],
  counts: "fact",
  examples: [
    {
      page: "云溪县⟦3200套⟧保障房交付使用\n\n本报讯 （记者 苏禾田） 昨日，云溪县3500套保障房交付使用，老城区的住户陆续搬进新居，从此告别漏雨的旧屋。\n",
    },
    {
      page: "云溪县又有⟦1450户⟧住户迁入新居\n\n本报讯 （记者 方文） 昨日，云溪县老城区的1540户住户陆续迁入新居，从此告别漏雨的旧屋，孩子们上学也近了。\n",
    },
    {
      page:
        "⟦苏田禾⟧到工地看望建设者\n\n　　本报讯 8月15日，县水利局局长苏禾田来到工地，看望连夜抢修堤坝的建设者，送去了西瓜和绿豆汤。\n\n" +
        "　　苏禾田说，汛期还没有过去，大家要再守一个月。\n",
      house: { names: [CHIEF, { type: "PER", text: "苏田禾" }] },
    },
    {
      page:
        "⟦东塘村⟧修通进山路\n\n　　本报讯 8月15日，西塘村的进山路通了车，乡亲们出山卖果再不用肩挑背扛，半个钟头就到了县城的集市。\n\n" +
        "　　西塘村在山后，从前进城要走大半天，孩子们上学要住校。\n",
      house: {
        names: [
          { type: "LOC", text: "东塘村" },
          { type: "LOC", text: "西塘村" },
        ],
      },
    },
  ],
  silent: [
    {
      page: "云溪县3200套保障房交付使用\n\n本报讯 （记者 苏禾田） 昨日，云溪县3215套保障房交付使用，老城区的住户陆续搬进新居，从此告别漏雨的旧屋。\n",
    },
    {
      page:
        "东塘村西塘村修通进山路\n\n　　本报讯 8月15日，西塘村的进山路通了车，西塘村的乡亲们出山卖果再不用肩挑背扛。\n\n" +
        "　　东塘的路去年就通了。\n",
      house: {
        names: [
          { type: "LOC", text: "东塘村" },
          { type: "LOC", text: "西塘村" },
        ],
      },
    },
  ],

  *check(analysis) {
    for (const { inHeading, ...finding } of figureFindings(analysis)) if (inHeading) yield finding;
  },

  *checkNames(page) {
    for (const article of namesInArticles(page, COMPARED)) {
      for (const { here, other } of contradictedNames(article, "heading", page)) {
        for (const { mention } of here.places) {
          const place = placeOf(page, mention);
          if (place) yield { ...place, ...tellOf({ here, other }), related: placesOf(page, other) };
        }
      }
    }
  },
};

const COMPARED: ReadonlySet<EntityType> = new Set<EntityType>(["PER", "LOC"]);

function tellOf({ here, other }: Contradicted): Pick<BareFinding, "message" | "unsettled"> {
  return {
    message: {
      zh: `标题里是“${here.name}”，正文里没有，正文里是“${other.name}”，请核对。`,
      en: `“${here.name}” in the heading is not in the article, which has “${other.name}”.`,
    },
    unsettled: here.name,
  };
}
