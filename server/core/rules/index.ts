/** The rules, in the order in which they are documented. Adding one is its file and one line here. */

import { brokenLineWrap } from "./broken-line-wrap.ts";
import { captionDiffers } from "./by-names/caption-differs.ts";
import { headlineDiffers } from "./by-names/headline-differs.ts";
import { inconsistentName } from "./by-names/inconsistent-name.ts";
import { nameDiffers } from "./by-names/name-differs.ts";
import { titleDiffers } from "./by-names/title-differs.ts";
import { commaBetweenQuotes } from "./comma-between-quotes.ts";
import { confusableCharacter } from "./confusable-character.ts";
import { detachedHeadline } from "./detached-headline.ts";
import { doubledMark } from "./doubled-mark.ts";
import { figuresDisagree } from "./figures-disagree.ts";
import { fullwidthDigit } from "./fullwidth-digit.ts";
import { houseWord } from "./house-word.ts";
import { hyphenatedWord } from "./hyphenated-word.ts";
import { impossibleDate } from "./impossible-date.ts";
import { interleavedColumns } from "./interleaved-columns.ts";
import { interruptedParagraph } from "./interrupted-paragraph.ts";
import { invisibleCharacter } from "./invisible-character.ts";
import { lookalikeCharacter } from "./lookalike-character.ts";
import { markWidth } from "./mark-width.ts";
import { missingBlankLine } from "./missing-blank-line.ts";
import { missingHeadline } from "./missing-headline.ts";
import { figureDiffersInIssue } from "./of-issue/figure-differs-in-issue.ts";
import { folioDiffers } from "./of-issue/folio-differs.ts";
import { lostJump } from "./of-issue/lost-jump.ts";
import { nameDiffersInIssue } from "./of-issue/name-differs-in-issue.ts";
import { titleDiffersInIssue } from "./of-issue/title-differs-in-issue.ts";
import { repeatedCharacter } from "./repeated-character.ts";
import {
  type HouseRule,
  type IssueRule,
  isHouseRule,
  isIssueRule,
  isNameRule,
  isPageRule,
  type NameRule,
  type PageRule,
  type Rule,
} from "./rule.ts";
import { spacedNumber } from "./spaced-number.ts";
import { spacedOutLine } from "./spaced-out-line.ts";
import { splitNumber } from "./split-number.ts";
import { strayBlank } from "./stray-blank.ts";
import { unpairedMark } from "./unpaired-mark.ts";
import { unreadableCharacter } from "./unreadable-character.ts";
import { verticalForm } from "./vertical-form.ts";

export const RULES: readonly Rule[] = [
  brokenLineWrap,
  splitNumber,
  spacedNumber,
  spacedOutLine,
  strayBlank,
  missingBlankLine,
  interruptedParagraph,
  interleavedColumns,
  lookalikeCharacter,
  fullwidthDigit,
  confusableCharacter,
  verticalForm,
  unreadableCharacter,
  invisibleCharacter,
  repeatedCharacter,
  hyphenatedWord,
  houseWord,
  doubledMark,
  markWidth,
  commaBetweenQuotes,
  unpairedMark,
  detachedHeadline,
  missingHeadline,
  impossibleDate,
  figuresDisagree,
  headlineDiffers,
  inconsistentName,
  captionDiffers,
  titleDiffers,
  nameDiffers,
  folioDiffers,
  lostJump,
  nameDiffersInIssue,
  titleDiffersInIssue,
  figureDiffersInIssue,
];

/** Those that go by the page alone. */
export const PAGE_RULES: readonly PageRule[] = RULES.filter(isPageRule);

/** Those with safe fixes. They go by blocks and characters alone, whatever the articles. */
export const SAFE_RULES: readonly PageRule[] = PAGE_RULES.filter(({ fixes }) => fixes.includes("safe"));

/** Those that go by what a page names. */
export const NAME_RULES: readonly NameRule[] = RULES.filter(isNameRule);

/** Those that compare that with the house's lexicon. */
export const HOUSE_RULES: readonly HouseRule[] = RULES.filter(isHouseRule);

/** Those that go by an issue as a whole. */
export const ISSUE_RULES: readonly IssueRule[] = RULES.filter(isIssueRule);
