/** The packages as they are given away: what they hold and weigh, and that npm's works where nothing else is. */

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import type { Hover } from "vscode-languageserver";
import { packageExtension, packageForNpm } from "../../scripts/package.ts";
import { checkPackage, faultsOf } from "../../scripts/package-contents.ts";
import { startServer } from "../lsp/start-server.ts";

const folder = mkdtempSync(join(tmpdir(), "galley-packages-"));
after(() => rmSync(folder, { recursive: true, force: true }));

describe("the extension's package", () => {
  test("for every platform holds what it needs, nothing native, and weighs 8 MB at most", async () => {
    const { files, megabytes, faults } = await checkPackage("universal", packageExtension("universal"));
    assert.deepEqual(faults, []);
    assert.deepEqual(
      files.filter((file) => /\.node$|node_modules/.test(file)),
      [],
    );
    assert.ok(megabytes <= 8);
  });

  test("for this platform holds nodejieba too", async () => {
    const { files, faults } = await checkPackage("platform", packageExtension("platform"));
    assert.deepEqual(faults, []);
    assert.ok(files.includes("dist/node_modules/nodejieba/build/Release/nodejieba.node"));
  });

  test("is found wanting where something is missing, foreign or too heavy", async () => {
    const { files } = await checkPackage("universal", packageExtension("universal"));
    const with_ = (more: readonly string[]) => faultsOf("universal", { files: [...files, ...more], megabytes: 1 });
    const without = files.filter((file) => file !== "dist/data/jieba.wasm");
    assert.equal(faultsOf("universal", { files: without, megabytes: 1 }).length, 1);
    assert.equal(faultsOf("universal", { files, megabytes: 8.1 }).length, 1);
    for (const foreign of ["server/main.ts", "dist/server.cjs.map", "dist/node_modules/nodejieba/index.js", ".npmrc"])
      assert.deepEqual(with_([foreign]), [`${foreign} does not belong here.`]);
  });
});

describe("npm's package, installed in an empty folder without a network", () => {
  const page = "　　本报讯（记者 苏禾田）7月 21\n日，云溪县县长罗长庚到水库工地看望建设者。\n";
  const installed = (...path: string[]) => join(folder, "node_modules", ...path);
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const packed = packageForNpm(folder);
  const args = ["install", "--offline", "--omit=optional", "--no-audit", "--no-fund", "--prefix", folder, packed];
  execFileSync(npm, args, { cwd: folder, shell: process.platform === "win32", stdio: "pipe" });

  test("holds what it needs", async () => {
    assert.deepEqual((await checkPackage("npm", packed)).faults, []);
  });

  test("has galley check a page, and name what it names", () => {
    writeFileSync(join(folder, "page.txt"), page);
    const galley = (...given: string[]) =>
      spawnSync(installed(".bin", "galley"), given, {
        cwd: folder,
        encoding: "utf8",
        env: { ...process.env, LANG: "en" },
      });
    const { stdout, status } = galley("check", "page.txt");
    assert.equal(status, 1);
    assert.match(stdout, /split-number/);
    const named = galley("entities", "page.txt", "--format", "json");
    assert.equal(named.stderr, "");
    assert.deepEqual(
      JSON.parse(named.stdout)
        .filter(({ type }: { type: string }) => type === "PER")
        .map(({ text }: { text: string }) => text),
      ["苏禾田", "罗长庚"],
    );
  });

  test("has galley-language-server, which knows names", async () => {
    const server = await startServer({}, [installed(".bin", "galley-language-server")]);
    const uri = "file:///page.txt";
    await server.open(uri, page);
    assert.ok((await server.diagnostics(uri)).length > 0);
    const position = server.find(uri, "罗长庚", 1);
    const hover = await server.ask<Hover | null>("textDocument/hover", uri, { position });
    assert.match(JSON.stringify(hover), /县长/);
    assert.deepEqual(server.logged, []);
    assert.equal(await server.stop(), 0);
  });
});
