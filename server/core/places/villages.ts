/** Villages and communities of a province, by name: the level below the towns of the gazetteer. */

/** A village or community as it is registered. */
export interface Village {
  /** The registered name, with the body that runs it: 北桥居委会, 沙湾村村委会. */
  readonly name: string;
  /** Twelve digits; the first nine are its town's. */
  readonly code: string;
}

/** The villages of one province. */
export interface Villages {
  /** How many there are. */
  readonly count: number;
  /**
   * Those that a page can mean by this name, in the order of their codes: those of the same kind (北桥居委会 by 北桥社区), and
   * `loosely` also those that are registered as another kind since (沙湾居委会 by 沙湾村).
   */
  find(name: string, loosely?: boolean): readonly Village[];
}

/**
 * Gives the villages of a province (its two digits), undefined where they cannot be had. The host reads a province's file
 * when it is first asked for, so nobody asks unless a page names a village.
 */
export type VillageSource = (province: string) => Villages | undefined;

/**
 * Reads a province's file: a town a line, its nine digits and then its villages, after a blank each. A village is its name,
 * with three digits before it where they are not those of the village before it plus one. Other lines, such as comments
 * (`#`), are passed over.
 */
export function parseVillages(data: string): Villages {
  const text = data
    .split("\n")
    .filter((line) => TOWN_LINE.test(line))
    .join("\n");
  let found = new Map<string, readonly Village[]>();
  return {
    count: text.split(" ").length - 1,
    find(name, loosely = false) {
      const key = `${loosely ? "~" : ""}${name}`;
      let list = found.get(key);
      if (!list) {
        // A page asks for the same names at each edit; no page has as many as these.
        if (found.size >= MOST_REMEMBERED) found = new Map();
        list = searchVillages(text, name, loosely);
        found.set(key, list);
      }
      return list;
    },
  };
}

const TOWN_LINE = /^\d{9} /;
/** So many names are remembered with their villages; at one more all are forgotten. */
const MOST_REMEMBERED = 1000;

/** What kind of settlement a name says it is; `plain` where it says nothing (王庄, 十三里). */
export type VillageKind = "village" | "community" | "gacha" | "plain";

/**
 * A village's name without its kind and the body that runs it, and that kind: 北桥 of 北桥社区, 北桥居委会 and
 * 北桥社区居民委员会, 沙湾 of 沙湾村, 沙湾村委会 and 沙湾村村民委员会. Where nothing would be left, the name itself.
 */
export function villageName(name: string): { readonly bare: string; readonly kind: VillageKind } {
  const whole = name.replace(/（[^）]*）/gu, "");
  for (const [kind, end] of KIND_ENDINGS) {
    const bare = whole.replace(end, "");
    if (bare === whole || bare === "") continue;
    // A community may be run by villagers: 北桥社区村民委员会.
    return kind === "village" && /.社区$/u.test(bare) ? { bare: bare.slice(0, -2), kind: "community" } : { bare, kind };
  }
  return { bare: whole, kind: "plain" };
}

/** How names end by their kind; the register cuts, doubles and drops characters here and there (居民委会, 居委会会, 村委). */
const KIND_ENDINGS: readonly (readonly [VillageKind, RegExp])[] = [
  ["gacha", /嘎查(?:村?[民牧]*委员?会?)?$/u],
  ["community", /(?:社区)?居居?民?委(?:会|员)?会?会?$|社区(?:委员?会|居民?)?$|居民区$/u],
  ["village", /(?:村?村[民牧]*委(?:会|员)?会?会?|村?牧民?委员?会|村)$/u],
];

/** Whether a registered kind can stand for the kind that a page writes. */
function kindMayBe(page: VillageKind, registered: VillageKind, loosely: boolean): boolean {
  if (page === registered) return true;
  if (page === "plain") return loosely || registered !== "community";
  return loosely && page === "village" && registered === "community";
}

/** The villages whose names begin as the page's does and mean the same; each stands after a blank or the digits of its code. */
function searchVillages(text: string, name: string, loosely: boolean): Village[] {
  const { bare, kind } = villageName(name);
  const list: Village[] = [];
  if (bare === "") return list;
  for (let at = text.indexOf(bare); at >= 0; at = text.indexOf(bare, at + 1)) {
    if (!/[ \d]/.test(text[at - 1] ?? "-")) continue;
    const start = text.lastIndexOf(" ", at) + 1;
    const end = endOfWord(text, at);
    const own = nameIn(text.slice(start, end));
    if (end - own.length !== at) continue;
    const registered = villageName(own);
    if (isSameButForKind(bare, registered, own) && kindMayBe(kind, registered.kind, loosely))
      list.push({ name: own, code: codeAt(text, end) });
  }
  return list;
}

/** Whether the page's bare name and the registered one are the same but for the kind; `own` is the registered name whole. */
function isSameButForKind(bare: string, registered: ReturnType<typeof villageName>, own: string): boolean {
  if (registered.bare === bare) return true;
  // A village that has become a community may keep its 村: 沙湾村居委会.
  if (registered.kind === "community") return registered.bare === `${bare}村`;
  // 石村村委会 may run 石村, or a village whose full name is 石村村.
  return registered.kind === "village" && bare === `${registered.bare}村` && own.startsWith(`${bare}村`);
}

function endOfWord(text: string, from: number): number {
  let end = from;
  while (end < text.length && text[end] !== " " && text[end] !== "\n") end += 1;
  return end;
}

/** The village's name in a word of a line, without the digits that may stand before it. */
function nameIn(word: string): string {
  return word.replace(/^\d{3}/, "");
}

/** The code of the village whose name ends at the offset: its town's, and the last digits written plus the villages since. */
function codeAt(text: string, end: number): string {
  const [town = "", ...words] = text.slice(text.lastIndexOf("\n", end - 1) + 1, end).split(" ");
  let last = 0;
  for (const word of words) last = /^\d{3}/.test(word) ? Number(word.slice(0, 3)) : last + 1;
  return town + String(last).padStart(3, "0");
}
