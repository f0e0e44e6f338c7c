/** What the steps of an explanation of names say: features, what the page adds, why a name is none, where a meaning is from. */

import { FEATURE_WORDS } from "../../tables/feature-words.ts";
import type { Localised } from "../../text/locale.ts";
import type { DropReason, MeaningStep, PageReason } from "./recorder.ts";

/**
 * What a feature is about, by what stands before its `=` (`p.core=1nr.3.c`), with the characters it is about: 姓“柏”. Its
 * other signs are the recogniser's own. Undefined for one that has no words yet.
 */
export function featureSays(feature: string): Localised | undefined {
  const [family = "", ...value] = feature.split("=");
  const says = FEATURE_WORDS.get(family) ?? FEATURE_WORDS.get(family.slice(2));
  const characters = value
    .join("=")
    .match(/\p{Script=Han}+/gu)
    ?.join("、");
  if (!says || characters === undefined) return says;
  return { zh: `${says.zh}“${characters}”`, en: `${says.en}: ${characters}` };
}

export const PAGE_SAYS: Readonly<Record<PageReason, Localised>> = {
  held: { zh: "在更长的名称里面，本页不加分", en: "a longer name holds it: the page adds nothing" },
  fragment: { zh: "是别的人名截短或拖长的", en: "another person's name cut short or run on" },
  officeWithWord: { zh: "机构名前粘了别的词", en: "an office with another word stuck to it" },
  officeAlone: { zh: "去掉粘上的词，机构还在", en: "the office without the word stuck to it" },
  known: { zh: "本页有处明确是这个名称", en: "clear somewhere on the page" },
  otherType: { zh: "本页有处明确是另一类名称", en: "clear somewhere on the page, as another kind of name" },
  home: { zh: "在本页所属的地区", en: "it lies where the page is at home" },
  stem: { zh: "以本页的乡镇、村名开头", en: "it begins with a town or village of the page" },
  limit: { zh: "本页加分有上限", en: "no more than that may the page add" },
  bodyOfPlace: { zh: "地名明确，机构随之", en: "its place is clear, and so is the body" },
  shortForm: { zh: "是本页全称的简称", en: "short for a full name on the page" },
};

export const DROP_SAYS: Readonly<Record<DropReason, Localised>> = {
  catchword: { zh: "占满引号，是提法，不是名称", en: "it fills its quotation marks: a catchword, no name" },
  doing: { zh: "说的是建设什么，不是地名", en: "it says what is built, and names no place" },
  everydayWord: { zh: "是平常的词，不是地名", en: "an everyday word, no place" },
  kind: { zh: "只说是做什么的园区，没有专名", en: "it says what a zone is for, and which one it is not" },
  number: { zh: "是日期或数量的一部分", en: "a part of a date or quantity" },
};

export const MEANING_SAYS: Readonly<Record<MeaningStep, Localised>> = {
  own: { zh: "按名称、区划库和本页所属地区", en: "by the name, the gazetteer and where the page is at home" },
  qualified: { zh: "按本页别处连着写的上级地名", en: "by the place that the page writes before it elsewhere" },
  unified: { zh: "按本页别处更全的写法", en: "by what the page writes more fully elsewhere" },
  village: { zh: "按村名库", en: "by the gazetteer of villages" },
};
