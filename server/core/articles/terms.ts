/** The terms that the score of a reading is the sum of, and what each of them says. */

import type { Localised } from "../text/locale.ts";

/** A term of the score. */
export interface Term {
  readonly name: TermName;
  readonly nats: number;
  /** What it is a term of: an article by itself, a cut place, a heading by itself, or a heading as its article's. */
  readonly of: "article" | "place" | "heading" | "pair";
  /** The article's first text, the cut place, or the heading's first short line. */
  readonly at: number;
}

/** Told every term of a score by the code that adds it up. */
export type TermRecorder = (term: Term) => void;

/** The same for terms of one thing. */
export type NoteTerm = (name: TermName, nats: number) => void;

/** What a term says. The same term can speak for and against, so none of them takes sides. */
export const TERM_SAYS = {
  article: { zh: "多一篇文章的代价", en: "the price of one more article" },
  cohesion: { zh: "各段用词是否相近", en: "whether its paragraphs use the same words" },
  lead: { zh: "以“本报讯”一类的电头开头", en: "it opens with a lead such as 本报讯" },
  innerLead: { zh: "电头出现在文章中间", en: "a lead in the middle of an article" },
  single: { zh: "文章只有一段", en: "an article of one paragraph" },

  open: { zh: "一段末尾没有句号，像提要", en: "a paragraph without a full stop, as a summary is" },
  goesOn: { zh: "以承接上文的词语开头", en: "it opens with words that go on with what stands before" },
  opens: { zh: "以“近日”或日期开头", en: "it opens with 近日 or a date" },
  brief: { zh: "以一个短句开头", en: "it opens with one short sentence" },
  item: { zh: "前后两段是同一列项目", en: "the paragraphs on both sides are items of one list" },
  itemsEnd: { zh: "一列项目到此为止", en: "a list of items ends here" },
  noteText: { zh: "编者介绍专栏的话", en: "an editor's words on a series" },
  continued: { zh: "从别的版接过来", en: "it goes on from another page" },
  endMark: { zh: "前一段末尾括号里有署名或来源", en: "the paragraph before ends with a name or source in brackets" },
  bare: { zh: "这里没有标题、电头等任何标志", en: "no heading, lead or other sign stands here" },
  plain: { zh: "这里有标题，却没有署名、电头等标志", en: "a heading, but no byline, lead or other sign stands here" },
  counted: { zh: "这里有编号的通知标题", en: "a counted head of a bulletin stands here" },
  uncounted: { zh: "通知栏里没有编号的地方", en: "a place in a bulletin without a counted head" },
  strangers: { zh: "与前一段用词相近与否", en: "whether it uses the words of the paragraph before" },
  piece: { zh: "有标题的表格或诗", en: "a table or poem with a line above it" },
  afterPiece: { zh: "前面是表格或诗", en: "a table or poem stands before" },
  display: { zh: "这里有短行", en: "a short line stands here" },
  jump: { zh: "这里有转版、接版的话", en: "a jump line stands here" },
  tail: { zh: "这里有作者或来源的说明", en: "a line on author or source stands here" },
  note: { zh: "这里有“编者按”一类的行", en: "a line such as 编者按 stands here" },
  credit: { zh: "这里有编辑、版式的署名", en: "a credit of the page stands here" },
  byline: { zh: "这里有署名", en: "a byline stands here" },
  caption: { zh: "这里有图片说明", en: "a caption stands here" },

  unsaid: { zh: "正文里没有这一行的词", en: "no text says any of the line's words" },
  tiny: { zh: "短行太短或太长，不像标题", en: "a line too short or too long for a heading" },
  series: { zh: "行末括号里有栏目名", en: "a series tag ends the line" },
  notice: { zh: "行末有“公告”“简讯”一类的词", en: "公告, 简讯 or the like ends the line" },
  halves: { zh: "行中有空格，分作两半", en: "a blank parts the line in two halves" },
  numbered: { zh: "行首有序号或符号", en: "a number or sign opens the line" },
  numberAlone: { zh: "这一行只有序号", en: "the line is a number and nothing else" },
  uncountedLine: { zh: "通知栏里没有编号的短行", en: "a line of a bulletin without a number" },
  signed: { zh: "下面是署名和正文", en: "a byline and text stand below the line" },
  signedPart: {
    zh: "几个一样长的短行各有署名，是一篇文章的几部分",
    en: "signed lines of one length head the parts of a feature",
  },
  quoted: { zh: "正文里一字不差地有这句话", en: "the text says the line word for word" },
  endsOpen: { zh: "行末有句号或逗号", en: "a full stop or comma ends the line" },
  kicker: { zh: "行末引出下一行，像引题", en: "the line leads over to the next, as a kicker does" },
  deck: { zh: "行首有破折号，像副题", en: "a dash opens the line, as a deck" },
  dashedPart: { zh: "引题、副题一类的行，不像正文", en: "a line like a kicker or deck is hardly text" },

  crosshead: { zh: "短行算作小标题或正文", en: "a short line as crosshead or text" },
  crossheadLong: { zh: "小标题太长", en: "a long line as crosshead" },
  parallel: { zh: "几个小标题长短一样", en: "crossheads of one length" },
  marked: { zh: "几个小标题用同样的标点", en: "crossheads with the same marks" },
  amongNumbers: { zh: "序号之间的短行", en: "a line of words among numbers that part the article" },
  crowded: { zh: "文章太短，容不下小标题", en: "an article too short for its crossheads" },
  alone: { zh: "只有一个小标题", en: "one crosshead alone" },
  intro: { zh: "正文前的一句提要", en: "a summary line above the text" },
  stray: { zh: "正文后面的零散短行", en: "short lines below the text that belong to it" },
  partLikeness: { zh: "短行与所在正文用词相近与否", en: "whether a short line uses the words of the text it is in" },

  headless: { zh: "文章有没有标题", en: "an article with or without a heading" },
  homeless: { zh: "标题有没有文章", en: "a heading with or without an article" },
  second: { zh: "标题有第二行", en: "a second line of a heading" },
  third: { zh: "标题有第三行", en: "a third line of a heading" },
  fourth: { zh: "标题有第四行或更多", en: "a fourth line of a heading, or more" },
  across: { zh: "正文里两行连着说", en: "a text says the words across the break" },
  apart: { zh: "标题的两行不挨着", en: "lines of a heading that stand apart" },
  twoSeries: { zh: "一个标题里有两个栏目名", en: "two series tags in one heading" },
  denied: { zh: "与标题相近的文章是不是它的", en: "whether a heading is given to the article that it resembles" },
  likeness: { zh: "标题的用词出现在文章里", en: "the heading's words stand in the article" },
  first: { zh: "标题的用词出现在第一段里", en: "the heading's words stand in the first paragraph" },
  likenessCap: { zh: "相近到了头，再多不算", en: "likeness beyond what counts" },
  beside: { zh: "标题就在文章上方", en: "the heading stands right above the article" },
  below: { zh: "标题就在文章下方", en: "the heading stands right below the article" },
  far: { zh: "标题离文章远，在别的文章之间", en: "the heading stands apart, between other articles" },
  farEdge: { zh: "标题离文章远，在版面头尾", en: "the heading stands apart, at the page's top or bottom" },
  inside: { zh: "标题夹在文章的段落之间", en: "the heading stands between its article's paragraphs" },
  noticeAbove: { zh: "“公告”一类的标题在正文上方", en: "a heading such as 公告 stands above its text" },
  bylineBetween: { zh: "标题与正文之间有署名", en: "a byline stands between heading and text" },

  impossible: { zh: "不可能是一篇文章", en: "no article can be so" },
} as const satisfies Record<string, Localised>;

/** A term's name. */
export type TermName = keyof typeof TERM_SAYS;
