/**
 * `npm run generate` writes what follows from rules, settings and rooms: the settings in package.json with their texts, the
 * schema of a settings file, docs/rules.md and the tables of the readmes, the linter's walls and the table of ARCHITECTURE.md. With `-- --check`
 * it only compares.
 */

import { spawnSync } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import type { Severity } from "../server/core/page/finding.ts";
import { RULES } from "../server/core/rules/index.ts";
import { type Example, type IssueExample, type Rule, shownExample, shownWords } from "../server/core/rules/rule.ts";
import type { Locale } from "../server/core/text/locale.ts";
import { configuration, settingTexts } from "./manifest-settings.ts";
import { settingsSchema } from "./settings-schema.ts";
import { roomTable, wallOverrides } from "./walls.ts";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

type Json = Record<string, unknown>;

/** A file that is generated, in whole or in part: what it should hold, given what it holds now. */
interface Generated {
  readonly path: string;
  generate(current: string): string;
  same(current: string, generated: string): boolean;
}

/** The generated files, paths relative to the root of the project. */
export const GENERATED: readonly Generated[] = [
  jsonFile("package.json", (manifest) => ({
    ...manifest,
    contributes: { ...(manifest.contributes as Json), configuration: configuration() },
  })),
  jsonFile("package.nls.json", (texts) => withTexts(texts, "en")),
  jsonFile("package.nls.zh-cn.json", (texts) => withTexts(texts, "zh")),
  jsonFile("schemas/settings.schema.json", settingsSchema),
  jsonFile("scripts/walls.json", () => ({ overrides: wallOverrides() })),
  partOf("ARCHITECTURE.md", "rooms", roomTable),
  partOf("README.md", "rules", () => ruleTable("en")),
  partOf("README.zh-CN.md", "rules-zh", () => ruleTable("zh")),
  { path: "docs/rules.md", generate: () => rulesPage(), same: (current, generated) => current === generated },
];

/** The part of a file between `<!-- generated: NAME -->` and `<!-- /generated: NAME -->`. */
function partOf(path: string, name: string, text: () => string): Generated {
  const [from, to] = [`<!-- generated: ${name} -->`, `<!-- /generated: ${name} -->`];
  return {
    path,
    generate(current) {
      const [start, end] = [current.indexOf(from), current.indexOf(to)];
      if (start < 0 || end < start) throw new Error(`${path} has no part between ${from} and ${to}.`);
      return `${current.slice(0, start + from.length)}\n${text()}\n${current.slice(end)}`;
    },
    same: (current, generated) => current === generated,
  };
}

/** Paths of the generated files that are not as they would be generated. */
export async function outOfDate(root: string = ROOT): Promise<string[]> {
  const stale: string[] = [];
  for (const { path, generate, same } of GENERATED) {
    const current = await read(join(root, path));
    if (!same(current, generate(current))) stale.push(path);
  }
  return stale;
}

async function write(root: string): Promise<void> {
  const stale = await outOfDate(root);
  for (const { path, generate } of GENERATED) {
    if (!stale.includes(path)) continue;
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), generate(await read(join(root, path))));
    console.log(`wrote ${path}`);
  }
  const json = stale.filter((path) => path.endsWith(".json"));
  if (json.length > 0) {
    spawnSync(process.execPath, ["node_modules/@biomejs/biome/bin/biome", "format", "--write", ...json], { cwd: root });
  }
}

async function read(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch {
    return "";
  }
}

/** A JSON file of which a part is generated; its layout is the formatter's. */
function jsonFile(path: string, change: (value: Json) => Json): Generated {
  const parse = (text: string): Json => JSON.parse(text || "{}") as Json;
  return {
    path,
    generate: (current) => `${JSON.stringify(change(parse(current)), null, 2)}\n`,
    same: (current, generated) => isDeepStrictEqual(parse(current), parse(generated)),
  };
}

/** Texts in one language: the generated ones anew, the others as they are. */
function withTexts(texts: Json, locale: Locale): Json {
  const others = Object.entries(texts).filter(([key]) => !key.startsWith("setting."));
  return Object.fromEntries([...others, ...settingTexts().map((text) => [text.key, text[locale]])]);
}

const SEVERITY_NAMES: Record<Severity | "off", string> = {
  off: "不报",
  hint: "提示",
  information: "信息",
  warning: "警告",
  error: "错误",
};

