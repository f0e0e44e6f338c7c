/** The commands of the command line and their options; each is loaded when it is called. */

import { Command, Option } from "commander";
import pkg from "../../package.json" with { type: "json" };
import type { Locale, Localised } from "../core/text/locale.ts";
import { Refusal } from "../host/refusal.ts";
import type { CheckOptions } from "./check.ts";
import type { ExportOptions } from "./export.ts";
import type { FixOptions } from "./fix.ts";
import { widthOf } from "./formats/columns.ts";
import type { ExitCode, Io } from "./io.ts";
import { type Filter, filterLines } from "./jsonl.ts";
import { commonOptions, jsonlOption, settingOptions } from "./options.ts";
import { type CommonOptions, createSession, type Session } from "./session.ts";
import { helpOption, helpTitle } from "./usage.ts";

interface Jsonl {
  readonly jsonl?: boolean;
}

interface TextOrJson extends Jsonl {
  readonly format: "text" | "json";
}

/** The program. `finish` is told the exit code of the command that ran. */
export function declareCommands(io: Io, locale: Locale, finish: (code: ExitCode) => void): Command {
  const say = (text: Localised): string => text[locale];
  const program = new Command("galley")
    .description(say(ABOUT))
    .version(pkg.version, "-v, --version", say({ zh: "显示版本", en: "show the version" }))
    .addOption(commonOptions(say)[0])
    .helpOption("-h, --help", say(HELP))
    .helpCommand("help [command]", say({ zh: "显示一个命令的帮助", en: "show the help of a command" }))
    .configureHelp({
      displayWidth: widthOf,
      styleTitle: (title) => say(helpTitle(title)),
      optionDescription: (option) => say(helpOption(option)),
    })
    .addHelpText("after", `\n${say(EXIT_CODES)}`);

  /** Declares a command; `work` resolves to `true` where it found what it looks for. */
  const command = <O extends CommonOptions>(
    usage: string,
    summary: Localised,
    options: readonly Option[],
    work: (session: Session, args: string[], options: O) => Promise<unknown>,
  ): void => {
    const declared = program.command(usage).description(say(summary)).helpOption("-h, --help", say(HELP));
    for (const option of [...options, ...commonOptions(say)]) declared.addOption(option);
    declared.action(async () => {
      const session = createSession(io, locale, declared.opts<O>());
      const found = await work(session, declared.args, declared.opts<O>());
      finish(session.failures.length > 0 ? 2 : found === true ? 1 : 0);
    });
  };
  const format = (...choices: string[]): Option =>
    new Option("--format <format>", say({ zh: "输出格式", en: "output format" })).choices(choices).default(choices[0]);
  const flag = (flags: string, zh: string, en: string): Option => new Option(flags, say({ zh, en }));
  const settings = settingOptions(say);

  command<CheckOptions & Jsonl & CommonOptions>(
    "check [path...]",
    { zh: "列出问题", en: "list findings" },
    [format("pretty", "json", "sarif", "github"), jsonlOption(say).conflicts("format"), ...settings],
    async (session, paths, options) => {
      const { check, checkFilter } = await import("./check.ts");
      if (options.jsonl) return filter(session, paths, checkFilter(session));
      return check(session, orHere(paths), options);
    },
  );

  command<FixOptions & Jsonl & CommonOptions>(
    "fix [path...]",
    { zh: "修好能安全修复的问题，就地写回", en: "apply the safe fixes, in place" },
    [
      flag("--stdout", "输出修好的页面，不写文件（一次一页）", "print the fixed page and write nothing (one page)"),
      flag("--diff", "输出将有的改动，不写文件", "print what would change and write nothing").conflicts("stdout"),
      flag("--unsafe", "连同要人判断的改法一起用上", "apply fixes that a person should judge, too"),
      jsonlOption(say).conflicts(["stdout", "diff"]),
      ...settings,
    ],
    async (session, paths, options) => {
      const { fix, fixFilter } = await import("./fix.ts");
      if (options.jsonl) return filter(session, paths, fixFilter(options));
      return fix(session, orHere(paths), options);
    },
  );

  command<TextOrJson & CommonOptions>(
    "outline [path]",
    { zh: "列出一页的文章", en: "list the articles of a page" },
    [format("text", "json"), jsonlOption(say).conflicts("format"), ...settings],
    async (session, paths, options) => {
      const { outline, outlineFilter } = await import("./outline.ts");
      if (options.jsonl) return filter(session, paths, outlineFilter(session.locale));
      return outline(session, only(paths), options.format);
    },
  );

  command<TextOrJson & CommonOptions>(
    "entities [path]",
    { zh: "列出一页提到的人、地、机构、日期和数量", en: "list the names, dates and quantities a page mentions" },
    [format("text", "json"), jsonlOption(say).conflicts("format"), ...settings],
    async (session, paths, options) => {
      const { entities, entitiesFilter } = await import("./entities.ts");
      if (options.jsonl) return filter(session, paths, await entitiesFilter(session));
      return entities(session, only(paths), options.format);
    },
  );

  command<ExportOptions & Jsonl & CommonOptions>(
    "export [path]",
    { zh: "导出一页的文章", en: "export the articles of a page" },
    [
      format("text", "markdown", "json", "ninjs"),
      flag(
        "--no-entities",
        "json 和 ninjs 中不列人、地、机构（不用词典）",
        "leave names out of json and ninjs (needs no dictionary)",
      ),
      jsonlOption(say),
      ...settings,
    ],
    async (session, paths, options) => {
      const { exportArticles, exportFilter } = await import("./export.ts");
      if (options.jsonl) return filter(session, paths, await exportFilter(session, options));
      return exportArticles(session, only(paths), options);
    },
  );

  command<CommonOptions & ExplainOptions>(
    "explain [rule]",
    {
      zh: "说明一条规则，或页面上一处为什么那样判断；都不指明时列出全部规则",
      en: "explain a rule, or what was decided at a place of a page; without either, list the rules",
    },
    explainOptions(say),
    async (session, [rule], { at, article, name }) => {
      if (rule !== undefined && (at ?? article ?? name) !== undefined) throw new Refusal(RULE_OR_PLACE);
      if (at !== undefined) return (await import("./explain-line.ts")).explainLine(session, at);
      if (article !== undefined) return (await import("./explain-article.ts")).explainArticleAt(session, article);
      if (name !== undefined) return (await import("./explain-name.ts")).explainNameAt(session, name);
      return (await import("./explain.ts")).explain(session, rule);
    },
  );
  return program;
}

