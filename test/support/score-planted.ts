/** Scores what is found of contradictions that were planted in pages: how many of them, and how much else. */

import { analyze } from "../../server/core/analyze.ts";
import type { Analysis } from "../../server/core/page/analysis.ts";
import type { Finding } from "../../server/core/page/finding.ts";
import { DEFAULT_SETTINGS } from "../../server/core/page/settings.ts";
import { nameFindings } from "../../server/core/rules/apply.ts";
import { loadSegmenter } from "../../server/host/segmenter.ts";
import { createPageReader, namedPage, type PageReader, type ReadPage } from "../../server/workspace/page-reader.ts";
import { type PlantedFault, plantedFaults } from "./planted-faults.ts";
import { shippedGazetteer, shippedWeights } from "./shipped.ts";

/** What became of the faults of one kind. */
export interface PlantedScore {
  readonly kind: string;
  readonly planted: number;
  readonly found: number;
  /** Findings elsewhere that the page without the fault has not. */
  readonly wrong: number;
}

export interface PlantedScores {
  readonly kinds: readonly PlantedScore[];
  /** Faults that were not found, and findings that are none, each in a line. */
  readonly errors: readonly string[];
  /** Pages that were read as they are, and what consistency rules find on them. */
  readonly clean: { readonly pages: number; readonly findings: readonly string[] };
}

/** Plants faults in the pages, no more than `most` in each, spread over it; what is found on them is compared. */
export function scorePlanted(
  pages: Iterable<{ readonly page: string; readonly text: string }>,
  most: number,
): PlantedScores {
  const kinds = new Map<string, { kind: string; planted: number; found: number; wrong: number }>();
  const errors: string[] = [];
  const clean: string[] = [];
  let count = 0;
  for (const { page, text } of pages) {
    const { analysis, read, findings: before } = inspected(text);
    count += 1;
    clean.push(...before.map(({ message }) => `${page}: ${message.zh}`));
    const said = new Set(before.map(({ message }) => message.zh));
    for (const fault of spread([...plantedFaults(analysis, read.mentions)], most)) {
      const score = kinds.get(fault.kind) ?? { kind: fault.kind, planted: 0, found: 0, wrong: 0 };
      kinds.set(fault.kind, score);
      score.planted += 1;
      const fresh = inspected(fault.text).findings.filter(({ message }) => !said.has(message.zh));
      if (fresh.some((finding) => tells(finding, fault))) score.found += 1;
      else errors.push(`missed  ${page}  ${fault.kind}: ${fault.words}`);
      for (const finding of fresh.filter((one) => !tells(one, fault))) {
        score.wrong += 1;
        errors.push(`wrong   ${page}  ${fault.kind}: ${fault.words}: ${finding.message.zh}`);
      }
    }
  }
  return {
    kinds: [...kinds.values()].sort((a, b) => (a.kind < b.kind ? -1 : 1)),
    errors,
    clean: { pages: count, findings: clean },
  };
}

/** The rules whose findings say that a page contradicts itself. */
const CONSISTENCY: ReadonlySet<string> = new Set([
  "inconsistent-name",
  "figures-disagree",
  "headline-differs",
  "caption-differs",
]);

/** A page and what the rules say of it. */
interface Inspected {
  readonly analysis: Analysis;
  readonly read: ReadPage;
  readonly findings: readonly Finding[];
}

function inspected(text: string): Inspected {
  const analysis = analyze(text);
  const read = shippedReader().read(analysis);
  const named = nameFindings(
    namedPage(read, () => analysis),
    DEFAULT_SETTINGS,
  );
  const findings = [...analysis.findings, ...named].filter(({ rule }) => CONSISTENCY.has(rule));
  return { analysis, read, findings };
}

let known: PageReader | undefined;

/** A reader with all that is shipped. */
export function shippedReader(): PageReader {
  if (known) return known;
  const loaded = loadSegmenter();
  if ("failure" in loaded) throw new Error(loaded.failure.en);
  const { segmenter } = loaded;
  known = createPageReader({ gazetteer: shippedGazetteer(), weights: shippedWeights(), segmenter });
  return known;
}

/** Whether a finding points at the fault, itself or by a place that it names. */
function tells({ start, end, related = [] }: Finding, { at }: PlantedFault): boolean {
  return [{ start, end }, ...related].some((place) => place.start <= at.start && at.end <= place.end);
}

/** No more than `most` of a list, from all over it. */
function spread<T>(list: readonly T[], most: number): readonly T[] {
  const step = Math.max(1, list.length / most);
  return Array.from({ length: Math.min(most, list.length) }, (_, i) => list[Math.floor(i * step)] as T);
}
