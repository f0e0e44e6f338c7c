/** What the recognition of names goes by, from the files that are shipped. */

import { loadGazetteer, loadWeights, type Resources } from "../core/names/index.ts";
import { GAZETTEER_CORRECTIONS } from "../core/tables/gazetteer-corrections.ts";
import type { Localised } from "../core/text/locale.ts";
import type { LoadedSegmenter } from "./segmenter.ts";
import { problemOf, type ReadFile, shippedName, textOf } from "./shipped.ts";
import { readShipped } from "./shipped-files.ts";
import { createVillages } from "./villages.ts";

/**
 * The gazetteer, the weights, the villages, and the dictionary. What of these can't be had is told through `warn` in one
 * sentence, and the rest works without it.
 */
export function loadResources(
  loaded: LoadedSegmenter,
  warn: (message: Localised) => void,
  read: ReadFile = readShipped,
): Resources {
  const gazetteer = loadGazetteer(textOrNone(GAZETTEER, warn, read), GAZETTEER_CORRECTIONS);
  const weights = loadWeights(textOrNone(WEIGHTS, warn, read));
  const villages = createVillages(warn, (file) => read(`villages/${file}`));
  if ("segmenter" in loaded) return { gazetteer, weights, villages, segmenter: loaded.segmenter };
  warn(loaded.failure);
  return { gazetteer, weights, villages };
}

/** A table that is shipped, and what is told where it can't be read. */
interface Table {
  readonly file: string;
  /** What every line of it has that says something. */
  readonly line: RegExp;
  told(file: string, problem: Localised): Localised;
}

const GAZETTEER: Table = {
  file: "gazetteer.txt",
  line: /^\d\d\S/m,
  told: (file, { zh, en }) => ({
    zh: `区划库 ${file} 读不出（${zh}），地名只凭词表和规则识别，查不到所属省市县。`,
    en: `The gazetteer ${file} cannot be read (${en}); places are recognised by words and rules alone, without their divisions.`,
  }),
};

const WEIGHTS: Table = {
  file: "mention-weights.txt",
  line: /^[^#\t\n]+\t/m,
  told: (file, { zh, en }) => ({
    zh: `识别名称的权重 ${file} 读不出（${zh}），人名、地名、机构名不识别，日期和数量照常。`,
    en: `The weights ${file} cannot be read (${en}); no persons, places and organisations are recognised, dates and quantities are.`,
  }),
};

/** The text of a table; "" where it can't be read, which is told. */
function textOrNone({ file, line, told }: Table, warn: (message: Localised) => void, read: ReadFile): string {
  const shipped = shippedName(file);
  try {
    const text = textOf(shipped, read);
    if (line.test(text)) return text;
    warn(told(shipped, { zh: "里面没有内容", en: "there is nothing in it" }));
  } catch (error) {
    warn(told(shipped, problemOf(error)));
  }
  return "";
}
