/** The file of findings that the house has accepted, `.galley/accepted.yaml`: read, added to, and taken back from. */

import type { Acceptance } from "../page/acceptance.ts";
import type { Span, TextEdit } from "../text/text.ts";
import { appendItems, removeItem } from "./list-edits.ts";
import { type Fault, type ListForm, type ListItem, type ReadList, readList } from "./list-file.ts";

/** An entry, and where it stands in its file (UTF-16 offsets). */
export interface AcceptedEntry extends Acceptance, Span {
  /** What somebody wrote down about it. */
  readonly note?: string;
}

export const ACCEPTED_KEYS = ["rule", "page", "text", "before", "after", "nth", "note"] as const;

const ACCEPTED: ListForm = {
  list: "accepted",
  keys: ACCEPTED_KEYS,
  item: { zh: "条目", en: "entry" },
  example: { zh: "“rule: 规则名”和“text: 所指的字句”", en: "a rule: and, in most cases, a text:" },
};

const HEADER = `# 已接受的提示：清样不再提示这些地方，也不改动。删去一条就恢复；可以加 note: 写明原因。
# Findings that were accepted: Galley neither reports nor changes them. Remove an entry to take it back.
`;

/** Reads the file's text; an entry of a rule that there is not is told and left out. */
export function parseAccepted(text: string, rules: ReadonlySet<string>): ReadList<AcceptedEntry> {
  return readList(text, ACCEPTED, (item, fault) => entryOf(item, rules, fault));
}

/** The edit that adds what was accepted; undefined where the file cannot be added to. */
export function appendAccepted(
  text: string,
  added: readonly Acceptance[],
  form: "yaml" | "json",
): TextEdit | undefined {
  const items = added.map(({ rule, page, text: words, before, after, nth }) => ({
    rule,
    ...(page === undefined ? {} : { page }),
    ...(before === undefined ? {} : { before }),
    ...(words === undefined ? {} : { text: words }),
    ...(after === undefined ? {} : { after }),
    ...(nth === undefined ? {} : { nth }),
  }));
  return appendItems(text, items, { list: ACCEPTED.list, header: HEADER, form });
}

/** The edit that takes an entry back. */
export function removeAccepted(text: string, { start }: Pick<Span, "start">): TextEdit | undefined {
  return removeItem(text, start, ACCEPTED);
}

function entryOf(item: ListItem, rules: ReadonlySet<string>, fault: Fault): AcceptedEntry | undefined {
  const { start, end } = item;
  const rule = item.text("rule");
  const nth = item.text("nth");
  const isNumber = nth === undefined || /^[1-9]\d{0,5}$/.test(nth);
  if (rule === undefined) fault(item, "条目没有规则名（rule）。", "The entry has no rule.");
  else if (!rules.has(rule)) fault(item.at("rule"), `没有名为“${rule}”的规则。`, `There is no rule “${rule}”.`);
  if (!isNumber) fault(item.at("nth"), "nth 是第几处，应是从 1 起的数。", "nth is a number from 1 on.");
  if (rule === undefined || !rules.has(rule) || !isNumber) return undefined;
  const page = item.text("page")?.replaceAll("\\", "/").replace(/^\.\//, "");
  const given = {
    page,
    text: item.text("text"),
    before: item.text("before"),
    after: item.text("after"),
    note: item.text("note"),
  };
  return {
    rule,
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
    ...(nth === undefined ? {} : { nth: Number(nth) }),
    start,
    end,
  };
}
