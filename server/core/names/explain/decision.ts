/** Explains what was decided about the names at one place of a text: the candidates, the choice, what the page added, the meaning. */

import type { Mention } from "../../page/mention.ts";
import type { Span } from "../../text/text.ts";
import { bestSet, type NameSet, type ScoredName } from "../choose/best-names.ts";
import type {
  DropReason,
  MeaningStep,
  NameChoice,
  NameRecorder,
  PageReason,
  PageTerm,
  PlaceOnPage,
  WeighedFeature,
} from "./recorder.ts";

/** A span that may be a name, and what was made of it. */
export interface CandidateDecision extends Span {
  readonly type: ScoredName["type"];
  readonly text: string;
  /** What it is by itself, strongest first; empty for a name that only the page knows. */
  readonly features: readonly WeighedFeature[];
  /** What the page added to it and took from it. */
  readonly page: readonly PageTerm[];
  /** The sum of the features and of the page's terms. */
  readonly score: number;
  readonly chosen: boolean;
  /**
   * By how much the best set of names with it is worse than the chosen one: 0 where it was chosen. Undefined for a
   * candidate too weak to be kept.
   */
  readonly cost: number | undefined;
}

/** A name of the chosen set. */
export interface ChosenName extends ScoredName {
  readonly text: string;
  /** What it and the chosen name before it add to each other. */
  readonly pair: number;
}

/** A step that gave a mention another meaning. */
export interface MeaningChange {
  readonly step: MeaningStep;
  readonly entity: string;
  readonly code?: string;
}

/** What was decided about the names at a place. */
export interface NameDecision {
  /** Spans that hold the place: the chosen one first, then the others, the cheapest first. */
  readonly candidates: readonly CandidateDecision[];
  /** By how much the best set without any name at the place is worse than the chosen one: 0 where there is none. */
  readonly costOfNone: number;
  /** The chosen set, as far as it has to do with the candidates: what they hold or overlap, and the names beside. */
  readonly names: readonly ChosenName[];
  /** The name at the place after names side by side were joined, where that changed it. */
  readonly joined?: ChosenName;
  /** Why the chosen name is none after all. */
  readonly dropped?: DropReason;
  /** How the mention at the place came to its meaning: first by itself, then where that changed. */
  readonly meanings: readonly MeaningChange[];
}

