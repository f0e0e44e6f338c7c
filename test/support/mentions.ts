/** What tests of recognition share: an invented region, the real segmenter, and mentions written as text. */

import {
  createRecogniser,
  type FeatureWeights,
  type Gazetteer,
  loadGazetteer,
  type Mention,
} from "../../server/core/names/index.ts";
import type { Segmenter } from "../../server/core/page/mention.ts";
import { loadSegmenter } from "../../server/host/segmenter.ts";
import { shippedWeights } from "./shipped.ts";

/** A region that isn't on any map, in the gazetteer's own form. */
export const REGION = `
95云岭省
 01青川市
  02青岩区 001东街街道 100松坪镇
  21云溪县 100柳河镇 石门镇 200白杨乡
  22安阜县 100石门镇 城西镇
 02南屏市
  01南屏区 001东街街道
  21临崖县 100望江镇
96海东省
 01海陵市
  21望潮县 100石门镇
`;

let gazetteer: Gazetteer | undefined;
let segmenter: Segmenter | undefined;
let weights: FeatureWeights | undefined;

/** The gazetteer of {@link REGION}. */
export function region(): Gazetteer {
  gazetteer ??= loadGazetteer(REGION);
  return gazetteer;
}

/** The real segmenter, loaded once. */
export function realSegmenter(): Segmenter {
  if (!segmenter) {
    const loaded = loadSegmenter();
    if ("failure" in loaded) throw new Error(loaded.failure.en);
    segmenter = loaded.segmenter;
  }
  return segmenter;
}

/** The weights that are shipped, loaded once. */
export function realWeights(): FeatureWeights {
  weights ??= shippedWeights();
  return weights;
}

/** The real weights and segmenter: what names are recognised by besides a gazetteer. */
export function learned(): { readonly weights: FeatureWeights; readonly segmenter: Segmenter } {
  return { weights: realWeights(), segmenter: realSegmenter() };
}

/** The mentions of a page given as its blocks' texts, with the dictionary or (`plain`) without. */
export function mentionsOf(texts: readonly string[], plain = false): readonly Mention[] {
  const tables = { gazetteer: region(), weights: realWeights() };
  return createRecogniser(plain ? tables : { ...tables, segmenter: realSegmenter() }).page(
    texts.map((text) => ({ text })),
  ).mentions;
}

/** The texts of the mentions of a type, in order. */
export function named(type: Mention["type"], texts: readonly string[], plain = false): string[] {
  return mentionsOf(texts, plain)
    .filter((mention) => mention.type === type)
    .map(({ text }) => text);
}
