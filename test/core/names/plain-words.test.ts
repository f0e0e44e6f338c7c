/** What only looks like a name stays plain, and what has an official name is named by it. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { mentionsOf, named } from "../../support/mentions.ts";

/** The names of a text, with the first letter of their type. */
function names(text: string): string[] {
  return mentionsOf([text])
    .filter(({ type }) => type === "PER" || type === "LOC" || type === "ORG")
    .map(({ type, text: name }) => `${type[0]}:${name}`);
}

describe("no name is", () => {
  for (const [text, why] of [
    ["两国人民的友谊源远流长，和平与发展是时代的主题。", "a word that is a county's name, too"],
    ["继续加强蔬菜批发市场建设，推进高水平蔬菜生产基地建设。", "a kind of site with what is done to it"],
    ["要闻·综合", "a section of the paper"],
    ["按程序申报为市重点项目。", "what something becomes"],
    ["有关部门责成人事部门牵头，民主党派参政议政。", "the end of a body's name that goes on as another word"],
    ["加快新材料循环产业集聚区建设。", "a zone by what it is for alone"],
    ["发展中国家的人口增长很快。", "a state inside a word"],
    ["全体党员干部要带头。", "everybody"],
    ["严厉打击电信诈骗，抓住新一轮科技革命的机遇。", "a trade without a firm's brand"],
    [
      "合作协议现场签署，高水平开放迈出新步子。",
      "a word that ends as a body does, or that the dictionary has for a person",
    ],
    ["中文友好使者从心中爱人民，中立关系不变。", "a character that makes a word with 中"],
    ["在书法方面，在采访中，以两回合决胜负。", "a character that is a function word here"],
  ] as const)
    test(`${why}: ${text}`, () => assert.deepEqual(names(text), []));
});

describe("names are", () => {
  for (const [text, expected] of [
    ["新加坡共和国总统、沙特阿拉伯王国大使到会。", ["L:新加坡共和国", "L:沙特阿拉伯王国"]],
    ["他说，中坦两国建交以来合作不断。", ["L:中", "L:坦"]],
    ["市长张三说，李四书记也来了。", ["P:张三"]],
    ["记者走进云溪县新材料产业园。", ["L:云溪县新材料产业园"]],
    ["研究员潘世宁谈到鲁迅的杂文。", ["P:潘世宁", "P:鲁迅"]],
    ["日本果树专家末永武雄来到村里。", ["L:日本", "P:末永武雄"]],
    ["德国大众汽车、比利时财政部长到场。", ["O:比利时财政部"]],
  ] as const)
    test(text, () => {
      const found = names(text);
      for (const name of expected) assert.ok(found.includes(name), `${name} in ${found.join(" ")}`);
    });
});

test("what a cooperative does is no short form of its name", () => {
  const found = mentionsOf(["云溪县成立了蔬菜生产合作社。", "各地扶持蔬菜生产，加强蔬菜生产监测。"]);
  assert.deepEqual(
    found.filter(({ text }) => text === "蔬菜生产"),
    [],
  );
});

describe("names side by side without any mark", () => {
  test("are told apart where they are delegates", () => {
    const run = "王建国李秀英张志强刘淑华陈国栋杨晓东赵玉兰黄志明周文斌吴丽萍";
    const found = named("PER", [`代表名单：${run}`]);
    const missed = (run.match(/.{3}/gu) ?? []).filter((name) => !found.includes(name));
    assert.ok(missed.length <= 1, `${missed.join(" ")} in ${found.join(" ")}`);
  });

  test("are told apart where those of two characters are spread with a wide blank", () => {
    const found = named("PER", ["李秀英王　强张志强刘　敏陈国栋"]);
    for (const name of ["王　强", "刘　敏", "张志强"]) assert.ok(found.includes(name), found.join(" "));
  });
});
