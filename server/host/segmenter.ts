/** The dictionary segmenter, loaded when first needed: nodejieba, else jieba in WebAssembly; without either, all that needs no words goes on. */

import type { Segmenter } from "../core/page/mention.ts";
import type { Localised } from "../core/text/locale.ts";
import { createJiebaWasm } from "./jieba-wasm.ts";
import { createNodejieba } from "./nodejieba.ts";
import { readJiebaWasm } from "./shipped-files.ts";

/** A segmenter, or why there is none, as one sentence. */
export type LoadedSegmenter = { readonly segmenter: Segmenter } | { readonly failure: Localised };

/** A way to a segmenter; `create` may throw. */
export interface SegmenterWay {
  readonly name: string;
  create(): Segmenter;
}

const NODEJIEBA: SegmenterWay = { name: "nodejieba", create: createNodejieba };
const JIEBA_WASM: SegmenterWay = { name: "jieba-wasm", create: () => createJiebaWasm(readJiebaWasm()) };

/**
 * Loads the first segmenter that can be had, with its dictionary: up to a second and 290 MB, so once, and in a thread of its
 * own. Never throws.
 */
export function loadSegmenter(ways: readonly SegmenterWay[] = shippedWays()): LoadedSegmenter {
  const failures: string[] = [];
  for (const { name, create } of ways) {
    try {
      return { segmenter: create() };
    } catch (error) {
      failures.push(`${name}: ${firstLine(error)}`);
    }
  }
  return {
    failure: {
      zh: `分词程序装不上（${failures.join("；")}），人名、地名、机构名只凭表和规则识别。`,
      en: `No dictionary of words can be loaded (${failures.join("; ")}); names are recognised without one.`,
    },
  };
}

/** For tests and measurements: `GALLEY_SEGMENTER=jieba-wasm` leaves nodejieba out (CONTRIBUTING.md). */
function shippedWays(): readonly SegmenterWay[] {
  const wanted = process.env.GALLEY_SEGMENTER;
  const ways = [NODEJIEBA, JIEBA_WASM];
  return wanted ? ways.filter(({ name }) => name === wanted) : ways;
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split("\n")[0] ?? "";
}
