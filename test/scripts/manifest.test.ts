/** The extension's manifest: every text in both languages, and nothing in the package but what it runs on. */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { listFiles, PackageManager } from "@vscode/vsce";

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

test("the package holds the bundles with their notices, the dictionary, the villages, the texts and the pictures, and nothing else", async () => {
  const files = await listFiles({ cwd: ROOT, packageManager: PackageManager.None });
  for (const name of ["client", "server", "worker", "cli"]) assert.ok(files.includes(`dist/${name}.cjs`), name);
  assert.ok(files.includes("dist/node_modules/nodejieba/submodules/cppjieba/dict/jieba.dict.utf8"));
  assert.equal(files.filter((file) => /^dist\/data\/villages\/\d\d\.txt\.gz$/.test(file)).length, 31);
  const notices = "dist/THIRD-PARTY-NOTICES.txt";
  assert.ok(files.includes(notices));
  for (const name of ["gazetteer", "mention-weights"]) assert.ok(files.includes(`dist/data/${name}.txt.gz`), name);
  const allowed =
    /^(package(\.nls(\.zh-cn)?)?\.json|(README(\.zh-CN)?|CHANGELOG)\.md|LICENSE|dist\/|docs\/((rules|manual(\.zh-CN)?|accuracy|performance)\.md|performance\.svg)$|schemas\/[^/]*\.json$|client\/.*\.(json|svg|png)$)/;
  assert.deepEqual(
    files.filter((file) => file !== notices && (!allowed.test(file) || /\.(ts|map|txt)$/.test(file))),
    [],
  );
});
