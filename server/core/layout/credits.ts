/** Credits of pictures, which a caption ends with, and which its wraps cut as they cut any words: 林晓摄（影像|中国）. */

import { CAPTIONS, HAN, oneOf, PAPERS, ROLES } from "../tables/newsroom.ts";

const ONE_NAME = `(?:${HAN}[ \\u3000]?${HAN}{1,3}|${HAN}{2,5}·${HAN}{2,6})`;
const NAME = `${ONE_NAME}(?:[、 \\u3000]${ONE_NAME}){0,2}[ \\u3000]?`;
const OFFICE = `(?:${oneOf(PAPERS.own, PAPERS.agency, ROLES.rank)}|${oneOf(ROLES.person)})*[ \\u3000]*`;
const ORIGIN = `[（(](?:${oneOf(CAPTIONS.origin, CAPTIONS.agency)}|${HAN}{2,6}(?:视觉|中国|图片|供图))[）)]`;
const CREDIT = `${OFFICE}${NAME}?${oneOf(ROLES.picture)}(?:${ORIGIN})?|${NAME}${ORIGIN}|${oneOf(PAPERS.agency)}发`;
const WHOLE = new RegExp(`^(?:${CREDIT})$`, "u");
const TAIL = new RegExp(`(?<=^|[。！？”’）)\\s\\u3000])(?:${CREDIT}|${ORIGIN})$`, "u");

/** A credit stands on so many lines at most, of which all but the first are no longer than this, in UTF-16 units. */
const MOST_LINES = 3;
const LONGEST = 10;
/** A credit is no longer than this, in UTF-16 units. */
const LONGEST_CREDIT = 24;
const LAST = new Set([...ROLES.picture.map((word) => word.at(-1) ?? ""), "发", "）", ")"]);

/** A line as far as credits are concerned. */
interface Credited {
  readonly text: string;
}

/** Where credits stand on a page, by the index of the line. */
export interface Credits {
  /** Lines that a credit opens which is all that they and the lines with its rest hold. */
  readonly opens: ReadonlySet<number>;
  /** Lines whose end cuts a credit, and lines with the end of a credit that was cut. */
  readonly cut: ReadonlySet<number>;
  readonly ends: ReadonlySet<number>;
}

/** The credits on a page's lines that stand on a line of their own or were cut. */
export function creditsOf(lines: readonly Credited[]): Credits {
  const opens = new Set<number>();
  const cut = new Set<number>();
  const ends = new Set<number>();
  lines.forEach(({ text }, last) => {
    if (!LAST.has(text.at(-1) ?? "")) return;
    let joined = text.slice(-LONGEST_CREDIT);
    let opening: number | undefined;
    let whole = false;
    for (let first = last; first >= 0 && last - first < MOST_LINES; first -= 1) {
      if (first < last) {
        if (joined.length > LONGEST) break;
        joined = (lines[first] as Credited).text.slice(-LONGEST_CREDIT) + joined;
      }
      const start = TAIL.exec(joined)?.index ?? joined.length;
      const before = joined.length - (first === last ? 0 : lengthOf(lines, first + 1, last));
      // A credit that begins with the line below may begin in this one, if something parts it from what stands before.
      if (start >= before || (opening !== undefined && start === 0)) continue;
      opening = first;
      whole = start === 0 && (lines[first] as Credited).text.length <= LONGEST_CREDIT && WHOLE.test(joined);
    }
    if (opening === undefined) return;
    if (whole) opens.add(opening);
    for (let i = opening; i < last; i += 1) cut.add(i);
    if (opening < last) ends.add(last);
  });
  return { opens, cut, ends };
}

function lengthOf(lines: readonly Credited[], first: number, last: number): number {
  let length = 0;
  for (let i = first; i <= last; i += 1) length += (lines[i] as Credited).text.length;
  return length;
}
