/** The segmenters: what they give, which is taken, that no failure ends more than itself, and that names are found as well with either. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { analyze } from "../../server/core/analyze.ts";
import type { Segmenter } from "../../server/core/page/mention.ts";
import { createJiebaWasm } from "../../server/host/jieba-wasm.ts";
import { createNodejieba } from "../../server/host/nodejieba.ts";
import { loadSegmenter, type SegmenterWay } from "../../server/host/segmenter.ts";
import { readJiebaWasm } from "../../server/host/shipped-files.ts";
import { wholeWords } from "../../server/host/whole-words.ts";
import { realSegmenter, realWeights } from "../support/mentions.ts";
import { f1, type PageTruth } from "../support/score.ts";
import { allTypes, type EntityScore, scoreEntities, sumEntityScores } from "../support/score-entities.ts";
import { shippedGazetteer } from "../support/shipped.ts";
import { recognisePage } from "../support/short-cuts.ts";

const SEEDS = ["yanzhou-1-front", "yanzhou-2-economy", "yanzhou-3-people", "yanzhou-4-culture", "yanzhou-5-county"];

const wasm = createJiebaWasm(readJiebaWasm());

for (const [name, segmenter] of [
  ["nodejieba", createNodejieba()],
  ["jieba-wasm", wasm],
] as const) {
  describe(name, () => {
    test("cuts a text into tagged words that joined are the text", () => {
      for (const text of [
        "省水利厅厅长许砚农来我市云溪县调研。",
        "",
        "a\n\u3000𠮷x\0y",
        "\ud800半个",
        "10个项目，3D打印",
      ]) {
        const words = segmenter.tag(text);
        assert.equal(words.map(({ word }) => word).join(""), text);
      }
      assert.ok(segmenter.tag("调研水利工作").some(({ tag }) => tag.startsWith("v")));
    });

    test("knows the words of the dictionary, guesses those beside them, and has the words that it is taught", () => {
      const words = segmenter.tag("县委书记许砚农介绍云计算和区块链").map(({ word, tag }) => `${word}/${tag}`);
      assert.deepEqual(words, ["县委书记/n", "许砚农/x", "介绍/v", "云计算/x", "和/c", "区块链/nz"]);
    });
  });
}

test("names are recognised as well with jieba-wasm as with nodejieba", () => {
  const gazetteer = shippedGazetteer();
  const score = (segmenter: Segmenter): number => {
    const scores = SEEDS.map((name) => {
      const { text, truth } = seed(name);
      const page = analyze(text);
      const mentions = recognisePage(page.blocks, { gazetteer, weights: realWeights(), segmenter });
      return scoreEntities(truth, page, mentions) as EntityScore;
    });
    return f1(allTypes(sumEntityScores(scores)));
  };
  const native = score(realSegmenter());
  assert.ok(native > 0.9);
  assert.ok(Math.abs(score(wasm) - native) <= 0.01, `${score(wasm)} instead of ${native}`);
});

function seed(name: string): { readonly text: string; readonly truth: PageTruth } {
  const path = fileURLToPath(new URL(`../../seeds/${name}`, import.meta.url));
  return {
    text: readFileSync(`${path}.txt`, "utf8"),
    truth: JSON.parse(readFileSync(`${path}.truth.json`, "utf8")),
  };
}

describe("the segmenter", () => {
  const none: Segmenter = { tag: () => [] };
  const broken: SegmenterWay = {
    name: "nodejieba",
    create: () => createNodejieba(() => fail("Cannot find module 'nodejieba'\nRequire stack: …")),
  };

  test("is nodejieba where it loads", () => {
    assert.deepEqual(
      loadSegmenter([
        { name: "nodejieba", create: () => none },
        { name: "jieba-wasm", create: fail },
      ]),
      {
        segmenter: none,
      },
    );
  });

  test("is jieba-wasm where nodejieba does not load", () => {
    const way: SegmenterWay = { name: "jieba-wasm", create: () => none };
    assert.deepEqual(loadSegmenter([broken, way]), { segmenter: none });
  });

  test("is none where neither loads, and says why", () => {
    const damaged: SegmenterWay = { name: "jieba-wasm", create: () => createJiebaWasm(new Uint8Array([1, 2])) };
    const loaded = loadSegmenter([broken, { ...damaged, create: () => fail("no such file") }]);
    assert.deepEqual(loaded, {
      failure: {
        zh: "分词程序装不上（nodejieba: Cannot find module 'nodejieba'；jieba-wasm: no such file），人名、地名、机构名只凭表和规则识别。",
        en: "No dictionary of words can be loaded (nodejieba: Cannot find module 'nodejieba'; jieba-wasm: no such file); names are recognised without one.",
      },
    });
  });

  test("can be chosen for a test", () => {
    process.env.GALLEY_SEGMENTER = "jieba-wasm";
    try {
      const loaded = loadSegmenter();
      assert.ok("segmenter" in loaded);
      // nodejieba gives Latin letters one by one.
      assert.deepEqual(loaded.segmenter.tag("GDP"), [{ word: "GDP", tag: "eng" }]);
    } finally {
      delete process.env.GALLEY_SEGMENTER;
    }
  });

  test("of another module, or with a dictionary that is missing or broken, is none", () => {
    assert.throws(() => createNodejieba(() => ({})), /not the module expected/);
    const module = (file: string, load: () => void = () => {}): unknown => ({
      DEFAULT_DICT: file,
      DEFAULT_HMM_DICT: file,
      DEFAULT_USER_DICT: file,
      DEFAULT_IDF_DICT: file,
      DEFAULT_STOP_WORD_DICT: file,
      load,
      tag: () => [],
    });
    assert.throws(() => createNodejieba(() => module("/nowhere/jieba.dict.utf8")), /jieba\.dict\.utf8 is missing/);
    const unreadable = module(import.meta.filename, () => fail("bad dictionary"));
    assert.throws(() => createNodejieba(() => unreadable), /bad dictionary/);
  });
});

test("what a segmenter drops or changes is put back", () => {
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

function fail(message = "not to be called"): never {
  throw new Error(message);
}
