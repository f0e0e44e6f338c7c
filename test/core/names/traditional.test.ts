/** Pages in traditional characters: recognised as in simplified ones, named as they are written. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { simplified } from "../../../server/core/names/words/script.ts";
import { mentionsOf, named } from "../../support/mentions.ts";

const PAGE = [
  "立法會議員黃啟瀚昨日表示，交通銀行大廈外的行人路太窄，運輸署署長葉慧儀回應稱會跟進。",
  "警務處助理處長鍾國強說，三名疑犯在深水埗被捕，主腦為姓鄧男子。",
  "區議員陳林淑賢、譚耀宗和羅偉業到場了解，居民何太說：「等了三年。」",
  "香港拯溺總會主席馮展鵬接受訪問時強調，救生員人手不足。",
  "教育局局長蘇永康、副局長劉寶儀出席典禮，校長歐陽錦輝致辭。",
  "被告梁志明（四十二歲）承認一項盜竊罪，辯方大律師許家樂求情。",
  "記者 張曉彤 攝影 龐志華",
];

const PERSONS =
  "黃啟瀚 葉慧儀 鍾國強 陳林淑賢 譚耀宗 羅偉業 馮展鵬 蘇永康 劉寶儀 歐陽錦輝 梁志明 許家樂 張曉彤 龐志華".split(" ");

describe("a page in traditional characters", () => {
  test("has its persons, as the page writes them", () => {
    const found = named("PER", PAGE);
    assert.deepEqual(
      PERSONS.filter((name) => !found.includes(name)),
      [],
    );
  });

  test("names the same as in simplified ones, at the same places", () => {
    const places = (texts: readonly string[]): string[] =>
      mentionsOf(texts).map(({ block, start, end, type }) => `${block}:${start}-${end} ${type}`);
    assert.deepEqual(places(PAGE), places(PAGE.map(simplified)));
  });

  test("gives each of several persons his own office", () => {
    const persons = mentionsOf(["香港大學校長張翔教授、香港中文大學醫學院院長趙偉仁及律政司司長林定國到場。"]);
    assert.deepEqual(
      persons.filter(({ type }) => type === "PER").map(({ text, role }) => `${text}：${role}`),
      ["張翔：香港大學校長", "趙偉仁：香港中文大學醫學院院長", "林定國：律政司司長"],
    );
  });

  test("says roles and names in its own characters, and places as the gazetteer does", () => {
    const mentions = mentionsOf(["廣東省教育廳廳長張漢東、作家協會主席蘇偉強到法國訪問。張漢東說，一切順利。"]);
    const told = mentions
      .filter(({ type }) => type === "PER")
      .map(({ text, entity, role }) => [text, entity, role] as const);
    assert.deepEqual(told[0], ["張漢東", "張漢東", "廣東省教育廳廳長"]);
    assert.deepEqual(told.at(-1), ["張漢東", "張漢東", undefined]);
    const france = mentions.find(({ text }) => text === "法國");
    assert.deepEqual([france?.type, france?.entity], ["LOC", "法國"]);
    const [county] = mentionsOf(["雲溪縣今年修路。"]).filter(({ type }) => type === "LOC");
    assert.deepEqual([county?.text, county?.entity], ["雲溪縣", "云岭省青川市云溪县"]);
  });

  test("has its bodies and quarters", () => {
    assert.ok(named("ORG", PAGE).includes("運輸署"));
    assert.ok(named("ORG", PAGE).includes("香港拯溺總會"));
    assert.ok(named("LOC", PAGE).includes("深水埗"));
  });
});
