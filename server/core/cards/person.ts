/** What a card says of a person: office as the page gives it, reading, names that differ by one character. */

import { compoundSurnameAt, surnameRank } from "../tables/name-odds.ts";
import { POLYPHONES } from "../tables/readings.ts";
import type { CardContext, Doubt, Fact } from "./types.ts";

type Pinyin = typeof import("pinyin-pro").pinyin;

/**
 * How a name is read, in syllables with tone marks: the surname as surnames are read (单 shàn), and both readings of a
 * character that names use in two. Undefined for a name that is no Chinese one.
 */
export function readingOf(name: string, pinyin: Pinyin): string | undefined {
  if (!isChineseName(name)) return undefined;
  const surname = compoundSurnameAt(name, 0) || 1;
  const syllables = pinyin(name, { surname: "head", type: "array" });
  return syllables
    .map((syllable, i) => (i < surname ? syllable : (POLYPHONES.get(name[i] ?? "") ?? syllable)))
    .join(" ");
}

/** The person's roles on the page, the fullest first, with whose 省, 市 or 县 it is where the page's home tells. */
export function personFacts({ same, page, gazetteer, say }: CardContext): Fact[] {
  const roles = [...new Set(same.flatMap(({ role }) => role ?? []))].sort((a, b) => b.length - a.length);
  const distinct = roles.filter((role, i) => !roles.slice(0, i).some((longer) => longer.includes(role)));
  return distinct.map((role) => {
    const level = /^[省市县](?=.{2}|长)/u.exec(role)?.[0];
    const code =
      level === "省"
        ? page.home.province
        : level === "市"
          ? page.home.prefecture
          : level === "县"
            ? page.home.county
            : "";
    const unit = code ? gazetteer.byCode(code.padEnd(6, "0")) : undefined;
    const meant = unit?.name.endsWith(level ?? "-") ? unit.name : undefined;
    const text =
      meant === undefined ? role : say({ zh: `${role}（${level}：${meant}）`, en: `${role} (${level}: ${meant})` });
    return { text, source: "page" };
  });
}

/** Doubts about a person: a name that may be a misprint or read in two ways, an office that is never given. */
export function personDoubts(context: CardContext): Doubt[] {
  const { mention, page, say } = context;
  const doubts: Doubt[] = [];
  const name = mention.entity;
  const likely = new Set<string>();
  for (const { type, entity } of page.mentions) if (type === "PER" && differsByOne(entity, name)) likely.add(entity);
  for (const other of likely) {
    const text = say({
      zh: `本页另有“${other}”，与“${name}”只差一字，请核对。`,
      en: `The page also has ${other}, one character off ${name}.`,
    });
    doubts.push({ kind: "similar-name", text });
  }
  const unsure = [...name.slice(1)].filter((char) => POLYPHONES.has(char));
  if (isChineseName(name) && unsure.length > 0) {
    const text = say({
      zh: `“${unsure.join("、")}”在人名中有两读，请核对。`,
      en: `${unsure.join(", ")} is read in two ways in names.`,
    });
    doubts.push({ kind: "reading", text });
  }
  if (isUnintroduced(context)) {
    const text = say({ zh: "首次出现时没有写明职务。", en: "The first mention does not give the office." });
    doubts.push({ kind: "no-office", text });
  }
  return doubts;
}

/**
 * Whether the page gives the person an office, but neither where running text first names them nor elsewhere in that
 * article. Headlines and decks (许某主持) are no running text: the text below introduces whom they name.
 */
function isUnintroduced({ page, same }: CardContext): boolean {
  if (same.length < 2 || !same.some(({ role }) => role !== undefined && OFFICE.test(role))) return false;
  const first = same.find(({ block }) => RUNNING.test(page.blocks[block]?.text ?? ""));
  if (!first || first.role !== undefined) return false;
  const article = page.articles?.().find(({ blocks }) => blocks.includes(first.block));
  return !same.some(({ role, block }) => role !== undefined && article?.blocks.includes(block));
}

/** Ends of sentences, which running text has, and headlines, decks and captions have not. */
const RUNNING = /[。！？]/u;

/** Offices that readers are told. One who signs an article, a villager or a teacher (公老师) needs no introduction. */
const OFFICE =
  /(?:书记|支书|主席|主任|委员|常委|经理|总裁|总监|总编辑|总工程师|专员|巡视员|负责人|发言人|政委|[省市县区镇乡州盟旗部厅局处科股所院校社台站馆团会厂矿场行司董事]长|(?:秘书|理事|队|组|检察)长)$/u;

/** Whether a name is of two to four Han characters and begins with a surname. */
function isChineseName(name: string): boolean {
  return /^[\u3400-\u9fff]{2,4}$/u.test(name) && (surnameRank(name[0] ?? "") > 0 || compoundSurnameAt(name, 0) > 0);
}

/** Whether two names of one length, three characters or more, differ in one of them. */
function differsByOne(a: string, b: string): boolean {
  if (a.length !== b.length || a.length < 3 || a === b) return false;
  let differences = 0;
  for (let i = 0; i < a.length; i += 1) if (a[i] !== b[i]) differences += 1;
  return differences === 1;
}
