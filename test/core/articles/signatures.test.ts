/** Bylines that stand inside an article's text. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { signaturesIn } from "../../../server/core/articles/signatures.ts";

const REST = "近日，云溪县秋粮开镰。";
const signatures = (...texts: readonly string[]): string[] =>
  signaturesIn(texts.map((text) => ({ kind: "paragraph", text })));

describe("a byline inside the text", () => {
  const found: readonly [text: string, ...bylines: string[]][] = [
    [`本报讯（记者李四） ${REST}`, "记者李四"],
    [`本报讯 （记者　康宁　通讯员　尹静怡）${REST}`, "记者 康宁 通讯员 尹静怡"],
    [`本报讯（全媒体记者 马 林、阿依古丽·买买提）${REST}`, "全媒体记者 马 林、阿依古丽·买买提"],
    [`（记者 张三）${REST}`, "记者 张三"],
    [`（本报记者 张三）${REST}`, "本报记者 张三"],
    [`新华社北京9月9日电（记者张三、李四）${REST}`, "记者张三、李四"],
    [`本报青川9月10日电 （记者 康宁） ${REST}`, "记者 康宁"],
    [`本报讯 记者康宁报道：${REST}`, "记者康宁"],
    [`本报记者 康宁 报道 ${REST}`, "本报记者 康宁"],
    [`${REST}（本报记者 邢望舒）`, "本报记者 邢望舒"],
    [`${REST}（记者 邢望舒 文/图）`, "记者 邢望舒 文/图"],
    ["（本报记者　邢望舒）", "本报记者 邢望舒"],
    [`${REST}（康宁 尹静怡）`, "康宁 尹静怡"],
  ];
  for (const [text, ...bylines] of found)
    test(text, () => {
      assert.deepEqual(signatures(text), bylines);
    });

  test("is told once, in reading order, and from whichever paragraph has it", () => {
    const opening = `本报讯（记者 康宁）${REST}`;
    assert.deepEqual(signatures(opening, REST, `${REST}（记者 康宁）`), ["记者 康宁"]);
    assert.deepEqual(signatures(REST, `${REST}（通讯员 尹静怡）`, `${REST}（记者 康宁）`), [
      "通讯员 尹静怡",
      "记者 康宁",
    ]);
  });

  for (const text of [
    REST,
    "记者从县农业农村局获悉，今年雨水匀。",
    `本报讯 ${REST}`,
    `本报讯（记者获悉）${REST}`,
    `${REST}（记者手记）`,
    `${REST}（未完待续）`,
    `${REST}（连载）`,
    `${REST}（图 一）`,
    `${REST}（本报记者 康宁 摄）`,
    `${REST}（据新华社）`,
    "他说：“通讯员王小燕（记者 康宁的学生）也来了。”",
  ])
    test(`is not found in ${text}`, () => {
      assert.deepEqual(signatures(text), []);
    });

  test("a bare name counts at the very end only", () => {
    assert.deepEqual(signatures(`${REST}（康宁）`, REST), []);
  });

  test("any text gives an answer", () => {
    const word = fc.constantFrom("本报讯", "（", "）", "记者", "通讯员", " ", "、", "康宁", "。", "报道", "·", "：");
    fc.assert(
      fc.property(fc.array(word, { maxLength: 400 }), (words) => {
        signatures(words.join(""));
      }),
    );
  });
});
