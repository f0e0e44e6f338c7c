/** Packs the extension into a `.vsix` for this platform, as nodejieba is compiled for it; works without a network. */

import { statSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createVSIX } from "@vscode/vsce";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const TARGET = `${process.platform}-${process.arch}`;

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await packageExtension());

/** Path of the packed extension; packed anew only where something that goes into it is newer. Needs `dist/`. */
export async function packageExtension(): Promise<string> {
  const packagePath = join(ROOT, `galley-${TARGET}.vsix`);
  const packed = timeOf(packagePath);
  const parts = await partsOf(ROOT);
  if (parts.every((path) => timeOf(path) < packed)) return packagePath;
  await createVSIX({ cwd: ROOT, packagePath, target: TARGET, dependencies: false, allowMissingRepository: true });
  return packagePath;
}

async function partsOf(root: string): Promise<string[]> {
  const top = [
    "package.json",
    "package.nls.json",
    "package.nls.zh-cn.json",
    ".vscodeignore",
    "README.md",
    "CHANGELOG.md",
  ];
  const client = await readdir(join(root, "client"), { recursive: true });
  return [...top, join("dist", ".built-from"), ...client.map((path) => join("client", path))].map((path) =>
    join(root, path),
  );
}

/** When the file was last written, in ms; 0 where there is none. */
function timeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
