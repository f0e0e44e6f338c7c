/** The sheets of a text, each read as a page of its own, and remembered from one version of the text to the next. */

import { type Articles, findArticles } from "./articles/index.ts";
import { type Layout, layOut } from "./layout/index.ts";
import type { Finding } from "./page/finding.ts";
import { DEFAULT_SETTINGS, type Settings, sameSettings } from "./page/settings.ts";
import { type LaidOut, type Place, placedArticles, placedFindings, placedLayout, placedLines } from "./placed.ts";
import { pageFindings } from "./rules/apply.ts";
import { type CutText, sheetStartsOf } from "./sheet-starts.ts";
import { changeBetween, type Line, lineBreakOf, type Page, type Span, splitLines } from "./text/text.ts";

type NumberSpacing = Settings["numberSpacing"];

interface SheetOptions {
  readonly eol: Page["eol"];
  readonly followed: boolean;
  /** What a fixed page has beside its numerals: the layout is that of the fixed page. */
  readonly spacing: NumberSpacing;
}

/** A sheet by itself: offsets and indexes count from its beginning. What nobody asks for is not worked out. */
class Sheet {
  readonly page: Page;
  readonly #spacing: NumberSpacing;
  #layout: Layout | undefined;
  #articles: Articles | undefined;
  #found: { readonly settings: Settings; readonly findings: readonly Finding[] } | undefined;

  constructor(text: string, { eol, followed, spacing }: SheetOptions) {
    this.#spacing = spacing;
    this.page = { text, lines: splitLines(text), eol, ...(followed ? { followed } : {}) };
  }

  get layout(): Layout {
    this.#layout ??= layOut(this.page, this.#spacing === "spaced");
    return this.#layout;
  }

  get articles(): Articles {
    this.#articles ??= findArticles(this.layout);
    return this.#articles;
  }

  /** Whether its findings by these settings are there. */
  isReadBy(settings: Settings): boolean {
    return this.#found !== undefined && sameSettings(this.#found.settings, settings);
  }

  findings(settings: Settings): readonly Finding[] {
    if (!this.#found || !this.isReadBy(settings)) {
      const known = { ...this.layout, ...this.articles, text: this.page.text, settings, findings: [] };
      this.#found = { settings, findings: pageFindings(known) };
    }
    return this.#found.findings;
  }
}

/** A sheet where it stands in its text. */
class PlacedSheet {
  readonly sheet: Sheet;
  readonly place: Place;
  #lines: readonly Line[] | undefined;
  #layout: LaidOut | undefined;
  #articles: { readonly from: number; readonly articles: Articles } | undefined;
  #found: { readonly of: readonly Finding[]; readonly findings: readonly Finding[] } | undefined;

  constructor(sheet: Sheet, place: Place) {
    this.sheet = sheet;
    this.place = place;
  }

