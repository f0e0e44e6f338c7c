/** Findings that the house has accepted: what makes one known again, and what is left of a page's findings without them. */

import type { Acceptance, AcceptanceScope } from "./page/acceptance.ts";
import type { Finding, Fix } from "./page/finding.ts";
import { type Substance, substance, substanceOf } from "./substance.ts";
import type { TextEdit } from "./text/text.ts";

/** Findings with those set apart that are accepted; both are in page order. */
export interface Sifted {
  readonly findings: readonly Finding[];
  readonly accepted: readonly Finding[];
}

/** Sets apart which findings of a page are accepted. */
export type Sieve = (findings: readonly Finding[]) => Sifted;

/** The sieve for a page by what is accepted of it. */
export function sieveFor(page: string, accepted: readonly Acceptance[] = []): Sieve {
  if (accepted.length === 0) return (findings) => ({ findings, accepted: [] });
  const known = new Map<string, Known[]>();
  for (const acceptance of accepted) {
    const same = known.get(acceptance.rule) ?? [];
    same.push(knownBy(acceptance));
    known.set(acceptance.rule, same);
  }
  let made: Substance | undefined;
  const isAccepted = (finding: Finding): boolean => {
    const same = known.get(finding.rule);
    if (!same) return false;
    made ??= substanceOf(page);
    const place = placeOf(finding, made);
    return same.some((one) => holds(one, place));
  };
  return (findings) => sift(findings, (finding) => isAccepted(finding) && mayBeAccepted(page, finding));
}

/**
 * Whether a finding can be accepted. A line end that is surely a wrap cannot: were it left in the middle of a paragraph that is joined
 * otherwise, the fixed page would have other paragraphs than the page (invariant 2).
 */
export function mayBeAccepted(page: string, { fix }: Pick<Finding, "fix">): boolean {
  if (fix?.safety !== "safe") return true;
  return !fix.edits.some(
    ({ start, end, newText }) => LINE_BREAK.test(page.slice(start, end)) && !LINE_BREAK.test(newText),
  );
}

const LINE_BREAK = /[\r\n]/;

/** Which of the acceptances hold for none of the findings of a page. */
export function staleAmong<A extends Acceptance>(
  page: string,
  accepted: readonly A[],
  findings: readonly Finding[],
): A[] {
  const made = substanceOf(page);
  return accepted.filter((acceptance) => {
    const known = knownBy(acceptance);
    return !findings.some(
      (finding) =>
        finding.rule === acceptance.rule && mayBeAccepted(page, finding) && holds(known, placeOf(finding, made)),
    );
  });
}

/**
 * What accepts a finding of a page, which has the path: here, on this page or everywhere. What covers little more than a blank is
 * known by the characters beside it, too, as the last character of a line says nothing of its line end.
 */
export function acceptanceOf(
  page: string,
  finding: Pick<Finding, "rule" | "start" | "end" | "fix">,
  scope: AcceptanceScope,
  path: string,
): Acceptance {
  const made = substanceOf(page);
  const place = placeOf(finding, made);
  const { rule } = finding;
  const words = place.words === "" ? {} : { text: shortened(place.words) };
  const where = scope === "everywhere" ? { rule } : { rule, page: path };
  if (scope === "here") return { ...where, ...words, ...onlyHere(place) };
  return { ...where, ...words, ...(changesBlanks(page, finding.fix) ? besides(place, BESIDE_BLANK) : {}) };
}

/** Characters that are told on either side of what covers a blank. */
const BESIDE_BLANK = 2;
/** Characters that tell one place from others: as few as do, else which of them it is. */
const BESIDE_PLACE = [4, 8, 16];
/** Longer words are known by how they begin and end. */
const LONGEST = 40;

