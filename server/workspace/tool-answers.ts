/**
 * What an assistant is told of a page, by the command line over MCP and by the language server to VS Code alike: short, with
 * lines as people count them, and first what needs a person.
 */

import { countCharacters } from "../core/articles/count.ts";
import { describeNumeric } from "../core/cards/value.ts";
import { fixWholePage } from "../core/fix/whole-page.ts";
import { outlineOf } from "../core/outline.ts";
import type { Analysis } from "../core/page/analysis.ts";
import { type Finding, needsPerson, type Safety, type Severity } from "../core/page/finding.ts";
import type { EntityType, Mention } from "../core/page/mention.ts";
import { pageSpans } from "../core/page/mention-spans.ts";
import type { Locale, Localised } from "../core/text/locale.ts";
import { positionsOf } from "../core/text/positions.ts";

/** A finding that needs a person. */
interface ToldFinding {
  /** From 1 on. */
  readonly line: number;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** The words that it is about. */
  readonly words: string;
  /** What would mend it, for a person to judge. */
  readonly suggestion?: { readonly title: string; readonly safety: Safety };
}

export interface CheckAnswer {
  /** Findings that need a person, in page order; of very many the first. */
  readonly findings: readonly ToldFinding[];
  readonly needPerson: number;
  /** What the tool `fix` mends without changing words: how many, by rule. */
  readonly fixable: number;
  readonly fixableByRule: Readonly<Record<string, number>>;
}

/** An assistant that is told more than so many findings or entities loses its way. */
const MOST = 200;
/** Characters that are shown of the words of a finding. */
const MOST_WORDS = 60;

/** What is to be done on a page. */
export function checkAnswer({ page, text, findings }: Analysis, locale: Locale): CheckAnswer {
  const { position } = positionsOf(page);
  const needing = findings.filter(needsPerson);
  const fixableByRule: Record<string, number> = {};
  for (const { rule } of findings.filter((finding) => !needsPerson(finding)))
    fixableByRule[rule] = (fixableByRule[rule] ?? 0) + 1;
  const told = ({ rule, severity, message, fix, start, end }: Finding): ToldFinding => ({
    line: position(start).line + 1,
    rule,
    severity,
    message: message[locale],
    words: shortened(text.slice(start, end)),
    ...(fix && { suggestion: { title: fix.title[locale], safety: fix.safety } }),
  });
  return {
    findings: needing.slice(0, MOST).map(told),
    needPerson: needing.length,
    fixable: findings.length - needing.length,
    fixableByRule,
  };
}

export interface OutlineAnswer {
  readonly articles: readonly {
    /** Its headline, or words that say it has none. */
    readonly name: string;
    /** Kicker, deck, byline. */
    readonly detail?: string;
    readonly firstLine: number;
    readonly lastLine: number;
    readonly characters: number;
    readonly crossheads?: readonly { readonly name: string; readonly line: number }[];
    readonly captions?: readonly { readonly name: string; readonly line: number }[];
  }[];
}

/** The articles of a page, in page order. */
export function outlineAnswer(analysis: Analysis, locale: Locale): OutlineAnswer {
  const { position } = positionsOf(analysis.page);
  const line = (offset: number): number => position(offset).line + 1;
  const symbols = outlineOf(analysis, locale);
  return {
    articles: symbols.map(({ name, detail, span, children }, i) => {
      const article = analysis.articles[i];
      const parts = (kind: string) =>
        children.filter((part) => part.kind === kind).map((part) => ({ name: part.name, line: line(part.span.start) }));
      const [crossheads, captions] = [parts("crosshead"), parts("caption")];
      return {
        name,
        ...(detail !== "" && { detail }),
        firstLine: line(span.start),
        lastLine: line(span.end),
        characters: article ? countCharacters(article, analysis) : 0,
        ...(crossheads.length > 0 && { crossheads }),
        ...(captions.length > 0 && { captions }),
      };
    }),
  };
}

export interface EntitiesAnswer {
  readonly entities: readonly {
    readonly type: EntityType;
    /** As the page has it at first; a date or quantity by its words. */
    readonly name: string;
    /** Office, code of the division, or what a figure comes to. */
    readonly about?: string;
    /** Whether it may be none. */
    readonly doubtful?: true;
    /** Where it stands, one for each mention. */
    readonly lines: readonly number[];
  }[];
  /** Entities beyond those, where there are very many. */
  readonly more?: number;
}

/** What a page mentions, each entity once, in the order of the page. */
export function entitiesAnswer(analysis: Analysis, mentions: readonly Mention[], locale: Locale): EntitiesAnswer {
  const { position } = positionsOf(analysis.page);
  const groups = new Map<string, Mention[]>();
  for (const mention of mentions) {
    const key = `${mention.type} ${mention.entity}`;
    groups.set(key, [...(groups.get(key) ?? []), mention]);
  }
  const entities = [...groups.values()].flatMap((group) => {
    const [first] = group;
    const lines = group.flatMap((mention) =>
      pageSpans(analysis, mention)
        .slice(0, 1)
        .map(({ start }) => position(start).line + 1),
    );
    if (!first || lines.length === 0) return [];
    const about = group.map((mention) => aboutOf(mention, locale)).find((said) => said !== undefined);
    return [
      {
        type: first.type,
        name: first.value ? first.text : first.entity,
        ...(about !== undefined && { about }),
        ...(group.every(({ likely }) => likely) && { doubtful: true as const }),
        lines,
      },
    ];
  });
  const more = entities.length - MOST;
  return { entities: entities.slice(0, MOST), ...(more > 0 && { more }) };
}

function aboutOf({ role, code, value }: Mention, locale: Locale): string | undefined {
  return role ?? code ?? (value && describeNumeric({ value }, locale)[0]);
}

export interface FixAnswer {
  /** The fixed page. */
  readonly text: string;
  /** How many findings are mended. */
  readonly fixed: number;
  /** How many are left for a person. */
  readonly needPerson: number;
}

/** A page with its safe fixes made, or why they were not. */
export function fixAnswer(analysis: Analysis): { readonly value: FixAnswer } | { readonly refused: Localised } {
  const made = fixWholePage(analysis);
  if ("refused" in made) return made;
  const needPerson = analysis.findings.filter(needsPerson).length;
  return { value: { text: made.value.text, fixed: analysis.findings.length - needPerson, needPerson } };
}

/** What is said beside the fixed page. */
export function fixedSummary({ fixed, needPerson }: Pick<FixAnswer, "fixed" | "needPerson">): Localised {
  return {
    zh: `以上是修好的全文：修好 ${fixed} 处，只动空白和形近码位，未改一字；还有 ${needPerson} 处要人判断，用 check 列出。文件没有改动。`,
    en: `This is the whole fixed text. Fixed: ${fixed}, white space and look-alike code points only, no word changed. For a person to judge: ${needPerson}; check lists them. No file was changed.`,
  };
}

/** Words on one line, without the middle where they are many. */
function shortened(words: string): string {
  const characters = [...words.replace(/\s+/gu, " ").trim()];
  if (characters.length <= MOST_WORDS) return characters.join("");
  const half = MOST_WORDS / 2;
  return `${characters.slice(0, half).join("")}…${characters.slice(-half).join("")}`;
}
