/** What a text shows by itself, wherever it stands, remembered from page to page. */

import { isUnitNote } from "../layout/unit-notes.ts";
import { PageMemory } from "../text/page-memory.ts";
import { type PairsOfText, pairsOf } from "./character-pairs.ts";
import { type BlockKind, cuesOfText, kindOfText, type TextCues } from "./classify.ts";
import { formOfText, type TextForm } from "./line-form.ts";
import { DATED_OFFICE, SIGNATURE } from "./patterns.ts";

/** The facts of a text, each worked out when it is first asked for. */
export class TextFacts {
  readonly text: string;
  /** Without white space at its edges. */
  readonly trimmed: string;
  #kind: BlockKind | undefined;
  #cues: TextCues | undefined;
  #form: TextForm | undefined;
  #pairs: PairsOfText | undefined;
  #labelPairs: ReadonlySet<number> | undefined;
  #mark: string | undefined;
  #isSignature: boolean | undefined;
  #isDatedOffice: boolean | undefined;
  #isTableNote: boolean | undefined;

  constructor(text: string) {
    this.text = text;
    this.trimmed = text.trim();
  }

  get kind(): BlockKind {
    this.#kind ??= kindOfText(this.trimmed);
    return this.#kind;
  }

  /** Its cues as running text. */
  get cues(): TextCues {
    this.#cues ??= cuesOfText(this.trimmed);
    return this.#cues;
  }

  /** Its form as a short line. */
  get form(): TextForm {
    this.#form ??= formOfText(this.trimmed);
    return this.#form;
  }

  get pairs(): PairsOfText {
    this.#pairs ??= pairsOf(this.text);
    return this.#pairs;
  }

  /** The pairs of the place or person before a headline's colon. */
  get labelPairs(): ReadonlySet<number> {
    this.#labelPairs ??= new Set(pairsOf(LABEL.exec(this.trimmed)?.[0] ?? "").pairs);
    return this.#labelPairs;
  }

  /** The sign that captions and news in brief open with; empty where it is none. */
  get mark(): string {
    this.#mark ??= MARK.exec(this.text)?.[0].trim() ?? "";
    return this.#mark;
  }

  /** Whether it says whose words the text above is. */
  get isSignature(): boolean {
    this.#isSignature ??= SIGNATURE.test(this.trimmed);
    return this.#isSignature;
  }

  /** Whether it is an office of any kind, which signs where a day stands below. */
  get isDatedOffice(): boolean {
    this.#isDatedOffice ??= DATED_OFFICE.test(this.trimmed);
    return this.#isDatedOffice;
  }

  /** Whether it names the unit of a table's figures, or is a remark on them: 注：产量为初步统计. */
  get isTableNote(): boolean {
    this.#isTableNote ??= isUnitNote(this.text) || TABLE_NOTE.test(this.trimmed);
    return this.#isTableNote;
  }
}

const MARK = /^\s*[▲▼△▽■●◆◇]/u;
const TABLE_NOTE = /^(?:备?注|说明)[：:]/u;
const LABEL = /^.{2,8}?(?=[：:])/u;

const kept = new PageMemory<TextFacts>();

/** The facts of a text. */
export function factsOf(text: string): TextFacts {
  return kept.of(text, (unknown) => new TextFacts(unknown));
}

/** To be called where a page begins: the facts of its texts are kept, and those of pages long ago are not. */
export function beginPage(): void {
  kept.begin();
}
