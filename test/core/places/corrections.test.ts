/** Corrections of the gazetteer by hand: what each operation does, what is told of a wrong line, and that the shipped ones are right. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { pathOf } from "../../../server/core/places/admin-units.ts";
import { canonicalPlace } from "../../../server/core/places/canonical-place.ts";
import { type Gazetteer, loadGazetteer } from "../../../server/core/places/gazetteer.ts";
import { GAZETTEER_CORRECTIONS } from "../../../server/core/tables/gazetteer-corrections.ts";
import { rowsOf } from "../../../server/core/tables/read.ts";
import { shippedName, textOf } from "../../../server/host/shipped.ts";
import { learned, REGION } from "../../support/mentions.ts";
import { NO_HOME, recognisePage } from "../../support/short-cuts.ts";

const SOURCE = "written for this test";

/** A line of corrections: its columns with "" for the days and {@link SOURCE} where nothing is said. */
function line(
  operation: string,
  code: string,
  name: string,
  { from = "", to = "", source = SOURCE, known = "" } = {},
): string {
  return [operation, code, name, from, to, source, known].join("\t");
}

function corrected(...lines: readonly string[]): { gazetteer: Gazetteer; faults: readonly string[] } {
  const faults: string[] = [];
  const gazetteer = loadGazetteer(REGION, `# A head.\n${lines.join("\n")}\n`, (fault) => void faults.push(fault));
  return { gazetteer, faults };
}

function path(gazetteer: Gazetteer, name: string): string {
  const [unit] = gazetteer.find(name);
  return unit
    ? pathOf(unit)
        .map((each) => each.name)
        .join("")
    : "";
}

describe("a correction", () => {
  test("adds a unit where its code says, and others in it", () => {
    const { gazetteer, faults } = corrected(
      line("add", "950123100", "清泉镇", { from: "2024-05-01" }),
      line("add", "950123", "怀清县", { from: "2024-05-01" }),
      line("add", "970000", "岭南省"),
      line("add", "950121300", "山口乡"),
    );
    assert.deepEqual(faults, []);
    assert.equal(path(gazetteer, "怀清县"), "云岭省青川市怀清县");
    assert.equal(path(gazetteer, "清泉镇"), "云岭省青川市怀清县清泉镇");
    assert.equal(path(gazetteer, "山口乡"), "云岭省青川市云溪县山口乡");
    assert.equal(path(gazetteer, "岭南省"), "岭南省");
    assert.equal(gazetteer.find("怀清")[0]?.code, "950123");
    for (const code of [
      "950000",
      "950121",
      "950121101",
      "950122100",
      "950123",
      "950123100",
      "950200",
      "960121100",
      "970000",
    ])
      assert.equal(gazetteer.byCode(code)?.code, code, "units are still in the order of their codes");
    assert.equal(gazetteer.matchAt("到怀清县去", 1), 3);
    assert.equal(gazetteer.townBefore("在清泉镇", 4), 1);
  });

  test("gives a unit another name, and the one it had stays known", () => {
    const { gazetteer, faults } = corrected(
      line("name", "950121", "云溪市", { from: "2024-05-01" }),
      line("name", "950122100", "安阜街道", { from: "2024-05-01" }),
      line("name", "960121", "观海县"),
    );
    assert.deepEqual(faults, []);
    assert.equal(gazetteer.byCode("950121")?.name, "云溪市");
    for (const name of ["云溪市", "云溪县", "云溪"]) assert.equal(path(gazetteer, name), "云岭省青川市云溪市", name);
    assert.equal(path(gazetteer, "柳河镇"), "云岭省青川市云溪市柳河镇");
    assert.deepEqual(gazetteer.find("云溪").length, 1);
    for (const name of ["观海县", "观海", "望潮县", "望潮"])
      assert.equal(gazetteer.find(name)[0]?.code, "960121", name);
    assert.equal(gazetteer.matchAt("到望潮县", 1), 3);
    assert.ok(gazetteer.find("石门镇").some(({ name }) => name === "安阜街道"));
    const { entity, code } = canonicalPlace("云溪县柳河镇", { gazetteer, home: NO_HOME });
    assert.deepEqual([entity, code], ["云岭省青川市云溪市柳河镇", "950121100"]);
  });

  test("with a last day tells a former name", () => {
    const { gazetteer, faults } = corrected(line("name", "950121", "云溪州", { to: "1994-05-31" }));
    assert.deepEqual(faults, []);
    assert.equal(gazetteer.byCode("950121")?.name, "云溪县");
    assert.equal(path(gazetteer, "云溪州"), "云岭省青川市云溪县");
  });

  test("removes a unit, and what lies in it is its parent's", () => {
    const { gazetteer, faults } = corrected(
      line("remove", "950121", "云溪县"),
      line("remove", "950201001", "东街街道"),
    );
    assert.deepEqual(faults, []);
    assert.deepEqual(gazetteer.find("云溪县"), []);
    assert.equal(gazetteer.byCode("950201001"), undefined);
    assert.equal(path(gazetteer, "柳河镇"), "云岭省青川市柳河镇");
  });

  test("can leave a unit without its short name, which is the beginning of words", () => {
    const { gazetteer, faults } = corrected(line("add", "950123", "和安县", { known: "full" }));
    assert.deepEqual(faults, []);
    assert.deepEqual(gazetteer.find("和安"), []);
    assert.equal(path(gazetteer, "和安县"), "云岭省青川市和安县");
    const texts = ["质量和安全是企业的生命。", "干部来到和安县调研。"].map((text) => ({ text }));
    const places = recognisePage(texts, { gazetteer, ...learned() }).filter(({ type }) => type === "LOC");
    assert.deepEqual(
      places.map(({ text, code }) => [text, code]),
      [["和安县", "950123"]],
    );
  });
});

