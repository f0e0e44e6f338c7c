/** Articles that go on on another page: which jump lines belong together, and the article as one. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { analyze } from "../../../server/core/analyze.ts";
import { cleanArticle, cleanText } from "../../../server/core/articles/clean-article.ts";
import { issuesAmong } from "../../../server/core/issue/issue.ts";
import { joinedArticle } from "../../../server/core/issue/joined-article.ts";
import { articlesOverPages } from "../../../server/core/issue/joins.ts";
import { pageFacts } from "../../../server/core/issue/page-facts.ts";

const FOLIO = (number: number): string => `第${number}版　2022年8月16日 星期二`;
const ROADS = [
  "乡村道路修到群众心坎上",
  "□ 本报记者 苏禾田",
  "本报讯 云溪县今年把修建乡村道路列为十件实事之首，先修出行最难的村，再修连接产业的路，",
] as const;
const ROADS_REST = "路通了，云溪县各乡镇的山货出得去了，修建乡村道路省下的运费，合作社算了一笔账。";
const TEA = ["茶山新绿入画来", "本报讯 青川市的茶园里来了几位年轻人，他们学着种茶制茶，把新茶卖到了外省。"] as const;
const TEA_REST = "年轻人在青川市的茶园里开了制茶课，新茶卖到外省的价钱比去年高了两成。";
const NOTICE = ["图书馆夜间开放到十点", "本报讯 图书馆近日把夜间开放时间延长到十点，新添座位六百个。"] as const;

const page = (...blocks: readonly string[]): string => `${blocks.join("\n\n")}\n`;

/** The articles over pages of an issue of these pages, whole, as they are copied. */
function joined(...pages: readonly string[]): string[] {
  const analyses = new Map(pages.map((text, i) => [`file:///A${i + 1}.txt`, analyze(text)]));
  const [issue] = issuesAmong([...analyses].map(([uri, analysis]) => ({ uri, facts: pageFacts(analysis) })));
  return articlesOverPages(issue?.pages ?? []).map((parts) => {
    const clean = parts.flatMap(({ uri, article }) => {
      const analysis = analyses.get(uri);
      const own = analysis?.articles[article];
      return analysis && own ? [cleanArticle(own, analysis)] : [];
    });
    return cleanText(joinedArticle(clean));
  });
}

const WHOLE = page(ROADS[0], "本报记者 苏禾田", ROADS[2] + ROADS_REST);

describe("an article that goes on on another page", () => {
  const front = page(FOLIO(1), ...ROADS.slice(0, 2), `${ROADS[2]}（下转第三版）`, ...NOTICE);
  const between = page(FOLIO(2), ...NOTICE);

  test("is one, its cut paragraph whole", () => {
    assert.deepEqual(joined(front, between, page(FOLIO(3), `（上接第一版）${ROADS_REST}`, ...NOTICE)), [WHOLE]);
  });

  test("is one where the jump lines stand by themselves", () => {
    const apart = page(FOLIO(1), ...ROADS, "（下转第3版）", ...NOTICE);
    assert.deepEqual(joined(apart, between, page(FOLIO(3), "（上接第1版）", ROADS_REST, ...NOTICE)), [WHOLE]);
  });

  test("is one where its headline is repeated", () => {
    const later = page(FOLIO(3), ROADS[0], `（上接第一版）${ROADS_REST}`, ...NOTICE);
    assert.deepEqual(joined(front, between, later), [WHOLE]);
  });

  test("goes on over three pages", () => {
    const second = page(FOLIO(2), `（上接第一版）${ROADS_REST}（下转第三版）`, ...NOTICE);
    const first = front.replace("下转第三版", "下转第二版");
    const third = page(
      FOLIO(3),
      "（上接第二版）路边的空地种上了树，来村里的人一年比一年多，老支书说明年还要再修两条。",
      ...NOTICE,
    );
    assert.deepEqual(joined(first, second, third), [
      `${WHOLE}\n路边的空地种上了树，来村里的人一年比一年多，老支书说明年还要再修两条。\n`,
    ]);
  });

  test("of two on the same pages each has its own", () => {
    const two = page(FOLIO(1), ...ROADS.slice(0, 2), `${ROADS[2]}（下转第三版）`, TEA[0], `${TEA[1]}（下转第三版）`);
    const later = page(FOLIO(3), `（上接第一版）${TEA_REST}`, ...NOTICE, `（上接第一版）${ROADS_REST}`);
    assert.deepEqual(joined(two, between, later), [WHOLE, page(...TEA, TEA_REST)]);
  });
});

describe("nothing is joined", () => {
  const between = page(FOLIO(2), ...NOTICE);
  const front = page(FOLIO(1), ...ROADS.slice(0, 2), `${ROADS[2]}（下转第三版）`);

  test("to what comes from another page", () => {
    assert.deepEqual(joined(front, between, page(FOLIO(3), `（上接第二版）${ROADS_REST}`)), []);
  });

  test("where several may be meant and their words do not tell", () => {
    const later = page(FOLIO(3), "（上接第一版）他们说，日子好了。", ...NOTICE, "（上接第一版）大家都来了。");
    assert.deepEqual(joined(front, between, later), []);
  });

  test("where two pages have the number", () => {
    const later = page(FOLIO(3), `（上接第一版）${ROADS_REST}`);
    assert.deepEqual(joined(front, between, later, page(FOLIO(3), ...NOTICE)), []);
  });

  test("by what a text says of jump lines", () => {
    const prose = page(FOLIO(1), ROADS[0], "那时的报纸常有下转第三版的长文，读者翻来翻去也不嫌烦。");
    assert.deepEqual(joined(prose, between, page(FOLIO(3), `（上接第一版）${ROADS_REST}`)), []);
  });
});
