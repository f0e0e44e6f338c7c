/** What a package has to hold, may hold, and may weigh; for the packer, its test and the release. */

import { execFileSync } from "node:child_process";
import { readFile, stat } from "node:fs/promises";
import JSZip from "jszip";

/** The extension for every platform, the extension for one platform, npm's package. */
export type PackageKind = "universal" | "platform" | "npm";

export interface Contents {
  /** Paths in the package, of what is Galley's. */
  readonly files: readonly string[];
  readonly megabytes: number;
}

interface Rule {
  readonly mostMegabytes: number;
  /** Each has to be matched by a file. */
  readonly needed: readonly RegExp[];
  /** Each file has to be matched by one. */
  readonly allowed: readonly RegExp[];
}

const DATA = [/^dist\/data\/(gazetteer|mention-weights)\.txt\.gz$/, /^dist\/data\/jieba\.wasm$/];
const VILLAGES = /^dist\/data\/villages\/(\d\d\.txt\.gz|source\.json)$/;
const NOTICES = /^dist\/THIRD-PARTY-NOTICES\.txt$/;
/** What the server and its worker share. */
const SHARED = /^dist\/shared-[A-Z\d]+\.cjs$/;
const SCHEMAS = /^schemas\/[^/]+\.json$/;
const NODEJIEBA = [
  /^dist\/node_modules\/nodejieba\/build\/Release\/nodejieba\.node$/,
  /^dist\/node_modules\/nodejieba\/submodules\/cppjieba\/dict\/jieba\.dict\.utf8$/,
];

/** The server and what it reads, in every package. */
const SERVER = [
  /^dist\/server\.cjs$/,
  /^dist\/worker\.cjs$/,
  /^dist\/house\.cjs$/,
  SHARED,
  ...DATA,
  VILLAGES,
  NOTICES,
  SCHEMAS,
  /^docs\/rules\.md$/,
];

const EXTENSION_NEEDS = [
  /^package\.json$/,
  /^package\.nls\.json$/,
  /^package\.nls\.zh-cn\.json$/,
  // The packer gives these names of its own.
  /^readme\.md$/i,
  /^changelog\.md$/i,
  /^license(\.txt)?$/i,
  /^dist\/client\.cjs$/,
  /^dist\/web\/client\.js$/,
  /^dist\/web\/server\.js$/,
  ...SERVER,
  /^client\/media\/icon\.png$/,
  /^client\/l10n\/bundle\.l10n\.zh-cn\.json$/,
  /^client\/language-configuration\.json$/,
  /^client\/syntaxes\/newspaper\.tmLanguage\.json$/,
  /^client\/media\/walkthrough\/[a-z]+\.svg$/,
  /^client\/media\/example-page\.txt$/,
];

const EXTENSION_MAY = [
  ...EXTENSION_NEEDS,
  /^readme\.zh-cn\.md$/i,
  /^client\/media\/(issue|page-(light|dark))\.svg$/,
  /^docs\/(manual(\.zh-CN)?|accuracy|performance|reliability)\.md$/,
  /^docs\/performance\.svg$/,
];

const NPM_NEEDS = [/^package\.json$/, /^README\.md$/, /^LICENSE$/, /^dist\/cli\.cjs$/, /^dist\/mcp\.cjs$/, ...SERVER];

const RULES: Readonly<Record<PackageKind, Rule>> = {
  universal: { mostMegabytes: 8, needed: EXTENSION_NEEDS, allowed: EXTENSION_MAY },
  platform: {
    mostMegabytes: 12,
    needed: [...EXTENSION_NEEDS, ...NODEJIEBA],
    allowed: [...EXTENSION_MAY, /^dist\/node_modules\/nodejieba\/.*(package\.json|LICENSE|index\.js|\.node|\.utf8)$/],
  },
  npm: {
    mostMegabytes: 10,
    needed: NPM_NEEDS,
    allowed: [...NPM_NEEDS, /^README\.zh-CN\.md$/, /^CHANGELOG\.md$/, /^docs\/manual(\.zh-CN)?\.md$/],
  },
};

/** What a package holds, and what is wrong with that. */
export async function checkPackage(
  kind: PackageKind,
  path: string,
): Promise<Contents & { readonly faults: readonly string[] }> {
  const contents = { files: await filesOf(path), megabytes: (await stat(path)).size / 1e6 };
  return { ...contents, faults: faultsOf(kind, contents) };
}

/** What is wrong with a package of that kind, a sentence each. */
export function faultsOf(kind: PackageKind, { files, megabytes }: Contents): string[] {
  const { mostMegabytes, needed, allowed } = RULES[kind];
  const missing = needed.filter((pattern) => !files.some((file) => pattern.test(file)));
  const foreign = files.filter((file) => !allowed.some((pattern) => pattern.test(file)));
  return [
    ...missing.map((pattern) => `Nothing is like ${pattern.source}.`),
    ...foreign.map((file) => `${file} does not belong here.`),
    ...(megabytes > mostMegabytes ? [`It weighs ${megabytes.toFixed(2)} MB, and may weigh ${mostMegabytes}.`] : []),
  ];
}

/** The files of a `.vsix` without the packer's own, or of a `.tgz`. */
async function filesOf(path: string): Promise<string[]> {
  if (path.endsWith(".tgz")) {
    const names = execFileSync("tar", ["-tzf", path], { encoding: "utf8" }).split("\n");
    return names.flatMap((name) => /^package\/(.*[^/])$/.exec(name)?.[1] ?? []);
  }
  const { files } = await JSZip.loadAsync(await readFile(path));
  return Object.keys(files).flatMap((name) => /^extension\/(.*[^/])$/.exec(name)?.[1] ?? []);
}
