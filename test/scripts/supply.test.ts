/** What is installed, bundled and given away: every library by its exact version and hash, nothing that reaches for a network or runs text as code. */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const DIST = join(ROOT, "dist");

interface Locked {
  readonly version: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly hasInstallScript?: boolean;
}

const json = (file: string) => JSON.parse(readFileSync(join(ROOT, file), "utf8"));
const manifest: Record<string, Record<string, string | boolean>> = json("package.json");
const { "": _, ...locked }: Record<string, Locked> = json("package-lock.json").packages;

describe("the libraries", () => {
  test("are asked for by exact versions", () => {
    const { dependencies, devDependencies, optionalDependencies } = manifest;
    const wanted = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies });
    assert.ok(wanted.length > 20);
    assert.deepEqual(
      wanted.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(String(version))),
      [],
    );
  });

  test("are locked, each with the hash of what is installed, and none from an address of its own", () => {
    const libraries = Object.entries(locked);
    assert.ok(libraries.length > 300);
    const lacking = libraries.filter(
      ([, { integrity, resolved }]) => !/^sha512-/.test(integrity ?? "") || resolved !== undefined,
    );
    assert.deepEqual(lacking, []);
  });

  test("run scripts of theirs where the manifest says so, and nowhere else", () => {
    const withScripts = Object.entries(locked).filter(([, { hasInstallScript }]) => hasInstallScript);
    const names = withScripts.map(([path]) => path.replace(/^.*node_modules\//, "")).sort();
    const { allowScripts } = manifest;
    assert.deepEqual(names, Object.keys(allowScripts ?? {}).sort());
    // esbuild puts its program in place; nodejieba is compiled or fetched, and can be done without.
    const allowed = Object.entries(allowScripts ?? {}).filter(([, is]) => is);
    assert.deepEqual(allowed.map(([name]) => name).sort(), ["esbuild", "nodejieba"]);
  });
});

/** What could reach beyond the machine, or run a text as code, as it reads in a bundle. */
const REACHES = {
  module:
    /\b(?:__)?(?:require|import)\)?\(\s*["'`](?:node:)?(https?|http2|net|tls|dgram|dns|inspector|vm|child_process|cluster|repl)["'`/]/g,
  call: /(?<![\w$."'`])(fetch|eval|XMLHttpRequest|WebSocket|EventSource|importScripts|sendBeacon)\(/g,
  code: /\bnew (Function)\(/g,
};

/** Why each is there, by the bundle and what is found. */
const KNOWN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "cli.cjs": {
    child_process:
      "`cp`, for a file's attributes (server/host/replace-file.ts); commander, for commands that are programs of their own, of which there is none",
    fetch: "jieba in WebAssembly, for an address as its program; it is given the bytes",
  },
  "worker.cjs": { fetch: "jieba in WebAssembly, as above" },
  "client.cjs": {
    child_process: "vscode-languageclient starts the server",
    net: "vscode-languageclient, for servers on a pipe or socket; ours is on the process' channel",
  },
  "server.cjs": {
    net: "vscode-languageserver, for editors that call it on a pipe or socket",
    child_process: "vscode-languageserver can ask npm where its modules are; nobody has it do so",
  },
  "shared.cjs": { child_process: "`cp`, as above: the server writes the house's files in the same way" },
  "mcp.cjs": { Function: "ajv compiles schemas, of our own tools alone" },
  "web/server.js": {
    fetch: "jieba in WebAssembly, as above",
    XMLHttpRequest: "the extension's own tables (server/browser/shipped-files.ts)",
  },
};

describe("what is given away", () => {
  const bundles = readdirSync(DIST, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => /^(?:web\/)?[^/]*\.c?js$/.test(file));

  for (const bundle of bundles)
    test(`dist/${bundle} reaches for no network and runs no text, but for what is told here`, () => {
      const text = readFileSync(join(DIST, bundle), "utf8");
      const found = Object.values(REACHES).flatMap((pattern) =>
        [...text.matchAll(pattern)].map(([, name]) => name ?? ""),
      );
      // What several bundles share is named by its hash.
      const known = KNOWN[bundle.replace(/^shared-\w+/, "shared")];
      const unknown = found.filter((name) => known?.[name] === undefined);
      assert.deepEqual([...new Set(unknown)], []);
    });

  test("is code of ours that neither reaches for a network nor runs a text", () => {
    const folders = ["server", "client"];
    const files = folders.flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
        .filter((file) => file.endsWith(".ts"))
        .map((file) => join(folder, file)),
    );
    const reaching = files.filter((file) => {
      const text = readFileSync(join(ROOT, file), "utf8").replace(/^\s*(?:\*|\/\/|\/\*\*).*$/gm, "");
      return /from "(?:node:)?(?:https?|http2|net|tls|dgram|dns|vm|child_process)"|(?<![\w.])(?:fetch|eval)\(|new (?:Function|XMLHttpRequest|WebSocket)\(/.test(
        text,
      );
    });
    // The browser's way to the extension's own files; and `cp`, by its name and without a shell, for what Node cannot copy of a file.
    assert.deepEqual(
      reaching.map((file) => file.replaceAll("\\", "/")),
      ["server/browser/shipped-files.ts", "server/host/replace-file.ts"],
    );
  });
});
