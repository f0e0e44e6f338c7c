/** How large a file of the house may be: one that is larger was put into `.galley` by mistake, and reading it would take all memory. */

import { Refusal } from "./refusal.ts";

/** Room for a lexicon of 50,000 entries of 320 bytes, three times what one with office and other names takes. */
export const MOST_BYTES = 16_000_000;

/** @throws Refusal where a file has more bytes */
export function refuseLarger(bytes: number): void {
  if (bytes > MOST_BYTES) throw new Refusal(TOO_LARGE);
}

const TOO_LARGE = {
  zh: "超过 16 MB，不像是清样用的文件，没有读取",
  en: "it is larger than 16 MB, which no file of Galley's is; not read",
};
