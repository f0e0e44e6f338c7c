/** The manifest: every text in both languages, and what those ask for who give it away. */

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const text = (...path: string[]) => readFileSync(join(ROOT, ...path), "utf8");
const keys = (...path: string[]) => Object.keys(JSON.parse(text(...path))).sort();

describe("the manifest", () => {
  test("has each of its texts in English and Chinese, and no other", () => {
    const used = [...text("package.json").matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key ?? "");
    const wanted = [...new Set(used)].sort();
    assert.deepEqual(keys("package.nls.json"), wanted);
    assert.deepEqual(keys("package.nls.zh-cn.json"), wanted);
  });

  test("has what the client says in Chinese, and no other", () => {
    const sources = readdirSync(join(ROOT, "client")).filter((name) => name.endsWith(".ts"));
    const said = sources.flatMap((name) => [...text("client", name).matchAll(/l10n\.t\(\s*"((?:[^"\\]|\\.)*)"/g)]);
    assert.deepEqual(keys("client", "l10n", "bundle.l10n.zh-cn.json"), [...new Set(said.map(([, one]) => one))].sort());
  });
});

test("the manifest has what the Marketplace and Open VSX show, and nothing that keeps it from npm", () => {
  const manifest = JSON.parse(text("package.json"));
  const { name, publisher, displayName, license, icon, galleryBanner, categories, keywords, pricing, qna } = manifest;
  for (const shown of [name, publisher, displayName, license, icon, galleryBanner?.color, pricing, qna])
    assert.ok(shown);
  assert.ok(existsSync(join(ROOT, icon)));
  assert.ok(categories.length > 0 && keywords.length > 0 && keywords.length <= 30);
  assert.equal("private" in manifest, false);
  for (const program of Object.values(manifest.bin)) assert.match(text(String(program)), /^#!\/usr\/bin\/env node\n/);
});

test("the manifest has nothing start in a window without pages", () => {
  const { activationEvents } = JSON.parse(text("package.json"));
  for (const event of activationEvents) assert.match(event, /^onLanguage:newspaper$|^workspaceContains:/);
});
