/** The issue as a tree, and the way from place to place. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  childrenOf,
  type IssueNode,
  issueTree,
  nameOf,
  numberOf,
  type Standing,
  step,
} from "../../client/issue-model.ts";
import type { IssuePage, IssuePlace } from "../../server/protocol.ts";

/** A place: `rule@line article`. */
function place(said: string): IssuePlace {
  const [, rule = "", line = "0", article] = /^(\S+)@(\d+) ?(.*)$/.exec(said) ?? [];
  const at = { line: Number(line), character: 0 };
  const where = { range: { start: at, end: at }, ...(article ? { article } : {}) };
  return { rule, severity: "warning", message: rule, ...where };
}

/** A page with what needs a person, and five findings that a key mends. */
function page(uri: string, number?: string, ...places: string[]): IssuePage {
  const [, section = "", digits = ""] = /^([A-Z]?)(\d+)$/.exec(number ?? "") ?? [];
  return {
    uri,
    ...(digits === "" ? {} : { number: { section, number: Number(digits) } }),
    findings: 5 + places.length,
    fixable: 5,
    needing: places.length,
    places: places.map(place),
  };
}

const ALL = { needing: false };

/** The tree, a node a line. */
function drawn(nodes: readonly IssueNode[], indent = ""): string[] {
  return nodes.flatMap((node) => {
    const deeper = `${indent}  `;
    if (node.kind === "folder")
      return [`${indent}${node.uri} ${node.needing}/${node.fixable}`, ...drawn(childrenOf(node), deeper)];
    if (node.kind === "rate") return [`${indent}${node.rate.perTenThousand}‱`];
    if (node.kind === "page") {
      const number = numberOf(node.page) ?? "-";
      return [`${indent}${number} ${nameOf(node.page)} ${node.needing}`, ...drawn(node.children, deeper)];
    }
    if (node.kind === "article") return [`${indent}${node.name}`, ...drawn(node.places, deeper)];
    return [`${indent}${node.place.rule}@${node.place.range.start.line}`];
  });
}

describe("the tree of the issue", () => {
  test("has folders, pages, articles and places, and what stands in no article first", () => {
    const pages = [
      page("file:///w/1.txt", "1", "b@4 茶山", "a@2", "c@9 柳河", "d@11 茶山"),
      page("file:///w/2.txt", "2"),
    ];
    assert.deepEqual(drawn(issueTree(pages, ALL)), [
      "file:///w 4/10",
      "  1 1 4",
      "    a@2",
      "    茶山",
      "      b@4",
      "      d@11",
      "    柳河",
      "      c@9",
      "  2 2 0",
    ]);
  });

  test("has pages in the order of section and number, then those without a number by name, 2 before 10", () => {
    const pages = [
      page("file:///w/x10.txt"),
      page("file:///w/x2.txt"),
      page("file:///w/c.txt", "B1"),
      page("file:///w/b.txt", "A10"),
      page("file:///w/a.txt", "A2"),
      page("file:///w/z.txt", "3"),
      page("file:///w/10%E6%9C%88/a.txt", "1"),
      page("file:///w/9%E6%9C%88/a.txt", "1"),
      page("untitled:Untitled-1"),
    ];
    const [first, ...folders] = issueTree(pages, ALL);
    assert.deepEqual(
      [first, ...folders].map((folder) => folder?.uri),
      ["", "file:///w", "file:///w/9%E6%9C%88", "file:///w/10%E6%9C%88"],
    );
    assert.deepEqual(
      folders[0]?.pages.map((node) => `${numberOf(node.page) ?? "-"} ${nameOf(node.page)}`),
      ["3 z", "A02 a", "A10 b", "B01 c", "- x2", "- x10"],
    );
  });

  test("has the error rate of a folder before its pages", () => {
    const rates = { "file:///w/1": { perTenThousand: 2.5, inWords: "" } };
    const pages = [page("file:///w/1/a.txt", "1", "a@1"), page("file:///w/2/a.txt", "2")];
    assert.deepEqual(drawn(issueTree(pages, { needing: false }, rates)), [
      "file:///w/1 1/5",
      "  2.5‱",
      "  1 a 1",
      "    a@1",
      "file:///w/2 0/5",
      "  2 a 0",
    ]);
  });

  test("shows, where asked to, only pages that need a person, or only what some rules found", () => {
    const pages = [
      page("file:///w/1.txt", "1", "a@1", "b@2"),
      page("file:///w/2.txt", "2"),
      page("file:///w/3.txt", "3", "b@7"),
    ];
    assert.deepEqual(drawn(issueTree(pages, { needing: true })), [
      "file:///w 3/10",
      "  1 1 2",
      "    a@1",
      "    b@2",
      "  3 3 1",
      "    b@7",
    ]);
    assert.deepEqual(drawn(issueTree(pages, { needing: false, rules: new Set(["a"]) })), [
      "file:///w 1/5",
      "  1 1 1",
      "    a@1",
    ]);
    assert.deepEqual(issueTree([], ALL), []);
  });
});

describe("the way from place to place", () => {
  const pages = [
    page("file:///w/2.txt", "2", "c@3"),
    page("file:///w/1.txt", "1", "a@5 茶山", "b@5 茶山", "x@1"),
    page("file:///w/4.txt", "4", "d@0"),
    page("file:///w/3.txt", "3"),
  ];
  const at = (uri: string, line: number, character = 0): Standing => ({ uri: `file:///w/${uri}`, line, character });
  const went = (from: Standing | undefined, direction: "next" | "previous"): string => {
    const found = step(issueTree(pages, ALL), from, direction);
    return found ? `${found.to.place.rule} ${found.index}/${found.of}${found.wrapped ? " wrapped" : ""}` : "nowhere";
  };

  test("goes on over the pages in order and round, and takes findings at one place for one", () => {
    assert.equal(went(at("1.txt", 0), "next"), "x 1/5");
    assert.equal(went(at("1.txt", 1), "next"), "a 2/5");
    assert.equal(went(at("1.txt", 5), "next"), "c 4/5");
    assert.equal(went(at("2.txt", 3), "next"), "d 5/5");
    assert.equal(went(at("3.txt", 80), "next"), "d 5/5");
    assert.equal(went(at("4.txt", 0), "next"), "x 1/5 wrapped");
  });

  test("and back", () => {
    assert.equal(went(at("4.txt", 0), "previous"), "c 4/5");
    assert.equal(went(at("2.txt", 3), "previous"), "a 2/5");
    assert.equal(went(at("1.txt", 5), "previous"), "x 1/5");
    assert.equal(went(at("1.txt", 1), "previous"), "d 5/5 wrapped");
    assert.equal(went(at("1.txt", 5, 2), "previous"), "a 2/5");
  });

  test("begins at the beginning for who stands on no page of the issue", () => {
    assert.equal(went(undefined, "next"), "x 1/5");
    assert.equal(went(at("other.txt", 3), "next"), "x 1/5");
    assert.equal(went(undefined, "previous"), "d 5/5");
    assert.equal(step([], undefined, "next"), undefined);
  });
});
