/** Addresses of the web and of mail, which have no blank and are cut wherever a line ends: https://news.example/a|12b. */

/** No address is looked for further back than this, in UTF-16 units. */
const REACH = 200;
/** An address that runs to the end of a text. */
const ADDRESS = /(?:https?:\/\/|www\.|[\w.-]+@)[\w\-./?=&%#~+:]*$/iu;
/** What an address may go on with, and a text that is nothing else. */
const REST = /^[\w\-./?=&%#~+:]+/u;
const ONLY_REST = /^[\w\-./?=&%#~+:]+[)）]?[.,。]?$/u;

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
    if (REST.test(lines[i + 1]?.text ?? "")) cut.add(i);
    else ends.add(i);
  });
  return { cut, ends };
}
