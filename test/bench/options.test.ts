import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { optionsOf, wants } from "./options.ts";

describe("the bench's options", () => {
  test("measure everything where nothing is said", () => {
    const { sizes, runs, only, long } = optionsOf([]);
    assert.deepEqual([sizes.length, runs, only, long], [5, 10, [], false]);
  });

  test("are fewer runs and no large texts for daily use", () => {
    const { sizes, runs } = optionsOf(["--quick"]);
    assert.deepEqual([sizes, runs], [["page", "100 KB", "1 MB"], 3]);
  });

  test("take sizes and names more than once", () => {
    const { sizes, only } = optionsOf(["--size", "10 MB", "--size", "page", "--only", "layout", "--only", "server"]);
    assert.deepEqual(
      [sizes, only],
      [
        ["page", "10 MB"],
        ["layout", "server"],
      ],
    );
  });

  test("write the figures of whole runs only, those of many edits among them", () => {
    assert.equal(optionsOf(["--write"]).long, true);
    for (const part of [["--quick"], ["--only", "server"], ["--size", "page"], ["page.txt"]])
      assert.throws(() => optionsOf(["--write", ...part]), /whole run/);
  });

  test("are refused where they mean nothing", () => {
    assert.throws(() => optionsOf(["--size", "2 MB"]), /no size “2 MB”/);
    assert.throws(() => optionsOf(["--runs", "0"]), /whole number/);
    assert.throws(() => optionsOf(["a.txt", "b.txt"]), /One page/);
    assert.throws(() => optionsOf(["--fast"]));
  });

  test("ask for a part as a whole, or for rows by a piece of their name", () => {
    assert.ok(wants({ only: [] }, "server", "hover"));
    assert.ok(wants({ only: ["server"] }, "server", "hover"));
    assert.ok(wants({ only: ["fix"] }, "process", "galley fix --jsonl"));
    assert.ok(wants({ only: ["ctrl"] }, "server", "Ctrl+."));
    assert.ok(!wants({ only: ["layout"] }, "server", "hover"));
  });
});
