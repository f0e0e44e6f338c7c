/** Joins places that stand one in another without a word between them into one mention. */

import type { Gazetteer } from "../../places/gazetteer.ts";
import { classesOf, IS, suffixBefore } from "../../tables/word-classes.ts";
import type { ScoredName } from "../choose/best-names.ts";
import type { Words } from "../words/words.ts";

/**
 * The names with chains of places as one: 云溪县柳河镇北桥社区. A county or town joins the town, village or community after it,
 * and a county or river the works and parks (云溪县经开区新材料产业园); a province or prefecture stays by itself, as newspapers
 * name it to say where the county is. A place also takes in what belongs to its name and was no name by itself.
 */
export function joinPlaces(names: readonly ScoredName[], words: Words, gazetteer: Gazetteer): ScoredName[] {
  const { text } = words;
  const joined: ScoredName[] = [];
  for (const [i, name] of names.entries()) {
    // The place before it has taken this name in.
    if (name.end <= (joined.at(-1)?.end ?? 0)) continue;
    const last = joined.at(-1);
    if (
      last &&
      last.end === name.start &&
      last.type === "LOC" &&
      name.type === "LOC" &&
      areOnePlace(text, last, name, gazetteer)
    ) {
      joined[joined.length - 1] = { ...last, end: name.end, score: Math.min(last.score, name.score) };
    } else joined.push(name);
    const place = joined.at(-1);
    if (place?.type === "LOC") {
      const end = Math.max(
        endOfWorks(words, place, names, i + 1, gazetteer),
        endOfPart(text, place),
        endOfHamlet(text, place),
      );
      if (end > place.end) joined[joined.length - 1] = { ...place, end };
    }
  }
  return joined;
}

/**
 * Where the name of works or a park ends that begins with a county's: 云溪县|新材料产业园. Between the two stand only nouns, and
 * no other name begins. The county's own end where there is no such name. `next` is the place in `names` of the first one after it.
 */
function endOfWorks(
  words: Words,
  place: ScoredName,
  names: readonly ScoredName[],
  next: number,
  gazetteer: Gazetteer,
): number {
  const { text } = words;
  const county = gazetteer.find(text.slice(place.start, place.end)).some(({ level }) => level === 3);
  const first = words.at[place.end] ?? words.count;
  if (!county || words.start[first] !== place.end) return place.end;
  for (let i = first; i < Math.min(words.count, first + MOST_WORDS); i += 1) {
    const end = words.start[i + 1] ?? place.end;
    const whole = WORKS.test(text.slice(place.end, end));
    const process = i > first && PROCESSES.has(words.word[i] ?? "");
    if (!whole && !process && !/^(?:n|nz|nr|x|vn|l|j|b|a|ng)$/.test(words.tag[i] ?? "")) return place.end;
    // The short name of the company that runs them may stand before the works: 云溪县|凌湾|加氢站.
    for (let n = next; n < names.length && (names[n]?.start ?? end) < end; n += 1) {
      const { start, end: until, type } = names[n] as ScoredName;
      const isRunner = type === "ORG" && start === place.end && until - start <= 3;
      if (start >= place.end && type !== "LOC" && !isRunner) return place.end;
    }
    if (whole) return end;
  }
  return place.end;
}

/** Words between a county's name and the kind of works. */
const MOST_WORDS = 6;
const WORKS =
  /.(?:加氢站|加油站|充电站|换电站|能源站|变电站|水电站|发电站|水处理厂|园区|产业园|工业园|科技园|物流园|文化园|示范园|开发区|经开区|高新区|旅游区|度假区|保护区|风景区|集聚区|示范区)$/u;

/** What works do; the dictionary has these words for verbs. */
const PROCESSES = new Set("加氢 制氢 加油 加气 充电 换电 发电 供电 供水 供热 供气 储能 处理 加工 制造 交易".split(" "));

/** What is a part of a park or reserve, right after its name. */
const PART_OF_PARK =
  /^[\u3400-\u9fff]{0,4}(?:访问者|游客|游人|参观者|接待|服务|宣教|科普|展示|体验|管护|救护)(?:中心|馆|站)/u;

/** Where the part of a park ends that follows its name (云岭自然保护区|访问者中心); the place's own end where none does. */
function endOfPart(text: string, { start, end }: ScoredName): number {
  const name = text.slice(start, end);
  if (!/(?:区|公园|园|景区|基地|古镇|古城|古村)$/u.test(name) || name.length < 4) return end;
  return end + (PART_OF_PARK.exec(text.slice(end, end + 12))?.[0].length ?? 0);
}

/**
 * Where a hamlet's name ends that follows its town's: 石门镇|十三里 is called by the way there, but 距石门镇十三里 is a
 * distance. The town's own end where there is none.
 */
function endOfHamlet(text: string, { start, end }: ScoredName): number {
  if (!/[镇乡]$/u.test(text.slice(start, end)) || /[距离]$/u.test(text.slice(0, start))) return end;
  const hamlet = /^[一二三四五六七八九十]{1,3}里(?:铺|桥|店|堡|沟|墩|庙)?(?=[、，。]|等|的?村民)/u.exec(
    text.slice(end, end + 10),
  );
  return end + (hamlet?.[0].length ?? 0);
}

/** Whether two places that stand side by side are one, given their names. */
function areOnePlace(text: string, above: ScoredName, below: ScoredName, gazetteer: Gazetteer): boolean {
  const head = text.slice(above.start, above.end);
  const tail = text.slice(below.start, below.end);
  const settlement = /(?:镇|乡|街道|苏木|村|社区|庄|屯|寨)$/u.test(tail);
  const facility = suffixBefore(tail, tail.length, IS.facilitySuffix) >= 2 && gazetteer.kindOf(tail) === undefined;
  if (!settlement && !facility) return false;
  if (settlement && /(?:镇|乡|街道|苏木)$/u.test(head)) return true;
  if (facility && (classesOf(head) & IS.nature) !== 0) return true;
  const length = gazetteer.kindOf(head) ? head.length : facility ? gazetteer.matchAt(head, 0) : 0;
  return length > 0 && gazetteer.find(head.slice(0, length)).some(({ level }) => level >= 3);
}
