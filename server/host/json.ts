/** Reads JSON, and says in words for people what is wrong with it and where. */

import type { Localised } from "../core/text/locale.ts";
import { Refusal } from "./refusal.ts";

/**
 * The value of a JSON text. What is none is refused; the reason names the fault and its place: the character of a text of
 * one line, else line and character, 1-based.
 */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Refusal(faultOf(error instanceof Error ? error.message : "", text));
  }
}

function faultOf(message: string, text: string): Localised {
  const offset = offsetOf(message, text);
  const [, token] = UNEXPECTED.exec(message) ?? [];
  const fault =
    token === undefined ? knownFault(message) : { zh: `不该有“${token}”`, en: `“${token}” should not be there` };
  const place = offset === undefined ? undefined : placeOf(text, offset);
  return {
    zh: `不是有效的 JSON：${place ? `${place.zh}，` : ""}${fault.zh}`,
    en: `not valid JSON: ${place ? `${place.en}, ` : ""}${fault.en}`,
  };
}

const UNEXPECTED = /^Unexpected token '?(.)/su;

function knownFault(message: string): Localised {
  return FAULTS.find(({ pattern }) => pattern.test(message))?.fault ?? { zh: "写法有误", en: "malformed" };
}

/** Where the fault is; the parser tells no place of a wrong character, which is plain only where it is the first. */
function offsetOf(message: string, text: string): number | undefined {
  const [, position] = /at position (\d+)/.exec(message) ?? [];
  if (position !== undefined) return Number(position);
  if (message.startsWith("Unexpected end")) return text.length;
  const [, token] = UNEXPECTED.exec(message) ?? [];
  const first = text.search(/\S/);
  return token !== undefined && text.startsWith(token, first) ? first : undefined;
}

function placeOf(text: string, offset: number): Localised {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  const character = [...(before.at(-1) ?? "")].length + 1;
  if (!/[\r\n]/.test(text.trimEnd())) return { zh: `第 ${character} 个字符`, en: `character ${character}` };
  return { zh: `第 ${before.length} 行第 ${character} 个字符`, en: `line ${before.length}, character ${character}` };
}

/** What the parser's messages mean, as V8 of Node 20 and later words them; one it words otherwise is merely malformed. */
const FAULTS: readonly { readonly pattern: RegExp; readonly fault: Localised }[] = [
  { pattern: /^Unexpected end/, fault: { zh: "没有写完", en: "it ends too early" } },
  { pattern: /^Unterminated string/, fault: { zh: "字符串缺后引号", en: "a string without its closing quote" } },
  {
    pattern: /control character/,
    fault: { zh: "字符串里有没转义的控制字符", en: "an unescaped control character in a string" },
  },
  { pattern: /[Ee]scape/, fault: { zh: "反斜杠转义有误", en: "a faulty backslash escape" } },
  { pattern: /Expected ':'/, fault: { zh: "属性名后缺冒号", en: "the colon after a property name is missing" } },
  {
    pattern: /property name/,
    fault: { zh: "这里应当是带双引号的属性名", en: "a property name in double quotes is expected" },
  },
  { pattern: /Expected ','/, fault: { zh: "缺逗号或右括号", en: "a comma or a closing bracket is missing" } },
  { pattern: /after JSON/, fault: { zh: "后面还有多余的内容", en: "something follows its end" } },
  { pattern: /number|minus/, fault: { zh: "数字写法有误", en: "a malformed number" } },
];
