/** Findings for a person at a terminal: a line each, with the place in its context, and a summary by rule. */

import { type ErrorRate, errorRate, type PageErrors, pageErrors } from "../../core/error-rate.ts";
import { errorRateInWords } from "../../core/error-rate-words.ts";
import type { Severity } from "../../core/page/finding.ts";
import { NAME_RULES } from "../../core/rules/index.ts";
import type { Localised } from "../../core/text/locale.ts";
import { positionsOf } from "../../core/text/positions.ts";
import type { Span } from "../../core/text/text.ts";
import { onOneLine } from "../terminal.ts";
import type { Voice } from "../work.ts";
import { columnsOf, padTo, widestOf, widthOf } from "./columns.ts";
import type { CheckedPage, Format } from "./report.ts";

const SEVERITIES: Readonly<Record<Severity, Localised>> = {
  error: { zh: "错误", en: "error" },
  warning: { zh: "警告", en: "warning" },
  information: { zh: "提示", en: "info" },
  hint: { zh: "建议", en: "hint" },
};

/** A name for `-`, which stands for standard input among the paths. */
const STDIN_NAME: Localised = { zh: "（标准输入）", en: "(standard input)" };

/** A block of lines for each page that has findings; then what was found in all, and what `galley fix` would mend. */
export const prettyReport: Format<PrettyPage> = {
  partOf(page, voice) {
    const tally = { ...emptyTally(), accepted: page.analysis.accepted?.length ?? 0 };
    for (const { rule, fix } of page.analysis.findings) {
      tally.rules.set(rule, (tally.rules.get(rule) ?? 0) + 1);
      // `galley fix` goes by no names: they are changed one by one, in an editor.
      if (fix && !NAME_RULE_IDS.has(rule)) tally[fix.safety] += 1;
    }
    return {
      tally,
      errors: pageErrors(page.analysis),
      block: page.analysis.findings.length > 0 ? pageBlock(voice, page) : "",
    };
  },
  start(session) {
    const all = emptyTally();
    let pages = 0;
    const errors: PageErrors[] = [];
    return {
      async page({ tally, block, errors: ofPage }) {
        pages += 1;
        errors.push(ofPage);
        for (const [rule, count] of tally.rules) all.rules.set(rule, (all.rules.get(rule) ?? 0) + count);
        for (const kind of [...SAFETIES, "accepted"] as const) all[kind] += tally[kind];
        if (block !== "") await session.print(block);
      },
      end: () => (pages === 0 ? Promise.resolve() : session.print(summary(session, pages, all, errorRate(errors)))),
    };
  },
};

/** A page's lines, and what is counted in it. */
interface PrettyPage {
  readonly block: string;
  readonly tally: Tally;
  readonly errors: PageErrors;
}

/** Rules whose fixes `galley fix` leaves alone. */
const NAME_RULE_IDS: ReadonlySet<string> = new Set(NAME_RULES.map(({ id }) => id));

interface Tally {
  safe: number;
  doubtful: number;
  unsafe: number;
  /** What the house has accepted, and is none of the rest. */
  accepted: number;
  readonly rules: Map<string, number>;
}

const SAFETIES = ["safe", "doubtful", "unsafe"] as const;

function emptyTally(): Tally {
  return { safe: 0, doubtful: 0, unsafe: 0, accepted: 0, rules: new Map() };
}

function pageBlock(voice: Voice, { name, analysis }: CheckedPage): string {
  const { say, colours } = voice;
  const { position } = positionsOf(analysis.page);
  const columnOf = columnsOf(analysis.page);
  const places = analysis.findings.map(({ start }) => {
    const { line, character } = position(start);
    return `${line + 1}:${columnOf({ line, character })}`;
  });
  const excerpts = analysis.findings.map((finding) => excerpt(analysis.text, finding));
  const placeWidth = widestOf(places);
  const excerptWidth = widestOf(excerpts.map((parts) => parts.join("")));
  const severityWidth = widestOf(analysis.findings.map(({ severity }) => say(SEVERITIES[severity])));
  const lines = analysis.findings.map(({ severity, message, rule }, i) => {
    const [before, found, after] = excerpts[i] ?? ["", "", ""];
    const paint = paintOf(voice, severity);
    return [
      `  ${colours.dim((places[i] ?? "").padStart(placeWidth))}`,
      paint(padTo(say(SEVERITIES[severity]), severityWidth)),
      `${before}${paint(found)}${padTo(after, excerptWidth - widthOf(before + found))}`,
      say(message),
      colours.dim(rule),
    ].join("  ");
  });
  return `${colours.underline(name === "-" ? say(STDIN_NAME) : onOneLine(name))}\n${lines.join("\n")}\n\n`;
}

