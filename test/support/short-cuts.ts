/** Short cuts that only tests and measuring scripts take, through what the product uses. */

import { analyze } from "../../server/core/analyze.ts";
import { type FixOptions, fixPage } from "../../server/core/fix/fix-page.ts";
import {
  createRecogniser,
  type Mention,
  type NumberForm,
  type Resources,
  type TextBlock,
} from "../../server/core/names/index.ts";
import type { Settings } from "../../server/core/page/settings.ts";
import type { HomeRegion } from "../../server/core/places/home.ts";

/** {@link fixPage} from text to text. */
export function fixText(text: string, settings?: Settings, options?: FixOptions): string {
  return fixPage(analyze(text, settings), options);
}

const HAN = /^\p{Script=Han}$/u;

/** Whether the character (one code point) is a Han character, radicals and 〇 々 included. */
export function isHan(char: string): boolean {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x2e80) return false;
  return (code >= 0x4e00 && code <= 0x9fff) || HAN.test(char);
}

/** The mentions of a page's blocks, in page order, by a recogniser of their own. */
export function recognisePage(blocks: readonly TextBlock[], resources: Resources, form?: NumberForm): Mention[] {
  return [...createRecogniser(resources, form).page(blocks).mentions];
}

export const NO_HOME: HomeRegion = { province: "", prefecture: "", county: "" };
