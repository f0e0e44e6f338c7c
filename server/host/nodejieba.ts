/** nodejieba, the native dictionary segmenter. */

import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import type { Segmenter, Word } from "../core/page/mention.ts";
import { wholeWords } from "./whole-words.ts";

/** What is used of nodejieba. */
interface Jieba {
  readonly DEFAULT_DICT: string;
  readonly DEFAULT_HMM_DICT: string;
  readonly DEFAULT_USER_DICT: string;
  readonly DEFAULT_IDF_DICT: string;
  readonly DEFAULT_STOP_WORD_DICT: string;
  load(): unknown;
  tag(text: string): Word[];
}

/** Modules that have their dictionary: another load in the same thread would read the same once more. */
const loaded = new WeakSet<Jieba>();

/**
 * Loads nodejieba and its dictionary: about a second and 290 MB. `find` gives the module. Throws where it is missing, is
 * another one, or lacks its dictionary.
 */
export function createNodejieba(find: () => unknown = findJieba): Segmenter {
  const jieba = jiebaOf(find());
  // The native loader ends the process where a file is missing, so look first.
  const files = [
    jieba.DEFAULT_DICT,
    jieba.DEFAULT_HMM_DICT,
    jieba.DEFAULT_USER_DICT,
    jieba.DEFAULT_IDF_DICT,
    jieba.DEFAULT_STOP_WORD_DICT,
  ];
  const missing = files.find((file) => typeof file !== "string" || !existsSync(file));
  if (missing !== undefined) throw new Error(`its dictionary ${missing} is missing`);
  if (!loaded.has(jieba)) {
    jieba.load();
    jieba.tag("清样");
    loaded.add(jieba);
  }
  return { tag: (text) => wholeWords(text, jieba.tag(text)) };
}

function findJieba(): unknown {
  // Bundled code is CommonJS and has a `require` of its own; source is a module and makes one.
  const load = typeof require === "function" ? require : createRequire(import.meta.url);
  return load("nodejieba");
}

function jiebaOf(found: unknown): Jieba {
  const module = found as { default?: unknown } | undefined;
  const jieba = (module?.default ?? module) as Partial<Jieba> | undefined;
  if (typeof jieba?.load !== "function" || typeof jieba.tag !== "function")
    throw new Error("it is not the module expected");
  return jieba as Jieba;
}
