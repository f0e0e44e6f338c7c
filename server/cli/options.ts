/** The options that commands share. */

import { Option } from "commander";
import type { Severity } from "../core/page/finding.ts";
import type { Settings } from "../core/page/settings.ts";
import { RULES } from "../core/rules/index.ts";
import type { Localised } from "../core/text/locale.ts";
import { ENCODINGS } from "../host/encodings.ts";
import { Refusal } from "../host/refusal.ts";
import { unknownRule } from "./explain.ts";

/** Gives a text in the user's language. */
export type Say = (text: Localised) => string;

/** The options of every command; the first one is the language. */
export function commonOptions(say: Say): [Option, ...Option[]] {
  return [
    new Option("--lang <language>", say({ zh: "显示语言", en: "language of messages" })).choices(["zh", "en"]),
    new Option("--color", say({ zh: "总是用颜色", en: "always use colours" })),
    new Option("--no-color", say({ zh: "不用颜色", en: "never use colours" })),
  ];
}

/** The options of the commands that analyse pages. */
export function settingOptions(say: Say): Option[] {
  return [
    new Option(
      "--rule <rule=severity>",
      say({
        zh: "一条规则的级别（off、hint、information、warning、error），可重复",
        en: "severity of a rule (off, hint, information, warning, error); repeatable",
      }),
    ).argParser(readRule),
    new Option(
      "--number-spacing <style>",
      say({ zh: "数字与汉字之间是否留空格", en: "blanks between numbers and Han characters" }),
    ).choices(["none", "spaced"]),
    new Option(
      "--config <file>",
      say({
        zh: "用这个设置文件，而不是 .galley/settings.json",
        en: "settings file in place of .galley/settings.json",
      }),
    ),
    encodingOption(say),
  ];
}

/** The option of the commands that report or change what the house may have accepted. */
export function acceptedOption(say: Say): Option {
  return new Option(
    "--no-accepted",
    say({
      zh: "连同 .galley/accepted.yaml 里已接受的一起处理",
      en: "treat what .galley/accepted.yaml accepts as any other finding",
    }),
  );
}

/** For pages whose encoding can't be told from their bytes. */
export function encodingOption(say: Say): Option {
  const about = { zh: "页面的编码，不自动识别", en: "encoding of the pages, in place of telling it" };
  return new Option("--encoding <name>", say(about)).choices(ENCODINGS);
}

export function jsonlOption(say: Say): Option {
  return new Option(
    "--jsonl",
    say({
      zh: '从标准输入逐行读 {"id","text"}，逐行写出结果',
      en: 'read {"id","text"} a line from stdin and write one result a line',
    }),
  ).conflicts("encoding");
}

const SEVERITIES: readonly string[] = ["off", "hint", "information", "warning", "error"];

function readRule(value: string, before: Settings["rules"] = {}): Settings["rules"] {
  const [id = "", severity = "", ...rest] = value.split("=");
  if (rest.length > 0 || !SEVERITIES.includes(severity)) {
    throw new Refusal({
      zh: `--rule ${value}：应写成“规则=级别”，级别是 ${SEVERITIES.join("、")} 之一`,
      en: `--rule ${value}: write RULE=SEVERITY, the severity one of ${SEVERITIES.join(", ")}`,
    });
  }
  if (!RULES.some((rule) => rule.id === id)) throw unknownRule(id);
  return { ...before, [id]: severity as Severity | "off" };
}
