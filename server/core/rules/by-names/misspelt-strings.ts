/** Strings of a heading or caption that nothing took for names and that are a slip of a name which the text has. */

import type { NamedPage } from "../../house/named-page.ts";
import type { Mention } from "../../page/mention.ts";
import type { Span } from "../../text/text.ts";
import { FUNCTION_WORD, nameMayEnd, nameMayStart } from "./name-borders.ts";
import type { NameInArticle, NamesOfArticle } from "./names-in-articles.ts";
import { differenceAt } from "./one-apart.ts";

/** A string as a name that stands there, and the name it is a slip of. */
interface Misspelt {
  readonly here: NameInArticle;
  readonly other: NameInArticle;
}

interface Context {
  readonly page: NamedPage;
  readonly mentionsIn: NamesOfArticle["mentionsIn"];
}

/**
 * The slips of these names in some blocks of their article. A misspelt name is often in no dictionary and of no shape that names
 * have, so it is found by the name that is meant.
 */
export function* unrecognised(
  blocks: NamesOfArticle["blocks"],
  names: readonly NameInArticle[],
  { page, mentionsIn }: Context,
): Generator<Misspelt> {
  for (const { index, part } of blocks) {
    const text = page.blocks[index]?.text ?? "";
    for (const other of names) {
      if (text.includes(other.name)) continue;
      for (const { start, end } of slipsOf(text, other)) {
        if (mentionsIn(index).some((mention) => isOther(mention, { start, end }))) continue;
        const name = text.slice(start, end);
        const mention: Mention = { block: index, start, end, type: other.type, text: name, entity: name };
        yield { here: { type: other.type, name, places: [{ mention, part }] }, other };
      }
    }
  }
}

/** Whether a mention says what stands there: a name, which is judged as one, a place of the gazetteer, a date, a name that goes on. */
function isOther({ start, end, type, code, likely }: Mention, span: Span): boolean {
  if (end <= span.start || span.end <= start || likely) return false;
  if (code !== undefined || type === "DATE" || type === "QTY") return true;
  return start < span.start || end > span.end || (start === span.start && end === span.end);
}

function slipsOf(text: string, { type, name, places }: NameInArticle): Span[] {
  if (type === "PER" && (name.length === 3 || name.length === 4)) return personSlips(text, name, places.length > 1);
  return type === "LOC" && name.length > 2 && /[县区镇乡村市]$/u.test(name) && places.length > 1
    ? placeSlips(text, name)
    : [];
}

/** The surname is right. Characters that changed places are found anywhere, other slips only where names begin and end. */
function personSlips(text: string, name: string, often: boolean): Span[] {
  const found: Span[] = [];
  for (let start = text.indexOf(name.charAt(0)); start >= 0; start = text.indexOf(name.charAt(0), start + 1)) {
    const written = text.slice(start, start + name.length);
    const whole = { start, end: start + name.length };
    if (isChangedAbout(written, name)) found.push(whole);
    else if (nameMayStart(text, start)) {
      if (isReplaced(written, name) && nameMayEnd(text, whole.end)) found.push(whole);
      else if (often && isLeftOut(written, name) && nameMayEnd(text, whole.end - 1))
        found.push({ start, end: whole.end - 1 });
    }
  }
  return found;
}

/** Whether two neighbouring characters changed places, the first not among them. */
export function isChangedAbout(written: string, name: string): boolean {
  let at = 1;
  while (at < name.length && written[at] === name[at]) at += 1;
  const swapped = name.slice(0, at) + name.charAt(at + 1) + name.charAt(at) + name.slice(at + 2);
  return at + 1 < name.length && written !== name && written === swapped;
}

function isReplaced(written: string, name: string): boolean {
  const at = differenceAt(written, name);
  return at !== undefined && at > 0 && isCharacterOfNames(written.charAt(at));
}

/** Whether a text begins with the name without one of its characters, the first not among them. */
function isLeftOut(text: string, name: string): boolean {
  for (let at = 1; at < name.length; at += 1)
    if (text.startsWith(name.slice(0, at) + name.slice(at + 1)) && text !== name) return true;
  return false;
}

/** One character other than the first and the last, which are where the name begins and ends. */
function placeSlips(text: string, name: string): Span[] {
  const found: Span[] = [];
  for (let start = text.indexOf(name.charAt(0)); start >= 0; start = text.indexOf(name.charAt(0), start + 1)) {
    const written = text.slice(start, start + name.length);
    const at = differenceAt(written, name);
    if (at !== undefined && at < name.length - 1 && isCharacterOfNames(written.charAt(at)))
      found.push({ start, end: start + name.length });
  }
  return found;
}

function isCharacterOfNames(char: string): boolean {
  return /\p{Script=Han}/u.test(char) && !FUNCTION_WORD.test(char);
}
