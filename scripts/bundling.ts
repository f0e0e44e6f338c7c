/** How a program is bundled: for `dist/`, and for what measures it. */

import { readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { BuildOptions, Plugin } from "esbuild";

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

export const IMPORT_META_URL = 'const importMetaUrl = require("node:url").pathToFileURL(__filename).href;';

/**
 * Tables without their heads, as template literals: esbuild's own string literals, in which a line break takes two
 * characters, would make the bundles larger by some 20 KB.
 */
const TABLES: Plugin = {
  name: "tables",
  setup({ onLoad }) {
    onLoad({ filter: /\.txt$/ }, async ({ path }) => {
      const text = (await readFile(path, "utf8")).replace(/^#.*\n/gm, "");
      return { contents: `export default \`${text.replace(/[\\`]|\$(?=\{)/g, "\\$&")}\`;`, loader: "js" };
    });
  },
};

/** Encodings of Japan and Korea, of which iconv-lite holds the tables: of the East Asian ones Galley writes GB18030 and Big5 alone. */
const OTHER_ENCODINGS: Plugin = {
  name: "other-encodings",
  setup({ onLoad }) {
    onLoad({ filter: /iconv-lite[\\/].*[\\/](shiftjis|eucjp|cp949)\.json$/ }, () => ({
      contents: "[]",
      loader: "json",
    }));
  },
};

/** What all bundles have in common. */
export const COMMON: BuildOptions = {
  absWorkingDir: ROOT,
  bundle: true,
  platform: "node",
  // The oldest VS Code that `engines` allows has Node 20 in it.
  target: "node20",
  format: "cjs",
  // Page text is Chinese throughout: escaped, the bundles would be half as large again.
  charset: "utf8",
  // Blanks and line breaks stay in memory with the rest of a program's text: without them the server takes 6 MiB less.
  minifyWhitespace: true,
  sourcemap: "linked",
  sourcesContent: false,
  plugins: [TABLES, OTHER_ENCODINGS],
  // Its CommonJS asks for files at run time that no bundle has.
  alias: { "jsonc-parser": "jsonc-parser/lib/esm/main.js" },
  logLevel: "warning",
  // CommonJS has no such thing, and a library among the sources asks for it; what else there is, is asked from source only.
  define: { "import.meta.url": "importMetaUrl" },
  logOverride: { "empty-import-meta": "silent" },
  banner: { js: IMPORT_META_URL },
};

/** Files of the host for which others stand in where a browser runs them. */
const STANDS_IN: Plugin = {
  name: "stands-in",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]server[\\/]host[\\/](shipped-files|nodejieba)\.ts$/ }, ({ path }) => {
      const file = join(dirname(dirname(path)), "browser", basename(path));
      return { contents: `export * from ${JSON.stringify(file)};`, loader: "ts", resolveDir: dirname(file) };
    });
  },
};

/** What the bundles for browsers have in common: whatever of Node's is left in one fails the build. */
export const BROWSER: BuildOptions = {
  ...COMMON,
  platform: "browser",
  target: "es2022",
  minify: true,
  mainFields: ["browser", "module", "main"],
  plugins: [TABLES, STANDS_IN],
  alias: { ...COMMON.alias, "node:zlib": "fflate" },
  // What libraries and files that ask for it find there: a browser has no environment and no place of its own.
  define: { "import.meta.url": '""', "process.env.GALLEY_SEGMENTER": "undefined" },
  banner: {},
};
