/** Bundles test files, so that the processes which run them share one translation of the source and load it at once. */

import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build, type Plugin } from "esbuild";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

const DEFINED = {
  // By the name under which {@link THIS_FILE} declares it.
  "import.meta.url": "thisFile.url",
  "import.meta.filename": "thisFile.filename",
  // A module of Node's has none, and a source that asks is to be told so.
  require: "undefined",
};

/** A bundled file knows where its source stands: by that it finds what lies beside it, and starts programs from source. */
const THIS_FILE: Plugin = {
  name: "this-file",
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const contents = await readFile(path, "utf8");
      if (!contents.includes("import.meta.")) return { contents, loader: "ts" };
      const thisFile = { url: pathToFileURL(path).href, filename: path };
      // On the first line, so that every other keeps its number.
      return { contents: `const thisFile = ${JSON.stringify(thisFile)}; ${contents}`, loader: "ts" };
    });
  },
};

/**
 * Bundles test files, given by the names that their bundles are to have, into a folder, what they share once; gives the
 * paths of the bundles.
 */
export async function bundleTests(files: Readonly<Record<string, string>>, outdir: string): Promise<string[]> {
  await build({
    absWorkingDir: ROOT,
    entryPoints: { ...files },
    outdir,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    packages: "external",
    platform: "node",
    target: "node20",
    format: "esm",
    charset: "utf8",
    // A failure is told by the lines of the source.
    sourcemap: "linked",
    sourcesContent: false,
    loader: { ".txt": "text" },
    define: DEFINED,
    plugins: [THIS_FILE],
    logLevel: "warning",
  });
  return Object.keys(files).map((name) => join(outdir, `${name}.mjs`));
}
