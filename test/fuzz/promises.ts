/** What Galley promises of every page with every settings, as checks: each throws an AssertionError where it is broken. */

import assert from "node:assert/strict";
import { analyze } from "../../server/core/analyze.ts";
import { EXPORT_FORMATS, exportPage } from "../../server/core/export/index.ts";
import { safeEdits } from "../../server/core/fix/edits.ts";
import { fixPage } from "../../server/core/fix/fix-page.ts";
import { restoreHeadlines } from "../../server/core/fix/restore-headlines.ts";
import { fixText } from "../../server/core/fix/whole-page.ts";
import { createRecogniser } from "../../server/core/names/index.ts";
import { type OutlineSymbol, outlineOf } from "../../server/core/outline.ts";
import type { Analysis } from "../../server/core/page/analysis.ts";
import type { Mention } from "../../server/core/page/mention.ts";
import { pageSpans } from "../../server/core/page/mention-spans.ts";
import type { Settings } from "../../server/core/page/settings.ts";
import { isInForce } from "../../server/core/rules/apply.ts";
import { SAFE_RULES } from "../../server/core/rules/index.ts";
import { substance } from "../../server/core/substance.ts";
import { applyEdits, withoutWhiteSpace } from "../../server/core/text/text.ts";
import { checkEdits, checkNothingLost } from "../support/check-rule.ts";
import { realWeights, region } from "../support/mentions.ts";

/** The recogniser that a server without a dictionary has, over a region of few places. */
const RECOGNISER = createRecogniser({ gazetteer: region(), weights: realWeights() });

/** A page as it is read and fixed; each is worked out when a promise first asks for it. */
export class Reading {
  readonly page: string;
  readonly settings: Settings;
  #analysis: Analysis | undefined;
  #fixed: string | undefined;
  #again: Analysis | undefined;
  #mentions: readonly Mention[] | undefined;

  constructor(page: string, settings: Settings) {
    this.page = page;
    this.settings = settings;
  }

  get analysis(): Analysis {
    this.#analysis ??= analyze(this.page, this.settings);
    return this.#analysis;
  }

  /** The page with its safe fixes made. */
  get fixed(): string {
    this.#fixed ??= fixPage(this.analysis);
    return this.#fixed;
  }

  /** The analysis of the fixed page. */
  get again(): Analysis {
    this.#again ??= analyze(this.fixed, this.settings);
    return this.#again;
  }

  get mentions(): readonly Mention[] {
    this.#mentions ??= RECOGNISER.page(this.analysis.texts).mentions;
    return this.#mentions;
  }

  /** Whether all is mended that can be mended safely: else the page that is left is one half mended. */
  get isFixedWhole(): boolean {
    return SAFE_RULES.every((rule) => isInForce(rule, this.settings));
  }
}

/** One promise. */
export interface PagePromise {
  readonly name: string;
  /** @throws AssertionError where the page breaks it; whatever the core throws, which it may not */
  check(reading: Reading): void;
  /** Checked on one page in so many, where it costs much. */
  readonly every?: number;
}

