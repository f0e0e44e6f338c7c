/** What is said of a text that is no JSON. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parseJson } from "../../server/host/json.ts";
import { reasonOf } from "../../server/host/refusal.ts";

function faultOf(text: string): { zh: string; en: string } {
  try {
    parseJson(text);
  } catch (error) {
    return reasonOf(error);
  }
  assert.fail("it is read");
}

describe("a text that is no JSON", () => {
  const faults: readonly [text: string, zh: string, en: string][] = [
    ['{"text": "甲', "第 10 个字符，字符串缺后引号", "character 10, a string without its closing quote"],
    ["{a: 1}", "第 2 个字符，这里应当是带双引号的属性名", "character 2, a property name in double quotes is expected"],
    ['{"a" 1}', "第 6 个字符，属性名后缺冒号", "character 6, the colon after a property name is missing"],
    ["[1 2]", "第 4 个字符，缺逗号或右括号", "character 4, a comma or a closing bracket is missing"],
    ["[1] 2", "第 5 个字符，后面还有多余的内容", "character 5, something follows its end"],
    ["{}\n{}", "第 2 行第 1 个字符，后面还有多余的内容", "line 2, character 1, something follows its end"],
    ["云", "第 1 个字符，不该有“云”", "character 1, “云” should not be there"],
    ["[云]", "第 2 个字符，不该有“云”", "character 2, “云” should not be there"],
    ['{"a": }', "第 7 个字符，这里应当有一个值", "character 7, a value is expected here"],
    ["{} // 注", "第 4 个字符，这里不能写注释", "character 4, no comment can stand here"],
    ["", "第 1 个字符，没有写完", "character 1, it ends too early"],
  ];
  for (const [text, zh, en] of faults) {
    test(`${JSON.stringify(text)}: is told with its place, in both languages`, () => {
      assert.deepEqual(faultOf(text), { zh: `不是有效的 JSON：${zh}`, en: `not valid JSON: ${en}` });
    });
  }

  test("is told of in Chinese whatever is wrong", () => {
    for (const text of ["-", "1.", "1e", '"\t"', '"\\x"', '"\\u1"', "nul", "{,}", "[,]", "\ufeff{}"])
      assert.doesNotMatch(faultOf(text).zh.replace("JSON", ""), /[A-Za-z]{2}/);
  });

  test("is told of however deep its brackets go", () => {
    assert.match(faultOf("[".repeat(200_000)).en, /not valid JSON: character 1, /);
  });
});
