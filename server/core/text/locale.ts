/** Texts for people exist in Chinese and English; the edge chooses which one to show. */

export type Locale = "zh" | "en";

export interface Localised {
  readonly zh: string;
  readonly en: string;
}

/** The locale for a language tag such as `zh-cn`, `en-US` or `zh_CN.UTF-8`; Chinese where the tag says nothing. */
export function localeOf(tag: string | undefined): Locale {
  return !tag || /^(zh|c|posix)\b/i.test(tag.replace(/[._]/g, "-")) ? "zh" : "en";
}
