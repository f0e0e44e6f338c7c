/** Addresses of the web and of mail, which have no blank and are cut wherever a line ends: https://news.example/a|12b. */

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
