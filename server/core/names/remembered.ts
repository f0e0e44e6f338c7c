/** What was found in the texts of the last pages, so that an edit costs only the block it touched. */

import { type DateContext, findNumeric, type NumericMention } from "../numbers/index.ts";
import { ownString } from "../text/own-string.ts";
import { type BlockNames, type Resources, recogniseBlock } from "./choose/block.ts";
import type { NameRecorder } from "./explain/recorder.ts";
import type { ReadBlock } from "./page/block-contents.ts";

/**
 * How a list has dates and quantities: `listed` as corpora of names mark them, a range as its two ends and without what
 * follows (4小时|内); `whole` each as it has one normal form (2023年至2025年, 4小时内).
 */
export type NumberForm = "listed" | "whole";

/** Texts that one generation holds, or one day; a page has some fifty. */
const MOST_TEXTS = 2000;

/** The names of texts by themselves. Of two generations of texts the older is forgotten when the younger is full. */
export class RememberedNames {
  readonly #resources: Resources;
  #young = new Map<string, Remembered>();
  #old = new Map<string, Remembered>();
  #recognised = 0;

  constructor(resources: Resources) {
    this.#resources = resources;
  }

  /** How many texts have been recognised so far; one that was remembered didn't count again. */
  get recognised(): number {
    return this.#recognised;
  }

  /** The names of a text; with `record` they are recognised in any case, and each step is told. */
  of(text: string, record?: NameRecorder): BlockNames {
    if (record) return recogniseBlock(text, this.#resources, record);
    const young = this.#young.get(text);
    if (young) return young.names;
    const known = this.#old.get(text) ?? this.#recognise(ownString(text));
    if (this.#young.size >= MOST_TEXTS) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(known.text, known);
    return known.names;
  }

  #recognise(text: string): Remembered {
    this.#recognised += 1;
    return { text, names: recogniseBlock(text, this.#resources) };
  }
}

interface Remembered {
  readonly text: string;
  readonly names: BlockNames;
}

/** The dates and quantities of texts. What a date without a year means depends on the page's day: they are kept for one day. */
export class RememberedNumbers {
  readonly #form: NumberForm;
  #day = "";
  #found = new Map<string, readonly NumericMention[]>();

  constructor(form: NumberForm) {
    this.#form = form;
  }

  of(text: string, context: DateContext): Pick<ReadBlock, "numbers" | "hoverNumbers"> {
    const day = `${context.anchor}|${context.basis}|${context.evidence}|${context.evidenceBlock}`;
    if (day !== this.#day || this.#found.size >= MOST_TEXTS) this.#found = new Map();
    this.#day = day;
    let all = this.#found.get(text);
    if (!all) {
      const own = ownString(text);
      all = findNumeric(own, context, { vague: true });
      this.#found.set(own, all);
    }
    const numbers = this.#form === "whole" ? all.filter(({ vague }) => !vague) : listedNumbers(text, all);
    return { numbers, hoverNumbers: all };
  }
}

/** The numbers of a text as a list has them: a range as its two ends, a postposition left out (4小时|内). */
function listedNumbers(text: string, all: readonly NumericMention[]): NumericMention[] {
  return all.flatMap((number) => {
    if (number.vague) return [];
    if (number.parts) return number.parts;
    const end = number.plainEnd ?? number.end;
    return [{ ...number, end, text: text.slice(number.start, end) }];
  });
}
