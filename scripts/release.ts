/**
 * `npm run release -- 0.2.0`: writes the version and the changelog's heading, builds, packs everything and checks what came out. It
 * publishes nothing and needs no network; what is left to do by hand it says.
 */

import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { headedChangelog, refusalOf, versioned } from "./release-texts.ts";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const read = (file: string): string => readFileSync(join(ROOT, file), "utf8");
const version = process.argv[2] ?? "";

const refusal = refusalOf(version, JSON.parse(read("package.json")).version, read("CHANGELOG.md"));
if (refusal !== undefined) {
  console.error(refusal);
  process.exit(2);
}
for (const file of ["package.json", "package-lock.json"])
  writeFileSync(join(ROOT, file), versioned(read(file), version));
const today = new Date().toISOString().slice(0, 10);
writeFileSync(join(ROOT, "CHANGELOG.md"), headedChangelog(read("CHANGELOG.md"), version, today));
run(join("scripts", "setup.mjs"), "--build");
run("--import", "./scripts/source.mjs", join("scripts", "package.ts"));
console.log(`
Galley ${version} is packed. Now look at the changes, run npm test, commit, and tag v${version}. Then publish what was packed:
  npx vsce publish --packagePath galley-${version}.vsix        (the Marketplace; and each package for a platform)
  npx ovsx publish galley-${version}.vsix                      (Open VSX)
  npm publish galley-${version}.tgz                            (npm)`);

/** Runs a script of ours; where it fails, so does the release. */
function run(...args: readonly string[]): void {
  const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: "inherit" });
  if (status !== 0) process.exit(1);
}
