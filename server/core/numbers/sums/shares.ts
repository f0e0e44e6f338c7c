/** Shares of one whole in percent that are all of it, and do not make a hundred. */

import { decimal, numeralOf } from "../numerals/decimal.ts";
import { overlaps } from "./divisions.ts";
import { agree, type Figure, MOST_PARTS, minus, sizeOf, sumOf } from "./figures.ts";
import type { WrongSum } from "./wrong-sum.ts";

const HUNDRED = decimal(100);

/** The shares of a text that miss a hundred where the words say that they are all. `figures` are all of the text's, in order. */
export function wrongShares(text: string, figures: readonly Figure[]): WrongSum[] {
  return [...withRest(text, figures), ...respective(text, figures), ...structures(text)];
}

/** Shares of which the last is what is left: A占30%、B占50%，其余占25%. */
function* withRest(text: string, figures: readonly Figure[]): Generator<WrongSum> {
  let from = 0;
  let seen = 0;
  for (const [index, last] of figures.entries()) {
    const passed = text.slice(seen, last.start);
    const stop = Math.max(passed.lastIndexOf("。"), passed.lastIndexOf("；"));
    if (stop >= 0) from = seen + stop + 1;
    seen = last.start;
    if (
      last.kind !== "percent" ||
      !/(?:其余|余下|剩余|其他|其它)[^。；，\d]{0,6}占?$/u.test(text.slice(Math.max(0, last.start - 12), last.start))
    )
      continue;
    const shares = figures
      .slice(Math.max(0, index + 1 - MOST_PARTS), index + 1)
      .filter(({ kind, start }) => kind === "percent" && start >= from);
    const taken = shares
      .slice(0, -1)
      .every(({ start }) =>
        /占[^。，；、\d]{0,12}$|[、，和及]\s?[^。，；、\d比增降升]{0,10}$/u.test(
          text.slice(Math.max(0, start - 16), start),
        ),
      );
    const first = shares[0];
    if (shares.length < 2 || !first || !taken || shares.some(({ exact }) => !exact)) continue;
    if (!/占/u.test(text.slice(Math.max(from, first.start - 16), first.start))) continue;
    // The shares of another whole may stand before these.
    if (shares.some((_, i) => i < shares.length - 1 && isHundred(shares.slice(i)))) continue;
    const found = against(shares, last);
    if (found) yield found;
  }
}

/** Shares of one whole, one for each name, that make more than it: 苹果、核桃、梨分别占全园的45%、30%、35%. */
function* respective(text: string, figures: readonly Figure[]): Generator<WrongSum> {
  for (const found of text.matchAll(RESPECTIVE)) {
    const [all, listed = ""] = found;
    if (EACH_OWN.test(all)) continue;
    const names = listed.split(/[、和及与]/u);
    const open = found.index + all.length;
    const at = figures.findIndex(({ start }) => start >= open);
    const shares = figures.slice(at, at + names.length);
    const last = shares.at(-1);
    if (at < 0 || !last || shares.length < names.length || shares.length < 2 || overlaps(names)) continue;
    if (shares[0]?.start !== open || shares.some(({ kind, exact }) => kind !== "percent" || !exact)) continue;
    const joined = shares.every(
      ({ start }, i) => i === 0 || /^[、，和及与]$/u.test(text.slice(shares[i - 1]?.end ?? 0, start)),
    );
    if (!joined || sizeOf(sumOf(shares)) < 100 || /^[、和及与，]\d/u.test(text.slice(last.end))) continue;
    const wrongly = against(shares, last);
    if (wrongly) yield wrongly;
  }
}

/** Words that may give each name a whole of its own: 甲镇、乙镇的食品支出分别占消费的60%、55%. */
const EACH_OWN = /支出|消费|收入|成本|各自|自身|本[省市县乡镇村]|当地|率|同期|总人口|当年/u;

/** A list of names, and the words that lead to their shares. */
const RESPECTIVE =
  /(?<![^，。；：！？）])([^，。；：！？\d（）]{1,12}(?:[、和及与][^，。；：！？、\d（）]{1,12})+?)(?:的?(?:面积|数量|产量|人数|收入|产值|投资))?(?:分别|各)占(?:到|据|了)?[^，。；：！？\d]{0,12}?(?=\d)/gu;

/** The ratio of the three sectors of industry. */
const STRUCTURE =
  /(?:三次|一二三次|三大|一二三|一、二、三次?)产业(?:结构|比例|比重|占比|增加值)[^。；]{0,16}?(\d{1,2}(?:\.\d{1,2})?)[:：∶](\d{1,2}(?:\.\d{1,2})?)[:：∶](\d{1,2}(?:\.\d{1,2})?)(?![\d.:：∶])/gu;

/** Ratios of the three sectors that miss a hundred: 三次产业结构为5.1:45.3:50.6. */
function* structures(text: string): Generator<WrongSum> {
  for (const found of text.matchAll(STRUCTURE)) {
    const sum = found.slice(1).reduce((all, share) => all + Math.round(Number(share) * 100), 0) / 100;
    // Three rounded shares may miss a hundred by a unit and a half of their last digit.
    const last = Math.max(...found.slice(1).map((share) => 10 ** -(share.split(".")[1]?.length ?? 0)));
    const off = Math.abs(sum - 100);
    if (off <= 1.5 * last + 1e-9 || off > 20) continue;
    const ratio = /\d[\d.:：∶]*$/u.exec(found[0])?.[0] ?? "";
    const start = found.index + found[0].length - ratio.length;
    yield wrongShare({ start, end: start + ratio.length, text: ratio }, [], String(sum), found.slice(1).join("＋"));
  }
}

/** The wrong sum of shares that miss a hundred, at the last of them; undefined where they make it, or miss it by too much. */
function against(shares: readonly Figure[], last: Figure): WrongSum | undefined {
  const sum = sumOf(shares);
  // What is further off was more likely read wrongly than written wrongly.
  if (isHundred(shares) || sizeOf(minus(sum, HUNDRED)) > 20) return undefined;
  const parts = shares.slice(0, -1);
  return wrongShare(last, parts, numeralOf(sum), shares.map(({ text }) => text.replace(/[%％]/u, "")).join("＋"));
}

function isHundred(shares: readonly Figure[]): boolean {
  return agree(sumOf(shares), HUNDRED, shares);
}

function wrongShare(whole: WrongSum["whole"], parts: WrongSum["parts"], sum: string, added: string): WrongSum {
  return {
    whole,
    parts,
    message: { zh: `各项占比合计${sum}%，不是100%（${added}）`, en: `The shares make ${sum}%, not 100% (${added})` },
  };
}