function rulesPage(): string {
  return `# 规则 Rules

<!-- Generated from the rules in server/core/rules by scripts/generate.ts. -->

例中 ⟦…⟧ 标出所报之处，其后是改正的结果。稳妥的改正只增删空白，或把形近字符换成它所代表的字，可以一次全部应用；存疑的改正也只动这些，但依据不足；须确认的会改动文字。这两种都逐条由编辑决定。

In the examples ⟦…⟧ marks what is reported; what the fix makes of it follows. A safe fix changes white space only, or
replaces a look-alike by its character, and can be applied to all places at once. A doubtful one changes no more, but
rests on thin evidence; an unsafe one changes words: both are for an editor to choose, one by one.

| 规则 Rule | | 级别 Severity | 改正 Fix |
| --- | --- | --- | --- |
${RULES.map((rule) => `| [\`${rule.id}\`](#${rule.id}) | ${rule.title.zh} · ${rule.title.en} | ${severityOf(rule)} | ${fixesOf(rule)} |`).join("\n")}

${RULES.map(ruleSection).join("\n")}`;
}

/** The rules in short, for the readmes: what each finds, and whether it can be fixed. */
function ruleTable(locale: Locale): string {
  const zh = locale === "zh";
  const fixes = zh
    ? { safe: "稳妥，随整页修复", doubtful: "存疑，逐处由你决定", unsafe: "逐处由你决定" }
    : { safe: "safe: fixed with the page", doubtful: "doubtful: you decide", unsafe: "one by one: you decide" };
  const rows = RULES.map(({ id, title, fixes: kinds }) => {
    const how =
      kinds.map((kind) => fixes[kind]).join(zh ? "；" : "; ") || (zh ? "由人来改" : "a person has to mend it");
    return `| [\`${id}\`](docs/rules.md#${id}) | ${title[locale]} | ${how} |`;
  });
  return [zh ? "| 规则 | 找什么 | 修复 |" : "| rule | what it finds | fix |", "| --- | --- | --- |", ...rows].join(
    "\n",
  );
}

function ruleSection(rule: Rule): string {
  const silent = (rule.silent ?? []).map(shownExample).filter((page) => page.trim() !== "");
  return `## ${rule.id}

**${rule.title.zh} · ${rule.title.en}**: ${severityOf(rule)}, \`galley.rules.${rule.id}\`

${rule.why.zh}

${rule.why.en}

${rule.examples.map(exampleOf).join("\n")}${silent.length > 0 ? `\n不报 Not reported:\n\n${block(silent.map((page) => page.trimEnd()).join("\n\n"))}` : ""}`;
}

function exampleOf(example: Example | IssueExample): string {
  if (!("page" in example)) return block(shownExample(example));
  const { page, fixed, settings, house } = example;
  const known = house?.entries?.map(({ name, role }) => [name, role].filter(Boolean).join("，")).join("；");
  const lexicon = known ? `本社词库 House lexicon: ${known}\n\n` : "";
  const words = shownWords(example);
  const listed = words ? `本社不用的词 House words: ${words}\n\n` : lexicon;
  const given = settings && !words ? `\`${JSON.stringify(settings)}\`:\n\n` : listed;
  return `${given}${block(page)}${fixed === undefined ? "" : `\n→\n\n${block(fixed)}`}`;
}

/** A code block; characters that cannot be seen show as their code points. */
function block(text: string): string {
  const seen = text
    .trimEnd()
    .replaceAll(
      /[\u200b\ufeff\u00a0]/g,
      (char) => `⟨U+${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}⟩`,
    );
  return `\`\`\`text\n${seen}\n\`\`\`\n`;
}

function severityOf({ severity }: Rule): string {
  return `${SEVERITY_NAMES[severity]} ${severity}`;
}

function fixesOf({ fixes }: Rule): string {
  const names = { safe: "稳妥 safe", doubtful: "存疑 doubtful", unsafe: "须确认 unsafe" };
  return fixes.map((kind) => names[kind]).join(", ") || "—";
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes("--check")) {
    const stale = await outOfDate();
    for (const path of stale) console.error(`${path} is out of date: npm run generate`);
    process.exit(stale.length > 0 ? 1 : 0);
  }
  await write(ROOT);
}
