/** `npm start`: the findings come first; then an installed VS Code is opened, or it is said that none can be had. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { PAGE } from "../vscode/pages.ts";

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

describe("npm start", () => {
  const folder = mkdtempSync(join(tmpdir(), "galley-start-"));
  const page = join(folder, "头版.txt");
  const programs = join(folder, "bin");
  const told = join(folder, "told");
  writeFileSync(page, PAGE);
  mkdirSync(programs);
  writeFileSync(join(programs, "code"), `#!/bin/sh\nprintf '%s\\n' "$@" > '${told}'\n`);
  chmodSync(join(programs, "code"), 0o755);
  after(() => rmSync(folder, { recursive: true, force: true }));

  const start = (path: string, env: Record<string, string>) =>
    spawnSync(process.execPath, ["--import", "./scripts/source.mjs", join("scripts", "start.ts"), path], {
      cwd: ROOT,
      encoding: "utf8",
      env: { HOME: folder, XDG_CACHE_HOME: join(folder, "cache"), LANG: "en_US.UTF-8", ...env },
    });

  test("opens an installed VS Code with the extension, in a workspace where the page is a newspaper page", () => {
    const { stdout, status } = start(page, { PATH: `${programs}:/usr/bin:/bin`, DISPLAY: ":0" });
    assert.equal(status, 0);
    assert.match(stdout, /broken-line-wrap/);
    const args = readFileSync(told, "utf8").trim().split("\n");
    assert.ok(args.includes(`--extensionDevelopmentPath=${ROOT}`));
    assert.ok(args.includes(page));
    const workspace = args.find((arg) => arg.endsWith(".code-workspace")) ?? "";
    assert.deepEqual(JSON.parse(readFileSync(workspace, "utf8")), {
      folders: [{ path: folder }],
      settings: { "files.associations": { "头版.txt": "newspaper" } },
    });
  });

  test("where no VS Code can be had, says so after the findings and stops", () => {
    const { stdout, stderr, status } = start(page, { PATH: join(folder, "nothing") });
    assert.equal(status, 0, stderr);
    assert.match(stdout, /broken-line-wrap[\s\S]*No VS Code can be had here/);
  });

  test("says which path is not there", () => {
    const { stderr, status } = start(join(folder, "gone.txt"), { PATH: "" });
    assert.equal(status, 2);
    assert.match(stderr, /gone\.txt/);
  });
});
