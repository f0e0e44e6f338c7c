/** What the steps of an explanation of names say: features, what the page adds, why a name is none, where a meaning is from. */

import type { Localised } from "../../text/locale.ts";
import type { DropReason, MeaningStep, PageReason } from "./recorder.ts";

/** What a feature is about, by what stands before its `=`: `p.core=1nr.3.c`. Undefined for one that has no words yet. */
export function featureSays(feature: string): Localised | undefined {
  const family = feature.split("=", 1)[0] ?? "";
  return FEATURES[family] ?? FEATURES[family.slice(2)];
}

/** By family, with the type (`p.` person, `l.` place, `o.` organisation, `k.` place with its kind) where that matters. */
const FEATURES: Readonly<Record<string, Localised>> = {
  leaning: { zh: "报纸文字的起点分", en: "what every candidate starts with" },
  l: { zh: "前面是什么", en: "what stands before" },
  r: { zh: "后面是什么", en: "what stands after" },
  edges: { zh: "两端是否落在词的边上", en: "whether its ends are ends of words" },
  inner: { zh: "词怎样切开这几个字", en: "how words cut it" },
  dict: { zh: "词典里是这类名称", en: "the dictionary has it for such a name" },
  known: { zh: "名称表里有", en: "the tables have it" },
  knownother: { zh: "名称表里是另一类名称", en: "the tables have it for another name" },
  head: { zh: "开头的词", en: "its first word" },
  end: { zh: "结尾的词", en: "its last word" },
  next: { zh: "开头之前的词", en: "the word before its first" },
  tags: { zh: "各词的词性", en: "the tags of its words" },
  suf: { zh: "结尾的类别字", en: "the ending that tells its kind" },
  sufin: { zh: "类别字在生词里面", en: "the ending inside an unknown word" },
  bare: { zh: "类别字之前的长度", en: "its length before the ending" },

  "p.core": { zh: "字数、用字与分词", en: "its length and characters, and how words cut it" },
  "p.sur": { zh: "姓", en: "the surname" },
  "p.given": { zh: "名字的用字", en: "the characters of the given name" },
  "p.only": { zh: "单独一个姓", en: "a surname by itself" },
  "p.address": { zh: "后面的称呼", en: "the form of address after it" },
  "p.slot": { zh: "夹在职务与言语、标点之间", en: "an office before it, speech or a mark after it" },
  "p.function": { zh: "姓又是虚词", en: "the surname is a function word, too" },
  "p.padded": { zh: "名单里拉开的两字名", en: "a name of two characters set to the width of three" },
  "p.paddedgiven": { zh: "拉开的名字的用字", en: "the given name of one set wide" },
  "p.japan": { zh: "像日本人名", en: "it looks like a Japanese name" },
  "p.dotted": { zh: "名字里有间隔号", en: "a dot parts the name" },
  "p.head": { zh: "间隔号之前", en: "the part before the dot" },
  "p.tail": { zh: "间隔号之后", en: "the part after the dot" },
  foreign: { zh: "像音译名的程度", en: "how much it looks like a transliteration" },
  fcore: { zh: "音译用字与分词", en: "characters of a transliteration, and how words cut it" },
  more: { zh: "前一字也像音译", en: "whether the character before it is of a transliteration" },
  moreright: { zh: "后一字也像音译", en: "whether the character after it is of a transliteration" },
  last: { zh: "音译的末字", en: "the last character of a transliteration" },
  "k.kind": { zh: "音译地名后的类别字", en: "the kind of place after a transliteration" },

  "l.kind": { zh: "地名表里的类别", en: "what kind of place the tables have it for" },
  "l.country": { zh: "国名与分词", en: "a country, and how words cut it" },
  "l.city": { zh: "城市名与分词", en: "a city, and how words cut it" },
  "l.region": { zh: "地区名与分词", en: "a region, and how words cut it" },
  "l.nature": { zh: "山川名与分词", en: "a mountain or river, and how words cut it" },
  "l.old": { zh: "旧地名与分词", en: "a place of old, and how words cut it" },
  "l.unit": { zh: "区划库里有", en: "the gazetteer has it" },
  "l.town": { zh: "区划库里的乡镇", en: "a town of the gazetteer" },
  "l.baresuf": { zh: "只有类别字", en: "nothing but the ending" },
  "l.abbr": { zh: "简称的字", en: "the character that stands for a place" },
  "l.group": { zh: "几个简称相连", en: "several such characters" },
  "l.groupleft": { zh: "相连的简称之前", en: "what stands before them" },
  "l.groupright": { zh: "相连的简称之后", en: "what stands after them" },
  "l.groupnext": { zh: "相连的简称的后一字", en: "the character after them" },
  "l.groupword": { zh: "相连的简称是一个词", en: "whether they are one word" },
  "l.single": { zh: "单个简称与旁边的字", en: "one such character and those beside it" },
  "l.singlesense": { zh: "单个简称与后一字", en: "one such character and the one after it" },
  "l.singleleft": { zh: "单个简称之前", en: "what stands before it" },
  "l.singleright": { zh: "单个简称之后", en: "what stands after it" },

  "o.seated": { zh: "地名加机构类别", en: "a place and the kind of body" },
  "o.count": { zh: "词数", en: "how many words it has" },
  "o.verbs": { zh: "里面有动词", en: "verbs in it" },
  "o.ands": { zh: "里面有连词", en: "conjunctions in it" },
  "o.marks": { zh: "里面有标点", en: "marks in it" },
  "o.headed": { zh: "后面是“长”", en: "its head, 长, comes after it" },
  "o.naked": { zh: "只有机构类别", en: "nothing but the kind of body" },
};

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
  number: { zh: "是日期或数量的一部分", en: "a part of a date or quantity" },
};

export const MEANING_SAYS: Readonly<Record<MeaningStep, Localised>> = {
  own: { zh: "按名称、区划库和本页所属地区", en: "by the name, the gazetteer and where the page is at home" },
  qualified: { zh: "按本页别处连着写的上级地名", en: "by the place that the page writes before it elsewhere" },
  unified: { zh: "按本页别处更全的写法", en: "by what the page writes more fully elsewhere" },
  village: { zh: "按村名库", en: "by the gazetteer of villages" },
};
