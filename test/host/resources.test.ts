/** What names are recognised by: a table that is missing or damaged is told, and everything that needs none works. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import type { Localised } from "../../server/core/text/locale.ts";
import { loadResources } from "../../server/host/resources.ts";
import { textOf } from "../../server/host/shipped.ts";
import { readShipped } from "../../server/host/shipped-files.ts";
import { createAnswerer } from "../../server/workspace/page-answers.ts";
import { realSegmenter } from "../support/mentions.ts";

const PAGE = [
  "　　本报讯（记者 苏禾田）7月21日，浙江省安吉县县长罗长庚到孝丰镇横溪坞村调研，他在安吉县水利局说，",
  "全县已投入2.5亿元。",
  "",
].join("\n");

/** The answers about {@link PAGE} where a table can't be read, and what was told. */
function answersWithout(table: string, fault: () => Uint8Array) {
  const told: Localised[] = [];
  const resources = loadResources(
    { segmenter: realSegmenter() },
    (message) => void told.push(message),
    (file) => (file.startsWith(table) ? fault() : readShipped(file)),
  );
  const answers = createAnswerer(resources).open({ uri: "a", text: PAGE });
  const texts = (type: string) => answers.mentions().flatMap((each) => (each.type === type ? [each.text] : []));
  const hover = (words: string) => answers.card(PAGE.indexOf(words), "zh")?.markdown ?? "";
  return { told, texts, hover };
}

function missing(): never {
  throw Object.assign(new Error(), { code: "ENOENT" });
}

const FAULTS: readonly (readonly [string, () => Uint8Array, zh: RegExp, en: RegExp])[] = [
  ["missing", missing, /找不到/, /no such file/],
  ["not UTF-8", () => Buffer.from([0x31, 0x31, 0xff, 0xfe]), /已损坏/, /damaged/],
  ["empty", () => Buffer.alloc(0), /没有内容/, /nothing in it/],
  ["cut short in its head", () => Buffer.from("# Only a head.\n# And"), /没有内容/, /nothing in it/],
];

test("with everything there, nothing is told and all is known", () => {
  const { told, texts, hover } = answersWithout("none", missing);
  assert.deepEqual(told, []);
  assert.deepEqual(texts("PER"), ["苏禾田", "罗长庚"]);
  assert.match(hover("安吉县"), /330523/);
});

describe("without weights", () => {
  for (const [name, fault, zh, en] of FAULTS) {
    test(`(${name}) no names are found, and numbers are; it is told once`, () => {
      const { told, texts, hover } = answersWithout("mention-weights.txt", fault);
      for (const type of ["PER", "LOC", "ORG"]) assert.deepEqual(texts(type), [], type);
      assert.deepEqual(texts("DATE"), ["7月21日"]);
      assert.match(hover("2.5亿元"), /2\.5亿元/);
      assert.equal(told.length, 1);
      assert.match(told[0]?.zh ?? "", zh);
      assert.match(told[0]?.zh ?? "", /mention-weights\.txt/);
      assert.match(told[0]?.en ?? "", en);
    });
  }
});

describe("without a gazetteer", () => {
  for (const [name, fault, zh, en] of FAULTS) {
    test(`(${name}) persons are found, and no place has a division; it is told once`, () => {
      const { told, texts, hover } = answersWithout("gazetteer.txt", fault);
      assert.ok(texts("PER").includes("罗长庚"));
      assert.doesNotMatch(hover("安吉县"), /3305|区划库/);
      assert.doesNotMatch(hover("横溪坞村"), /3305|区划库/);
      assert.deepEqual(texts("DATE"), ["7月21日"]);
      assert.equal(told.length, 1);
      assert.match(told[0]?.zh ?? "", zh);
      assert.match(told[0]?.zh ?? "", /gazetteer\.txt/);
      assert.match(told[0]?.en ?? "", en);
    });
  }
});

test("without either both are told", () => {
  const { told, texts } = answersWithout("", missing);
  assert.equal(told.length, 2);
  assert.deepEqual(texts("DATE"), ["7月21日"]);
});

describe("a packed table", () => {
  const whole = gzipSync("云溪县\n");
  test("is unpacked", () =>
    assert.equal(
      textOf("a.txt.gz", () => whole),
      "云溪县\n",
    ));

  const changed = Buffer.from(whole);
  changed[whole.length - 6] = (changed[whole.length - 6] ?? 0) ^ 1;
  for (const [name, bytes] of [
    ["cut short", whole.subarray(0, 15)],
    ["changed", changed],
    ["no gzip", Buffer.from("云溪县\n")],
  ] as const) {
    test(`that is ${name} is not`, () => assert.throws(() => textOf("a.txt.gz", () => bytes)));
  }
});
