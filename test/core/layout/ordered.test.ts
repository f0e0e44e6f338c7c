/** Pages in order have every form of article that real ones have, and headlines that say what their articles say. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { fold } from "../../support/score.ts";
import { randomPage, type Truth } from "../../support/typesetter/index.ts";

const PAGES = Array.from({ length: 60 }, (_, i) => randomPage(i + 1, { ordered: true }).truth);

type Article = Truth["articles"][number];
type Para = Truth["paras"][number];

/** Every article with its paragraphs, of whatever role. */
const ARTICLES = PAGES.flatMap(({ articles, paras, lines }) =>
  articles.map((article) => ({
    article,
    paras: paras.filter((para) => para.article === article.id),
    lines: lines.filter((line) => line.article === article.id),
  })),
);
/** Everything that belongs to no article. */
const ALONE = PAGES.flatMap(({ paras }) => paras.filter(({ article }) => article === ""));

/** The articles of a form: an id begins with it. */
function ofForm(form: string): typeof ARTICLES {
  return ARTICLES.filter(({ article }) => article.id.startsWith(`${form}-`));
}

/** The paragraphs of running text. */
function textOf(paras: readonly Para[]): Para[] {
  return paras.filter(({ role }) => role === "body" || role === "lead" || role === "editor_note");
}

/** The two characters at each place of a headline, its series' name left out. */
function pairsOf({ headline }: Article): string[] {
  const chars = [...headline.replace(/（[^（）]*）$/u, "")];
  return chars.flatMap((char, i) => (/^\p{Script=Han}{2}$/u.test(char + chars[i + 1]) ? [char + chars[i + 1]] : []));
}

describe("a page in order", () => {
  test("is a function of its seed and options", () => {
    assert.deepEqual(randomPage(7, { ordered: true }), randomPage(7, { ordered: true }));
    assert.notEqual(randomPage(7, { ordered: true }).text, randomPage(8, { ordered: true }).text);
    assert.notEqual(randomPage(7, { ordered: true }).text, randomPage(7).text);
  });

  test("has as many articles as asked for", () => {
    for (let seed = 1; seed < 20; seed += 1) {
      const { truth } = randomPage(seed, { ordered: true, articles: [4, 4] });
      assert.equal(truth.articles.length, 4);
    }
  });

  test("says each headline in some lines, but for pieces that go on from another page", () => {
    for (const { article, lines } of ARTICLES) {
      const head = lines.filter(({ role }) => role === "headline").map(({ text }) => fold(text));
      const [set, wanted] = [head.join("").replaceAll(" ", ""), fold(article.headline).replaceAll(" ", "")];
      const undoubled = (text: string): string => text.replace(/(.)\1+/gu, "$1");
      assert.equal(undoubled(set), undoubled(wanted));
      assert.equal(article.head_pos === "missing", article.id.startsWith("jump-"));
    }
  });

  test("has each headline right above its article, or all of them at its end", () => {
    const inOrder = PAGES.filter(({ articles }) => articles.every(({ head_pos }) => /before|missing/.test(head_pos)));
    const last = PAGES.filter(({ articles }) =>
      articles.every(({ head_pos }) => /far_end|after|missing/.test(head_pos)),
    );
    assert.equal(inOrder.length + last.length, PAGES.length);
    assert.ok(last.length > 2 && last.length < 15, `${last.length}`);
    const { articles } = randomPage(1, { ordered: true, headingsLast: true }).truth;
    assert.ok(articles.some(({ head_pos }) => head_pos === "far_end"));
  });

  test("says most of a headline's words in the first paragraph, and some in half of the others", () => {
    const shares: number[] = [];
    let [mentioning, others] = [0, 0];
    for (const { article, paras } of ARTICLES) {
      if (article.headline === "") continue;
      const pairs = pairsOf(article);
      const [first, ...rest] = textOf(paras);
      const share = pairs.filter((pair) => first?.text.includes(pair)).length / pairs.length;
      assert.ok(share > 0.3, `${article.headline}: ${first?.text}`);
      shares.push(share);
      if (article.id.startsWith("notice-")) continue;
      others += rest.length;
      mentioning += rest.filter(({ text }) => pairs.some((pair) => text.includes(pair))).length;
    }
    const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
    assert.ok(mean > 0.65, `${mean}`);
    assert.ok(mentioning / others > 0.45 && mentioning / others < 0.6, `${mentioning / others}`);
  });

  test("has no two articles with one headline", () => {
    for (const { articles } of PAGES) {
      const headlines = articles.map(({ headline }) => headline).filter(Boolean);
      assert.equal(new Set(headlines).size, headlines.length);
    }
  });

  test("is set to one or two measures, from narrow to wide, but for ragged leads", () => {
    const measures = PAGES.map(
      ({ lines }) => new Set(lines.flatMap(({ role, measure }) => (role === "lead" ? [] : (measure ?? [])))),
    );
    assert.ok(measures.every(({ size }) => size <= 2));
    const all = measures.flatMap((each) => [...each]);
    assert.ok(Math.min(...all) < 11 && Math.max(...all) > 50);
    assert.ok(
      PAGES.some(
        ({ lines }) => new Set(lines.flatMap(({ role, measure }) => (role === "lead" ? (measure ?? []) : []))).size > 2,
      ),
    );
  });
});

