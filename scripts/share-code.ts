/** Bundles of Node's that share code: what several of them need stands in files of its own beside them, once. */

import { mkdir, writeFile } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { type BuildOptions, type OutputFile, type Plugin, transform } from "esbuild";
import { COMMON, IMPORT_META_URL } from "./bundling.ts";

/** Goes before each program that is started by its path, so that npm can link it as it is. */
const SHEBANG = "#!/usr/bin/env node\n";

/** The server, its thread, and what reads the house's files: three files, and beside them what several of them need. */
export const SERVER: BuildOptions = {
  ...COMMON,
  entryPoints: { server: "server/main.ts", worker: "server/worker.ts", house: "server/house.ts" },
  outdir: "dist",
  outExtension: { ".js": ".cjs" },
  chunkNames: "shared-[hash]",
  external: ["nodejieba"],
  plugins: [...(COMMON.plugins ?? []), commonJs(["server.cjs"])],
};

/**
 * esbuild shares code among ECMAScript modules only. This makes CommonJS of them, which loads at once and is what editors start, and writes
 * it; `programs` are the names of the files that are started by their path.
 */
function commonJs(programs: readonly string[]): Plugin {
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

/**
 * A shared file that is loaded when it is needed. Node's `import` of CommonJS gives all of it as the default, and not the default that
 * it has: the library that reads GB18030 and Big5 would not be found.
 */
const SHARED_LATER = /\bimport\(("\.\/shared-\w+\.cjs")\)/g;
const LOADED = "Promise.resolve().then(() => require($1))";

async function writeCommonJs({ path, text }: OutputFile, isProgram: boolean): Promise<void> {
  const { code, map } = await transform(text.replace(SHARED_LATER, LOADED), {
    format: "cjs",
    platform: "node",
    target: COMMON.target ?? "node20",
    charset: "utf8",
    // The universal package has few kilobytes to spare; a report of a mistake is read by the source maps of the same build.
    minify: true,
    sourcemap: true,
    sourcesContent: false,
    sourcefile: basename(path),
    banner: `${isProgram ? SHEBANG : ""}${IMPORT_META_URL}`,
  });
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `${code}//# sourceMappingURL=${basename(path)}.map\n`);
  await writeFile(`${path}.map`, map);
}
