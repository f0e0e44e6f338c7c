/** Packs the extension into a `.vsix` for this platform, as nodejieba is compiled for it; works without a network. */

import { execFileSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const SELF = fileURLToPath(import.meta.url);
const ROOT = dirname(dirname(SELF));
const TARGET = `${process.platform}-${process.arch}`;
const PACKAGE = join(ROOT, `galley-${TARGET}.vsix`);

if (process.argv[1] === SELF) await pack();

/** Path of the packed extension; packed anew only where something that goes into it is newer. Needs `dist/`. */
export function packageExtension(): string {
  const packed = timeOf(PACKAGE);
  // In a process of its own, as the packer tells its whole story on standard output.
  if (parts().some((path) => timeOf(path) >= packed))
    execFileSync(process.execPath, ["--import", "./scripts/source.mjs", SELF], { cwd: ROOT });
  return PACKAGE;
}

async function pack(): Promise<void> {
  const { createVSIX } = await import("@vscode/vsce");
  await createVSIX({
    cwd: ROOT,
    packagePath: PACKAGE,
    target: TARGET,
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });
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
