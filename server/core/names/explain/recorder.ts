/** What the recognition of names tells of one block where it is asked why: each step as it takes it. */

import type { EntityType, Mention } from "../../page/mention.ts";
import type { PairWeight, ScoredName } from "../choose/best-names.ts";

/** A feature of a candidate with its weight. */
export interface WeighedFeature {
  readonly feature: string;
  readonly nats: number;
}

/** What the page adds to a candidate's score or takes from it, and why. */
export interface PageTerm {
  readonly reason: PageReason;
  readonly nats: number;
}

/** Why the page changes a candidate's score, or leaves it. */
export type PageReason =
  | "held"
  | "fragment"
  | "officeWithWord"
  | "officeAlone"
  | "known"
  | "otherType"
  | "home"
  | "stem"
  | "limit"
  | "bodyOfPlace"
  | "shortForm";

/** Why a chosen name is none after all. */
export type DropReason = "catchword" | "doing" | "everydayWord" | "kind" | "number";

/** Where a name's meaning comes from: the name itself, the place before it elsewhere, the page's other names, the villages. */
export type MeaningStep = "own" | "qualified" | "unified" | "village";

/** A choice among candidates, with all that it goes by. */
export interface NameChoice {
  readonly candidates: readonly ScoredName[];
  readonly text: string;
  readonly pairWeight: PairWeight;
  readonly names: readonly ScoredName[];
}

/** A place in a text of a page. */
export interface PlaceOnPage {
  /** The text's index on the page, and the offset in it (UTF-16). */
  readonly block: number;
  readonly offset: number;
}

/** Told of one text what is decided about its names; a step that is taken again counts the last time. */
export interface NameRecorder {
  /** The place that is asked about. */
  readonly place: PlaceOnPage;
  /** The text that holds the place, counted from the first of the part of the page that it is read with; -1 before {@link begins}. */
  readonly block: number;
  /** The text is about to be read, as this one of its part; it begins at that offset of the page's text. */
  begins(block: number, start: number): void;
  /** A candidate was scored: the sum of its features. One that isn't kept is never chosen. */
  scored(candidate: ScoredName, features: readonly WeighedFeature[], kept: boolean): void;
  /** The page gave a candidate another score, or left it. What `terms` don't add up to is a limit to what the page may add. */
  rescored(candidate: ScoredName, score: number, terms: readonly PageTerm[]): void;
  /** The page made a candidate of a span that was none. */
  added(name: ScoredName, reason: PageReason): void;
  /** A set was chosen: first by the block alone, then with what the page says. */
  chose(choice: NameChoice): void;
  /** Chosen names that stand side by side were joined, or drawn out. */
  joined(names: readonly ScoredName[]): void;
  dropped(name: ScoredName, reason: DropReason): void;
  /** All mentions of the page, with the meanings that they have after a step. */
  meant(step: MeaningStep, mentions: readonly Mention[]): void;
}

/** The types that candidates have. */
export type NameType = Extract<EntityType, "PER" | "LOC" | "ORG">;
