import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pagesOf, pageText, textOf, writeText } from "./texts.ts";

test("a text has its size, and not much more", () => {
  const bytes = Buffer.byteLength(textOf("100 KB"));
  assert.ok(bytes >= 100_000 && bytes < 140_000, String(bytes));
  const page = Buffer.byteLength(pageText(17_000));
  assert.ok(page >= 17_000 && page < 24_000, String(page));
});

test("equal numbers give equal texts, other numbers others, and no page stands in a text twice", () => {
  assert.equal(textOf("page", 3), textOf("page", 3));
  assert.notEqual(textOf("page", 3), textOf("page", 4));
  const pages = [...pagesOf(200_000), ...pagesOf(200_000, 1)];
  assert.equal(new Set(pages).size, pages.length);
});

test("lines end in one way, and no page begins with a byte order mark", () => {
  assert.doesNotMatch([...pagesOf(400_000)].join("\n"), /[\r\ufeff]/);
});

test("a text on the disk is told with its bytes", async () => {
  const folder = await mkdtemp(join(tmpdir(), "galley-bench-"));
  try {
    const { path, bytes } = await writeText(folder, "page");
    assert.equal(await readFile(path, "utf8"), textOf("page"));
    assert.equal(bytes, Buffer.byteLength(textOf("page")));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
