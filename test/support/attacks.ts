/** Texts that are no newspaper's, of any size: one line of one kind of character, or lines all of one kind; what they cost must grow as they do. */

/** A kind of text, by its size in characters (UTF-16 units) or in lines. */
export interface Attack {
  readonly name: string;
  readonly unit: "characters" | "lines";
  /** The text of that size, a few units more or less. */
  text(size: number): string;
}

/** One line, made of these characters over and over. */
function line(name: string, of: string): Attack {
  return { name, unit: "characters", text: (size) => of.repeat(Math.ceil(size / of.length)).slice(0, size) };
}

/** Lines of one kind, each made of its number. */
function lines(name: string, of: (number: number) => string, eol = "\n"): Attack {
  return { name, unit: "lines", text: (size) => Array.from({ length: size }, (_, i) => of(i) + eol).join("") };
}

/** Some characters from a place of the table of Han characters on, another at each step, so that nothing repeats soon. */
function han(number: number, length: number): string {
  return Array.from({ length }, (_, i) => String.fromCharCode(0x4e00 + ((number * 7919 + i * 104729) % 20000))).join(
    "",
  );
}

const NUMERALS = "一二三四五六七八九十";

function numeral(number: number): string {
  return NUMERALS[number % NUMERALS.length] ?? "";
}

/** One line of any one class of characters. */
export const LINES_OF_ONE_CLASS: readonly Attack[] = [
  line("one Han character", "中"),
  { name: "Han characters, all different", unit: "characters", text: (size) => han(1, size) },
  line("running text without a mark", "云溪县今年投资修建乡村道路沿线群众出行难的问题得到解决"),
  line("running text", "云溪县今年投资7亿元，修建乡村道路列为十件实事之首。"),
  line("digits", "1234567890"),
  line("二○", "二○"),
  line("Han numerals", "二三四五六七八九十百千万亿"),
  line("十", "十"),
  line("numbers with marks", "1,234.5"),
  line("blanks", " "),
  line("wide blanks", "\u3000"),
  line("characters with blanks", "云 "),
  line("figures with blanks", "3 "),
  line("full stops", "。"),
  line("commas", "，"),
  line("enumeration commas", "、"),
  line("characters with enumeration commas", "云、溪、"),
  line("colons", "："),
  line("dashes", "—"),
  line("hyphens", "-"),
  line("ellipses", "…"),
  line("question marks", "？！"),
  line("percent signs", "1%"),
  line("slashes", "1/"),
  line("dots", "·"),
  line("characters with dots", "云·"),
  line("opening quotes", "“"),
  line("closing quotes", "”"),
  line("pairs of quotes", "“”"),
  line("quoted words", "“云溪”"),
  line("an open quotation", "“云溪县今年投资修建乡村道路"),
  line("opening brackets", "（"),
  line("closing brackets", "）"),
  line("bracketed words", "（云溪）"),
  line("opening book titles", "《"),
  line("book titles", "《云溪》"),
  line("mixed brackets", "（《“【"),
  line("Latin letters", "a"),
  line("Latin words", "cloud brook "),
  line("fullwidth digits", "１２"),
  line("fullwidth letters", "Ａ"),
  line("look-alikes", "⼀⼈⻓⺠"),
  line("emoji", "😀"),
  line("rare Han characters", "𠀀𠀁"),
  line("lone surrogates", "\ud840"),
  line("combining marks", "\u0301"),
  line("zero-width characters", "\u200b"),
  line("unreadable characters", "\ufffd"),
  line("control characters", "\u0007"),
  line("surnames", "王李张刘陈"),
  line("one surname", "王"),
  line("persons", "王建国李晓明"),
  line("persons in a list", "王建国、李晓明、"),
  line("a transliterated name", "克斯尔曼"),
  line("transliterated names with dots", "克斯·尔曼·"),
  line("function words", "的了在和是有"),
  line("的", "的"),
  line("places", "云南省昆明市"),
  line("abbreviated countries", "中美英法"),
  line("units of places", "县市镇村"),
  line("offices", "县委书记、县长"),
  line("ends of bodies", "委员会"),
  line("bodies", "云溪县人民政府办公室"),
  line("schools", "小学中学"),
  line("dates", "2026年8月16日"),
  line("days", "8日"),
  line("months in Han numerals", "八月"),
  line("ranges", "3至5"),
  line("quantities", "7亿元"),
  line("fractions", "三分之"),
  line("weekdays", "星期一"),
  line("times", "上午8时30分"),
  line("doubled characters", "乡乡"),
  line("jump notes", "（下转第2版）"),
  line("bylines", "本报记者 王建国 "),
  line("carriage returns", "\r"),
  line("traditional characters", "雲溪縣今年投資"),
];

