/** Reads JSON, and says in words for people what is wrong with it and where. */

import {
  getNodeValue,
  type Node,
  type ParseError,
  type ParseOptions,
  parseTree,
  printParseErrorCode,
} from "jsonc-parser";
import type { Localised } from "../core/text/locale.ts";
import { Refusal } from "./refusal.ts";

/**
 * The value of a JSON text. What is none is refused; the reason names the fault and its place: the character of a text of
 * one line, else line and character, 1-based.
 */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const { fault = MALFORMED } = read(text, { disallowComments: true });
    throw jsonRefusal(text, fault);
  }
}

/** A JSON text as far as it can be read. */
export interface ReadJson {
  readonly value: unknown;
  /** What is wrong first; what else is wrong may follow from that. */
  readonly fault?: JsonFault;
  /** Where the value stands that these keys lead to, or the name of the last of them. */
  spanOf(path: readonly string[], part: "name" | "value"): Span;
}

/** A place in the text, UTF-16 offsets. */
interface Span {
  readonly start: number;
  readonly end: number;
}

export interface JsonFault extends Span {
  readonly message: Localised;
}

/** Reads JSON as people write it by hand: with comments, and with commas after the last of a list. Never throws. */
export function readJson(text: string): ReadJson {
  return read(text, { allowTrailingComma: true, allowEmptyContent: true });
}

/** Why a text is no JSON, and where. */
export function jsonRefusal(text: string, { start, message }: JsonFault): Refusal {
  const place = placeOf(text, start);
  return new Refusal({
    zh: `不是有效的 JSON：${place.zh}，${message.zh}`,
    en: `not valid JSON: ${place.en}, ${message.en}`,
  });
}

function read(text: string, options: ParseOptions): ReadJson {
  const errors: ParseError[] = [];
  try {
    const root = parseTree(text, errors, options);
    const fault = faultOf(text, errors);
    const value: unknown = root && getNodeValue(root);
    return { value, ...(fault && { fault }), spanOf: (path, part) => spanOf(root, path, part) };
  } catch {
    // The parser calls itself for each bracket within another.
    return { value: undefined, fault: NESTED, spanOf: () => ({ start: 0, end: 0 }) };
  }
}

function spanOf(root: Node | undefined, path: readonly string[], part: "name" | "value"): Span {
  let place = root;
  let value = root;
  for (const key of path) {
    // Of two with the same name the later one counts.
    const property = value?.children?.findLast(({ children }) => children?.[0]?.value === key);
    value = property?.children?.[1];
    place = part === "name" ? property?.children?.[0] : value;
  }
  return place ? { start: place.offset, end: place.offset + place.length } : { start: 0, end: 0 };
}

function faultOf(text: string, [first, second]: readonly ParseError[]): JsonFault | undefined {
  if (!first) return undefined;
  const { offset: start, length } = first;
  const end = start + length;
  const [code, next] = [first, second].map((error) => error && printParseErrorCode(error.error));
  const isEnd = start >= text.trimEnd().length;
  // A name without quotes is a wrong symbol first.
  if (code === "InvalidSymbol" && next === "PropertyNameExpected") return { start, end, message: PROPERTY_NAME };
  if (code === "InvalidSymbol")
    return { start, end, message: unexpected(String.fromCodePoint(text.codePointAt(start) ?? 0)) };
  if (isEnd && ENDS.includes(code ?? "")) return { start, end, message: TOO_EARLY };
  return { start, end, message: FAULTS[code ?? ""] ?? MALFORMED.message };
}

function unexpected(symbol: string): Localised {
  return { zh: `不该有“${symbol}”`, en: `“${symbol}” should not be there` };
}

function placeOf(text: string, offset: number): Localised {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  const character = [...(before.at(-1) ?? "")].length + 1;
  if (!/[\r\n]/.test(text.trimEnd())) return { zh: `第 ${character} 个字符`, en: `character ${character}` };
  return { zh: `第 ${before.length} 行第 ${character} 个字符`, en: `line ${before.length}, character ${character}` };
}

const MALFORMED: JsonFault = { start: 0, end: 0, message: { zh: "写法有误", en: "malformed" } };
const NESTED: JsonFault = {
  start: 0,
  end: 0,
  message: { zh: "括号套得太深", en: "too many brackets within brackets" },
};
const TOO_EARLY: Localised = { zh: "没有写完", en: "it ends too early" };

/** What is said where the text ends instead. */
const ENDS: readonly string[] = [
  "ValueExpected",
  "ColonExpected",
  "CommaExpected",
  "CloseBraceExpected",
  "CloseBracketExpected",
];

const PROPERTY_NAME: Localised = {
  zh: "这里应当是带双引号的属性名",
  en: "a property name in double quotes is expected",
};
const SEPARATOR: Localised = { zh: "缺逗号或右括号", en: "a comma or a closing bracket is missing" };
const NUMBER: Localised = { zh: "数字写法有误", en: "a malformed number" };
const ESCAPE: Localised = { zh: "反斜杠转义有误", en: "a faulty backslash escape" };

/** What the parser's errors mean. */
const FAULTS: Readonly<Record<string, Localised>> = {
  InvalidNumberFormat: NUMBER,
  UnexpectedEndOfNumber: NUMBER,
  PropertyNameExpected: PROPERTY_NAME,
  ValueExpected: { zh: "这里应当有一个值", en: "a value is expected here" },
  ColonExpected: { zh: "属性名后缺冒号", en: "the colon after a property name is missing" },
  CommaExpected: SEPARATOR,
  CloseBraceExpected: SEPARATOR,
  CloseBracketExpected: SEPARATOR,
  EndOfFileExpected: { zh: "后面还有多余的内容", en: "something follows its end" },
  InvalidCommentToken: { zh: "这里不能写注释", en: "no comment can stand here" },
  UnexpectedEndOfComment: { zh: "注释缺结尾的 */", en: "a comment without its closing */" },
  UnexpectedEndOfString: { zh: "字符串缺后引号", en: "a string without its closing quote" },
  InvalidUnicode: ESCAPE,
  InvalidEscapeCharacter: ESCAPE,
  InvalidCharacter: { zh: "字符串里有没转义的控制字符", en: "an unescaped control character in a string" },
};
