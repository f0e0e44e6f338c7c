/** Corrections of the gazetteer by hand, applied while its table is read. */

import { rowsOf } from "../tables/read.ts";
import type { Level } from "./admin-units.ts";
import { type AddUnit, nineDigits } from "./gazetteer-lines.ts";

/** The units that have been taken in, by their numbers. */
export interface UnitsRead {
  readonly levels: readonly Level[];
  readonly codes: readonly number[];
  readonly add: AddUnit;
  /** Gives a unit a former name, by which pages may still call it. */
  addFormerName(unit: number, name: string): void;
}

/** Hears what is wrong with a correction, with the line itself. A correction that is wrong changes nothing. */
export type OnFault = (fault: string) => void;

/** A line of the table of corrections; its head says what the columns mean. */
interface Correction {
  readonly operation: "add" | "name" | "remove";
  /** Six digits, nine for a town. */
  readonly code: number;
  readonly name: string;
  /** Whether it still holds: it has no last day. */
  readonly holds: boolean;
  readonly fullOnly: boolean;
  /** As it is written, for people. */
  readonly line: string;
}

/** Takes units in as {@link AddUnit} does, with the corrections made on the way. */
export class CorrectedUnits {
  readonly #units: UnitsRead;
  readonly #onFault: OnFault;
  /** Units that the table lacks, in the order of their codes. */
  readonly #missing: Correction[] = [];
  /** What the table's units are to be instead, by their codes. */
  readonly #changes = new Map<number, Correction[]>();
  readonly #fullOnly = new Set<number>();

  constructor(corrections: string, units: UnitsRead, onFault: OnFault) {
    this.#units = units;
    this.#onFault = onFault;
    for (const columns of rowsOf(corrections)) {
      const fault = faultOf(columns);
      if (fault) onFault(`${columns.join(" ")}: ${fault}`);
      else this.#note(correctionOf(columns));
    }
    this.#missing.sort((a, b) => nineDigits(a.code) - nineDigits(b.code));
  }

  /** Whether the unit of this code goes by its full name alone. */
  isFullOnly(code: number): boolean {
    return this.#fullOnly.has(code);
  }

  add(level: Level, code: number, name: string, parent: number): number {
    this.#addMissing(nineDigits(code));
    const [next] = this.#missing;
    if (next?.code === code && name !== "") {
      this.#missing.shift();
      this.#onFault(`${next.line}: the table has a unit of this code`);
    }
    const changes = this.#changes.get(code);
    if (!changes || name === "") return this.#units.add(level, code, name, parent);
    this.#changes.delete(code);
    return this.#addChanged({ level, code, name, parent }, changes);
  }

  /** To be called when all units of the table have been added. */
  finish(): void {
    this.#addMissing(Number.POSITIVE_INFINITY);
    for (const { line } of [...this.#changes.values()].flat())
      this.#onFault(`${line}: the table has no unit of this code`);
  }

  #note(correction: Correction): void {
    if (correction.fullOnly) this.#fullOnly.add(correction.code);
    if (correction.operation === "add") this.#missing.push(correction);
    else this.#changes.set(correction.code, [...(this.#changes.get(correction.code) ?? []), correction]);
  }

  /** Adds the missing units whose places are before the code, as units stand in the order of their codes. */
  #addMissing(before: number): void {
    for (let [next] = this.#missing; next && nineDigits(next.code) < before; [next] = this.#missing) {
      this.#missing.shift();
      const level = levelOf(next.code);
      const parent = this.#above(next.code, level);
      if (level > 1 && parent < 0) this.#onFault(`${next.line}: the table has no unit that this one lies in`);
      else this.#units.add(level, next.code, next.name, parent);
    }
  }

  /** The lowest of the units added so far that one of this code lies in; -1 where there is none. */
  #above(code: number, level: Level): number {
    const { levels, codes } = this.#units;
    for (let unit = levels.length - 1; unit >= 0; unit -= 1) {
      const own = levels[unit] ?? 4;
      const below = 10 ** (9 - 2 * own);
      const lies = Math.floor(nineDigits(codes[unit] ?? 0) / below) === Math.floor(nineDigits(code) / below);
      if (own < level && lies) return unit;
    }
    return -1;
  }

  #addChanged(
    { level, code, name, parent }: { level: Level; code: number; name: string; parent: number },
    changes: readonly Correction[],
  ): number {
    const removal = changes.find(({ operation }) => operation === "remove");
    if (removal?.name === name) return -1;
    if (removal) this.#onFault(`${removal.line}: the table calls it ${name}`);
    const names = changes.filter(({ operation }) => operation === "name");
    const current = names.findLast(({ holds }) => holds)?.name ?? name;
    for (const { line } of names.filter((each) => each.name === name))
      this.#onFault(`${line}: the table has this name`);
    const unit = this.#units.add(level, code, current, parent);
    const former = new Set([name, ...names.map((each) => each.name)]);
    for (const each of former) if (each !== current) this.#units.addFormerName(unit, each);
    return unit;
  }
}

const DAY = /^(?:\d{4}-\d\d-\d\d)?$/;

/** What is wrong with a line by itself; undefined where nothing is. */
function faultOf(columns: readonly string[]): string | undefined {
  const [operation = "", code = "", name = "", from = "", to = "", source = "", known = ""] = columns;
  if (!/^(?:add|name|remove)$/.test(operation)) return "an operation is add, name or remove";
  if (!/^\d{6}(?:\d{3})?$/.test(code)) return "a code has six digits, or nine";
  if (!/^\p{Script=Han}{2,}$/u.test(name)) return "a name is two Han characters or more";
  if (!DAY.test(from) || !DAY.test(to)) return "a day is YYYY-MM-DD";
  if (to !== "" && to < from) return "the last day is not before the first";
  if (source === "") return "it has no source";
  return known === "" || known === "full" ? undefined : "the last column is empty, or full";
}

function correctionOf([operation, code, name = "", from, to, source, known]: readonly string[]): Correction {
  const line = [operation, code, name, from, to, source, known].filter(Boolean).join(" ");
  return {
    operation: operation as Correction["operation"],
    code: Number(code),
    name,
    holds: !to,
    fullOnly: known === "full",
    line,
  };
}

function levelOf(code: number): Level {
  if (code >= 1e6) return 4;
  return code % 10000 === 0 ? 1 : code % 100 === 0 ? 2 : 3;
}
