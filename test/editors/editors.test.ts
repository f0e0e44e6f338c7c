/** Editors other than VS Code, each with the configuration that the manual gives for it: what a person does on a page works there. */

import assert from "node:assert/strict";
import { execFile, spawnSync } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { program } from "../support/program.ts";

const PAGE = [
  "水库开工",
  "",
  "　　本报讯（记者 苏禾田）入冬以来，",
  "下着小雪，云溪县的水库工地依旧一片",
  "忙碌。就在几天以前，云溪县县长罗长",
  "庚前来看望建设者。今年投入 5 亿元",
  "修建水库，沿线群众出行也更方便了，",
  "工程要赶在明年汛期以前完工。",
  "",
].join("\n");
const FIXED =
  "水库开工\n\n　　本报讯（记者 苏禾田）入冬以来，下着小雪，云溪县的水库工地依旧一片忙碌。就在几天以前，云溪县县长罗长庚前来看望建设者。今年投入5亿元修建水库，沿线群众出行也更方便了，工程要赶在明年汛期以前完工。";

interface Editor {
  readonly name: string;
  /** The language of its block in the manual. */
  readonly language: string;
  readonly command: string;
  /** Arguments that tell whether it is here with all it needs. */
  readonly probe: readonly string[];
  /** Arguments that work through the session by the configuration. */
  session(configuration: string, page: string): readonly string[];
}

const EDITORS: readonly Editor[] = [
  {
    name: "Neovim",
    language: "lua",
    command: "nvim",
    probe: ["--version"],
    session: (configuration, page) => [
      "--headless",
      "-n",
      "-u",
      configuration,
      page,
      "-c",
      `luafile ${here("neovim.lua")}`,
    ],
  },
  {
    name: "Emacs",
    language: "elisp",
    command: "emacs",
    probe: ["--batch", "--eval", "(require 'eglot)"],
    session: (configuration) => ["--batch", "-l", configuration, "-l", here("emacs.el")],
  },
];

/** What a session reports. */
interface Report {
  readonly fault?: string;
  readonly diagnostics: readonly string[];
  readonly outline: readonly string[];
  readonly hover: string;
  readonly actions: readonly string[];
  readonly mended: string;
  readonly undone: boolean;
  readonly formatted: string;
  readonly format_undone: boolean;
}

for (const editor of EDITORS) {
  const lacks = spawnSync(editor.command, [...editor.probe]).status === 0 ? undefined : `${editor.name} is not here`;
  const required = process.env.GALLEY_EDITORS === "required";

  describe(editor.name, { skip: !required && lacks }, () => {
    let report: Report;
    before(async () => {
      report = await sessionOf(editor);
      assert.equal(report.fault, undefined);
    });

    test("shows what is wrong, in the language that the configuration names", () => {
      assert.ok(report.diagnostics.length > 3);
      assert.ok(report.diagnostics.every((message) => /\p{Script=Han}/u.test(message)));
    });
    test("lists the page's articles", () => assert.ok(report.outline.includes("水库开工"), report.outline.join()));
    test("tells whom a wrap cuts", () => assert.match(report.hover, /^\**罗长庚[\s\S]*县长/));
    test("offers quick fixes and makes the one chosen, which one undo takes back", () => {
      assert.equal(report.mended.trimEnd(), PAGE.replace(" 5 亿", "5亿").trimEnd());
      assert.ok(report.undone);
    });
    test("formats the page, which one undo takes back", () => {
      assert.equal(report.formatted.trimEnd(), FIXED);
      assert.ok(report.format_undone);
    });
  });
}

const folders: string[] = [];
after(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

/** Runs the session in a folder of its own, with nothing of the user's. */
async function sessionOf({ language, command, session }: Editor): Promise<Report> {
  const folder = await mkdtemp(join(tmpdir(), "galley-editor-"));
  folders.push(folder);
  const [page, configuration, report] = [
    join(folder, "seeds", "page.txt"),
    join(folder, `init.${language}`),
    join(folder, "report.json"),
  ];
  await mkdir(join(folder, "seeds"));
  await mkdir(join(folder, ".git"));
  await writeFile(page, PAGE);
  await writeFile(configuration, await configurationOf(language));
  const env = { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder, XDG_STATE_HOME: folder };
  await promisify(execFile)(command, [...session(configuration, page)], {
    cwd: folder,
    env: { ...env, GALLEY_PAGE: page, GALLEY_REPORT: report, LANG: "C.UTF-8" },
    timeout: 120_000,
  });
  return JSON.parse(await readFile(report, "utf8"));
}

/** The manual's block in this language, starting the server that is to be tested. */
async function configurationOf(language: string): Promise<string> {
  const manual = await readFile(here("../../docs/manual.md"), "utf8");
  const [, block] = new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(manual) ?? [];
  assert.ok(block, `the manual has no block in ${language}`);
  const command = [process.execPath, ...program("main"), "--stdio"].map((part) => JSON.stringify(part));
  const between = language === "lua" ? ", " : " ";
  const given = ["node", "/path/to/galley/dist/server.cjs", "--stdio"]
    .map((part) => JSON.stringify(part))
    .join(between);
  assert.ok(block.includes(given), `${given} is not in the manual's block`);
  return block.replace(given, command.join(between));
}

function here(file: string): string {
  return fileURLToPath(new URL(file, import.meta.url));
}
