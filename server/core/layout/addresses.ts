/** Addresses of the web and of mail, which have no blank and are cut wherever a line ends: https://news.example/a|12b. */

import { isWhiteSpace } from "../text/text.ts";

/** No address is looked for further back than this, in UTF-16 units. */
const REACH = 200;
/** An address that runs to the end of a text. */
const ADDRESS = /(?:https?:\/\/|www\.|[\w.-]+@)[\w\-./?=&%#~+:]*$/iu;
/** A text that is the rest of an address and nothing else, but for a mark after it. */
const ONLY_REST = /^[\w\-./?=&%#~+:]+[)）]?[.,，。]?$/u;
/** A rest that can be none of another word: it opens with a mark of addresses, or has letters and figures. */
const SURE_REST = /^(?:[./\-_=&?%#~+:][\w/]|(?=\w*[A-Za-z])(?=\w*\d)\w{6,}(?!\p{Script=Han}))/u;
/** Marks after which an address always goes on. */
const LEADS_ON = /[-._/=&?@:]$/u;
/** The beginning of another address. */
const ANOTHER = /^(?:https?:\/\/|www\.)/iu;

/** What a text is an address of. */
export type AddressKind = "web" | "mail";

/** Of which kind the address is that a text without blanks holds; undefined where it holds none. */
export function addressKind(text: string): AddressKind | undefined {
  if (/[\w-]@/u.test(text)) return "mail";
  return /https?:\/\/|(?:^|[^\w.])www\./iu.test(text) || HOST.test(text) ? "web" : undefined;
}

/** The name of a host without anything before it: yunxi.gov.cn, yunxi.com/a. */
const HOST = /^(?:[a-z][\w-]*\.)+(?:com|cn|net|org|gov|edu|info|top|vip|cc)(?:[/:?#]|$)/iu;

/**
 * What may be an address that ends at an offset (UTF-16) of a block's text, which begins at `start`: the characters of
 * addresses right before the offset, line ends among them left out.
 */
export function addressBefore(text: string, start: number, offset: number): string {
  const least = Math.max(start, offset - REACH);
  let address = "";
  for (let at = offset; at > least; ) {
    let from = at;
    while (from > least && ADDRESS_CHARACTER.test(text.charAt(from - 1))) from -= 1;
    address = text.slice(from, at) + address;
    at = from;
    while (at > least && isWhiteSpace(text.charAt(at - 1))) at -= 1;
    if (!/[\r\n]/u.test(text.slice(at, from))) break;
  }
  return address;
}

const ADDRESS_CHARACTER = /[\w\-./?=&%#~+:@]/u;

/** Of which kind the address is that the end of one text and the head of the other make together; undefined where they make none. */
export function addressAcross(left: string, right: string): AddressKind | undefined {
  const begun = addressBefore(left, 0, left.length);
  const rest = /^[\w\-./?=&%#~+:@]{1,200}/u.exec(right)?.[0] ?? "";
  if (begun === "" || rest === "" || ANOTHER.test(rest)) return undefined;
  if (/^@\w/u.test(rest)) return /[\w-]$/u.test(begun) ? "mail" : undefined;
  if (/https?:?\/?$/iu.test(begun) && /^:?\/\//u.test(begun.slice(-1) === "/" ? `/${rest}` : rest)) return "web";
  const kind = addressKind(begun);
  // A figure after an address is the sentence's, and so is a word.
  const goesOn = goesOnWith(begun, right) || (/\w[./?=&%#_-]+\w/u.test(rest) && !/^[\d.,:%-]+$/u.test(rest));
  return goesOn ? kind : undefined;
}

/** The lines with addresses that run to their end, by their index. */
export interface Addresses {
  /** The address goes on in the next line. */
  readonly cut: ReadonlySet<number>;
  /** It ends there. */
  readonly ends: ReadonlySet<number>;
}

/** The addresses at the ends of a page's lines. */
export function addressesOf(lines: readonly { readonly text: string }[]): Addresses {
  const cut = new Set<number>();
  const ends = new Set<number>();
  lines.forEach(({ text }, i) => {
    const goesOn = cut.has(i - 1) && text.length <= REACH && ONLY_REST.test(text);
    if (!goesOn && !ADDRESS.test(text.slice(-REACH))) return;
    if (goesOnWith(text, lines[i + 1]?.text ?? "")) cut.add(i);
    else ends.add(i);
  });
  return { cut, ends };
}

/** Whether an address at the end of a line goes on with the next one. */
function goesOnWith(line: string, next: string): boolean {
  if (ANOTHER.test(next) || !/^[\w\-./?=&%#~+:]/u.test(next)) return false;
  if (LEADS_ON.test(line)) return /^\w/u.test(next);
  return (
    SURE_REST.test(next) || (next.length <= REACH && next.length > 1 && ONLY_REST.test(next) && !/^\d+$/u.test(next))
  );
}