export const PROMISES: readonly PagePromise[] = [
  {
    name: "findings lie on the page, between characters; safe edits are apart and lose nothing",
    check({ analysis }) {
      checkEdits(analysis);
      for (const { rule, start, end, fix } of analysis.findings) {
        checkBetweenCharacters(analysis.text, start, rule);
        checkBetweenCharacters(analysis.text, end, rule);
        for (const edit of fix?.edits ?? []) {
          checkBetweenCharacters(analysis.text, edit.start, `${rule}, edit`);
          checkBetweenCharacters(analysis.text, edit.end, `${rule}, edit`);
          if (fix?.safety === "doubtful") checkNothingLost(analysis.text.slice(edit.start, edit.end), edit.newText);
        }
      }
    },
  },
  {
    name: "fixing loses nothing",
    check: ({ page, fixed }) => checkNothingLost(page, fixed),
  },
  {
    name: "one round of fixes is enough",
    check({ page, analysis, fixed, isFixedWhole }) {
      if (isFixedWhole) assert.equal(applyEdits(page, safeEdits(analysis.findings)), fixed);
    },
  },
  {
    name: "a fixed page has no safe fix left",
    check({ again }) {
      assert.deepEqual(
        again.findings.filter(({ fix }) => fix?.safety === "safe").map(({ rule, start }) => `${rule} at ${start}`),
        [],
      );
    },
  },
  {
    name: "whether a page is read for fixing alone or for all, it is fixed alike",
    check({ page, settings, fixed }) {
      assert.deepEqual(fixText(page, settings), { value: fixed });
    },
    every: 4,
  },
  {
    name: "paragraphs, articles and outline are the same before and after fixing",
    check({ analysis, again, isFixedWhole }) {
      if (!isFixedWhole) return;
      assert.deepEqual(
        again.blocks.map(({ text }) => text),
        analysis.blocks.map(({ text }) => text),
      );
      assert.deepEqual(
        again.texts.map(({ text }) => text),
        analysis.texts.map(({ text }) => text),
      );
      assert.deepEqual(again.roles, analysis.roles);
      assert.deepEqual(drawn(again), drawn(analysis));
    },
  },
  {
    name: "the outline is one that an editor can show",
    check({ analysis }) {
      checkSymbols(analysis.text, outlineOf(analysis), 0, analysis.text.length);
    },
  },
  {
    name: "mentions stand on the page as they are written, and are the same before and after fixing",
    check({ analysis, mentions, again, isFixedWhole }) {
      for (const mention of mentions) {
        const spans = pageSpans(analysis, mention);
        for (const { start, end } of spans)
          for (const offset of [start, end]) checkBetweenCharacters(analysis.text, offset, mention.text);
        const written = spans.map(({ start, end }) => analysis.text.slice(start, end)).join("");
        assert.equal(substance(written), substance(mention.text));
      }
      const named = ({ type, text, entity }: Mention): string => `${type} ${text} = ${entity}`;
      if (isFixedWhole) assert.deepEqual(RECOGNISER.page(again.texts).mentions.map(named), mentions.map(named));
    },
    every: 4,
  },
  {
    name: "each article can be taken away in each format",
    check({ analysis, mentions }) {
      for (const format of EXPORT_FORMATS) exportPage(analysis, format, { mentions });
    },
    every: 8,
  },
  {
    name: "unsafe fixes end, and lose no page",
    check({ analysis }) {
      fixPage(analysis, { unsafe: true });
    },
    every: 4,
  },
  {
    name: "headlines restored lose nothing, and stay when restored again",
    check({ analysis }) {
      const { text } = restoreHeadlines(analysis).analysis;
      assert.equal(charactersOf(text), charactersOf(analysis.text));
      assert.equal(restoreHeadlines(analyze(text, analysis.settings)).analysis.text, text);
    },
    every: 4,
  },
  {
    name: "a fixed page whose headlines are restored needs no fix",
    check({ again, isFixedWhole }) {
      if (!isFixedWhole) return;
      const { text } = restoreHeadlines(again).analysis;
      if (text !== again.text) assert.equal(fixPage(analyze(text, again.settings)), text);
    },
    every: 4,
  },
];

/** Asserts that an offset parts neither the halves of a character nor those of a line break. */
function checkBetweenCharacters(text: string, offset: number, what: string): void {
  const around = text.slice(Math.max(0, offset - 1), offset + 1);
  if (offset === 0) return;
  assert.doesNotMatch(around, /^[\ud800-\udbff][\udc00-\udfff]$/, `${what}: ${offset} is inside a character`);
  assert.notEqual(around, "\r\n", `${what}: ${offset} is inside a line break`);
}

function checkSymbols(text: string, symbols: readonly OutlineSymbol[], from: number, to: number): void {
  let done = from;
  for (const { name, span, selection, children } of symbols) {
    assert.notEqual(name.trim(), "", "a symbol has a name");
    assert.doesNotMatch(name, /[\r\n]/, "a name is one line");
    assert.ok(done <= span.start && span.start <= span.end && span.end <= to, "spans are apart and inside");
    assert.ok(span.start <= selection.start && selection.start <= selection.end && selection.end <= span.end);
    for (const offset of [span.start, span.end, selection.start, selection.end])
      checkBetweenCharacters(text, offset, name);
    checkSymbols(text, children, span.start, span.end);
    done = span.end;
  }
}

/** An outline without the places, which move. */
function drawn(analysis: Analysis): unknown[] {
  const lines = ({ kind, name, detail, children }: OutlineSymbol): unknown[] => [
    kind,
    name,
    detail.replace(/第 \d+ 行/u, ""),
    children.map(lines),
  ];
  return outlineOf(analysis).map(lines);
}

function charactersOf(text: string): string {
  return [...withoutWhiteSpace(text)].sort().join("");
}
