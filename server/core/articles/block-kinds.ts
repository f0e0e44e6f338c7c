/** Tells what the blocks of a page are by their own texts, the rows of a table and the lines of a poem being one text. */

import type { Block } from "../layout/types.ts";
import type { BlockKind, TextCues } from "./classify.ts";
import { factsOf, type TextFacts } from "./text-facts.ts";

/** The kinds of the blocks of a page by themselves. A table is one text, and so is a poem: the first row or line and its parts. */
export function blockKindsOf(blocks: readonly Block[]): BlockKind[] {
  let running: Block["setting"] | undefined;
  const all = blocks.map(({ text }) => factsOf(text));
  const marked = marksOf(all);
  return blocks.map(({ setting }, b) => {
    const own = all[b] as TextFacts;
    const signs = own.kind === "short" && all[b + 1]?.kind === "date" && own.isDatedOffice;
    const kind = signs ? "office" : own.kind;
    // The poet's name above a poem is as short as its lines, and the edge of a page is parted as rows are.
    const apart = APART.has(kind) || (kind === "name" && setting === "verse" && running !== "verse");
    if (own.isSignature) return b > 0 ? "part" : "credit";
    if (kind === "caption" && isBrief(own, marked)) return "text";
    // A note to a table, of its unit above all, is said with the table and is no heading of it.
    if (setting !== "row" && (running === "row" || blocks[b + 1]?.setting === "row") && own.isTableNote) {
      const kindOfNote = running === "row" ? "part" : "text";
      running = "row";
      return kindOfNote;
    }
    const goesOn = setting === running;
    running = (setting === "row" || setting === "verse") && !apart ? setting : undefined;
    return running ? (goesOn ? "part" : "text") : kind;
  });
}

/** How many blocks open with each of the signs that captions and news in brief open with. */
function marksOf(all: readonly TextFacts[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { mark } of all) if (mark) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  return counts;
}

/** Whether a block is news in brief: sentences behind a sign that others of the page open with, too (△近日，…). */
function isBrief({ mark, text }: TextFacts, marked: ReadonlyMap<string, number>): boolean {
  return (marked.get(mark) ?? 0) > 1 && text.includes("。");
}

const APART: ReadonlySet<BlockKind> = new Set(["folio", "jump", "credit"]);

/** The texts of blocks of these kinds, the first block of a table or poem having all of its text. */
export function withParts(blocks: readonly Block[], kinds: readonly BlockKind[]): Block[] {
  const whole = [...blocks];
  for (let first = 0, b = 1; b < blocks.length; b += 1) {
    if (kinds[b] !== "part") first = b;
    else if (kinds[b + 1] !== "part")
      // The whole is set as its rows, also where a note opens it.
      whole[first] = {
        ...(blocks[first] as Block),
        setting: (blocks[first + 1] as Block).setting === "row" ? "row" : (blocks[first] as Block).setting,
        text: textsOf(blocks.slice(first, b + 1)),
      };
  }
  return whole;
}

function textsOf(blocks: readonly Block[]): string {
  return blocks.map(({ text }) => text).join("\n");
}

/** The cues of a text block; the words of a table or a poem tell nothing, as they are no sentences. */
export function cuesOf({ setting, text }: Block): TextCues {
  return setting === "row" || setting === "verse" ? PIECE : factsOf(text).cues;
}

const PIECE: TextCues = {
  lead: false,
  continued: false,
  endMark: false,
  open: false,
  goesOn: false,
  opens: false,
  note: false,
  brief: false,
  item: "",
  signed: false,
  piece: true,
};
