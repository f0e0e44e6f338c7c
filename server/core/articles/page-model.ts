/** A page as its readings are scored: its texts, the cut places before and after them, and the short lines there. */

import type { Block } from "../layout/types.ts";
import { cuesOf } from "./block-kinds.ts";
import { type Bulletin, bulletinOf, isInBulletin, kindsInBulletin } from "./bulletin.ts";
import { countPairs, PairNumbers, postingsOf } from "./character-pairs.ts";
import type { BlockKind, TextCues } from "./classify.ts";
import { type Cohesion, cohesionOf } from "./cohesion.ts";
import { closedBy, commonOf, evidenceAt, leadsOf, type PlaceEvidence, type PlaceFacts } from "./cut-places.ts";
import { comesFromElsewhere } from "./jumps.ts";
import { kindsOnPage } from "./kinds-on-page.ts";
import type { LineForm } from "./line-form.ts";
import {
  type ComparedTexts,
  formAsHeading,
  formAsPart,
  isQuoted,
  isSaidAcross,
  type Likeness,
  likenessOf,
  withoutBlanks,
} from "./short-lines.ts";
import { type SignedHead, signedHeadsOf } from "./signed-heads.ts";
import { factsOf } from "./text-facts.ts";
import type { Weights } from "./weights.ts";

/** A line that may be a heading, a crosshead or a short piece of text. */
export interface ShortLine extends Likeness {
  readonly block: number;
  /** The cut place where it stands. */
  readonly place: number;
  /** Whether the block right before it is a short line, too. */
  readonly follows: boolean;
  readonly form: LineForm;
  /** How much its form speaks for a heading, and for a part of the text, in nats. */
  readonly asHeading: number;
  readonly asPart: number;
}

/** Where an article may begin: the place before a text, and one more after the last. */
export interface CutPlace {
  /** What stands here, in page order. */
  readonly blocks: readonly number[];
  /** Numbers of its short lines, which follow one another. */
  readonly shortLines: readonly number[];
  readonly facts: PlaceFacts;
  readonly evidence: PlaceEvidence;
  /** Whether a byline stands between its last short line and the text. */
  readonly signed: boolean;
}

/** A run of texts: `from`…`to - 1`. Place `from` is the one before it, place `to` the one after it. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

/** Blocks are numbered from the first one of the run that is looked at. */
export interface PageModel {
  readonly kinds: readonly BlockKind[];
  /** The block of each text. */
  readonly texts: readonly number[];
  readonly cues: readonly TextCues[];
  /** One more than there are texts. */
  readonly places: readonly CutPlace[];
  readonly shortLines: readonly ShortLine[];
  /** What each caption resembles, by its block. */
  readonly captions: ReadonlyMap<number, Likeness>;
  readonly cohesion: Cohesion;
  /** See {@link leadsOf}. */
  readonly leads: Uint8Array;
  /** The first short line at or after each place; -1 where there is none. */
  readonly nextShortLine: Int32Array;
  /** `reach[t]`: the share of the page's text that stands before text `t`. */
  readonly reach: Float64Array;
}

/** Builds the model of a run of blocks, whose texts are whole; `kinds` are what they are by themselves. */
export function modelOf(blocks: readonly Block[], kinds: readonly BlockKind[], weights: Weights): PageModel {
  const bulletin = bulletinOf(blocks, kinds);
  const own = bulletin ? kindsInBulletin(blocks, kinds, bulletin) : kinds;
  return new ModelBuilder(blocks, kindsOnPage(own), bulletin, weights).model();
}

/** The same model where what stands at the places and the forms of short lines weigh otherwise. */
export function weighedAnew(model: PageModel, weights: Weights): PageModel {
  return {
    ...model,
    places: model.places.map((place) => ({ ...place, evidence: evidenceAt(place.facts, weights) })),
    shortLines: model.shortLines.map((line) => ({
      ...line,
      asHeading: formAsHeading(line.form, weights),
      asPart: formAsPart(line.form, weights),
    })),
  };
}

/** Gathers the parts of a model, place by place. */
class ModelBuilder {
  private readonly blocks: readonly Block[];
  private readonly kinds: readonly BlockKind[];
  private readonly bulletin: Bulletin | undefined;
  private readonly weights: Weights;
  private readonly texts: readonly number[];
  private readonly compared: ComparedTexts;
  private readonly shortLines: ShortLine[] = [];
  private readonly captions = new Map<number, Likeness>();
  /** By their block. */
  private readonly signedHeads: ReadonlyMap<number, SignedHead>;

  constructor(blocks: readonly Block[], kinds: readonly BlockKind[], bulletin: Bulletin | undefined, weights: Weights) {
    this.blocks = blocks;
    this.kinds = kinds;
    this.bulletin = bulletin;
    this.weights = weights;
    this.signedHeads = signedHeadsOf(blocks, kinds);
    this.texts = kinds.flatMap((kind, b) => (kind === "text" ? [b] : []));
    this.compared = comparedTexts(this.texts.map((b) => this.block(b).text));
  }

