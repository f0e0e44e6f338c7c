/** Tables stand in server/data, one entry a line, under a head that says what they are; none stands in code. */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { literalsOf } from "../support/literals.ts";

const SERVER = fileURLToPath(new URL("../../server", import.meta.url));
const DATA = join(SERVER, "data");

/** More words than these in one list are a table. */
const MOST_WORDS = 30;
/** Characters that each are an entry: a class of a regular expression, a string to be looked up in. */
const MOST_CHARACTERS = 40;
/** Entries on lines of their own. */
const MOST_ROWS = 24;
/** Characters of one literal: a table packed into a string. The longest text for a reader has some four hundred. */
const LONGEST_LITERAL = 600;

describe("tables in server/data", () => {
  for (const path of filesIn(DATA, ".txt")) {
    it(`${path}: a head, then each entry once`, () => {
      const text = readFileSync(join(SERVER, path), "utf8");
      const lines = text.split("\n");
      const head = lines.slice(
        0,
        lines.findIndex((line) => !line.startsWith("#")),
      );
      assert.match(head.join("\n"), /^# \p{Lu}[^\n]{10,}?(?:\n#[^\n]*?)?[.:]/u, "says what it is, in a sentence");
      assert.match(head.join("\n"), /^# (?:.*\. )?Source: \S/m);
      assert.match(head.join("\n"), /^# (?:.*\. )?Licence: \S/m);
      assert.equal(lines.pop(), "", "ends with a line break");
      assert.ok(!lines.includes(""), "an empty line");
      assert.deepEqual(
        lines.filter((line) => /\s$/.test(line)),
        [],
        "blanks at a line's end",
      );
      const entries = lines.filter((line) => !line.startsWith("#"));
      assert.ok(entries.length > 0);
      assert.deepEqual(repeated(entries), [], "entries that stand twice");
    });
  }

  it("no code but the declaration of text files", () => {
    assert.deepEqual(filesIn(DATA, ".ts"), ["data/text-files.d.ts"]);
  });
});

describe("code holds no table", () => {
  it("in any file of server", () => {
    const found = filesIn(SERVER, ".ts")
      .filter((path) => !path.startsWith("data/"))
      .flatMap((path) => tablesIn(readFileSync(join(SERVER, path), "utf8")).map((place) => `${path}, ${place}`));
    assert.deepEqual(found, [], "a table belongs in server/data");
  });

  it("is told from sentences and short lists", () => {
    const words = (count: number, between: string): string =>
      Array.from({ length: count }, (_, i) => `词${"一二三四五六七八九十"[i % 10]}`).join(between);
    assert.equal(tablesIn(`const a = "${words(31, " ")}";`).length, 1);
    assert.equal(tablesIn(`const a = "${words(30, " ")}";`).length, 0);
    assert.equal(tablesIn(`const a = ["${words(31, '", "')}"];`).length, 1);
    assert.equal(tablesIn(`const a = "${words(20, " ")} " +\n  "${words(20, " ")}";`).length, 1);
    assert.equal(tablesIn(`const a = /^(?:x|(?:${words(31, "?|")})\\/)$/u;`).length, 1);
    assert.equal(tablesIn(`const a = /(?:${words(20, "|")})(?:${words(20, "|")})/u;`).length, 0);
    assert.equal(tablesIn(`const a = \`(?:\${b}|${words(31, "|")})\`;`).length, 1);
    assert.equal(tablesIn(`const a = /[${words(21, "")}]/u;`).length, 1);
    assert.equal(tablesIn(`const a = "${words(10, "，")}。${words(10, "；")}。";`).length, 0);
    assert.equal(tablesIn(`/** ${words(50, " ")} */\nconst a = b / c; // "${words(50, " ")}"`).length, 0);
    assert.equal(tablesIn(`const a = "${"一LIF".repeat(80)}" +\n  "${"丁UUW".repeat(80)}";`).length, 1);
    assert.equal(tablesIn(`const a = {\n${"  词: [1, 2],\n".repeat(25)}};`).length, 1);
  });
});

/** Paths below `server` of the files with this ending in a folder. */
function filesIn(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(ending))
    .map((path) => relative(SERVER, join(folder, path)).replaceAll("\\", "/"))
    .sort();
}

/** Entries that stand twice; an indented one is told by those it stands below, too. */
function repeated(entries: readonly string[]): string[] {
  const seen = new Set<string>();
  const above: string[] = [];
  return entries.filter((entry) => {
    above.length = entry.search(/\S/);
    const whole = [...above, entry].join("\n");
    above.push(entry);
    return seen.has(whole) || !seen.add(whole);
  });
}

/** What in a source is a table, one line each with its place. */
function tablesIn(source: string): string[] {
  const found: string[] = [];
  for (const { text, line } of literalsOf(source)) {
    const size = Math.max(listedWords(text), alternatives(text));
    const characters = Math.max(0, ...[...text.matchAll(/\p{Script=Han}+/gu)].map(([run]) => run.length));
    if (size > MOST_WORDS) found.push(`line ${line}: a list of ${size} words: ${text.slice(0, 40)}…`);
    else if (text.length > LONGEST_LITERAL)
      found.push(`line ${line}: ${text.length} characters: ${text.slice(0, 40)}…`);
    else if (characters > MOST_CHARACTERS) found.push(`line ${line}: ${characters} characters: ${text.slice(0, 40)}…`);
  }
  const lines = source.split("\n");
  let rows = 0;
  for (const [i, line] of lines.entries()) {
    rows = ROW.test(line) && HAN.test(line) ? rows + 1 : 0;
    if (rows === MOST_ROWS + 1) found.push(`line ${i + 1 - MOST_ROWS}: more than ${MOST_ROWS} entries, a line each`);
  }
  return found;
}

const HAN = /\p{Script=Han}/u;
/** A member of an array or object that has a line of its own. */
const ROW = /^\s+(?:\[.*\]|\{.*\}|[^\s:]+: .*|"[^"]*"|\/.*\/\w*),$/;

/** Words that blanks stand between. */
function listedWords(text: string): number {
  return text.split(/\s+|\\n/).filter((word) => /^[\p{Script=Han}（）·]{1,12}$/u.test(word)).length;
}

/** Of all groups of a regular expression, and of what stands outside them, the most alternatives that hold a Han character. */
function alternatives(pattern: string): number {
  let most = 0;
  /** The alternatives so far of each group that is open, and whether the one at hand holds a Han character. */
  const groups = [{ count: 0, han: false }];
  for (const [token] of `${pattern}|`.matchAll(/\\.|\[(?:\\.|[^\]\\])*\]|[\s\S]/gu)) {
    const group = groups.at(-1) ?? { count: 0, han: false };
    if (token === "(") groups.push({ count: 0, han: false });
    else if (token === "|" || token === ")") {
      if (group.han) group.count += 1;
      most = Math.max(most, group.count);
      group.han = false;
      if (token === ")" && groups.length > 1) groups.pop();
    } else if (HAN.test(token)) for (const open of groups) open.han = true;
  }
  return most;
}
