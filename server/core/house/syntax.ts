/** Faults in the writing of a file of the house, in words for people who have never heard of YAML. */

import type { YAMLError } from "yaml";
import type { FileFault } from "./types.ts";

/**
 * The faults of writing, one a line: the parser tells several faults for one slip, and those after the first come from
 * it.
 * @param keys what the file may say before a colon
 */
export function syntaxFaults(
  text: string,
  errors: readonly Pick<YAMLError, "code" | "message" | "pos">[],
  keys: readonly string[],
): FileFault[] {
  const slips = [wideColonAfter(keys), noBlankAfter(keys)];
  const lines = new Set<number>();
  const faults: FileFault[] = [];
  for (const { code, message, pos } of errors) {
    const line = text.lastIndexOf("\n", pos[0] - 1);
    if (lines.has(line)) continue;
    lines.add(line);
    const known =
      slips.find(({ pattern }) => pattern.test(text.slice(line + 1, lineEnd(text, pos[0]))))?.message ??
      WORDS[/quote/.test(message) ? "QUOTE" : /end with a/.test(message) ? "MISSING_CHAR" : code];
    faults.push({
      start: pos[0],
      end: Math.max(pos[0], pos[1]),
      message: known ?? { zh: `格式有误：${message}`, en: `This cannot be read: ${message}` },
    });
  }
  return faults;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end;
}

/** The most likely fault of a line that looks like this. */
interface Slip {
  readonly pattern: RegExp;
  readonly message: FileFault["message"];
}

/** A full-width colon after one of the keys, as Chinese keyboards give it: YAML takes it for text (name：苏禾田). */
export function wideColonAfter(keys: readonly string[]): Slip {
  return {
    pattern: new RegExp(`(?:^|\\s)(?:${keys.join("|")})\\s*：`, "u"),
    message: {
      zh: "冒号要用半角“:”，后面空一格，如“name: 名称”。",
      en: "Use the half-width colon with a blank after it, as in “name: 名称”.",
    },
  };
}

function noBlankAfter(keys: readonly string[]): Slip {
  return {
    pattern: new RegExp(`^\\s*(?:-\\s+)?(?:${keys.join("|")}):\\S`, "u"),
    message: { zh: "冒号后面要空一格，如“name: 名称”。", en: "A blank belongs after the colon, as in “name: 名称”." },
  };
}

/** Messages by the parser's codes. Those that are missing concern what no such file has (anchors, tags, directives). */
const WORDS: Readonly<Partial<Record<YAMLError["code"] | "QUOTE", FileFault["message"]>>> = {
  QUOTE: { zh: "引号不成对，缺后引号。", en: "A quotation mark has no closing one." },
  TAB_AS_INDENT: {
    zh: "缩进要用空格，不能用制表符（Tab）。",
    en: "Indent with blanks: tabs are not allowed.",
  },
  DUPLICATE_KEY: { zh: "这一项在同一条里写了两次。", en: "This stands in the same entry twice." },
  BAD_INDENT: { zh: "缩进与上文不齐。", en: "The indent does not match the lines above." },
  BLOCK_AS_IMPLICIT_KEY: {
    zh: "缩进与上文不齐，或一行里有两个冒号。",
    en: "The indent does not match the lines above, or the line has two colons.",
  },
  MULTILINE_IMPLICIT_KEY: {
    zh: "这一行缺冒号，或缩进与上文不齐。",
    en: "The line lacks a colon, or its indent does not match the lines above.",
  },
  MISSING_CHAR: { zh: "缺冒号、逗号或右括号。", en: "A colon, a comma or a closing bracket is missing." },
  BAD_SCALAR_START: {
    zh: "以这个符号开头的文字要放在引号里。",
    en: "A text that begins with this mark has to stand in quotation marks.",
  },
  BAD_DQ_ESCAPE: { zh: "双引号里的反斜杠写法有误。", en: "A backslash in double quotes is misused." },
  UNEXPECTED_TOKEN: { zh: "这里的符号不该有。", en: "This mark should not be here." },
  MULTIPLE_DOCS: { zh: "“---”之后的内容不会读取。", en: "What follows “---” is not read." },
};