describe("a wrong correction changes nothing and is told", () => {
  const plain = loadGazetteer(REGION);
  for (const [wrong, told] of [
    [line("move", "950121", "云溪县"), /operation/],
    [line("add", "9501", "怀清县"), /six digits/],
    [line("add", "950123", "县"), /two Han characters/],
    [line("add", "950123", "怀清县", { from: "2024-5-1" }), /YYYY-MM-DD/],
    [line("add", "950123", "怀清县", { from: "2024-05-02", to: "2024-05-01" }), /not before/],
    [line("add", "950123", "怀清县", { source: "" }), /no source/],
    [line("add", "950123", "怀清县", { known: "short" }), /last column/],
    [line("add", "950121", "云溪县"), /has a unit of this code/],
    [line("add", "980123", "怀清县"), /no unit that this one lies in/],
    [line("name", "950123", "怀清县"), /no unit of this code/],
    [line("name", "950121", "云溪县"), /has this name/],
    [line("remove", "950121", "云岭县"), /calls it 云溪县/],
    [line("remove", "950123", "怀清县"), /no unit of this code/],
  ] as const) {
    test(wrong.replaceAll("\t", " "), () => {
      const { gazetteer, faults } = corrected(wrong);
      assert.equal(faults.length, 1, faults.join("\n"));
      assert.match(faults[0] ?? "", told);
      for (const name of ["云溪县", "云溪", "柳河镇", "怀清县", "云岭县"])
        assert.deepEqual(gazetteer.find(name), plain.find(name), name);
    });
  }
});

describe("the shipped corrections", () => {
  const faults: string[] = [];
  const table = textOf(shippedName("gazetteer.txt"));
  const gazetteer = loadGazetteer(table, GAZETTEER_CORRECTIONS, (fault) => void faults.push(fault));

  test("are each right, and needed by the table", () => assert.deepEqual(faults, []));

  test("change nothing but what they name", () => {
    const named = rowsOf(GAZETTEER_CORRECTIONS);
    const without = loadGazetteer(table);
    for (const [, code = "", name = ""] of named) assert.equal(gazetteer.byCode(code)?.name, name);
    for (const name of ["和田地区", "和田县", "皮山县", "和平县", "海淀区", "石门镇"])
      assert.deepEqual(gazetteer.find(name), without.find(name), name);
  });
});
