/** Says that a page is too long to have all its names. */

import type { Localised } from "../core/text/locale.ts";

/** Tells that names were looked for on a part of a page only; the line is counted from 1. */
export function unreadNotice(line: number): Localised {
  return {
    zh: `版面太长，从第 ${line} 行起没有识别人名、地名和机构名；分成几个文件便可`,
    en: `the page is too long: from line ${line} on nobody looked for persons, places and organisations; as several files it has them all`,
  };
}