describe("the first sixty pages in order have", () => {
  test("features of 100 to 400 lines with three to seven crossheads of one shape under one byline", () => {
    const shapes = new Set<string>();
    for (const { paras, lines } of ofForm("feature")) {
      const heads = paras.filter(({ role }) => role === "crosshead").map(({ text }) => text);
      assert.ok(heads.length >= 3 && heads.length <= 7);
      assert.ok(lines.length >= 90 && lines.length <= 450, `${lines.length}`);
      assert.equal(paras.filter(({ role }) => role === "byline").length, 1);
      const every = (pattern: RegExp): boolean => heads.every((head) => pattern.test(head));
      if (every(/^（[一二三四五六七]）$/u)) shapes.add("numbers");
      else if (every(/^“.*”$/u)) shapes.add("quotes");
      else if (every(/——$/u)) shapes.add("dash");
      else if (new Set(heads.map((head) => head.indexOf("，"))).size > 1) assert.fail(heads.join(" "));
      else shapes.add(every(/，/u) ? "comma" : "length");
      if (every(/[^”）]$/u)) assert.equal(new Set(heads.map(({ length }) => length)).size, 1, heads.join(" "));
    }
    assert.deepEqual([...shapes].sort(), ["comma", "dash", "length", "numbers", "quotes"]);
  });

  test("features of three to five signed parts, with introductions that the editor signs or not", () => {
    const parts = ofForm("parts");
    for (const { paras } of parts) {
      const heads = paras.filter(({ role }) => role === "crosshead");
      assert.ok(heads.length >= 3 && heads.length <= 5);
      assert.equal(new Set(heads.map(({ text }) => text.length)).size, 1);
      for (const head of heads) assert.equal(paras[paras.indexOf(head) + 1]?.role, "byline");
    }
    const signed = parts.filter(({ paras }) => paras.some(({ text }) => text === "——编者"));
    assert.ok(signed.length > 0 && signed.length < parts.length);
  });

  test("short articles and briefs with a byline, the opening of a news item, a series' name, or none of these", () => {
    for (const form of ["short", "brief"]) {
      const articles = ofForm(form);
      const signed = articles.filter(({ paras }) => paras.some(({ role }) => role === "byline"));
      const news = articles.filter(({ paras }) => textOf(paras)[0]?.text.startsWith("本报"));
      const series = articles.filter(({ article }) => /^（.*）$|）$/u.test(article.kicker || article.headline));
      for (const some of [signed, news, series]) assert.ok(some.length > articles.length / 10);
      assert.ok(signed.length + news.length < articles.length);
    }
    assert.ok(ofForm("short").every(({ paras }) => textOf(paras).length >= 2 && textOf(paras).length <= 8));
    assert.ok(ofForm("brief").every(({ paras }) => textOf(paras).length === 1));
    const after = PAGES.flatMap(({ articles }) =>
      articles.map(({ id }, i) => [id, articles[i + 1]?.id ?? ""] as const),
    );
    assert.ok(after.some(([id, next]) => id.startsWith("feature-") && next.startsWith("brief-")));
  });

  test("fronts with a caption and its credit, a kicker, a lead", () => {
    const fronts = ofForm("front");
    assert.ok(fronts.every(({ paras }) => paras[0]?.role === "caption"));
    for (const role of ["kicker", "subhead", "lead", "byline"])
      assert.ok(
        fronts.some(({ paras }) => paras.some((para) => para.role === role)),
        role,
      );
    for (const credit of [/摄/u, /资料图片/u, /■/u])
      assert.ok(fronts.some(({ paras }) => paras.some(({ role, text }) => role === "caption" && credit.test(text))));
  });

  test("notices under mastheads, under heads that count on, with fields, office and day", () => {
    const notices = ofForm("notice");
    assert.ok(notices.length > 10);
    for (const pattern of [/^时间：/u, /^地点：/u, /^联系人：/u, /^20\d\d年\d+月\d+日$/u])
      assert.ok(notices.some(({ paras }) => paras.some(({ text }) => pattern.test(text))));
    const counted = PAGES.map(({ articles }) =>
      articles.flatMap(({ headline }) => /^\d+(?=\D*(?:通知|公告|启事))/u.exec(headline)?.[0] ?? []),
    );
    const bulletins = counted.filter(({ length }) => length > 1);
    assert.ok(bulletins.length > 0);
    for (const numbers of bulletins)
      assert.deepEqual(
        numbers.map((n) => Number(n) - Number(numbers[0])),
        [...numbers.keys()],
      );
    assert.ok(ALONE.some(({ text }) => text === "通知公告" || text === "便民信息" || text === "公告栏"));
  });

  test("labels, tags, titles of photographs, folios and credits that belong to no article and are no headlines", () => {
    assert.deepEqual([...new Set(ALONE.map(({ role }) => role))].sort(), ["caption", "credit", "folio"]);
    for (const text of ["要闻·综合", "百姓关注", "保种保供", "晒秋"])
      assert.ok(
        ALONE.some((each) => each.text === text),
        text,
      );
    const inside = PAGES.some(({ lines }) =>
      lines.some(({ article }, i) => {
        const before = lines[i - 1]?.para;
        return article === "" && before !== undefined && lines.slice(i).some(({ para }) => para === before);
      }),
    );
    assert.ok(inside);
  });

  test("pieces that go on from another page and on another page", () => {
    const continued = ofForm("jump");
    assert.ok(continued.every(({ article }) => article.headline === "" && article.head_pos === "missing"));
    assert.ok(continued.every(({ paras }) => /^（[上紧]接.*版）./u.test(paras[0]?.text ?? "")));
    const sentOn = ARTICLES.map(({ paras }) => paras.at(-1)).filter((para) => /（下转第.版）$/u.test(para?.text ?? ""));
    assert.deepEqual([...new Set(sentOn.map((para) => para?.role))].sort(), ["body", "jump_line"]);
  });
});
