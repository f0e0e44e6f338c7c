/** The weights of a reading's score, in nats: each names one kind of evidence and says why it counts. */

const TABLE = {
  article: [-4, "Every article more has to pay for itself: most places between two paragraphs are no boundary."],
  lead: [16, "本报讯 and its like stand at an article's beginning and almost nowhere else."],
  tail: [4, "（作者为…） or （本报…电） by itself closes an article."],
  jump: [6, "下转第二版 ends an article on this page, 上接第一版 begins one."],
  continued: [14, "上接第一版 opens a piece that goes on from another page; its headline may well stand there."],
  endMark: [3, "A name in brackets after the last full stop closes an article."],
  credit: [1.8, "Who designed the page or drew the figures stands at an article's end."],
  byline: [1.6, "A byline stands at an article's beginning or end; sub-bylines inside one are rare."],
  note: [4, "开栏的话 and 编者按 open an article."],
  caption: [0.4, "Captions stand more often between articles than inside one."],
  open: [1.4, "Text without a full stop is a summary before the text proper; the article begins with it."],
  goesOn: [1.5, "同时, 他说 at a paragraph's head goes on with the paragraph before it."],
  opens: [0.2, "近日 or a date at a paragraph's head often opens an article."],
  brief: [-1.2, "An article rarely begins with one short sentence; it may well end with one."],
  item: [-3, "Items of one list, such as 【…】 …, ● … or 问： 答：, go on with one another."],
  itemsEnd: [0.8, "After the last item of a list something else may begin."],
  noteText: [1.5, "An editor's words on a series, 本期选登 or 即日起本报开设, stand at its head."],
  piece: [3, "A table or a poem with a short line above it is an article of its own, and that line its headline."],
  afterPiece: [2, "What follows a table or a poem is something else more often than text on it."],
  plain: [
    0,
    "A heading stands at the place and no byline, lead or other sign: on a page in order it may be a crosshead.",
  ],
  bare: [0, "No heading, lead or other sign stands at the place: on a page in order no article begins there."],
  display: [1.1, "Headings stand between articles more often than crossheads inside one."],

  cohesion: [0.27, "Pairs of characters repeat one another, so each counts for less than its surprise."],
  vocabulary: [1, "How much of all that counts: less on a page in order, where the signs tell more."],
  strangers: [4, "A paragraph that shares no rare words with the one before it may begin an article."],
  cohesionFloor: [6, "One paragraph that speaks of something else can cost an article no more than this."],
  cohesionCeiling: [9, "Nor can one that fits gain it more than this."],
  prior: [450, "Pairs of the whole page mixed into an article's own: how much text an article needs to have a voice."],

  priorShare: [0.25, "On a short page, this share of all its text is enough."],
  similar: [0.4, "A heading says again what its article says; counted as shares of rare pairs."],
  first: [0.15, "What a headline says the article's first paragraph says again."],
  label: [3, "The place or person before a headline's colon is what its article is about; those pairs count more."],
  similarCap: [7, "Beyond this a resemblance adds nothing."],
  threshold: [0.35, "A heading that finds less than this share of its words in an article speaks against it."],
  expected: [1, "A long article holds a share of any word by its length alone; that much is taken off."],

  headless: [-2, "Few articles have no headline on the page."],
  homeless: [-4, "Few headings belong to no article of the page."],
  denied: [-0.5, "A line that resembles an article and yet is no heading of it has that resemblance against it."],
  beside: [0, "A heading directly above or below its article is the rule."],
  far: [-1.6, "A heading that stands apart is less likely, between other articles."],
  farEdge: [-0.7, "At the page's top and bottom headings of far articles gather."],
  inside: [
    -40,
    "A heading between its article's paragraphs, as extractors leave those that span columns; never on a page in order.",
  ],
  noticeAbove: [3, "公告 or 启事 says nothing of the text below it, but it stands above it."],
  bylineBetween: [1, "Headline, byline, text: the byline ties them."],

  kicker: [3, "A line that ends with ——, ： or 强调 leads over to the headline below it."],
  deck: [4, "A line that opens with a dash is a deck to the headline above it."],
  across: [2, "A text says the words across the break: the two lines are halves of one headline."],
  second: [-0.3, "Most headings are one line."],
  third: [-1.6, "Few have three parts."],
  fourth: [-3.5, "Next to none has four."],
  apart: [-2, "The lines of one heading stand together."],
  series: [1.2, "A series tag in brackets marks a headline."],
  twoSeries: [-6, "Two series tags are two headlines."],
  notice: [3, "公告, 启事 or 简讯 ends the heading of a notice or of a column of briefs."],
  halves: [0.4, "A blank between two halves is a headline's."],
  counted: [12, "The heads of a bulletin count on from notice to notice."],
  uncounted: [-10, "A notice of a bulletin begins at its counted head and nowhere else."],
  uncountedLine: [-2, "Other short lines of a bulletin are fields of a notice."],
  signed: [0, "A line with a byline below it and text below that is a headline, however small the piece."],
  signedPart: [12, "Several such lines of one length head the parts of a feature, each with a writer of its own."],
  numberAlone: [8, "（一） by itself parts an article and names none."],
  numbered: [2, "一、 or 【 opens a crosshead."],
  quoted: [3.5, "A line that the text says word for word is a summary or crosshead rather than a headline."],
  tiny: [-2, "A heading of under four characters is rare, as is one of over three dozen."],
  crosshead: [-1.5, "Crossheads are rarer than headings."],
  crossheadLong: [-2.2, "Crossheads are short; a long line is rather a heading."],
  parallel: [2.5, "Crossheads of one article are set to the same length."],
  marked: [2.5, "Or all parted in clauses at the same place, or all leading over to what follows."],
  alone: [-0.6, "An article has several crossheads or none."],
  single: [-3, "Articles of one paragraph are news in brief, and those begin with a lead."],
  intro: [-1.2, "A summary line before the text is rarer than a headline."],
  stray: [-4, "Lines at an article's end that belong to its text are rare."],
} as const satisfies Record<string, readonly [number, string]>;

/** A weight's name. */
export type Weight = keyof typeof TABLE;

export type Weights = Readonly<Record<Weight, number>>;

/** The weights as they are used. */
export const WEIGHTS = Object.fromEntries(Object.entries(TABLE).map(([name, [value]]) => [name, value])) as Weights;
