/** `galley explain --name FILE:LINE:COLUMN`: what was taken for a name there, why, and what it was found to mean. */

import { analyze } from "../core/analyze.ts";
import { describeNumeric } from "../core/cards/value.ts";
import type { Evidence } from "../core/layout/decision.ts";
import { toJoined } from "../core/layout/index.ts";
import {
  type CandidateDecision,
  type ChosenName,
  type NameDecision,
  NameRecord,
} from "../core/names/explain/decision.ts";
import type { WeighedFeature } from "../core/names/explain/recorder.ts";
import { DROP_SAYS, featureSays, MEANING_SAYS, PAGE_SAYS } from "../core/names/explain/says.ts";
import { simplified } from "../core/names/words/script.ts";
import type { EntityType, Mention } from "../core/page/mention.ts";
import { textAt } from "../core/page/mention-spans.ts";
import type { Localised } from "../core/text/locale.ts";
import { Refusal } from "../host/refusal.ts";
import { columnGiven, evidenceRows, lineOn, offsetOn, signed, tableOf, unsigned } from "./explanations.ts";
import { createNames } from "./names.ts";
import { forOnePage } from "./pages.ts";
import type { Session } from "./session.ts";
import { onOneLine } from "./terminal.ts";

/** Prints what was decided about the names at a place. `place` is `FILE:LINE:COLUMN`, both counted from 1. */
export async function explainNameAt(session: Session, place: string): Promise<void> {
  const given = columnGiven(place, "--name");
  await forOnePage(session, given.file, async ({ name, text, settings, path }) => {
    const analysis = analyze(text, settings);
    const offset = offsetOn(analysis.page, lineOn(analysis.page, given), given);
    const block = textAt(analysis, offset);
    if (!block) throw new Refusal(NOTHING_HERE);
    const at = toJoined(block, offset);
    const record = new NameRecord(block.index, at);
    const { mentions } = await createNames(session, "whole").read(analysis, path, record);
    const decision = record.at(at);
    const found = mentions.filter((one) => one.block === block.index && one.start <= at && at < one.end);
    if (decision.candidates.length === 0 && found.length === 0) throw new Refusal(NOTHING_HERE);
    const described = new NameDescription(session);
    const parts = [
      described.found(found, decision),
      ...(decision.candidates.length > 0 ? described.choice(decision) : []),
      ...described.meanings(decision, found),
    ];
    const heading = session.colours.underline(`${onOneLine(name)}:${given.line}:${given.column}`);
    await session.print(`${heading}\n${context(block.text, at)}\n${parts.join("\n\n")}\n`);
  });
}

const NOTHING_HERE: Localised = {
  zh: "这里没有名称，也没有像名称的文字",
  en: "there is no name here, and nothing that looks like one",
};

/** Characters shown on either side of the place. */
const CONTEXT = 12;
/** Other candidates shown, the cheapest ones. */
const MOST_OTHERS = 8;

const TYPES: Readonly<Record<EntityType, Localised>> = {
  PER: { zh: "人名", en: "person" },
  LOC: { zh: "地名", en: "place" },
  ORG: { zh: "机构", en: "organisation" },
  DATE: { zh: "日期和时间", en: "date or time" },
  QTY: { zh: "数量", en: "quantity" },
  TERM: { zh: "提法", en: "coined term" },
};

/** The place in its text, marked. */
function context(text: string, at: number): string {
  const char = String.fromCodePoint(text.codePointAt(at) ?? 0x20);
  const before = [...text.slice(0, at)].slice(-CONTEXT).join("");
  return `${before}⟦${char}⟧${[...text.slice(at + char.length)].slice(0, CONTEXT).join("")}`;
}

/** Decisions about names, in words. */
class NameDescription {
  private readonly session: Session;

  constructor(session: Session) {
    this.session = session;
  }

  /** What the place was found to be, and why it is not what was chosen where that differs. */
  found(mentions: readonly Mention[], { joined, dropped, candidates }: NameDecision): string {
    const { say, colours } = this.session;
    const rows = mentions.map(({ text, type }) => colours.bold(`${text}  ${this.type(type)}`));
    const chosen = candidates.find((candidate) => candidate.chosen);
    return [
      ...(rows.length > 0 ? rows : [colours.bold(say(NO_NAME))]),
      ...(joined && !dropped ? [`${say(JOINED)} ${joined.text}`] : []),
      ...(dropped && chosen ? [`${chosen.text}  ${this.type(chosen.type)}: ${say(DROP_SAYS[dropped])}`] : []),
    ].join("\n");
  }

  /** The candidates, the chosen set, and what speaks for and against the chosen candidate and the runner-up. */
  choice({ candidates, costOfNone, names }: NameDecision): string[] {
    const { say } = this.session;
    const chosen = candidates.find((candidate) => candidate.chosen);
    const kept = candidates.filter(({ cost }) => cost !== undefined);
    const weighed = kept.length > 0 ? kept.slice(0, 2) : candidates.slice(0, 1);
    const none = { cost: costOfNone, cells: [unsigned(costOfNone), "", "", say(NONE), chosen ? "" : say(CHOSEN)] };
    const rows = [...candidates.map((one) => ({ cost: one.cost ?? Number.MAX_VALUE, cells: this.row(one) })), none];
    const shown = rows.sort((a, b) => a.cost - b.cost).slice(0, MOST_OTHERS + 1);
    const table = tableOf(
      [[say(COST), say(SCORE), say(KIND), say(NAME), ""], ...shown.map(({ cells }) => cells)],
      [0, 1],
    );
    return [
      [say(CANDIDATES), ...table.map((row) => `  ${row}`)].join("\n"),
      ...(names.length > 0 ? [`${say(SET)} ${this.set(names)}`] : []),
      ...weighed.map((candidate) => this.evidence(candidate)),
    ];
  }