/** The place of a finding in the substance of its page. */
interface Place {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

function placeOf({ start, end }: Pick<Finding, "start" | "end">, { text, before }: Substance): Place {
  const [from, to] = [before[start] ?? text.length, before[end] ?? text.length];
  return { text, start: from, end: to, words: text.slice(from, to) };
}

/** An acceptance as it is compared. */
type Known = Omit<Acceptance, "rule" | "page">;

function knownBy({ text, before, after, nth }: Acceptance): Known {
  return {
    ...(text === undefined ? {} : { text: shortened(substance(text)) }),
    ...(before === undefined ? {} : { before: substance(before) }),
    ...(after === undefined ? {} : { after: substance(after) }),
    ...(nth === undefined ? {} : { nth }),
  };
}

function holds({ text, before = "", after = "", nth }: Known, place: Place): boolean {
  const covers = text === undefined ? place.words === "" || before + after === "" : shortened(place.words) === text;
  if (!covers) return false;
  const from = place.start - before.length;
  if (from < 0 || !place.text.startsWith(before, from) || !place.text.startsWith(after, place.end)) return false;
  return nth === undefined || placesLike(before + place.words + after, place.text, from) === nth;
}

/** What tells a place from all others of its page. */
function onlyHere(place: Place): Pick<Acceptance, "before" | "after" | "nth"> {
  for (const length of BESIDE_PLACE) {
    const beside = besides(place, length);
    if (placesLike(around(place, beside), place.text) <= 1) return beside;
  }
  const beside = besides(place, BESIDE_PLACE[0] ?? 0);
  const from = place.start - (beside.before ?? "").length;
  return { ...beside, nth: placesLike(around(place, beside), place.text, from) };
}

function around({ words }: Place, { before = "", after = "" }: Pick<Acceptance, "before" | "after">): string {
  return before + words + after;
}

/** What stands on either side, whole characters (code points). */
function besides({ text, start, end }: Place, length: number): Pick<Acceptance, "before" | "after"> {
  const before = [...text.slice(Math.max(0, start - 2 * length), start)].slice(-length).join("");
  const after = [...text.slice(end, end + 2 * length)].slice(0, length).join("");
  return { ...(before === "" ? {} : { before }), ...(after === "" ? {} : { after }) };
}

/** How many places of a text have the words, up to the one that begins at an offset. */
function placesLike(words: string, text: string, last = text.length): number {
  if (words === "") return 1;
  let count = 0;
  for (let at = text.indexOf(words); at >= 0 && at <= last; at = text.indexOf(words, at + 1)) count += 1;
  return count;
}

function shortened(words: string): string {
  if (words.length <= LONGEST) return words;
  const characters = [...words];
  return `${characters.slice(0, LONGEST / 2).join("")}…${characters.slice(-LONGEST / 4).join("")}`;
}

/** Whether a fix touches white space and nothing else. */
function changesBlanks(page: string, fix: Fix | undefined): boolean {
  return fix?.edits.every(({ start, end, newText }) => `${page.slice(start, end)}${newText}`.trim() === "") ?? false;
}

/**
 * A place that is accepted stays as it is, so what it would have become is left out of the fixes of other findings; one that has
 * nothing else to fix says the same of the same place, and is accepted with it.
 */
function sift(findings: readonly Finding[], isAccepted: (finding: Finding) => boolean): Sifted {
  const chosen = new Set(findings.filter(isAccepted));
  if (chosen.size === 0) return { findings, accepted: [] };
  const kept = new Set([...chosen].flatMap(({ fix }) => (isSpacing(fix) ? fix.edits.map(keyOf) : [])));
  const left: Finding[] = [];
  const accepted: Finding[] = [];
  for (const finding of findings) {
    const rest = chosen.has(finding) ? undefined : withoutEdits(finding, kept);
    if (rest) left.push(rest);
    else accepted.push(finding);
  }
  return { findings: left, accepted };
}

function withoutEdits(finding: Finding, kept: ReadonlySet<string>): Finding | undefined {
  const { fix } = finding;
  if (!isSpacing(fix)) return finding;
  const edits = fix.edits.filter((edit) => !kept.has(keyOf(edit)));
  if (edits.length === fix.edits.length) return finding;
  return edits.length === 0 ? undefined : { ...finding, fix: { ...fix, edits } };
}

/** Whether a fix is one that several findings may have in common: of blanks and look-alikes. */
function isSpacing(fix: Fix | undefined): fix is Fix {
  return fix !== undefined && fix.safety !== "unsafe";
}

function keyOf({ start, end, newText }: TextEdit): string {
  return `${start}:${end}:${newText}`;
}
