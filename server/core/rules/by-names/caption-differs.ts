/** A caption's name that its article does not have, while it has one that is nearly the same. */

import type { EntityType } from "../../page/mention.ts";
import type { NameRule } from "../rule.ts";
import { contradictedNames } from "./apart-from-text.ts";
import { placeOf, placesOf } from "./name-places.ts";
import { namesInArticles } from "./names-in-articles.ts";

const CHIEF = { type: "PER", text: "苏禾田", role: "县水利局局长" } as const;
const ARTICLE =
  "工地上的局长\n\n　　本报讯 8月15日，县水利局局长苏禾田来到工地，看望连夜抢修堤坝的建设者，送去了西瓜和绿豆汤。\n\n" +
  "　　苏禾田说，汛期还没有过去，大家要再守一个月。\n\n";

export const captionDiffers: NameRule = {
  id: "caption-differs",
  title: { zh: "图片说明与正文不符", en: "Caption differs from its article" },
  why: {
    zh:
      "图片说明常由摄影记者另写，人名和正文对不上，读者对着照片看得最清楚。说明里的名字正文里没有、正文里只有一个颠倒了、多了、少了或错了一个字的，" +
      "才提示；摄影者、另有职务的人和与本文无关的图片，不提示。",
    en:
      "Captions are often written by the photographer, and a name that is not the article's is plain to see beside the picture. Reported is a " +
      "name that the article does not have while it has one with characters that changed places, one more, one less or another one. " +
      "Photographers, persons with titles of their own, and pictures of something else are left alone.",
  },
  severity: "warning",
  fixes: [],
  counts: "important",
  examples: [
    {
      page: `${ARTICLE}　　图为⟦苏田禾⟧（左）在工地。记者 方文摄\n`,
      house: { names: [CHIEF, { type: "PER", text: "苏田禾" }] },
    },
  ],
  silent: [
    {
      page: `${ARTICLE}　　图为施工员苏田禾（左）在工地。记者 方文摄\n`,
      house: { names: [CHIEF, { type: "PER", text: "苏田禾", role: "施工员" }, { type: "PER", text: "方文" }] },
    },
  ],

  *checkNames(page) {
    for (const article of namesInArticles(page, COMPARED)) {
      for (const { here, other } of contradictedNames(article, "caption", page)) {
        for (const { mention } of here.places) {
          const place = placeOf(page, mention);
          if (!place) continue;
          yield {
            ...place,
            message: {
              zh: `图片说明里是“${here.name}”，正文里没有，正文里是“${other.name}”，请核对。`,
              en: `“${here.name}” in the caption is not in the article, which has “${other.name}”.`,
            },
            related: placesOf(page, other),
            unsettled: here.name,
          };
        }
      }
    }
  },
};

const COMPARED: ReadonlySet<EntityType> = new Set<EntityType>(["PER", "LOC"]);
