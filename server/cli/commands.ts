/** The commands of the command line: how each is used, its options, and what it does; its code is loaded when it is called. */

import { Option } from "commander";
import type { Localised } from "../core/text/locale.ts";
import { Refusal } from "../host/refusal.ts";
import type { CheckOptions } from "./check.ts";
import type { ExportOptions } from "./export.ts";
import type { IssueExportOptions } from "./export-issue.ts";
import type { FixOptions } from "./fix.ts";
import { jobsOption } from "./jobs.ts";
import { acceptedOption, encodingOption, jsonlOption, type Say, settingOptions } from "./options.ts";
import type { CommonOptions, Session } from "./session.ts";
import type { Job } from "./work.ts";

/** One command. */
export interface CommandLine<O extends CommonOptions> {
  /** Its name and arguments, as its help shows them. */
  readonly usage: string;
  readonly summary: Localised;
  /** Whether it writes pages anew. */
  readonly changesPages?: boolean;
  options(say: Say): Option[];
  /** Resolves to `true` where it found what it looks for. */
  work(session: Session, args: string[], options: O): Promise<unknown>;
}

interface Jsonl {
  readonly jsonl?: boolean;
}

interface TextOrJson extends Jsonl {
  readonly format: "text" | "json";
}

const CHECK: CommandLine<CheckOptions & Jsonl & CommonOptions> = {
  usage: "check [path...]",
  summary: { zh: "列出问题", en: "list findings" },
  options: (say) => [
    formatOption(say, "pretty", "json", "sarif", "github"),
    new Option(
      "--names",
      say({
        zh: "还查名称前后是否一致（要装词典，多用一秒）",
        en: "find names that contradict one another, too (loads the dictionary, which takes a second)",
      }),
    ),
    jsonlOption(say).conflicts("format"),
    jobsOption(say),
    acceptedOption(say),
    ...settingOptions(say),
  ],
  work: async (session, paths, options) => {
    if (options.jsonl) return filter(session, paths, "check", options);
    return (await import("./check.ts")).check(session, orHere(paths), options);
  },
};

const FIX: CommandLine<FixOptions & Jsonl & CommonOptions> = {
  usage: "fix [path...]",
  changesPages: true,
  summary: { zh: "修好能安全修复的问题，就地写回", en: "apply the safe fixes, in place" },
  options: (say) => [
    new Option(
      "--stdout",
      say({ zh: "输出修好的页面，不写文件（一次一页）", en: "print the fixed page and write nothing (one page)" }),
    ),
    new Option(
      "--diff",
      say({ zh: "输出将有的改动，不写文件", en: "print what would change and write nothing" }),
    ).conflicts("stdout"),
    new Option(
      "--unsafe",
      say({ zh: "连同要人判断的改法一起用上", en: "apply fixes that a person should judge, too" }),
    ),
    jsonlOption(say).conflicts(["stdout", "diff"]),
    jobsOption(say),
    acceptedOption(say),
    ...settingOptions(say),
  ],
  work: async (session, paths, options) => {
    if (options.jsonl) return filter(session, paths, "fix", options);
    return (await import("./fix.ts")).fix(session, orHere(paths), options);
  },
};

const OUTLINE: CommandLine<TextOrJson & CommonOptions> = {
  usage: "outline [path]",
  summary: { zh: "列出一页的文章", en: "list the articles of a page" },
  options: (say) => textOrJsonOptions(say),
  work: async (session, paths, options) => {
    if (options.jsonl) return filter(session, paths, "outline", options);
    return (await import("./outline.ts")).outline(session, only(paths), options.format);
  },
};

const ENTITIES: CommandLine<TextOrJson & CommonOptions> = {
  usage: "entities [path]",
  summary: { zh: "列出一页提到的人、地、机构、日期和数量", en: "list the names, dates and quantities a page mentions" },
  options: (say) => textOrJsonOptions(say),
  work: async (session, paths, options) => {
    if (options.jsonl) return filter(session, paths, "entities", options);
    return (await import("./entities.ts")).entities(session, only(paths), options.format);
  },
};

