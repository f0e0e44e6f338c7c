/** The ways in which the short lines of a place may be read. */

import { HEADING, HEADING_MORE, PART } from "./heading-runs.ts";

/** So many short lines of a place are labelled in every lawful way; of more, one line at a time is changed. */
export const TRY_ALL = 4;

/** What each short line of a place is read as. */
export type Labelling = readonly number[];

export function allOf({ length }: Labelling, label: number): Labelling {
  return new Array<number>(length).fill(label);
}

/** A further line of a heading needs one before it. */
function isLawful(labels: Labelling): boolean {
  return labels.every((label, i) => label !== HEADING_MORE || (labels[i - 1] ?? PART) !== PART);
}

/**
 * The lawful ways to label so many lines, by their number. Parts of the text stand above the headings of a place or below
 * them, never between.
 */
export const LABELLINGS: readonly (readonly Labelling[])[] = Array.from({ length: TRY_ALL + 1 }, (_, length) => {
  const all: number[][] = [];
  for (let code = 0; code < 3 ** length; code += 1) {
    const labels = Array.from({ length }, (_, i) => Math.floor(code / 3 ** i) % 3);
    const headings = labels.slice(
      labels.findIndex((label) => label !== PART),
      labels.findLastIndex((label) => label !== PART) + 1,
    );
    if (isLawful(labels) && !headings.includes(PART)) all.push(labels);
  }
  return all;
});

/** The labellings of so many lines of which one or two in a row are a heading that stands inside its article. */
export function* insideLabellings(size: number): Generator<Labelling> {
  for (let i = 0; i < size; i += 1) {
    const one = new Array<number>(size).fill(PART);
    one[i] = HEADING;
    yield one;
    if (i + 1 < size) yield one.with(i + 1, HEADING_MORE);
  }
}

/**
 * Labellings that differ from the given one in one line, or in where one heading ends and the next begins; before them,
 * for a `fresh` cut, all lines as headings.
 */
export function* labellingsNear(labels: Labelling, fresh: boolean): Generator<Labelling> {
  if (fresh) yield labels.map(() => HEADING);
  for (let i = 0; i < labels.length; i += 1) {
    for (const label of [PART, HEADING, HEADING_MORE]) {
      const changed = [...labels];
      changed[i] = label;
      if (isLawful(changed)) yield changed;
      if (label !== HEADING || i + 1 === labels.length) continue;
      const shifted = [...changed];
      shifted[i + 1] = labels[i + 1] === HEADING ? HEADING_MORE : HEADING;
      if (isLawful(shifted)) yield shifted;
    }
  }
}
