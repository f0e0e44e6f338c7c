/** What names of a folder are proposed for the house's lexicon, and the one edit that adds those that are confirmed. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { createLexicon } from "../../server/core/house/index.ts";
import { parseLexicon } from "../../server/core/house/parse.ts";
import { positionsOf } from "../../server/core/text/positions.ts";
import { applyEdits, pageOf } from "../../server/core/text/text.ts";
import type { IndexedEntity, IndexedPage, Position4 } from "../../server/workspace/index-entries.ts";
import { additionTo } from "../../server/workspace/lexicon-addition.ts";
import type { LoadedLexicon } from "../../server/workspace/lexicons.ts";
import { nameProposals } from "../../server/workspace/name-proposals.ts";
import { NO_FACTS } from "../support/no-facts.ts";

const PLACE: Position4 = [0, 0, 0, 3];

/** A page by its names: `记者 林晓×2` is a person with a role who stands on it twice, `@水库管理局` a body, `?林` only likely one. */
function page(...names: readonly string[]): IndexedPage {
  const entities = names.map((name): IndexedEntity => {
    const [, mark, role, entity = "", times = "1"] = /^([@?]?)(?:(\S+) )?([^×]+)(?:×(\d+))?$/u.exec(name) ?? [];
    return {
      type: mark === "@" ? "ORG" : "PER",
      entity,
      ...(role === undefined ? {} : { role }),
      places: new Array(Number(times)).fill(PLACE),
      ...(mark === "?" ? { likely: true } : {}),
    };
  });
  return { headlines: [], entities, facts: NO_FACTS };
}

function proposed(pages: readonly IndexedPage[], known: readonly string[] = []): string[] {
  const named = pages.map((one, i) => [`file:///${i}.txt`, one] as const);
  return nameProposals(named, (_, __, name) => known.includes(name)).map(
    ({ type, name, role, pages: on, places }) => `${type} ${name} ${role ?? "-"} ${on}/${places}`,
  );
}

describe("names are proposed", () => {
  test("of persons in bylines or with an office on two pages, or on one of many places", () => {
    assert.deepEqual(proposed([page("记者 林晓"), page("记者 林晓×2"), page("局长 陶知远")]), ["PER 林晓 记者 2/3"]);
    assert.deepEqual(proposed([page("局长 陶知远×4")]), ["PER 陶知远 局长 1/4"]);
    assert.deepEqual(proposed([page("林晓×9"), page("林晓")]), []);
  });

  test("of bodies on three pages, in full", () => {
    assert.deepEqual(proposed([page("@水库管理局"), page("@水库管理局"), page("@水库管理局×2")]), [
      "ORG 水库管理局 - 3/4",
    ]);
    assert.deepEqual(proposed([page("@县委"), page("@县委"), page("@县委")]), []);
  });

  test("not where the lexicon has them, nor where they are only likely names", () => {
    const pages = [page("记者 林晓", "?记者 白云"), page("记者 林晓", "?记者 白云")];
    assert.deepEqual(proposed(pages, ["林晓"]), []);
  });

  test("with the office that most pages give, the fullest of as many, what most pages name first", () => {
    const pages = [page("局长 陶知远", "记者 林晓"), page("县水利局局长 陶知远", "记者 林晓"), page("记者 林晓")];
    assert.deepEqual(proposed(pages), ["PER 林晓 记者 3/3", "PER 陶知远 县水利局局长 2/2"]);
  });
});

describe("names that are confirmed are added", () => {
  const NAMES = [
    { type: "PER", name: "林晓", role: "记者" },
    { type: "ORG", name: "水库管理局" },
  ] as const;

  /** The file after the addition. */
  function added(file: string, text: string | undefined): string | undefined {
    const loaded: LoadedLexicon | undefined =
      text === undefined
        ? undefined
        : { path: file, uri: file, text, lexicon: createLexicon(parseLexicon(text).entries), faults: [], mark: "" };
    const addition = additionTo(file, loaded, NAMES);
    if (!addition) return undefined;
    const at = positionsOf(pageOf(text ?? ""));
    const { range, newText } = addition.edit;
    return applyEdits(text ?? "", [{ start: at.offset(range.start), end: at.offset(range.end), newText }]);
  }

  test("to a new file, and to one that is there, its comments kept", () => {
    const made = added("file:///e.yaml", undefined) ?? "";
    assert.match(
      made,
      /name: 林晓\n {4}kind: person\n {4}role: 记者\n {2}- name: 水库管理局\n {4}kind: organisation\n$/,
    );
    const text = "entities:\n  # 记者\n  - name: 林晓\n    kind: person\n# 完\n";
    assert.equal(
      added("file:///e.yaml", text),
      "entities:\n  # 记者\n  - name: 林晓\n    kind: person\n  - name: 水库管理局\n    kind: organisation\n# 完\n",
    );
  });

  test("once, however often they are given", () => {
    const addition = additionTo("file:///e.yaml", undefined, [...NAMES, ...NAMES]);
    assert.equal(addition?.edit.newText.match(/name: 林晓/g)?.length, 1);
  });

  test("to JSON as well", () => {
    assert.deepEqual(JSON.parse(added("file:///e.json", '{"entities": []}') ?? "").entities.length, 2);
  });

  test("not where the lexicon has them all, or cannot be added to", () => {
    const made = added("file:///e.yaml", undefined);
    assert.equal(added("file:///e.yaml", made), undefined);
    assert.equal(added("file:///e.yaml", "entities: [1, "), undefined);
  });
});
