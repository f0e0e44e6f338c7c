/**
 * Builds `dist/`: the extension, in Node and in a browser, the language server with its worker, the command line, and what they need
 * beside them. `--watch` keeps the bundles of a finished build up to date.
 */

import { existsSync } from "node:fs";
import { chmod, cp, mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type BuildOptions, build, context, type Plugin } from "esbuild";
import { BROWSER, COMMON, IMPORT_META_URL, ROOT } from "./bundling.ts";
import { NOTICES_FILE, notices } from "./notices.ts";
import { packData } from "./pack-data.ts";
import { SERVER } from "./share-code.ts";

const DIST = join(ROOT, "dist");

/** What nodejieba reads at run time; the rest of its package is the source it was compiled from. */
const NODEJIEBA = [
  "package.json",
  "LICENSE",
  "index.js",
  "build/Release/nodejieba.node",
  "submodules/cppjieba/dict/jieba.dict.utf8",
  "submodules/cppjieba/dict/hmm_model.utf8",
  "submodules/cppjieba/dict/user.dict.utf8",
  "submodules/cppjieba/dict/stop_words.utf8",
];

/**
 * Frequencies of words over documents, 6 MB, by which nodejieba finds keywords. Nobody asks for any, but it reads the file: one of a
 * single word saves 18 MB of memory and 2 MB of the package.
 */
const IDF = "submodules/cppjieba/dict/idf.utf8";

/** `#!` lets npm link a program of `bin` as it is. */
const PROGRAM: BuildOptions = { external: ["nodejieba"], banner: { js: `#!/usr/bin/env node\n${IMPORT_META_URL}` } };

/** Says when a bundle is being made and when it is there; an editor's task goes by these lines. */
const TELL: Plugin = {
  name: "tell",
  setup({ initialOptions: { outfile = "dist/server.cjs" }, onStart, onEnd }) {
    onStart(() => console.log(`Building ${outfile}…`));
    onEnd(({ errors }) => console.log(errors.length > 0 ? `${outfile} has errors.` : `${outfile} is built.`));
  },
};

const BUNDLES: readonly BuildOptions[] = [
  bundle("client/extension.ts", "client.cjs", { external: ["vscode"] }),
  bundle("server/cli.ts", "cli.cjs", PROGRAM),
  bundle("server/mcp.ts", "mcp.cjs", {}),
  SERVER,
  webBundle("client/browser.ts", "client.js", { external: ["vscode"] }),
  webBundle("server/browser.ts", "server.js", { format: "iife" }),
];

if (process.argv.includes("--watch")) await watch();
else await buildAll();

async function buildAll(): Promise<void> {
  await rm(DIST, { recursive: true, force: true });
  // esbuild says itself what was wrong.
  const made = await Promise.all(
    BUNDLES.map((options) => build({ ...options, metafile: true }).catch(() => process.exit(1))),
  );
  await Promise.all([copyNodejieba(), packData(join(DIST, "data"))]);
  for (const program of ["server.cjs", "cli.cjs"]) await chmod(join(DIST, program), 0o755);
  const metafiles = made.map(({ metafile }) => metafile);
  const text = await notices(ROOT, metafiles, existsSync(join(DIST, "node_modules", "nodejieba")));
  await writeFile(join(DIST, NOTICES_FILE), text);
}

/** Makes each bundle anew where a file of it changes; what else is in `dist/` stays as the last build left it. */
async function watch(): Promise<void> {
  for (const options of BUNDLES) {
    const watched = await context({ ...options, plugins: [...(options.plugins ?? []), TELL] });
    await watched.watch();
  }
}

function bundle(entry: string, out: string, options: BuildOptions): BuildOptions {
  return { ...COMMON, ...options, entryPoints: [entry], outfile: join("dist", out) };
}

function webBundle(entry: string, out: string, options: BuildOptions): BuildOptions {
  return { ...BROWSER, ...options, entryPoints: [entry], outfile: join("dist", "web", out) };
}

/** Beside the bundles, so that their `require("nodejieba")` finds it in a packaged extension too. */
async function copyNodejieba(): Promise<void> {
  const from = join(ROOT, "node_modules", "nodejieba");
  try {
    for (const file of NODEJIEBA) await copy(join(from, file), join(DIST, "node_modules", "nodejieba", file));
    await writeFile(join(DIST, "node_modules", "nodejieba", IDF), "清样 1\n");
  } catch (error) {
    // An optional dependency: without it names are recognised by jieba in WebAssembly.
    console.warn(`nodejieba is left out of the build: ${error instanceof Error ? error.message : error}`);
    await rm(join(DIST, "node_modules", "nodejieba"), { recursive: true, force: true });
  }
}

async function copy(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await cp(from, to);
}
