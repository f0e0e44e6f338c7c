/** `galley explain`: what a rule is about, why it matters, and an example of the fault and its repair. */

import { analyzeExample } from "../core/analyze-example.ts";
import type { Fix } from "../core/page/finding.ts";
import { DEFAULT_SETTINGS } from "../core/page/settings.ts";
import { RULES } from "../core/rules/index.ts";
import {
  type Example,
  type IssueExample,
  isPageRule,
  type Rule,
  shownExample,
  shownWords,
} from "../core/rules/rule.ts";
import { Refusal } from "../host/refusal.ts";
import { padTo, widestOf } from "./formats/columns.ts";
import type { Session } from "./session.ts";

/** Explains the rule of an id, or lists all rules. @throws Refusal where there is no such rule. */
export async function explain(session: Session, id: string | undefined): Promise<void> {
  if (id === undefined) return session.print(listOf(session));
  const rule = RULES.find((known) => known.id === id);
  if (!rule) throw unknownRule(id);
  await session.print(pageOf(session, rule));
}

/** Says that there is no such rule, and which ones there are. */
export function unknownRule(id: string): Refusal {
  const ids = RULES.map((rule) => rule.id);
  return new Refusal({
    zh: `没有名为“${id}”的规则。现有：${ids.join("、")}`,
    en: `there is no rule “${id}”. There are: ${ids.join(", ")}`,
  });
}

function listOf({ say, colours }: Session): string {
  const width = widestOf(RULES.map(({ id }) => id));
  return RULES.map(({ id, title }) => `${colours.bold(padTo(id, width))}  ${say(title)}\n`).join("");
}

function pageOf({ say, colours }: Session, rule: Rule): string {
  const label = (zh: string, en: string): string => colours.dim(say({ zh, en }));
  const fix = rule.examples.map((example) => fixOf(rule, example)).find((given) => given !== undefined);
  const examples = rule.examples.map((example) => {
    const { fixed, settings, house }: Partial<Example> = "page" in example ? example : {};
    const known = house?.entries
      ?.map(({ name, role }) => (role === undefined ? name : `${name}（${role}）`))
      .join("、");
    const words = "page" in example ? shownWords(example) : undefined;
    const listed = words
      ? `${say({ zh: "本社不用的词", en: "house words" })}: ${words}`
      : known && `${say({ zh: "本社词库", en: "house lexicon" })}: ${known}`;
    const given = settings && !words ? JSON.stringify(settings) : listed;
    const heading = `${label("例", "Example")}${given ? `  ${colours.dim(given)}` : ""}`;
    const repair = fixed === undefined ? "" : `\n${label("改为", "Fixed")}\n${indented(fixed)}`;
    return `${heading}\n${indented(shownExample(example))}${repair}`;
  });
  const parts = [
    `${colours.bold(rule.id)}  ${say(rule.title)}  ${colours.dim(rule.severity)}`,
    `${label("为什么", "Why")}\n${indented(say(rule.why))}`,
    `${label("改法", "Fix")}\n${indented(say(fix ? described(fix, rule) : NO_FIX))}`,
    ...examples,
  ];
  return `${parts.join("\n\n")}\n`;
}

/** The fix that the rule offers in its example. */
function fixOf({ id }: Rule, example: Example | IssueExample): Fix | undefined {
  if (!("page" in example)) return undefined;
  const { page, settings, house } = example;
  // A rule that is off until it is asked for is asked here.
  const asked = { ...DEFAULT_SETTINGS, rules: { [id]: "hint" as const }, ...settings };
  const { findings } = analyzeExample(page.replace(/[⟦⟧‸]/g, ""), asked, house);
  return findings.find(({ rule, fix }) => rule === id && fix)?.fix;
}

/** Which command makes the fix. Fixes that go by names are for an editor alone: no command changes who is meant. */
function described({ title, safety }: Fix, rule: Rule): Fix["title"] {
  if (!isPageRule(rule))
    return { zh: `${title.zh}（要人判断：在编辑器里逐处改）`, en: `${title.en} (for a person to judge, in an editor)` };
  if (safety === "safe")
    return { zh: `${title.zh}（安全：galley fix 会做）`, en: `${title.en} (safe: \`galley fix\` does it)` };
  const [doubtZh, doubtEn] = safety === "doubtful" ? ["存疑，", "doubtful, "] : ["", ""];
  return {
    zh: `${title.zh}（${doubtZh}要人判断：galley fix --unsafe）`,
    en: `${title.en} (${doubtEn}for a person to judge: \`galley fix --unsafe\`)`,
  };
}

const NO_FIX: Fix["title"] = { zh: "只报告，要人来改", en: "None: a person has to mend it" };

function indented(text: string): string {
  return text.trimEnd().replace(/^(?=.)/gm, "  ");
}
