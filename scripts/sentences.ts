/** Writes training sentences for the recogniser: the project's own patterns, filled with names from tables and grammars. */

import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { shortName } from "../server/core/mentions/gazetteer.ts";
import { classesOf, IS, PLACE_SUFFIX, suffixBefore } from "../server/core/mentions/lexicon.ts";
import type { EntityType } from "../server/core/mentions/types.ts";
import { GAZETTEER } from "../server/data/gazetteer.ts";
import { GIVEN_NAMES, TRANSLITERATIONS } from "../server/data/name-characters.ts";
import { ORGANISATIONS } from "../server/data/organisations.ts";
import { PERSONS } from "../server/data/persons.ts";
import { COMMON_SURNAMES, COMPOUND_SURNAMES, JAPANESE_SURNAMES, OTHER_SURNAMES } from "../server/data/surnames.ts";
import { ADDRESS, SAY } from "../server/data/titles.ts";
import { CITIES, COUNTRIES, NATURE, REGIONS } from "../server/data/world.ts";

/** A sentence and the names in it. */
export interface Sentence {
  readonly text: string;
  readonly entities: readonly { readonly start: number; readonly end: number; readonly type: EntityType }[];
}

const PATTERNS = fileURLToPath(new URL("./patterns/", import.meta.url));

/** The patterns, as written: one a line, `#` begins a comment. */
export function patterns(): string[] {
  return readdirSync(PATTERNS)
    .sort()
    .flatMap((file) => readFileSync(`${PATTERNS}${file}`, "utf8").split("\n"))
    .filter((line) => line && !line.startsWith("#"));
}