  /** Its lines; where another sheet follows, not the empty one after its last line break. */
  get lines(): readonly Line[] {
    const { lines, followed } = this.sheet.page;
    if (this.#stays && !followed) return lines;
    this.#lines ??= placedLines(followed ? lines.slice(0, -1) : lines, this.place);
    return this.#lines;
  }

  get layout(): LaidOut {
    this.#layout ??= this.#stays ? this.sheet.layout : placedLayout(this.sheet.layout, this.place);
    return this.#layout;
  }

  /** Its articles, `from` of which stand before it. */
  articles(from: number): Articles {
    const { sheet, place, layout } = this;
    if (this.#stays) return sheet.articles;
    if (this.#articles?.from !== from)
      this.#articles = { from, articles: placedArticles(sheet.articles, layout, { offset: place.offset, from }) };
    return this.#articles.articles;
  }

  findings(settings: Settings): readonly Finding[] {
    const of = this.sheet.findings(settings);
    if (this.#stays) return of;
    if (this.#found?.of !== of) this.#found = { of, findings: placedFindings(of, this.place) };
    return this.#found.findings;
  }

  /** Where its last block ends, and where its first one starts. */
  get span(): Span | undefined {
    const { blocks } = this.sheet.layout;
    const [first, last] = [blocks[0], blocks.at(-1)];
    const { offset } = this.place;
    return first && last && { start: first.start + offset, end: last.end + offset };
  }

  /** It begins the text. */
  get #stays(): boolean {
    return this.place.offset === 0;
  }
}

/** A text as sheets, and the line break that it uses most. */
export interface SheetsOfText {
  readonly eol: Page["eol"];
  readonly sheets: readonly PlacedSheet[];
}

/** A text cut into sheets, which may not be read yet. */
interface Cut extends CutText {
  readonly spacing: NumberSpacing;
  readonly eol: Page["eol"];
  readonly sheets: readonly Sheet[];
}

/** The sheets of one page, version after version: those that an edit leaves as they are, are not read again. */
export class Sheets {
  #cut: Cut | undefined;
  #placed: { readonly cut: Cut; readonly sheets: readonly PlacedSheet[] } | undefined;

  of(text: string, spacing: NumberSpacing = DEFAULT_SETTINGS.numberSpacing): SheetsOfText {
    const cut = this.#cutOf(text, spacing);
    if (this.#placed?.cut !== cut) this.#placed = { cut, sheets: this.#place(cut.sheets) };
    return { eol: cut.eol, sheets: this.#placed.sheets };
  }

  /** Reads the sheets of a text that are not read yet; others may have a turn after each. */
  *reading(text: string, settings: Settings): Generator<void> {
    for (const sheet of this.#cutOf(text, settings.numberSpacing).sheets) {
      if (sheet.isReadBy(settings)) continue;
      sheet.findings(settings);
      yield;
    }
  }

  #cutOf(text: string, spacing: NumberSpacing): Cut {
    if (this.#cut?.text !== text || this.#cut.spacing !== spacing) this.#cut = cutText(text, spacing, this.#cut);
    return this.#cut;
  }

  #place(sheets: readonly Sheet[]): PlacedSheet[] {
    const before = new Map(this.#placed?.sheets.map((placed) => [placed.sheet, placed]));
    let place: Place = { offset: 0, line: 0, block: 0 };
    return sheets.map((sheet) => {
      const known = before.get(sheet);
      const placed = known && samePlace(known.place, place) ? known : new PlacedSheet(sheet, place);
      const { page, layout } = sheet;
      place = {
        offset: place.offset + page.text.length,
        line: place.line + page.lines.length - 1,
        block: place.block + layout.blocks.length,
      };
      return placed;
    });
  }
}

/** Cuts a text into sheets; what an earlier version has unchanged before and after the place where both differ, is taken over. */
function cutText(text: string, spacing: NumberSpacing, before: Cut | undefined): Cut {
  const eol = lineBreakOf(text);
  const starts = sheetStartsOf(text, before);
  const kept = before?.eol === eol && before.spacing === spacing ? keptSheets(before, text) : undefined;
  const sheets = starts.map((start, i) => {
    const end = starts[i + 1];
    const followed = end !== undefined;
    const known = kept?.({ start, end: end ?? text.length, followed });
    return known ?? new Sheet(starts.length === 1 ? text : copyOf(text.slice(start, end)), { eol, followed, spacing });
  });
  return { text, spacing, eol, starts, sheets };
}

/** Finds the sheet of an earlier version that has the same text as one of this version, and as much of an end. */
function keptSheets(before: Cut, text: string): (sheet: Span & { readonly followed: boolean }) => Sheet | undefined {
  const change = changeBetween(before.text, text);
  const moved = change.endAfter - change.endBefore;
  const known = new Map(before.starts.map((start, i) => [start, before.sheets[i]]));
  return ({ start, end, followed }) => {
    const sheet =
      end <= change.start ? known.get(start) : start >= change.endAfter ? known.get(start - moved) : undefined;
    const isSame = sheet?.page.text.length === end - start && (sheet.page.followed ?? false) === followed;
    return isSame ? sheet : undefined;
  };
}

function samePlace(a: Place, b: Place): boolean {
  return a.offset === b.offset && a.line === b.line && a.block === b.block;
}

/** A part of a text that does not hold the whole of it in memory, as slices do: a sheet outlives many versions of its text. */
function copyOf(part: string): string {
  return ` ${part}`.slice(1);
}