function summary(voice: Voice, pages: number, tally: Tally, rate: ErrorRate): string {
  const { accepted } = tally;
  if (accepted === 0) return foundIn(voice, pages, tally, rate);
  const note = voice.say({
    zh: `${accepted} 处已接受，没有列出；--no-accepted 全部列出。`,
    en: `${accepted} accepted and not listed; --no-accepted lists all.`,
  });
  return `${foundIn(voice, pages, tally, rate)}${note}\n`;
}

function foundIn(
  { say, colours }: Voice,
  pages: number,
  { rules, safe, doubtful, unsafe }: Tally,
  rate: ErrorRate,
): string {
  const total = [...rules.values()].reduce((sum, count) => sum + count, 0);
  const paged = `${pages} page${pages === 1 ? "" : "s"}`;
  if (total === 0) {
    return `${colours.green(say({ zh: `${pages} 页，没有发现问题。`, en: `${paged}, nothing found.` }))}\n`;
  }
  const byRule = [...rules].sort((a, b) => b[1] - a[1]).map(([rule, count]) => `${rule} ${count}`);
  const lines = [
    colours.bold(
      say({
        zh: `${pages} 页，${total} 处：${byRule.join("，")}`,
        en: `${paged}, ${total} finding${total === 1 ? "" : "s"}: ${byRule.join(", ")}`,
      }),
    ),
  ];
  if (safe > 0) {
    lines.push(
      say({
        zh: `其中 ${safe} 处可用 galley fix 修好（只动空白和形近字）。`,
        en: `${safe} can be mended by \`galley fix\`, which touches only white space and look-alike characters.`,
      }),
    );
  }
  const [left, judged] = [total - safe, doubtful + unsafe];
  if (left > 0) {
    lines.push(
      say({
        zh: `${left} 处要人拿主意${judged > 0 ? `；其中 ${judged} 处有改法，可用 galley fix --unsafe --diff 查看` : ""}。`,
        en: `${left} need${left === 1 ? "s" : ""} a decision${judged > 0 ? `; ${judged} of them have a fix to be judged: see \`galley fix --unsafe --diff\`` : ""}.`,
      }),
    );
  }
  if (rate.errors > 0) {
    const { zh, en } = errorRateInWords(rate);
    lines.push(say({ zh: `${zh}。`, en: `${en}.` }));
  }
  return `${lines.join("\n")}\n`;
}

function paintOf({ colours }: Voice, severity: Severity): (text: string) => string {
  if (severity === "error") return colours.red;
  return severity === "warning" ? colours.yellow : colours.cyan;
}

/** Characters of context shown on either side of a finding, and of a finding before its middle is left out. */
const CONTEXT = 6;
const LONGEST = 14;
/** Code units looked at on either side; enough for the context and the blank lines in it. */
const REACH = 64;

/** The finding between ⟦ and ⟧, which newspapers don't use, with some of what stands before and after. */
function excerpt(text: string, { start, end }: Span): [before: string, found: string, after: string] {
  // More than enough code units, so that a page of one endless line costs no more than any other.
  const before = signsOf(text.slice(Math.max(0, start - REACH), start).replace(/^.*[\r\n]/su, "")).slice(-CONTEXT);
  const after = signsOf(text.slice(end, end + REACH)).slice(0, CONTEXT);
  const found = signsOf(text.slice(start, Math.min(end, start + REACH)));
  const isLong = found.length > LONGEST || end - start > REACH;
  const shown = isLong
    ? [...found.slice(0, LONGEST / 2), "…", ...signsOf(text.slice(end - LONGEST, end)).slice(-LONGEST / 2)]
    : found;
  return [before.join(""), `⟦${shown.map((sign) => (sign === " " ? "␣" : sign)).join("")}⟧`, after.join("")];
}

/** The characters of a text, each as a sign that can be seen; line ends with the blank lines between them as one. */
function signsOf(text: string): string[] {
  return [...text.replace(/\s*[\r\n]\s*/gu, "⏎")].map(visible);
}

/** Characters that a terminal would obey or not show, as signs. */
function visible(char: string): string {
  if (char === "\u3000") return "⎵";
  if (char === "\t") return "⇥";
  if (/^[\p{Cc}\p{Cs}]$/u.test(char)) return "�";
  return /^[\p{Cf}\u200b\ufeff]$/u.test(char) ? "·" : char;
}
