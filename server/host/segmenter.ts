/** The dictionary segmenter, nodejieba, loaded when first needed; without it everything that needs no words goes on. */

import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import type { Segmenter, Word } from "../core/page/mention.ts";
import type { Localised } from "../core/text/locale.ts";

/** What is used of nodejieba. */
export interface Jieba {
  readonly DEFAULT_DICT: string;
  readonly DEFAULT_HMM_DICT: string;
  readonly DEFAULT_USER_DICT: string;
  readonly DEFAULT_IDF_DICT: string;
  readonly DEFAULT_STOP_WORD_DICT: string;
  load(): unknown;
  tag(text: string): Word[];
}

/** A segmenter, or why there is none, as one sentence. */
export type LoadedSegmenter = { readonly segmenter: Segmenter } | { readonly failure: Localised };

/**
 * Loads nodejieba and its dictionary: about a second and 290 MB, so once, and in a thread of its own. `find` gives the
 * module; it may throw. Never throws itself.
 */
export function loadSegmenter(find: () => unknown = findJieba): LoadedSegmenter {
  let jieba: Jieba;
  try {
    jieba = jiebaOf(find());
  } catch (error) {
    return without(
      `分词程序 nodejieba 装不上（${firstLine(error)}）`,
      `nodejieba cannot be loaded (${firstLine(error)})`,
    );
  }
  // The native loader ends the process where a file is missing, so look first.
  const files = [
    jieba.DEFAULT_DICT,
    jieba.DEFAULT_HMM_DICT,
    jieba.DEFAULT_USER_DICT,
    jieba.DEFAULT_IDF_DICT,
    jieba.DEFAULT_STOP_WORD_DICT,
  ];
  const missing = files.find((file) => typeof file !== "string" || !existsSync(file));
  if (missing !== undefined) {
    return without(`缺少分词词典 ${missing}`, `nodejieba's dictionary ${missing} is missing`);
  }
  try {
    jieba.load();
    jieba.tag("清样");
  } catch (error) {
    return without(
      `分词词典读不出（${firstLine(error)}）`,
      `nodejieba's dictionary cannot be read (${firstLine(error)})`,
    );
  }
  return { segmenter: { tag: (text) => wholeWords(text, jieba.tag(text)) } };
}

function without(zh: string, en: string): LoadedSegmenter {
  return {
    failure: {
      zh: `${zh}，人名、地名、机构名只凭表和规则识别。`,
      en: `${en}; names are recognised without a dictionary.`,
    },
  };
}

/**
 * The words, with what the segmenter left out put back: joined, they are the text. It is written for UTF-8 and may drop
 * or change a lone surrogate or NUL.
 */
export function wholeWords(text: string, words: readonly Word[]): Word[] {
  const whole: Word[] = [];
  let done = 0;
  const fill = (end: number): void => {
    if (end > done) whole.push({ word: text.slice(done, end), tag: "x" });
    done = end;
  };
  for (const { word, tag } of words) {
    if (word === "") continue;
    const at = text.startsWith(word, done) ? done : text.indexOf(word, done);
    if (at < 0) continue;
    fill(at);
    whole.push({ word, tag });
    done = at + word.length;
  }
  fill(text.length);
  return whole;
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

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split("\n")[0] ?? "";
}
