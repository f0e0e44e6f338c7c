/** Bundles of Node's that share code: what several of them need stands in files of its own beside them, once. */

import { mkdir, writeFile } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { type OutputFile, type Plugin, transform } from "esbuild";
import { COMMON, IMPORT_META_URL } from "./bundling.ts";

/** Goes before each program that is started by its path, so that npm can link it as it is. */
const SHEBANG = "#!/usr/bin/env node\n";

/**
 * esbuild shares code among ECMAScript modules only. This makes CommonJS of them, which loads at once and is what editors start, and writes
 * it; `programs` are the names of the files that are started by their path.
 */
export function commonJs(programs: readonly string[]): Plugin {
  return {
    name: "common-js",
    setup({ initialOptions, onEnd }) {
      Object.assign(initialOptions, { format: "esm", splitting: true, sourcemap: "inline", write: false, banner: {} });
      onEnd(async ({ outputFiles = [] }) => {
        for (const file of outputFiles) await writeCommonJs(file, programs.includes(basename(file.path)));
      });
    },
  };
}

async function writeCommonJs({ path, text }: OutputFile, isProgram: boolean): Promise<void> {
  const { code, map } = await transform(text, {
    format: "cjs",
    platform: "node",
    target: COMMON.target ?? "node20",
    charset: "utf8",
    minifyWhitespace: true,
    sourcemap: true,
    sourcesContent: false,
    sourcefile: basename(path),
    banner: `${isProgram ? SHEBANG : ""}${IMPORT_META_URL}`,
  });
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `${code}//# sourceMappingURL=${basename(path)}.map\n`);
  await writeFile(`${path}.map`, map);
}