/** Keeps what is told of a block. */
export class NameRecord implements NameRecorder {
  readonly place: PlaceOnPage;
  block = -1;
  #start = 0;
  #choice: NameChoice | undefined;
  #joined: readonly ScoredName[] = [];
  readonly #scored: {
    readonly name: ScoredName;
    readonly features: readonly WeighedFeature[];
    readonly kept: boolean;
  }[] = [];
  readonly #rescored = new Map<string, readonly PageTerm[]>();
  readonly #added = new Map<ScoredName, PageReason>();
  readonly #dropped: { readonly name: ScoredName; readonly reason: DropReason }[] = [];
  readonly #meant: { readonly step: MeaningStep; readonly mentions: readonly Mention[] }[] = [];

  constructor(block: number, offset = 0) {
    this.place = { block, offset };
  }

  begins(block: number, start: number): void {
    this.block = block;
    this.#start = start;
  }

  scored(name: ScoredName, features: readonly WeighedFeature[], kept: boolean): void {
    this.#scored.push({ name, features, kept });
  }

  rescored(candidate: ScoredName, score: number, terms: readonly PageTerm[]): void {
    const limit = score - terms.reduce((sum, { nats }) => sum + nats, candidate.score);
    const all: readonly PageTerm[] = [...terms, { reason: "limit", nats: limit }];
    this.#rescored.set(
      keyOf(candidate),
      all.filter(({ reason, nats }) => reason === "held" || Math.abs(nats) > NOTHING),
    );
  }

  added(name: ScoredName, reason: PageReason): void {
    this.#added.set(name, reason);
  }

  chose(choice: NameChoice): void {
    this.#choice = choice;
  }

  joined(names: readonly ScoredName[]): void {
    this.#joined = names;
  }

  dropped(name: ScoredName, reason: DropReason): void {
    this.#dropped.push({ name, reason });
  }

  meant(step: MeaningStep, mentions: readonly Mention[]): void {
    this.#meant.push({ step, mentions });
  }

  /** What was decided about the names that hold an offset of the block's text; spans count from where its piece begins. */
  at(offsetInBlock: number): NameDecision {
    const offset = offsetInBlock - this.#start;
    const choice = this.#choice ?? { candidates: [], text: "", pairWeight: () => 0, names: [] };
    const { text, candidates } = choice;
    const best = bestSet(candidates, text, choice.pairWeight);
    const here = candidates.filter((candidate) => holds(candidate, offset));
    const weak = this.#scored.filter(({ name, kept }) => !kept && holds(name, offset));
    const decisions = [
      ...here.map((candidate) => this.#decision(candidate, choice, best.sum)),
      ...weak.map(
        ({ name, features }): CandidateDecision => ({
          ...spanOf(name, text),
          features: strongest(features),
          page: [],
          score: name.score,
          chosen: false,
          cost: undefined,
        }),
      ),
    ];
    const without = candidates.filter((candidate) => !here.includes(candidate));
    const joined = this.#joined.find((name) => holds(name, offset));
    const own = best.names.find((name) => holds(name, offset));
    const dropped = this.#dropped.find(({ name }) => holds(name, offset));
    return {
      candidates: decisions.sort(inOrder),
      costOfNone: best.sum - bestSet(without, text, choice.pairWeight).sum,
      names: namesAround(best, here, text),
      ...(joined &&
        !(own && isSameSpan(joined, own)) && { joined: { ...joined, text: textOf(joined, text), pair: 0 } }),
      ...(dropped && { dropped: dropped.reason }),
      meanings: this.#meanings(offset),
    };
  }

  #decision(
    candidate: ScoredName,
    { candidates, text, names, pairWeight }: NameChoice,
    sum: number,
  ): CandidateDecision {
    const added = this.#added.get(candidate);
    const scored = added ? undefined : this.#scored.find(({ name }) => isSameName(name, candidate));
    const decreed = candidates.map((one) => (one === candidate ? { ...one, score: one.score + BY_DECREE } : one));
    return {
      ...spanOf(candidate, text),
      features: strongest(scored?.features ?? []),
      page: added ? [{ reason: added, nats: candidate.score }] : (this.#rescored.get(keyOf(candidate)) ?? []),
      score: candidate.score,
      chosen: names.includes(candidate),
      cost: sum - (bestSet(decreed, text, pairWeight).sum - BY_DECREE),
    };
  }

  #meanings(offset: number): MeaningChange[] {
    const changes: MeaningChange[] = [];
    for (const { step, mentions } of this.#meant) {
      const own = mentions.find((mention) => mention.block === this.block && isName(mention) && holds(mention, offset));
      const last = changes.at(-1);
      if (!own || (last && last.entity === own.entity && last.code === own.code)) continue;
      changes.push({ step, entity: own.entity, ...(own.code !== undefined && { code: own.code }) });
    }
    return changes;
  }
}

/** Outweighs any sum of weights, yet leaves the sums exact enough. */
const BY_DECREE = 1e5;
/** What rounding leaves of equal sums. */
const NOTHING = 1e-9;

/** The chosen names that the candidates overlap, with those that stand right beside them or one character off. */
function namesAround({ names, pairs }: NameSet, candidates: readonly ScoredName[], text: string): ChosenName[] {
  const start = Math.min(...candidates.map((candidate) => candidate.start)) - 1;
  const end = Math.max(...candidates.map((candidate) => candidate.end)) + 1;
  return names.flatMap((name, i) =>
    name.start <= end && name.end >= start ? [{ ...name, text: textOf(name, text), pair: pairs[i] ?? 0 }] : [],
  );
}

function strongest(features: readonly WeighedFeature[]): WeighedFeature[] {
  return features.filter(({ nats }) => Math.abs(nats) > NOTHING).sort((a, b) => Math.abs(b.nats) - Math.abs(a.nats));
}

function inOrder(a: CandidateDecision, b: CandidateDecision): number {
  const rank = ({ chosen, cost }: CandidateDecision): number => (chosen ? -1 : (cost ?? Number.MAX_VALUE));
  return rank(a) - rank(b) || b.score - a.score;
}

function spanOf(
  { start, end, type }: ScoredName,
  text: string,
): Pick<CandidateDecision, "start" | "end" | "type" | "text"> {
  return { start, end, type, text: text.slice(start, end) };
}

function textOf({ start, end }: Span, text: string): string {
  return text.slice(start, end);
}

function holds({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset < end;
}

function isSameSpan(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

function isSameName(a: ScoredName, b: ScoredName): boolean {
  return isSameSpan(a, b) && a.type === b.type;
}

function keyOf({ start, end, type }: ScoredName): string {
  return `${start}:${end}:${type}`;
}

function isName({ type }: Mention): boolean {
  return type === "PER" || type === "LOC" || type === "ORG";
}
