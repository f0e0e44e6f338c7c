/** What keeps a numeral from counting: identifiers, slogans, idioms, and units that begin another word. */

import { NUMERAL_WORDS } from "../../tables/numeral-words.ts";
import { unitNamed } from "../../tables/units.ts";
import { isDigit, match } from "./numerals.ts";

const WORDS = byOpening(NUMERAL_WORDS);

/** Where the word ends that begins at an offset with a numeral and counts nothing; undefined where none does. */
export function numeralWordEnd(text: string, at: number): number | undefined {
  const word = WORDS.get(text.slice(at, at + 2))?.find((candidate) => text.startsWith(candidate, at));
  return word ? at + word.length : undefined;
}

/** Whether digits at an offset belong to an identifier: `G209`, `K1+200`, `1.2.3`, `PM2.5`. */
export function inIdentifier(text: string, at: number): boolean {
  if (!isDigit(text.charCodeAt(at))) return false;
  const before = text[at - 1] ?? "";
  if (/[A-Za-z_#@]/.test(before)) return true;
  if (before === "+") return /[A-Za-z]\d{1,4}\+$/.test(text.slice(Math.max(0, at - 6), at));
  if (before === "." || before === "/" || before === "-")
    return isDigit(text.charCodeAt(at - 2)) || /[A-Za-z]/.test(text[at - 2] ?? "");
  return isDigit(before.charCodeAt(0));
}

/**
 * Whether the span stands in a short quotation or in a book title, where a Chinese numeral is part of a name
 * (`“三张网”`, `《三国演义》`).
 */
export function inName(text: string, start: number, end: number): boolean {
  return enclosed(text, start, end, "“", "”", 10) || enclosed(text, start, end, "《", "》", 24);
}

function enclosed(text: string, start: number, end: number, open: string, close: string, longest: number): boolean {
  const before = text.slice(Math.max(0, start - longest), start);
  const opens = before.lastIndexOf(open);
  if (opens < 0 || before.includes(close, opens)) return false;
  const after = text.slice(end, end + longest);
  const closes = after.indexOf(close);
  return closes >= 0 && before.length - opens - 1 + (end - start) + closes <= longest;
}

/** Characters that make another word of a unit when they follow it. */
const OTHER_WORD: Readonly<Record<string, RegExp>> = Object.fromEntries(
  Object.entries({
    个: "体性别案",
    家: "庭长园属具禽乡产务",
    人: "民类造格防才",
    名: "单额义誉牌优胜称",
    位: "于置居列移数",
    场: "地所合馆景面次均",
    期: "间货望待刊盼",
    份: "额子",
    批: "准发复评示",
    起: "来草步伏诉码飞动始点到义",
    代: "表理替码价",
    对: "于象外话比接口照应我此其",
    回: "升落归报收国乡应顾复到来去",
    次: "性要于年生序",
    套: "餐路现种",
    座: "谈落",
    节: "约能目省水点奏",
    门: "槛票口户市诊前",
    只: "有要能是需",
    例: "如外行会",
    单: "位独元一纯",
    列: "入为席",
    层: "面次级出",
    组: "织成建合",
    类: "似别推",
    种: "植子养",
    股: "份东票市权价",
    封: "闭面",
    本: "报市县省届身地质领科来着月年次",
    首: "次都席先要府",
    条: "件例约款幅",
    项: "目链",
    间: "接隔断距",
    台: "湾风球",
    部: "门队长委分署曲落",
    处: "理长罚于置在",
    所: "有以得谓在",
    支: "持付出撑援部线",
    道: "路理德教",
    路: "径边上口公交",
    站: "点位在上起台",
    车: "间道辆站位次型主队程牌厢库祸速展票轮床流上里内相追企",
    针: "对灸",
    圈: "子",
    口: "岸味号",
    元: "旦宵首素件音培谋勋帅凶老",
    分: "别钟店公校局厂行布部类期享析之支级散管",
    方: "面案向便式针法阵略可才",
    升: "级降温值学至到华本",
    克: "服扣隆",
    度: "假过汛",
    米: "饭面粉酒兰",
    里: "面程约",
    级: "别联",
    岁: "月末",
    字: "号",
    片: "区面",
    步: "伐行入",
    段: "落",
    集: "中团体合聚",
    章: "程",
    顶: "级层替",
    株: "洲",
    品: "种牌质",
    国: "家际内有道营",
    省: "级内市道",
    县: "级域城",
    镇: "区江",
    村: "级民干里",
    样: "本板",
    床: "铺位",
    点: "击赞名燃亮评多左半钟",
    员: "工",
    行: "业为政动人程驶",
    轮: "廓胎流",
    线: "上下路索",
    把: "握关控",
    手: "机续段",
    尺: "寸度",
    味: "道",
    码: "头",
    担: "任当心",
    丈: "夫",
    斤: "斤",
    瓦: "斯房窑",
    伏: "击",
    帕: "金",
    焦: "点化炭虑",
    立方: "体",
    排: "放名查水污",
    块: "状",
    吨标准煤: "耗",
    根: "据本",
    杯: "赛",
    打: "造击开印响通破好",
    桩: "基",
    束: "缚",
    堆: "积",
    管: "理道委",
    注: "意重册",
    餐: "厅饮",
    票: "价房据",
    号: "令楼文公机线院馆",
    面: "积对向临粉",
    头: "条",
    丛: "书",
    宗: "旨教",
  }).map(([unit, chars]) => [unit, chars ? new RegExp(`[${chars}]`) : /(?!)/]),
);

/** Whether the character behind a unit makes another word of the two (支 and 撑). */
export function makesOtherWord(unit: string, after: string | undefined): boolean {
  return OTHER_WORD[unit]?.test(after ?? "") ?? false;
}

/** Units that count with Arabic digits only; after a Chinese numeral they end a name or a term (`三方`, `二级`, `四大`). */
const ARABIC_ONLY = new Set([
  ..."度分线路面手口员字行组队班车章节代方升丈尺寸点国省县村镇样眼码级重站味注号伏瓦焦克打单股球局环响",
]);

/** Of those the measures: after a larger Chinese numeral they count (三百度, 五万方). */
const MEASURE_SIGNS = new Set([..."度分方升丈尺寸伏瓦焦克"]);

/** What 一 counts, besides measures of more than one character; before any other classifier it means no number (`一种`, `一批`, `一个`). */
const COUNTED_BY_ONE = new Set([
  ..."件次名位家座栋幢台辆架艘户间套株棵头匹篇首本册封张幅枚项处所场例岁倍元亩吨米斤升棒粒颗盏",
  "人次",
  "万元",
  "票",
]);

const BEFORE_ONE = /[统唯之万逐单同专划合初期如不这那每某另任哪上下新前后第再]$/;

/** Whether the word that names a unit does so here, behind a numeral of this script and with this text before and after. */
export function unitStands(unit: string, text: string, end: number, start: number, numeral: string): boolean {
  const after = text[end] ?? "";
  if (makesOtherWord(unit, after)) return false;
  if (unit === "线" && /[国省县乡]道$/.test(text.slice(Math.max(0, start - 2), start))) return false;
  if (/[A-Za-z]$/.test(unit) && /[A-Za-z0-9]/.test(after)) return false;
  if (/^[\d.,\s]/.test(numeral)) return true;
  if (/^[零〇]/.test(numeral)) return false;
  const small = numeral.length === 1;
  const measured =
    unit === "车" || unit === "口"
      ? /[十百千万余多]/
      : MEASURE_SIGNS.has(unit)
        ? /[百千万亿]/
        : unit === "级"
          ? /[百千万亿][万亿]|[百千]亿/
          : /(?!)/;
  if (ARABIC_ONLY.has(unit) && !measured.test(numeral)) return false;
  if (/点/.test(numeral) && !/[元米吨克里升度倍岁人亩顷]$/.test(unit)) return false;
  if (unit === "里")
    return (
      !/[镇乡村县市区沟]/.test(text[start - 1] ?? "") &&
      !/[店铺村桥堡沟河坡湾屯镇营亭山庄塬坪岔墩峪埠岗洼泉寨窑墕香]/.test(after)
    );
  if (numeral === "一") {
    const measure = unit.length > 1 && unitNamed(unit)?.dimension !== undefined;
    if (!(measure || COUNTED_BY_ONE.has(unit)) || BEFORE_ONE.test(text.slice(Math.max(0, start - 1), start)))
      return false;
    if (text.startsWith(unit, end) || after === "一") return false;
  }
  if (unit === "个" && PARTY_TERM.test(text.slice(end, end + 3))) return false;
  // 三家子, 五道沟 are villages; no village's name counts with 两.
  if (small && numeral !== "两" && /[家间道棵座眼]/.test(unit) && /[子村庄沟湾寨堡坪窑岭坡渠梁]/.test(after))
    return false;
  return !(small && inParallel(text, start, end));
}

/** What is numbered in terms of politics: 八个明确, 两个维护. */
const PARTY_TERM = /^(?:坚持|明确|意识|自信|维护|确立|必须|结合|有之|毫不|务必|自觉|革命|伟大|全面|现代化|服从|代表)/;

const PAIR_AHEAD = /[一二两三四五六七八九十百千万](?![十百千万分点个次年月天])[\u4e00-\u9fff]/y;

/** Whether numerals go hand in hand, as in `一户一档` and `一心两翼`. */
function inParallel(text: string, start: number, end: number): boolean {
  const ahead = match(PAIR_AHEAD, text, end);
  if (ahead && !/[件名位家座台辆人]/.test(text[ahead.end - 1] ?? "")) return true;
  return (
    /[一二两三四五六七八九十][\u4e00-\u9fff]$/.test(text.slice(Math.max(0, start - 2), start)) &&
    !unitNamed(text[start - 1] ?? "") &&
    !/[年月天]/.test(text[start - 1] ?? "")
  );
}

/** Words by their first two characters, the longest first; none is shorter. */
function byOpening(words: readonly string[]): Map<string, string[]> {
  const index = new Map<string, string[]>();
  for (const word of words) index.set(word.slice(0, 2), [...(index.get(word.slice(0, 2)) ?? []), word]);
  for (const list of index.values()) list.sort((a, b) => b.length - a.length);
  return index;
}
