/** Writes training sentences for the recogniser: the project's own patterns, filled with names by its own grammar. */

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { EntityType } from "../../server/core/page/mention.ts";
import { type Drawn, drawnSymbols } from "./lists.ts";

/** A sentence and the names in it. */
export interface Sentence {
  readonly text: string;
  readonly entities: readonly { readonly start: number; readonly end: number; readonly type: EntityType }[];
}

const FOLDER = fileURLToPath(new URL("./", import.meta.url));

/** The patterns, as written: one a line, `#` begins a comment. */
export function patterns(): string[] {
  return readdirSync(`${FOLDER}patterns`)
    .sort()
    .flatMap((file) => linesOf(`patterns/${file}`));
}

/** What may stand before a sentence. */
export const LEAD_INS: readonly string[] = linesOf("lead-ins.txt");

/** Fills patterns: `{symbol}` becomes one of its expansions, `[TYPE …]` marks what stands in it as one name. */
export function createFiller(random: () => number): (pattern: string) => Sentence {
  const { types, rules } = readGrammar();
  const drawn = drawnSymbols(random);
  const expand = (symbol: string): string => {
    const alternatives = rules.get(symbol);
    if (!alternatives) return draw(drawn, symbol);
    const chosen = alternatives[Math.floor(random() * alternatives.length)] ?? "";
    return chosen.replace(/\{(\w+)\}/g, (_, inner: string) => expand(inner));
  };
  return (pattern) => {
    let text = "";
    const entities: { start: number; end: number; type: EntityType }[] = [];
    let open: { start: number; type: EntityType } | undefined;
    for (const [token] of pattern.matchAll(/\{\w+\}|\[[A-Z]{3} |\]|[^{[\]]+/gu)) {
      if (token.startsWith("[")) open = { start: text.length, type: token.slice(1, 4) as EntityType };
      else if (token === "]") {
        if (open) entities.push({ ...open, end: text.length });
        open = undefined;
      } else if (token.startsWith("{")) {
        const symbol = token.slice(1, -1);
        const name = expand(symbol);
        const type = types.get(symbol);
        if (type && !open) entities.push({ start: text.length, end: text.length + name.length, type });
        text += name;
      } else text += token;
    }
    return { text, entities };
  };
}

function draw(drawn: Drawn, symbol: string): string {
  const from = drawn[symbol];
  if (!from) throw new Error(`The grammar has no symbol {${symbol}}.`);
  return from();
}

function readGrammar(): { types: Map<string, EntityType>; rules: Map<string, string[]> } {
  const types = new Map<string, EntityType>();
  const rules = new Map<string, string[]>();
  for (const line of linesOf("grammar.txt")) {
    const [, symbol = "", kind, right = ""] = /^(\w+)([:~]) (.*)$/.exec(line) ?? [];
    if (/^[A-Z]{3}$/.test(symbol)) for (const name of right.split(" ")) types.set(name, symbol as EntityType);
    else rules.set(symbol, kind === "~" ? [...right] : right.split(" "));
  }
  return { types, rules };
}

function linesOf(file: string): string[] {
  return readFileSync(`${FOLDER}${file}`, "utf8")
    .split("\n")
    .filter((line) => line && !line.startsWith("#"));
}
