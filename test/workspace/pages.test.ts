/** Open pages are values, analysed once a version. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { analyze } from "../../server/core/analyze.ts";
import { DEFAULT_SETTINGS } from "../../server/core/page/settings.ts";
import { createPages } from "../../server/workspace/pages.ts";
import { longText } from "../support/long-text.ts";

test("a page is analysed once a version, and only when asked for", () => {
  const analysed: string[] = [];
  const pages = createPages((text, settings) => {
    analysed.push(text);
    return analyze(text, settings);
  });
  const first = pages.put("a", 1, "云溪县");
  assert.deepEqual(analysed, []);
  assert.equal(pages.analysisOf(first), pages.analysisOf(first));
  const second = pages.put("a", 2, "云溪县城");
  assert.equal(pages.analysisOf(second).text, "云溪县城");
  assert.deepEqual(analysed, ["云溪县", "云溪县城"]);
});

test("an edit of one page leaves the others as they are", () => {
  const pages = createPages();
  const [a, b] = [pages.put("a", 1, "甲"), pages.put("b", 1, "乙")];
  const known = pages.analysisOf(b);
  pages.put("a", 2, "丙");
  assert.equal(pages.get("b"), b);
  assert.equal(pages.analysisOf(b), known);
  assert.equal(pages.isCurrent(a), false);
  assert.equal(pages.isCurrent(b), true);
});

test("a page opened again is another page, though version and text are the same", () => {
  const pages = createPages();
  const before = pages.put("a", 1, "甲");
  pages.close("a");
  assert.equal(pages.get("a"), undefined);
  const after = pages.put("a", 1, "甲");
  assert.equal(pages.isCurrent(before), false);
  assert.notEqual(before.serial, after.serial);
});

test("other settings have the page analysed anew for which they are put in force, and no other", () => {
  const pages = createPages();
  const [a, b] = [pages.put("a", 1, "甲"), pages.put("b", 1, "乙")];
  const [before, other] = [pages.analysisOf(a), pages.analysisOf(b)];
  assert.equal(pages.configure("a", DEFAULT_SETTINGS), false);
  assert.equal(pages.analysisOf(a), before);
  assert.equal(pages.configure("a", { ...DEFAULT_SETTINGS, numberSpacing: "spaced" }), true);
  assert.equal(pages.analysisOf(a).settings.numberSpacing, "spaced");
  assert.equal(pages.analysisOf(b), other);
  assert.deepEqual(
    pages.all().map(({ uri }) => uri),
    ["a", "b"],
  );
});

test("a page that is to have other blanks is another page once it was asked about, as its layout is another one", () => {
  const pages = createPages();
  const spaced = { ...DEFAULT_SETTINGS, numberSpacing: "spaced" } as const;
  const page = pages.put("a", 1, "甲");
  pages.configure("a", spaced);
  assert.equal(pages.get("a"), page);
  assert.equal(page.numberSpacing, "spaced");
  pages.analysisOf(page);
  pages.configure("a", DEFAULT_SETTINGS);
  assert.equal(pages.isCurrent(page), false);
  assert.equal(pages.get("a")?.numberSpacing, "none");
  assert.notEqual(pages.get("a")?.serial, page.serial);
});

test("a page that is opened again, or not open, has the defaults", () => {
  const pages = createPages();
  const spaced = { ...DEFAULT_SETTINGS, numberSpacing: "spaced" } as const;
  assert.equal(pages.configure("a", spaced), false);
  pages.put("a", 1, "甲");
  pages.configure("a", spaced);
  pages.close("a");
  assert.equal(pages.analysisOf(pages.put("a", 1, "甲")).settings.numberSpacing, "none");
});

describe("a long page", () => {
  const TEXT = longText(40_000);

  test("is read in turns, so that others are answered meanwhile, and is analysed then without delay", async () => {
    const pages = createPages();
    const page = pages.put("a", 1, TEXT);
    let turns = 0;
    const other = (): void => {
      turns += 1;
      next = setImmediate(other);
    };
    let next = setImmediate(other);
    await pages.prepare(page);
    clearImmediate(next);
    assert.ok(turns > 1, `${turns} turns`);
    assert.equal(pages.prepare(page), pages.prepare(page));
    assert.deepEqual(pages.analysisOf(page).findings, analyze(TEXT).findings);
    assert.equal(pages.prepare(page), undefined);
  });

  test("is not read any further where a newer version has come", async () => {
    const analysed: string[] = [];
    const pages = createPages((text, settings, sheets) => {
      analysed.push(text);
      return analyze(text, settings, sheets);
    });
    const work = pages.prepare(pages.put("a", 1, TEXT));
    const newer = pages.put("a", 2, `云溪县\n${TEXT}`);
    await work;
    await pages.prepare(newer);
    assert.deepEqual(analysed, []);
    assert.deepEqual(pages.analysisOf(newer).findings, analyze(newer.text).findings);
  });

  test("a short one takes no turns", () => {
    const pages = createPages();
    assert.equal(pages.prepare(pages.put("a", 1, "云溪县")), undefined);
  });
});
