/** jieba in WebAssembly: the dictionary segmenter where nothing native can be loaded, browsers included. */

import { add_word, initSync, tag } from "jieba-wasm/web";
import type { Segmenter } from "../core/page/mention.ts";
import { wholeWords } from "./whole-words.ts";

/** The words that nodejieba knows beyond the dictionary that both hold: its `user.dict.utf8`. */
const TAUGHT: readonly (readonly [word: string, tag: string])[] = [
  ["云计算", "x"],
  ["区块链", "nz"],
  ["韩玉鉴赏", "x"],
  ["蓝翔", "nz"],
];

/**
 * A segmenter from the bytes of the module, which hold its dictionary: a quarter of a second and some 90 MB. Throws where
 * the bytes are none of its.
 */
export function createJiebaWasm(bytes: Uint8Array<ArrayBuffer>): Segmenter {
  initSync({ module: bytes });
  for (const [word, kind] of TAUGHT) add_word(word, null, kind);
  // The dictionary is unpacked at the first question; better now than at a page's.
  tag("清样", true);
  return { tag: (text) => wholeWords(text, tag(text, true)) };
}
