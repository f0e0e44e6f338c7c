/** Help headings and usage errors in the user's language; the argument parser itself speaks English. */

import type { CommanderError, Option } from "commander";
import type { Localised } from "../core/text/locale.ts";

/** A heading of the help as the parser gives it, such as `Options:`. */
export function helpTitle(title: string): Localised {
  return { zh: TITLES[title] ?? title, en: title };
}

const TITLES: Readonly<Record<string, string>> = {
  "Usage:": "用法：",
  "Arguments:": "参数：",
  "Options:": "选项：",
  "Commands:": "命令：",
};

/** An option's description with its choices and its default. */
export function helpOption({ description, argChoices, defaultValue }: Option): Localised {
  const choices = argChoices ?? [];
  const fallback = typeof defaultValue === "string" ? defaultValue : undefined;
  if (choices.length === 0) return { zh: description, en: description };
  return {
    zh: `${description}：${choices.join("、")}${fallback ? `（默认 ${fallback}）` : ""}`,
    en: `${description}: ${choices.join(", ")}${fallback ? ` (default ${fallback})` : ""}`,
  };
}

/** What is wrong with the way the program was called. */
export function usageError({ code, message }: CommanderError): Localised {
  // `--format <format>` is how an option is declared; whoever typed it knows it as `--format`.
  const en = message.replace(/^error: /, "").replace(/'(--[\w-]+) <[^>]*>'/g, "'$1'");
  const [first = "", second = ""] = [...en.matchAll(/'([^']*)'/g)].map(([, quoted]) => quoted);
  return { zh: CHINESE[code]?.(first, second, en) ?? en, en };
}

const CHINESE: Readonly<Record<string, (first: string, second: string, message: string) => string>> = {
  "commander.unknownCommand": (name, _, message) =>
    `没有 ${name} 这个命令${meant(message)}。galley --help 列出全部命令`,
  "commander.unknownOption": (flag, _, message) => `没有 ${flag} 这个选项${meant(message)}`,
  "commander.missingArgument": (name) => `缺少参数 ${name}`,
  "commander.optionMissingArgument": (flags) => `选项 ${flags} 后面缺少值`,
  "commander.excessArguments": () => "参数太多",
  "commander.conflictingOption": (one, other) => `${one} 和 ${other} 不能同时使用`,
  "commander.invalidArgument": (flags, value, message) =>
    `选项 ${flags} 不能是 ${value}，只能是 ${/Allowed choices are (.*)\.$/.exec(message)?.[1]?.replaceAll(", ", "、") ?? ""} 之一`,
};

function meant(message: string): string {
  const [, guess] = /Did you mean (?:one of )?(.*)\?/.exec(message) ?? [];
  return guess === undefined ? "" : `，想用的是不是 ${guess}`;
}
