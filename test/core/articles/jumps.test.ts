/** Jump lines: which page they name, and which file is that page. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { fileOfPage, jumpsIn, numberOfPage } from "../../../server/core/articles/jumps.ts";

describe("a jump line names a page", () => {
  for (const [text, words, section, number] of [
    ["（下转第二版）", "下转第二版", "", 2],
    ["（上接第1版）", "上接第1版", "", 1],
    ["▶下转A3版《茶山新绿入画来》", "下转A3版", "A", 3],
    ["乡亲们都夸这条路。（下转 第十二版）", "下转 第十二版", "", 12],
    ["紧接第二十版", "紧接第二十版", "", 20],
    ["上转Ｂ０４版", "上转Ｂ０４版", "B", 4],
  ] as const) {
    test(text, () => {
      const [jump, ...others] = jumpsIn(text);
      assert.deepEqual(others, []);
      assert.equal(text.slice(jump?.start, jump?.end), words);
      assert.deepEqual(jump?.to, { section, number });
    });
  }

  test("and prose names none", () => {
    for (const text of ["", "工程转入第二阶段。", "青川日报第三版刊登了公告。", "接第一版的电话"])
      assert.deepEqual(jumpsIn(text), []);
  });
});

describe("the page's file", () => {
  const page = (number: number, section = "") => ({ section, number });
  for (const [own, to, files, found] of [
    ["云溪日报-2024-05-20-01.txt", page(2), ["云溪日报-2024-05-20-02.txt", "云溪日报-2024-05-21-02.txt"], 0],
    ["20240520_03.txt", page(1), ["20240520_01.txt", "20240519_01.txt", "20240520_10.txt"], 0],
    ["yunxi-5-county.txt", page(1), ["yunxi-1-front.txt", "yunxi-2-economy.txt"], 0],
    ["第3版.txt", page(4), ["第4版.txt", "第14版.txt"], 0],
    ["A01.txt", page(2), ["A02.txt", "B02.txt"], 0],
    ["A01.txt", page(2, "B"), ["A02.txt", "B02.txt"], 1],
    ["1.txt", page(2), ["2.md", "2.txt"], 1],
    ["yunxi-5-county.txt", page(1), ["yunxi-1-front.txt", "yunxi-1-county-old.txt"], -1],
    ["2024-05-20.txt", page(2), ["2024-05-02.txt", "2024-02-20.txt"], -1],
    ["云溪日报.txt", page(2), ["云溪日报2.txt"], -1],
    ["3.txt", page(3), ["3.txt"], -1],
  ] as const) {
    test(`${own} → ${to.section}${to.number}: ${found < 0 ? "none" : files.at(found)}`, () => {
      assert.equal(fileOfPage(own, to, [own, ...files]), found < 0 ? undefined : files.at(found));
    });
  }
});

test("the number of a page is that of its folio, else that of its file", () => {
  const number = (folios: string[], file = "a.txt"): string => {
    const found = numberOfPage(folios, file);
    return found ? `${found.section}${found.number}` : "";
  };
  assert.equal(number(["云溪日报 2024年5月20日 星期一 第3版 要闻"]), "3");
  assert.equal(number(["要闻 A02版"]), "A2");
  assert.equal(number(["第十二版"]), "12");
  assert.equal(number(["2024年5月20日 星期一", "4版"]), "4");
  assert.equal(number(["今日8版"], "2024-05-20-A03.txt"), "A3");
  assert.equal(number([], "2024-05-20.txt"), "");
});