const EXPORT: CommandLine<ExportOptions & Partial<IssueExportOptions> & Jsonl & CommonOptions> = {
  usage: "export [path]",
  summary: { zh: "导出一页的文章，或者一期报纸", en: "export the articles of a page, or an issue" },
  options: (say) => [
    formatOption(say, "text", "markdown", "json", "ninjs"),
    new Option(
      "--no-entities",
      say({
        zh: "json 和 ninjs 中不列人、地、机构（不用词典）",
        en: "leave names out of json and ninjs (needs no dictionary)",
      }),
    ),
    new Option(
      "--output <folder>",
      say({
        zh: "把文件夹里各版写到这里，一版一个文件，附目录 manifest.json；转版的文章合成一篇",
        en: "write all pages of a folder here, each in a file, with a manifest.json; an article over pages is one",
      }),
    ),
    new Option(
      "--replace",
      say({ zh: "换掉 --output 那里上次的导出", en: "replace an earlier export in the folder of --output" }),
    ),
    jsonlOption(say).conflicts(["output", "replace"]),
    jobsOption(say),
    ...settingOptions(say),
  ],
  work: async (session, paths, options) => {
    if (options.jsonl) return filter(session, paths, "export", options);
    const { output } = options;
    if (output !== undefined)
      return (await import("./export-issue.ts")).exportIssue(session, only(paths), { ...options, output });
    return (await import("./export.ts")).exportArticles(session, only(paths), options);
  },
};

const EXPLAIN: CommandLine<CommonOptions & ExplainOptions> = {
  usage: "explain [rule]",
  summary: {
    zh: "说明一条规则，或页面上一处为什么那样判断；都不指明时列出全部规则",
    en: "explain a rule, or what was decided at a place of a page; without either, list the rules",
  },
  options: (say) => explainOptions(say),
  work: async (session, [rule], { at, article, name }) => {
    if (rule !== undefined && (at ?? article ?? name) !== undefined) throw new Refusal(RULE_OR_PLACE);
    if (at !== undefined) return (await import("./explain-line.ts")).explainLine(session, at);
    if (article !== undefined) return (await import("./explain-article.ts")).explainArticleAt(session, article);
    if (name !== undefined) return (await import("./explain-name.ts")).explainNameAt(session, name);
    return (await import("./explain.ts")).explain(session, rule);
  },
};

const MCP: CommandLine<CommonOptions> = {
  usage: "mcp [folder...]",
  summary: {
    zh: "让智能助手来问（MCP，标准输入输出），只读这些文件夹里的 .txt",
    en: "answer an assistant (MCP on stdio) about .txt files of these folders",
  },
  options: (say) => settingOptions(say),
  work: async (session, folders) => (await import("./mcp.ts")).mcp(session, folders),
};

/** All commands, in the order of the help. Adding one is its object here and its line in this list. */
export const COMMANDS = [CHECK, FIX, OUTLINE, ENTITIES, EXPORT, EXPLAIN, MCP] as readonly CommandLine<never>[];

function textOrJsonOptions(say: Say): Option[] {
  const format = formatOption(say, "text", "json");
  return [format, jsonlOption(say).conflicts("format"), jobsOption(say), ...settingOptions(say)];
}

function formatOption(say: Say, ...choices: string[]): Option {
  return new Option("--format <format>", say({ zh: "输出格式", en: "output format" }))
    .choices(choices)
    .default(choices[0]);
}

async function filter(
  session: Session,
  paths: readonly string[],
  command: Job["command"],
  options: object,
): Promise<void> {
  if (paths.length > 0) throw new Refusal(JSONL_AND_PATH);
  const { filterLines } = await import("./jsonl.ts");
  const { filterJob } = await import("./works.ts");
  await filterLines(session, await filterJob(command, options, session.cwd));
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
    encodingOption(say),
  ];
}

function orHere(paths: readonly string[]): readonly string[] {
  return paths.length === 0 ? ["."] : paths;
}

function only([path]: readonly string[]): string {
  if (path === undefined) throw new Refusal(WHICH_PAGE);
  return path;
}

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