/** Many lines of one kind. */
export const MANY_LINES: readonly Attack[] = [
  lines("blank lines", () => ""),
  lines("lines of one character", () => "中"),
  lines("lines of one digit", (i) => `${i % 10}`),
  lines("lines of one mark", () => "。"),
  lines("lines of one opening quote", () => "“"),
  lines("lines of one closing quote", () => "”"),
  lines("lines of one bracket", () => "（"),
  lines("lines of blanks", () => "  \u3000"),
  lines("lines of a column", (i) => han(i, 17)),
  lines("the same line", () => "云溪县今年投资修建乡村道路列为十件"),
  lines("sentences", (i) => `${han(i, 16)}。`),
  lines("indented paragraphs", (i) => `\u3000\u3000${han(i, 20)}。`),
  lines("long paragraphs", (i) => `${han(i, 120)}。\n`),
  lines("headlines", (i) => `${han(i, 9)}\n`),
  lines("headlines without blank lines", (i) => han(i, 9)),
  lines("the same headline", () => "云溪县今年开工三项工程\n"),
  lines("dates", (i) => `2026年${(i % 12) + 1}月${(i % 28) + 1}日\n`),
  lines("names", (i) => `王${han(i, 2)}\n`),
  lines("persons with offices", (i) => `县委书记王${han(i, 2)}`),
  lines("jump notes", (i) => `（下转第${(i % 8) + 1}版）\n`),
  lines("notes of what goes on here", (i) => `（上接第${(i % 8) + 1}版）\n`),
  lines("bylines", (i) => `本报记者 王${han(i, 2)}\n`),
  lines("leads", (i) => `本报讯（记者 王${han(i, 2)}）${han(i, 12)}\n`),
  lines("credits", (i) => `王${han(i, 2)} 摄`),
  lines("captions", (i) => `图为${han(i, 14)}。记者 王${han(i, 2)} 摄\n`),
  lines("folios", (i) => `第 ${(i % 8) + 1} 版 要闻\n`),
  lines("rows of a table", (i) => `${han(i, 3)}  ${i % 100}  ${(i * 7) % 100}  ${(i * 13) % 100}`),
  lines("lines of verse", (i) => `${han(i, 5)}，${han(i + 1, 5)}。`),
  lines("items", (i) => `${numeral(i)}、${han(i, 12)}\n`),
  lines("counted items", (i) => `${i + 1}.${han(i, 12)}`),
  lines("crossheads", (i) => `【${han(i, 4)}】\n`),
  lines("contact lines", (i) => `电话：0851-${String(1000000 + i)}\n`),
  lines("mixed line ends", (i) => `${han(i, 8)}${["\n", "\r\n", "\r", "\u2028"][i % 4]}`, ""),
  lines("an open quotation", (i) => `“${han(i, 16)}`),
  lines("quoted lines", (i) => `“${han(i, 14)}”`),
  lines("lines of spaced characters", (i) => [...han(i, 8)].join(" ")),
  lines("offices", (i) => `${han(i, 4)}局局长、`),
  lines("sums", (i) => `共有${i}人，其中男${i % 50}人，女${i % 70}人。\n`),
];

export const ATTACKS: readonly Attack[] = [...LINES_OF_ONE_CLASS, ...MANY_LINES];