async function filter(session: Session, paths: readonly string[], work: Filter): Promise<void> {
  if (paths.length > 0) throw new Refusal(JSONL_AND_PATH);
  await filterLines(session, work);
}

/** The places that can be explained, one at a time. */
interface ExplainOptions {
  readonly at?: string;
  readonly article?: string;
  readonly name?: string;
}

function explainOptions(say: (text: Localised) => string): Option[] {
  return [
    new Option(
      "--at <file:line>",
      say({ zh: "说明一行的行末为什么（不）是断行", en: "explain why the end of a line is a wrap, or is not" }),
    ),
    new Option(
      "--article <file:line>",
      say({
        zh: "说明一行所在的文章为什么从那里开始，为什么是那个标题",
        en: "explain why the article of a line begins where it does and has the headline that it has",
      }),
    ).conflicts("at"),
    new Option(
      "--name <file:line:column>",
      say({
        zh: "说明一处为什么（不）是名称，是哪一类，指的是什么",
        en: "explain why there is a name at a place, or none, of which type, and what it means",
      }),
    ).conflicts(["at", "article"]),
  ];
}

function orHere(paths: readonly string[]): readonly string[] {
  return paths.length === 0 ? ["."] : paths;
}

function only([path]: readonly string[]): string {
  if (path === undefined) throw new Refusal(WHICH_PAGE);
  return path;
}

const ABOUT: Localised = {
  zh: "校报纸文本：找出断行、乱空格等毛病并修好，一字不丢。",
  en: "Proofs newspaper text: finds broken lines, stray blanks and the like, and mends them without losing a character.",
};
const HELP: Localised = { zh: "显示帮助", en: "show help" };
const EXIT_CODES: Localised = {
  zh: "路径可以是文件、文件夹、通配符，或 -（标准输入）；不写时是当前文件夹。\n退出码：0 没有问题，1 check 发现问题，2 有事没能做成。",
  en: "A path is a file, a folder, a glob, or - for stdin; without one, the current folder.\nExit codes: 0 nothing to report, 1 check has findings, 2 something could not be done.",
};
const JSONL_AND_PATH: Localised = {
  zh: "--jsonl 从标准输入读，不能再指明文件",
  en: "--jsonl reads stdin; it takes no path",
};
const RULE_OR_PLACE: Localised = {
  zh: "规则和页面上的一处只能说明其一",
  en: "explain a rule or a place on a page; not both",
};
const WHICH_PAGE: Localised = {
  zh: "缺少文件名（- 表示标准输入）",
  en: "name a file (- for stdin)",
};