  model(): PageModel {
    const { kinds, texts, captions, shortLines, weights } = this;
    const { counts } = this.compared;
    const cues = texts.map((b) => cuesOf(this.block(b)));
    const common = commonOf(counts);
    const places = this.blocksBetween().map((blocks, place) => {
      const facts = {
        place,
        kinds: new Set(blocks.map((b) => kinds[b] as BlockKind)),
        cues,
        common: common[place] ?? 0,
        bulletin: this.bulletinAt(place, blocks),
        continued:
          cues[place]?.continued === true ||
          blocks.some((b) => kinds[b] === "jump" && comesFromElsewhere(this.block(b).text)),
        part: blocks.some((b) => this.signedHeads.get(b) === "part"),
      };
      return this.cutPlace(blocks, facts);
    });
    return {
      kinds,
      texts,
      cues,
      places,
      shortLines,
      captions,
      cohesion: cohesionOf(counts, closedBy(cues), weights),
      leads: leadsOf(cues),
      nextShortLine: nextShortLines(places),
      reach: reachOf(texts.map((b) => this.block(b).text.length)),
    };
  }

  private bulletinAt(place: number, blocks: readonly number[]): PlaceFacts["bulletin"] {
    if (blocks.some((b) => this.isCounted(b))) return "head";
    const beside = [this.texts[place - 1] ?? -1, this.texts[place] ?? -1];
    return beside.every((b) => isInBulletin(this.bulletin, b)) ? "inside" : undefined;
  }

  /** Whether a short line may be a label: it is not the page's only one, no title of a table or poem, no line of a bulletin. */
  private maybeLabel(b: number, { place, cues }: PlaceFacts): boolean {
    const isOnly = this.kinds.indexOf("short") === this.kinds.lastIndexOf("short");
    return !isOnly && !isInBulletin(this.bulletin, b) && cues[place]?.piece !== true;
  }

  private isCounted(b: number): boolean {
    return this.bulletin?.heads.has(b) ?? false;
  }

  private block(b: number): Block {
    return this.blocks[b] as Block;
  }

  /** The blocks before the first text, between each two, and after the last, but for the parts of these texts. */
  private blocksBetween(): number[][] {
    const between: number[][] = [[]];
    this.kinds.forEach((kind, b) => {
      if (kind === "text") between.push([]);
      else if (kind !== "part") between.at(-1)?.push(b);
    });
    return between;
  }

  private cutPlace(blocks: readonly number[], facts: PlaceFacts): CutPlace {
    const { kinds, compared, weights } = this;
    const shortLines: number[] = [];
    let signed = false;
    blocks.forEach((b, i) => {
      const kind = kinds[b];
      if (kind === "caption") this.captions.set(b, likenessOf(this.block(b), compared, weights));
      if (kind === "byline") signed = shortLines.length > 0;
      if (kind !== "short") return;
      signed = false;
      shortLines.push(this.shortLines.length);
      const follows = i > 0 && kinds[blocks[i - 1] as number] === "short";
      const likeness = likenessOf(this.block(b), compared, weights);
      const own = factsOf(this.block(b).text).form;
      const form = {
        ...own,
        quoted: isQuoted(own.text, compared),
        counted: this.isCounted(b),
        across: follows && isSaidAcross(this.block(blocks[i - 1] as number).text, this.block(b).text, compared),
        unsaid: likeness.known === 0 && this.maybeLabel(b, facts),
        signed: this.signedHeads.get(b) === "article",
        signedPart: this.signedHeads.get(b) === "part",
        uncounted: isInBulletin(this.bulletin, b) && !this.isCounted(b) && !this.isCounted(b - 1),
      };
      this.shortLines.push({
        ...likeness,
        block: b,
        place: facts.place,
        follows,
        form,
        asHeading: formAsHeading(form, weights),
        asPart: formAsPart(form, weights),
      });
    });
    return { blocks, shortLines, signed, facts, evidence: evidenceAt(facts, weights) };
  }
}

function comparedTexts(texts: readonly string[]): ComparedTexts {
  const pairs = texts.map((text) => factsOf(text).pairs);
  const numbers = new PairNumbers(pairs.reduce((sum, own) => sum + own.pairs.length, 0));
  const counts = countPairs(pairs, numbers);
  let words: string | undefined;
  const wordsOfAll = (): string => {
    words ??= texts.map(withoutBlanks).join("\n");
    return words;
  };
  return { numbers, counts, postings: postingsOf(counts), words: wordsOfAll };
}

function nextShortLines(places: readonly CutPlace[]): Int32Array {
  const next = new Int32Array(places.length + 1).fill(-1);
  for (let p = places.length - 1; p >= 0; p -= 1) next[p] = places[p]?.shortLines[0] ?? (next[p + 1] as number);
  return next;
}

function reachOf(lengths: readonly number[]): Float64Array {
  const reach = new Float64Array(lengths.length + 1);
  lengths.forEach((length, t) => {
    reach[t + 1] = (reach[t] as number) + length;
  });
  const all = reach[lengths.length] || 1;
  return reach.map((length) => length / all);
}
