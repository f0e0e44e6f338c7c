/** The sheets of a text, each read as a page of its own, and remembered from one version of the text to the next. */

import { type Articles, findArticles } from "./articles/index.ts";
import { type Layout, layOut } from "./layout/index.ts";
import type { Finding } from "./page/finding.ts";
import { type Settings, sameSettings } from "./page/settings.ts";
import { type LaidOut, type Place, placedArticles, placedFindings, placedLayout, placedLines } from "./placed.ts";
import { pageFindings } from "./rules/apply.ts";
import { sheetStartsOf } from "./sheet-starts.ts";
import { type Line, lineBreakOf, type Page, type Span, splitLines } from "./text/text.ts";

/** A sheet by itself: offsets and indexes count from its beginning. What nobody asks for is not worked out. */
class Sheet {
  readonly page: Page;
  #layout: Layout | undefined;
  #articles: Articles | undefined;
  #found: { readonly settings: Settings; readonly findings: readonly Finding[] } | undefined;

  constructor(text: string, eol: Page["eol"], followed: boolean) {
    this.page = { text, lines: splitLines(text), eol, ...(followed ? { followed } : {}) };
  }

  get layout(): Layout {
    this.#layout ??= layOut(this.page);
    return this.#layout;
  }

  get articles(): Articles {
    this.#articles ??= findArticles(this.layout);
    return this.#articles;
  }

  findings(settings: Settings): readonly Finding[] {
    if (!this.#found || !sameSettings(this.#found.settings, settings)) {
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

/** The sheets of one page, version after version: those that an edit leaves as they are, are not read again. */
export class Sheets {
  #eol: Page["eol"] = "\n";
  #known = new Map<string, Sheet>();
  #text: string | undefined;
  /** Where the sheets of the last text begin. */
  #cut: { readonly text: string; readonly starts: readonly number[] } = { text: "", starts: [0] };
  #placed: readonly PlacedSheet[] = [];

  /** A text as sheets, and the line break that it uses most. */
  of(text: string): { readonly eol: Page["eol"]; readonly sheets: readonly PlacedSheet[] } {
    if (text !== this.#text) {
      const sheets = [...this.#sheetsOf(text)];
      this.#placed = this.#place(sheets);
      this.#known = new Map(sheets.map((sheet) => [sheet.page.text, sheet]));
      this.#text = text;
    }
    return { eol: this.#eol, sheets: this.#placed };
  }

  /** Reads the sheets of a text that are not known yet; others may have a turn after each. */
  *reading(text: string, settings: Settings): Generator<void> {
    for (const sheet of this.#sheetsOf(text)) {
      if (this.#known.get(sheet.page.text) === sheet) continue;
      sheet.findings(settings);
      this.#known.set(sheet.page.text, sheet);
      yield;
    }
  }

  *#sheetsOf(text: string): Generator<Sheet> {
    const eol = lineBreakOf(text);
    if (eol !== this.#eol) this.#known.clear();
    this.#eol = eol;
    const starts = this.#startsOf(text);
    for (const [i, start] of starts.entries()) {
      const own = text.slice(start, starts[i + 1]);
      const followed = i + 1 < starts.length;
      const known = this.#known.get(own);
      if (known && (known.page.followed === true) === followed) yield known;
      else yield new Sheet(starts.length === 1 ? own : copyOf(own), eol, followed);
    }
  }

  #startsOf(text: string): readonly number[] {
    if (this.#cut.text !== text) this.#cut = { text, starts: sheetStartsOf(text) };
    return this.#cut.starts;
  }

  #place(sheets: readonly Sheet[]): PlacedSheet[] {
    const before = new Map(this.#placed.map((placed) => [placed.sheet, placed]));
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

function samePlace(a: Place, b: Place): boolean {
  return a.offset === b.offset && a.line === b.line && a.block === b.block;
}

/** A part of a text that does not hold the whole of it in memory, as slices do: a sheet outlives many versions of its text. */
function copyOf(part: string): string {
  return ` ${part}`.slice(1);
}
