/** The segmenter's host: what it gives, and that no failure of the native module ends more than itself. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { loadSegmenter, wholeWords } from "../../server/host/segmenter.ts";

describe("the dictionary segmenter", () => {
  test("cuts a text into tagged words that joined are the text", () => {
    const loaded = loadSegmenter();
    assert.ok("segmenter" in loaded);
    for (const text of [
      "省水利厅厅长许砚农来我市云溪县调研。",
      "",
      "a\n\u3000𠮷x\0y",
      "\ud800半个",
      "10个项目，3D打印",
    ]) {
      const words = loaded.segmenter.tag(text);
      assert.equal(words.map(({ word }) => word).join(""), text);
    }
    assert.ok(loaded.segmenter.tag("调研水利工作").some(({ tag }) => tag.startsWith("v")));
  });

  test("says so when the module is missing", () => {
    const loaded = loadSegmenter(() => {
      throw new Error("Cannot find module 'nodejieba'\nRequire stack: …");
    });
    assert.deepEqual(loaded, {
      failure: {
        zh: "分词程序 nodejieba 装不上（Cannot find module 'nodejieba'），人名、地名、机构名只凭表和规则识别。",
        en: "nodejieba cannot be loaded (Cannot find module 'nodejieba'); names are recognised without a dictionary.",
      },
    });
  });

  test("says so when it is another module, or its dictionary is missing or broken", () => {
    assert.match(
      failure(() => ({})),
      /not the module expected/,
    );
    const module = (file: string, load: () => void = () => {}): unknown => ({
      DEFAULT_DICT: file,
      DEFAULT_HMM_DICT: file,
      DEFAULT_USER_DICT: file,
      DEFAULT_IDF_DICT: file,
      DEFAULT_STOP_WORD_DICT: file,
      load,
      tag: () => [],
    });
    assert.match(
      failure(() => module("/nowhere/jieba.dict.utf8")),
      /jieba\.dict\.utf8 is missing/,
    );
    const broken = module(import.meta.filename, () => {
      throw new Error("bad dictionary");
    });
    assert.match(
      failure(() => broken),
      /cannot be read \(bad dictionary\)/,
    );
  });

  test("puts back what a segmenter drops or changes", () => {
    const words = [
      { word: "云溪", tag: "ns" },
      { word: "？", tag: "x" },
      { word: "县", tag: "n" },
    ];
    assert.deepEqual(
      wholeWords("云溪\ud800县城", words).map(({ word }) => word),
      ["云溪", "\ud800", "县", "城"],
    );
  });
});

function failure(find: () => unknown): string {
  const loaded = loadSegmenter(find);
  return "failure" in loaded ? loaded.failure.en : "";
}