/** Fills a pattern: `{slot}` becomes a name of its kind, `[TYPE …]` marks what stands in it as one name. */
export function fill(pattern: string, random: () => number): Sentence {
  const fillers = makeFillers(random);
  let text = "";
  const entities: { start: number; end: number; type: EntityType }[] = [];
  let open: { start: number; type: EntityType } | undefined;
  for (const [token] of pattern.matchAll(/\{[a-zA-Z]+2?\}|\[[A-Z]{3} |\]|[^{[\]]+/gu)) {
    if (token.startsWith("[")) open = { start: text.length, type: token.slice(1, 4) as EntityType };
    else if (token === "]") {
      if (open) entities.push({ ...open, end: text.length });
      open = undefined;
    } else if (token.startsWith("{")) {
      const [type, name] = fillers(token.slice(1, -1));
      if (type && !open) entities.push({ start: text.length, end: text.length + name.length, type });
      text += name;
    } else text += token;
  }
  return { text, entities };
}

type Filled = readonly [type: EntityType | "", name: string];

function makeFillers(random: () => number): (slot: string) => Filled {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const chance = (share: number): boolean => random() < share;
  const surname = (): string => {
    const r = random();
    if (r < 0.02) return pick(LIST.compound);
    if (r < 0.2) return pick(LIST.rareSurnames);
    return LIST.surnames[Math.floor(random() ** 1.6 * LIST.surnames.length)] ?? "王";
  };
  const chinese = (): string => {
    if (chance(0.15)) return pick(LIST.knownNames);
    return (
      surname() +
      (chance(0.72) ? weighted(LIST.first, random) + weighted(LIST.second, random) : weighted(LIST.only, random))
    );
  };
  const foreign = (): string => {
    if (chance(0.55)) return pick(LIST.foreignNames);
    const length = 2 + Math.floor((random() + random()) * 2.2);
    let name = weighted(LIST.begin, random);
    while (name.length < length - 1) name += weighted(LIST.inside, random);
    return name + weighted(LIST.end, random);
  };
  const dotted = (): string => `${foreign()}·${chance(0.1) ? `${foreign()}·` : ""}${foreign()}`;
  const japanese = (): string => pick(LIST.japanese) + pick(LIST.japaneseGiven);
  const korean = (): string =>
    pick([..."金李朴崔郑姜赵尹张林韩申徐权黄安宋柳洪"]) + weighted(LIST.first, random) + weighted(LIST.second, random);
  const any = (): string => (chance(0.75) ? chinese() : chance(0.85) ? foreign() : dotted());
  const prov = (): string => pick(LIST.provinces);
  const provs = (): string => shortName(prov());
  const city = (): string => pick(LIST.cities);
  const citys = (): string =>
    chance(0.2)
      ? pick(["北京", "上海", "天津", "重庆", "香港", "广州", "深圳", "南京", "武汉", "大连"])
      : shortName(city());
  const county = (): string => pick(LIST.counties);
  const countys = (): string => shortName(county());
  const town = (): string => pick(LIST.towns);
  const word2 = (): string => pick(LIST.lucky) + pick(LIST.lucky);
  const village = (): string =>
    (chance(0.5)
      ? pick(LIST.surnames) + pick(["家", "家", "各", "老", ""])
      : pick([..."上下东西南北大小前后新老石黄白清青龙凤马牛羊柳槐杏枣"]) +
        (chance(0.6) ? pick([..."河沟坡岭桥井泉庄坪湾滩塘崖树山店"]) : "")) +
    pick(["村", "村", "村", "庄", "屯", "沟村", "寨", "湾村", "自然村", "村"]);
  const known = (): string => pick(LIST.organisations);
  const country = (): string => (chance(0.45) ? pick(LIST.bigCountries) : pick(LIST.countries));
  const place = (): string => pick([provs, citys, citys, countys, county, city])();
  const comshort = (): string => (chance(0.4) ? foreign().slice(0, 3) : word2());
  const industry = (): string => pick(LIST.industries);
  const company = (): string =>
    pick([
      () =>
        place() +
        word2() +
        industry() +
        pick(["有限公司", "有限责任公司", "股份有限公司", "公司", "集团", "集团公司", "总公司", "厂"]),
      () => word2() + industry() + pick(["有限公司", "公司", "集团", "厂"]),
      () => word2() + pick(["公司", "集团", "集团公司", "实业公司", "酒店", "大酒店", "宾馆"]),
      () => citys() + pick(LIST.products) + pick(["厂", "总厂", "公司", "二厂", "三厂", "集团"]),
      () =>
        place() +
        pick(["钢铁", "化肥", "水泥", "矿务", "铁路", "电力", "商业", "长途汽车运输", "煤气", "自来水"]) +
        pick(["公司", "局", "厂"]).replace("局", "公司"),
      () => `中国${industry()}${pick(["总公司", "集团公司", "进出口公司"])}`,
      () => `${country()}${comshort()}${pick(["公司", "集团", "银行", industry() + "公司"])}`,
      () => foreign().slice(0, 4) + pick(["公司", "集团", "汽车公司", "银行", "航空公司"]),
    ])();
  const government = (): string =>
    pick([
      () => pick(["省", "市", "县", "区"]) + pick(LIST.bureaus),
      () => pick([prov, city, county])() + pick(LIST.bureaus),
      () => citys() + "市" + pick(LIST.bureaus),
      () => pick([city, county])() + pick(["委", "人大常委会", "政协", "纪委监委", "纪委", "人民法院", "人民检察院"]),
      () =>
        `国家${pick(["税务", "林业", "环保", "统计", "旅游", "工商", "粮食", "海洋", "体育"])}${pick(["总局", "局"])}`,
      () => county() + pick(["委宣传部", "委组织部", "团委", "妇联", "总工会", "人武部", "残联", "工商联"]),
      () => town() + pick(["党委", "派出所", "卫生院", "农技站", "中心小学"]),
    ])();
  const university = (): string =>
    pick([
      () =>
        place() +
        pick([
          "大学",
          "学院",
          "师范学院",
          "师范大学",
          "医学院",
          "理工大学",
          "农业大学",
          "工业大学",
          "交通大学",
          "财经学院",
          "教育学院",
        ]),
      () => `中国${pick(["农业", "政法", "地质", "海洋", "传媒", "石油", "矿业"])}大学`,
      () =>
        `中国${pick(["农业", "林业", "医学", "社会", "水利"])}科学院${chance(0.5) ? pick(["植物", "土壤", "历史", "考古", "经济"]) + "研究所" : ""}`,
      () => place() + pick(["一中", "二中", "第一中学", "实验小学", "中学", "职业技术学校", "第三小学"]),
      () => `${foreign().slice(0, 3)}${pick(["大学", "理工学院"])}`,
      () => place() + "大学" + pick(["物理", "中文", "化学", "计算机", "经济", "历史", "电机"]) + pick(["系", "学院"]),
    ])();
  const hospital = (): string =>
    place() +
    pick(["人民医院", "第一人民医院", "中医院", "医院", "妇幼保健院", "儿童医院", "中心医院", "医学院附属医院"]);
  const media = (): string =>
    pick([
      () => place() + pick(["日报", "晚报", "电视台", "人民广播电台", "晨报", "卫视", "都市报"]),
      () => pick(["人民", "青年", "文艺", "教育", "科技", "少儿", "美术"]) + "出版社",
      () => place() + pick(["人民", "文艺", "科技"]) + "出版社",
      () => pick(LIST.media),
    ])();
  const association = (): string =>
    pick(["中国", "全国", "中华", ""].concat([place(), prov()])) +
    pick(LIST.fields) +
    pick(["协会", "学会", "联合会", "研究会", "商会", "基金会", "促进会", "委员会"]);
  const team = (): string =>
    pick([
      () => `${country()}${pick(["队", "队", "队", "女队", "男队", "女排", "男篮", "国家队", "足球队", "青年队"])}`,
      () => `${pick([citys, provs, citys])()}${pick(["队", "队", "队", "男篮", "女排", "足球队", "一队", "二队"])}`,
      () => `${citys()}${word2()}队`,
      () => `${pick([word2, () => foreign().slice(0, 4), () => pick(LIST.brands)])()}队`,
      () => `${pick(LIST.brands)}${pick(["俱乐部", "足球俱乐部", "队"])}`,
    ])();
  const army = (): string =>
    pick([
      () => `${citys()}军区`,
      () => `${prov()}军区`,
      () => `武警${prov()}总队`,
      () => `${county()}人武部`,
      () => "武警某部",
      () => `${citys()}警备区`,
    ])();
  const facility = (): string =>
    pick([
      () => word2() + pick(LIST.facilities),
      () =>
        citys() +
        pick([
          "机场",
          "火车站",
          "站",
          "体育馆",
          "博物馆",
          "图书馆",
          "国际机场",
          "体育中心",
          "国际会展中心",
          "动物园",
          "展览馆",
        ]),
      () =>
        county() +
        pick([
          "工业园区",
          "产业园",
          "经开区",
          "文化园",
          "旅游区",
          "新材料产业园",
          "物流园",
          "红色旅游区",
          "湿地公园",
          "开发区",
        ]),
      () =>
        pick(LIST.surnames) +
        pick(["家", "公", "氏"]) +
        pick(["大院", "桥", "祠堂", "祠", "庙", "湾水库", "沟水库", "坪"]).replace("坪", "大桥"),
      () =>
        pick([..."龙凤金银玉翠青白黑红"]) +
        pick([..."泉门山水河溪云岩石霞"]) +
        pick([
          "山",
          "湖",
          "水库",
          "寺",
          "公园",
          "路",
          "大街",
          "广场",
          "大厦",
          "古镇",
          "景区",
          "自然保护区",
          "风景区",
          "旅游度假区",
          "河",
          "峡谷",
          "洞",
        ]),
      () =>
        pick(["人民", "解放", "建设", "和平", "中山", "胜利", "文化", "新华", "长江", "黄河"]) +
        pick(["路", "大街", "广场", "公园", "西路", "东路", "北街"]),
    ])();
  const makers: Record<string, () => Filled> = {
    p: () => ["PER", chinese()],
    f: () => ["PER", foreign()],
    ff: () => ["PER", dotted()],
    j: () => ["PER", japanese()],
    k: () => ["PER", korean()],
    x: () => ["PER", any()],
    kp: () => ["PER", pick(LIST.persons)],
    z: () => [
      "",
      pick([
        word2,
        () => pick([..."东西南北中前后上下"]) + pick([..."关街门桥城苑湖湾"]),
        () => `${pick([..."新文光府建学滨前和人五胜"])}${pick([..."华化明东设府河进平民一利"])}`,
        countys,
        () => pick(LIST.landmarks),
        () => `${pick(LIST.surnames)}家${pick(["", "", "巷", "庄", "湾"])}`,
      ])(),
    ],
    s: () => ["PER", pick(LIST.surnames)],
    t: () => ["", pick(LIST.titles)],
    ct: () => ["", pick(LIST.stateTitles)],
    say: () => ["", pick(LIST.say)],
    adr: () => ["", pick(LIST.address)],
    c: () => ["LOC", country()],
    w: () => ["LOC", pick(LIST.worldCities)],
    prov: () => ["LOC", prov()],
    provs: () => ["LOC", provs()],
    city: () => ["LOC", city()],
    citys: () => ["LOC", citys()],
    county: () => ["LOC", county()],
    countys: () => ["LOC", countys()],
    town: () => ["LOC", town()],
    village: () => ["LOC", village()],
    nat: () => [
      "LOC",
      chance(0.7)
        ? pick(LIST.nature)
        : pick([..."青白黑红金银玉龙凤虎石云天大小"]) +
          pick([..."龙凤马牛石木水云泉门头峰坪"]) +
          pick(["山", "河", "湖", "江", "岭", "峰", "岛", "溪"]),
    ],
    reg: () => ["LOC", pick(LIST.regions)],
    fac: () => ["LOC", facility()],
    L: () => ["LOC", citys()],
    A: () => ["LOC", pick([..."中美英法德俄日韩朝印巴意西葡荷越泰缅澳加墨古以伊埃阿"])],
    B: () => ["LOC", pick([..."京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川蜀黔滇藏陕甘青宁新港澳台"])],
    known: () => ["ORG", known()],
    com: () => ["ORG", company()],
    comshort: () => ["ORG", chance(0.5) ? pick(LIST.brands) : comshort()],
    gov: () => ["ORG", government()],
    sg: () => ["ORG", pick(["省", "市", "县", "省", "市", "区"]) + pick(LIST.bureaus)],
    brand: () => ["", pick(LIST.companies)],
    assoc2: () => ["", pick(LIST.fields) + pick(["协会", "学会", "联合会", "商会"])],
    uni: () => ["ORG", university()],
    hos: () => ["ORG", hospital()],
    med: () => ["ORG", media()],
    assoc: () => ["ORG", association()],
    team: () => ["ORG", team()],
    army: () => ["ORG", army()],
    o: () => [
      "ORG",
      pick([company, government, university, hospital, media, association, team, known, known, company])(),
    ],
    NS: () => ["", pick(LIST.doubtfulPlaces)],
    EN: () => ["", weighted(LIST.endLikeNames, random)],
    NR: () => ["", pick(LIST.doubtfulNames)],
    G: () => ["", pick(LIST.placesThatAreWords)],
    SN: () => ["", weighted(LIST.likeSurnames, random)],
    fw: () => [
      "LOC",
      chance(0.5)
        ? pick(LIST.worldCities)
        : foreign().slice(0, 5) +
          (chance(0.35)
            ? pick(["市", "州", "省", "镇", "城", "港", "堡", "岛", "湖", "河", "山", "地区", "高原"])
            : ""),
    ],
    N: () => ["", weighted(LIST.nouns, random)],
    V: () => ["", weighted(LIST.verbs, random)],
    AD: () => ["", weighted(LIST.adjectives, random)],
    D: () => ["", chance(0.4) ? "" : weighted(LIST.adverbs, random)],
    I: () => ["", weighted(LIST.phrases, random)],
    M: () => ["", pick([..."一两三四五六七八九十几数"]) + pick([..."个名条座位家件项种次片批份张本场段栋间支台只棵"])],
    d: () => [
      "",
      `${1 + Math.floor(random() * 12)}月${1 + Math.floor(random() * 28)}日`
        .slice(chance(0.5) ? -3 : 0)
        .replace(/^月/, ""),
    ],
    n: () => ["", String(2 + Math.floor(random() ** 3 * 900))],
    y: () => ["", `${1900 + Math.floor(random() * 123)}年`],
  };
  makers.c2 = makers.c as () => Filled;
  return (slot) => makers[slot]?.() ?? ["", `{${slot}}`];
}

/** Draws a character from weighted ones. */
function weighted(list: readonly (readonly [char: string, upTo: number])[], random: () => number): string {
  const at = random() * (list.at(-1)?.[1] ?? 1);
  let low = 0;
  let high = list.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.[1] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return list[low]?.[0] ?? "";
}

const LIST = lists();

function lists() {
  const dictionary = readFileSync(
    (createRequire(import.meta.url)("nodejieba") as { DEFAULT_DICT: string }).DEFAULT_DICT,
    "utf8",
  );
  const entries = dictionary.split("\n").map((line) => line.split(" "));
  const transliterated = new Set([...TRANSLITERATIONS].filter((_, i) => i % 4 === 0));
  const tagged = (tag: string): string[] => entries.filter((entry) => entry[2] === tag).map((entry) => entry[0] ?? "");
  const surnames = new Set(COMMON_SURNAMES + OTHER_SURNAMES);
  const frequency = new Map<string, number>();
  for (const [word = "", count = "0"] of entries)
    for (const char of word) frequency.set(char, (frequency.get(char) ?? 0) + Number(count));
  const lines = GAZETTEER.split("\n").filter(Boolean);
  const units = (depth: number): string[] =>
    lines
      .filter((line) => (/^ */.exec(line)?.[0].length ?? 0) === depth)
      .map((line) => line.trimStart().slice(2).split(" ")[0] ?? "")
      .filter((name) => name.length > 1);
  // The table gives odds against running text; odds times frequency is how often a character stands in names.
  const draw = (table: string, place: number): [string, number][] => {
    let sum = 0;
    const list: [string, number][] = [];
    for (let i = 0; i + 3 < table.length; i += 4) {
      const char = table[i] ?? "";
      const odds = (table.charCodeAt(i + 1 + place) - 78) / 2;
      if (odds < -2.5) continue;
      sum += Math.exp(odds) * Math.min(200000, (frequency.get(char) ?? 0) + 50);
      list.push([char, sum]);
    }
    return list;
  };
  // Common words of a kind, drawn by the root of their frequency, so that rarer ones come up too.
  const common = (kind: RegExp, least: number, longest: number): [string, number][] => {
    let sum = 0;
    const list: [string, number][] = [];
    for (const [word = "", count = "0", tag = ""] of entries) {
      if (!kind.test(tag) || Number(count) < least || word.length > longest || word.length < 2) continue;
      sum += Math.sqrt(Number(count));
      list.push([word, sum]);
    }
    return list;
  };
  const shorts = new Set([...units(1), ...units(2)].map(shortName));
  const places = new Set([
    ...shorts,
    ...units(0),
    ...units(1),
    ...units(2),
    ...COUNTRIES.split(" "),
    ...CITIES.split(" "),
    ...REGIONS.split(" "),
    ...NATURE.split(" "),
  ]);
  const famous = new Set(PERSONS.split(" "));
  const adverbs = common(/^d$/, 100, 3).at(-1)?.[1] ?? 1;
  const singles = [..."曾已正将又也都就才并却便还再很更最不未没"].map((char, i): [string, number] => [
    char,
    adverbs * (1 + (i + 1) * 0.02),
  ]);
  return {
    nouns: common(/^n$/, 60, 4),
    verbs: common(/^(?:v|vn)$/, 60, 3),
    adjectives: common(/^a$/, 30, 3),
    adverbs: [...common(/^d$/, 100, 3), ...singles],
    // What the dictionary takes for a place or a name though nothing else says so, and what is a word as well as a place.
    doubtfulPlaces: entries
      .filter(
        ([word = "", , tag]) =>
          tag === "ns" &&
          word.length > 1 &&
          !places.has(word) &&
          !/[省市县区镇乡村州山河江湖海岛洲路街桥门港站城国]$/u.test(word),
      )
      .map(([word = ""]) => word),
    doubtfulNames: entries
      .filter(
        ([word = "", count, tag]) =>
          tag === "nr" &&
          !famous.has(word) &&
          ![...word].every((char) => transliterated.has(char)) &&
          (word.length === 2
            ? Number(count) > 150
            : word.length > 3 || (word.length === 3 && !surnames.has(word[0] ?? ""))),
      )
      .map(([word = ""]) => word),
    endLikeNames: common(/^(?:n|v|vn|a|d|t|b|l|i|s|f)$/, 20, 4).filter(
      ([word]) =>
        suffixBefore(word, word.length, IS.orgSuffix | PLACE_SUFFIX) > 0 &&
        !(classesOf(word) & (IS.orgSuffix | PLACE_SUFFIX)),
    ),
    landmarks: entries
      .filter(
        ([word = "", , tag = ""]) =>
          /^(?:nr|ns|nz)$/.test(tag) && /^.{1,3}[山沟湖泉河岭溪湾峡洞寨关岩江海岛峰谷滩坪口]$/u.test(word),
      )
      .map(([word = ""]) => word),
    placesThatAreWords: entries
      .filter(([word = "", , tag = ""]) => /^(?:n|v|vn|a|d|m|t|i|l|z)$/.test(tag) && shorts.has(word))
      .map(([word = ""]) => word),
    likeSurnames: common(/^(?:n|v|vn|a|d|t|b|z)$/, 40, 3).filter(([word]) => surnames.has(word[0] ?? "")),
    phrases: common(/^[il]$/, 3, 7),
    persons: PERSONS.split(" "),
    surnames: [...COMMON_SURNAMES],
    rareSurnames: [...OTHER_SURNAMES],
    compound: COMPOUND_SURNAMES.split(" ").filter((name) => name.length === 2),
    knownNames: entries
      .filter(
        ([word = "", count, tag]) =>
          /^nr(?:fg)?$/.test(tag ?? "") &&
          word.length >= 2 &&
          word.length <= 3 &&
          surnames.has(word[0] ?? "") &&
          Number(count) > 1 &&
          COMMON_SURNAMES.includes(word[0] ?? "") &&
          ![...word].every((char) => transliterated.has(char)),
      )
      .map(([word = ""]) => word),
    first: draw(GIVEN_NAMES, 0),
    second: draw(GIVEN_NAMES, 1),
    only: draw(GIVEN_NAMES, 2),
    begin: draw(TRANSLITERATIONS, 0),
    inside: draw(TRANSLITERATIONS, 1),
    end: draw(TRANSLITERATIONS, 2),
    foreignNames: [...tagged("nrt"), ...tagged("nr")].filter(
      (name) => name.length >= 2 && name.length <= 6 && [...name].every((char) => transliterated.has(char)),
    ),
    japanese: JAPANESE_SURNAMES.split(" "),
    japaneseGiven:
      "一郎 太郎 次郎 三郎 正雄 和夫 幸雄 信夫 康夫 太一 直人 健二 浩二 洋平 大辅 光 诚 茂 宏 修 明 聪 隆 进 美智子 由纪 惠子 洋子 良子 智子 由美 百合子 真由美 爱 彩 舞 优 邦彦 隆史 俊介 英寿 龙马 正男 义朗 喜一 善幸 晋三 直树 敏夫 秀夫 勇人 荣作 角荣 熏 拓哉".split(
        " ",
      ),
    provinces: units(0),
    cities: units(1),
    counties: units(2).filter((name) => name.length <= 4 || /自治/.test(name)),
    towns: lines
      .flatMap((line) => (line.startsWith("  ") ? line.slice(4).split(" ").slice(1) : []))
      .map((town) => town.replace(/^\d+/, ""))
      .filter((town) => /[镇乡]$|街道$/.test(town)),
    countries: COUNTRIES.split(" "),
    bigCountries:
      "中国 美国 日本 韩国 俄罗斯 英国 法国 德国 印度 意大利 巴西 澳大利亚 加拿大 西班牙 荷兰 伊朗 泰国 印尼 越南 朝鲜 南非 埃及 墨西哥 瑞典 以色列".split(
        " ",
      ),
    worldCities: CITIES.split(" "),
    nature: NATURE.split(" "),
    regions: REGIONS.split(" "),
    organisations: ORGANISATIONS.split(" "),
    say: SAY.split(" "),
    address: ADDRESS.split(" "),
    titles:
      "部长 副部长 主任 副主任 局长 副局长 主席 副主席 书记 副书记 会长 副会长 秘书长 总经理 董事长 院长 校长 所长 教授 研究员 常委 委员 负责人 党组书记 党组书记、局长 党组成员、副局长 厅长 司长 总工程师 处长 专家 发言人 党委书记 主任医师 工程师 政委 司令员 代表".split(
        " ",
      ),
    stateTitles:
      "总统 总理 首相 外长 国王 副总统 议长 国防部长 外交部长 财政部长 副总理 大使 总统候选人 外交大臣 前总理 参议员 外交部副部长 特使 王储 陆军司令".split(
        " ",
      ),
    lucky: [
      ..."华兴盛昌隆达通宏鑫泰丰瑞祥和安康顺利金银宝龙凤鹏飞腾远东方新天地海星光明亮阳春江山河源泉林森美佳百万千大中长永久恒信诚德仁义正联合同创业科技城市",
    ],
    industries:
      "电子 建筑 食品 纺织 机械 化工 医药 汽车 房地产开发 石油 钢铁 煤炭 电力 通信 旅游 贸易 物流 农业科技 生物科技 新材料 新能源 水泥 造纸 服装 家具 乳业 酒业 矿业 航运 保险 投资 广告 制药 环保 电器 信息技术 进出口 陶瓷 塑料制品 饲料".split(
        " ",
      ),
    products:
      "机床 缝纫机 自行车 电视机 水泵 轴承 化肥 农药 毛巾 皮鞋 钟表 拖拉机 柴油机 变压器 玻璃 棉纺 毛纺 橡胶 啤酒 白酒 造船 锅炉 电缆 仪表 木器 印染 味精 罐头 纸箱 消防器材".split(
        " ",
      ),
    bureaus:
      "公安局 教育局 教育厅 财政局 财政厅 卫生局 民政局 司法局 农业局 林业局 水利局 水利厅 交通局 交通厅 环保局 文化局 体育局 审计局 税务局 统计局 工商局 物价局 旅游局 人事局 劳动局 建设局 规划局 国土资源局 质监局 生态环境厅 生态环境局 住建局 文旅局 人社局 发改委 发改局 卫健委 应急管理局 乡村振兴局 市场监管局 计生委 经委 建委 教委 体委 邮电局 粮食局 档案局 供销社 科协 文联 公路局 气象局 烟草专卖局 电力局 法院 检察院 看守所 农科所 扶贫办 信访局 城管局 农业农村局 自然资源局 行政审批服务管理局".split(
        " ",
      ),
    media:
      "南方文学 当代作家 大众摄影 青年文摘 健康导报 国际论坛报 每日新闻报 星期日周刊 泰晤士报 世界报 科学杂志 自然杂志 经济学家杂志".split(
        " ",
      ),
    fields:
      "足球 篮球 羽毛球 游泳 登山 棋类 作家 书法家 摄影 老年 妇女 青年 儿童 残疾人 消费者 质量 环境保护 野生动物保护 中医药 数学 物理 历史 经济 法学 新闻 出版 旅游 纺织 建材 煤炭 体育 文学艺术界 科学技术 慈善 扶贫 企业家 个体劳动者 民间文艺 茶文化 养猪 果品".split(
        " ",
      ),
    companies:
      "微软 英特尔 谷歌 惠普 摩托罗拉 诺基亚 爱立信 西门子 飞利浦 索尼 松下 东芝 日立 三菱 丰田 本田 日产 三星 大众 奔驰 宝马 福特 克莱斯勒 沃尔沃 雷诺 标致 菲亚特 波音 空客 壳牌 可口可乐 麦当劳 肯德基 沃尔玛 家乐福 宝洁 雀巢 柯达 富士 佳能 华为 联想 海尔 长虹 康佳 海信 格力 春兰 科龙 方正 腾讯 百度 京东 比亚迪 首钢 宝钢 鞍钢 武钢 一汽 联通 中石油 中石化 中海油 国航 东航 南航 海航 茅台 五粮液 同仁堂 蒙牛 伊利 娃哈哈 健力宝 万科 汇丰".split(
        " ",
      ),
    brands:
      "海鸥 天鹅 雄狮 猛虎 飞龙 蓝天 红星 前进 东风 银河 长城 金鹰 雄鹰 白云 大地 光华 国力 天津泰达 浪潮 万里 百盛 龙腾 鹏程 华光 火车头 八一 前卫 太阳 星辰 飞马 骑士 野马 猎豹 活塞 小牛 雄鹿".split(
        " ",
      ),
    facilities:
      "大厦 广场 宾馆 饭店 公园 体育场 体育馆 博物馆 纪念馆 大桥 水库 电站 码头 机场 商场 市场 批发市场 剧院 影剧院 会堂 花园 小区 家园 社区 工业园 工业园区 产业园 科技园 开发区 高速公路 公路 铁路 路 大道 大街 隧道 车站 汽车站 港 农场 林场 植物园 动物园 度假村 度假区 陵园 寺 塔 教堂 书店 文化中心 会展中心 服务区 煤矿 油田 污水处理厂 加油站 监测站 古城 遗址 故居".split(
        " ",
      ),
  };
}
