/**
 * Packs what is given away: the extension for every platform, the extension for this one with nodejieba, which is compiled for it,
 * and npm's package. Works without a network.
 */

import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkPackage, type PackageKind } from "./package-contents.ts";

const SELF = fileURLToPath(import.meta.url);
const ROOT = dirname(dirname(SELF));
const TARGET = `${process.platform}-${process.arch}`;

if (process.argv[1] === SELF) await pack(process.argv[2]);

/** Path of a package, whether it is there or not. */
export function packagePath(kind: PackageKind): string {
  const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  const names: Record<PackageKind, string> = {
    universal: `galley-${version}.vsix`,
    platform: `galley-${TARGET}-${version}.vsix`,
    npm: `galley-${version}.tgz`,
  };
  return join(ROOT, names[kind]);
}

/** Path of a package of the extension; packed anew only where something that goes into it is newer. Needs `dist/`. */
export function packageExtension(kind: "universal" | "platform" = "platform"): string {
  const path = packagePath(kind);
  const packed = timeOf(path);
  // In a process of its own, as the packer tells its whole story on standard output.
  if (parts().some((part) => timeOf(part) >= packed))
    execFileSync(process.execPath, ["--import", "./scripts/source.mjs", SELF, kind], { cwd: ROOT });
  return path;
}

/** Packs npm's package into a folder; gives its path. Needs `dist/`. */
export function packageForNpm(folder: string): string {
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const shell = process.platform === "win32";
  execFileSync(npm, ["pack", "--silent", "--pack-destination", folder], { cwd: ROOT, shell });
  return join(folder, packagePath("npm").slice(ROOT.length + 1));
}

/** Packs one kind, or all, and says what is wrong with each. */
async function pack(only: string | undefined): Promise<void> {
  for (const kind of ["universal", "platform", "npm"] as const) {
    if (only !== undefined && kind !== only) continue;
    if (kind === "npm") packageForNpm(ROOT);
    else await packExtension(kind);
    const path = packagePath(kind);
    const { files, megabytes, faults } = await checkPackage(kind, path);
    console.log(`${path.slice(ROOT.length + 1)}: ${files.length} files, ${megabytes.toFixed(2)} MB`);
    for (const fault of faults) console.error(`  ${fault}`);
    if (faults.length > 0) process.exitCode = 1;
  }
}

async function packExtension(kind: "universal" | "platform"): Promise<void> {
  const { createVSIX } = await import("@vscode/vsce");
  await createVSIX({
    cwd: ROOT,
    packagePath: packagePath(kind),
    ...(kind === "platform" && { target: TARGET, ignoreFile: withNodejieba() }),
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });
}

/** The list of what is packed for one platform; the packer takes it as a file. */
function withNodejieba(): string {
  const list = join(ROOT, "out", "vscodeignore-platform");
  mkdirSync(dirname(list), { recursive: true });
  writeFileSync(list, `${readFileSync(join(ROOT, ".vscodeignore"), "utf8")}!dist/node_modules/**\n`);
  return list;
}

/** The files that tell by their time whether the package is out of date. */
function parts(): string[] {
  const top = [
    "package.json",
    "package.nls.json",
    "package.nls.zh-cn.json",
    ".vscodeignore",
    "README.md",
    "CHANGELOG.md",
  ];
  const client = readdirSync(join(ROOT, "client"), { recursive: true, encoding: "utf8" });
  return [...top, join("dist", ".built-from"), ...client.map((path) => join("client", path))].map((path) =>
    join(ROOT, path),
  );
}

/** When the file was last written, in ms; 0 where there is none. */
function timeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
