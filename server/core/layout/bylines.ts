/** Bylines that a wrap cuts, between two names or inside one: 本报通讯员 郭静红 郑国|玉. */

import { isName } from "./cells.ts";
import { HEAD, type Head } from "./line-classes.ts";

/** What may stand between names, and after the last: 文, 图, 文/图, 摄. */
const BETWEEN = /[\s\u3000、]+/u;
const WORK = /^(?:[文图摄][/／]?[文图摄]?|摄影报道|整理)$/u;
/** A byline's further line is no longer than this, in UTF-16 units. */
const LONGEST = 16;

/** A line as far as bylines are concerned. */
interface Signed {
  readonly text: string;
  readonly head: Head;
}

/** The lines, by their index, after which a byline goes on: the next line has nothing but names and the rest of one. */
export function bylinesGoingOn(lines: readonly Signed[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (let i = 0; i + 1 < lines.length; i += 1) {
    const { text, head } = lines[i] as Signed;
    if (head !== HEAD.byline && !found.has(i - 1)) continue;
    if (goesOn(text, (lines[i + 1] as Signed).text)) found.add(i);
  }
  return found;
}

function goesOn(line: string, next: string): boolean {
  if (next.length > LONGEST) return false;
  const last = line.split(BETWEEN).at(-1) ?? "";
  const [first = "", ...others] = next.split(BETWEEN);
  if (!others.every((word) => isName(word) || WORK.test(word))) return false;
  if (last.length < 3 && first.length < 3 && isName(last + first) && !(isName(last) && isName(first))) return true;
  // A name alone under a whole name may as well be a short heading: 江南春.
  return isName(first) && (others.length > 0 || !isName(last));
}