  /** How the mention came to its meaning, and what else is known of it. */
  meanings({ meanings }: NameDecision, found: readonly Mention[]): string[] {
    const { say, locale } = this.session;
    const rows = meanings.map(({ step, entity, code }) => [entity, code ?? "", say(MEANING_SAYS[step])]);
    for (const { entity, role, value, type } of found) {
      // The lexicon may change what the recognition came to; a page in traditional characters names it in its own.
      const known = meanings.at(-1)?.entity ?? "";
      const step = simplified(entity) === known ? AS_WRITTEN : LEXICON;
      if (!value && type !== "TERM" && known !== entity) rows.push([entity, "", say(step)]);
      if (role !== undefined) rows.push([role, "", say(ROLE)]);
      if (value) rows.push(...describeNumeric({ value }, locale).map((text) => [text, "", say(TYPES[type])]));
      else if (type === "TERM") rows.push([entity, "", say(TYPES.TERM)]);
    }
    if (rows.length === 0) return [];
    return [[say(MEANING), ...tableOf(rows, []).map((row) => `  ${row}`)].join("\n")];
  }

  private type(type: EntityType): string {
    return `${this.session.say(TYPES[type])} ${type}`;
  }

  private row({ cost, score, type, text, chosen }: CandidateDecision): string[] {
    const { say } = this.session;
    return [
      cost === undefined ? say(TOO_WEAK) : unsigned(chosen ? 0 : cost),
      signed(score),
      this.type(type),
      text,
      chosen ? say(CHOSEN) : "",
    ];
  }

  private set(names: readonly ChosenName[]): string {
    return names
      .map(({ text, type, pair }, i) => {
        const beside = i > 0 && Math.abs(pair) >= LEAST_PAIR ? ` (${this.session.say(PAIR)} ${signed(pair)}) ` : "  ";
        return `${i > 0 ? beside : ""}${text} ${type}`;
      })
      .join("");
  }

  private evidence({ text, type, features, page, score }: CandidateDecision): string {
    const { say, colours } = this.session;
    const own = evidenceOf(features);
    const ofPage = page.map(({ reason, nats }) => ({ says: PAGE_SAYS[reason], nats }));
    const held = page.filter(({ reason }) => reason === "held").map(({ reason }) => `  ${say(PAGE_SAYS[reason])}`);
    return [
      `${colours.bold(`${text}  ${this.type(type)}`)} (${say(SCORE)} ${signed(score)})`,
      ...(own.length > 0 ? [say(OWN), ...evidenceRows(this.session, own)] : []),
      ...(ofPage.length > 0 ? [say(OF_PAGE), ...evidenceRows(this.session, ofPage), ...held] : []),
    ].join("\n");
  }
}

/** The features as evidence, the strongest first; those that say the same in words are one. */
function evidenceOf(features: readonly WeighedFeature[]): Evidence[] {
  const alike = new Map<string, Evidence>();
  for (const { feature, nats } of features) {
    const says = featureSays(feature) ?? OTHER_SIGN;
    alike.set(says.zh, { says, nats: nats + (alike.get(says.zh)?.nats ?? 0) });
  }
  return [...alike.values()].sort((a, b) => Math.abs(b.nats) - Math.abs(a.nats));
}

const OTHER_SIGN: Localised = { zh: "其他特征", en: "another sign" };

/** A pair that adds less is not shown. */
const LEAST_PAIR = 0.05;

const NO_NAME: Localised = { zh: "没有识别到名称", en: "No name was recognised" };
const JOINED: Localised = { zh: "与相连的名称合为：", en: "Joined with what stands beside it:" };
const CANDIDATES: Localised = {
  zh: "这里的候选（代价：换成它，整段的一组名称会差多少）：",
  en: "Candidates here (cost: how much worse the set of names of the paragraph would be with it):",
};
const COST: Localised = { zh: "代价", en: "cost" };
const SCORE: Localised = { zh: "得分", en: "score" };
const KIND: Localised = { zh: "类别", en: "type" };
const NAME: Localised = { zh: "名称", en: "name" };
const NONE: Localised = { zh: "没有名称", en: "no name" };
const CHOSEN: Localised = { zh: "选中", en: "chosen" };
const TOO_WEAK: Localised = { zh: "太弱", en: "too weak" };
const SET: Localised = { zh: "选中的一组：", en: "The set that was chosen:" };
const PAIR: Localised = { zh: "相邻", en: "pair" };
const OWN: Localised = {
  zh: "本身的依据（正数赞成，负数反对）：",
  en: "Evidence of its own (above 0 for it, below against it):",
};
const OF_PAGE: Localised = { zh: "本页别处的依据：", en: "Evidence of the page:" };
const MEANING: Localised = { zh: "含义：", en: "Meaning:" };
const AS_WRITTEN = {
  zh: "按本页的写法（识别时读作简体）",
  en: "as the page writes it; it was read in simplified characters",
};
const LEXICON: Localised = { zh: "按本社词库", en: "by the house's lexicon" };
const ROLE: Localised = { zh: "职务或身份，见于本页", en: "office or calling, as the page gives it" };
