/** The lexicon in force: its entries by every form of their names. */

import type { Entry, NameType } from "./types.ts";

export type * from "./types.ts";

export interface Lexicon {
  readonly entries: readonly Entry[];
  /** The entry of that kind which has the name or alias. */
  find(type: NameType | string, form: string): Entry | undefined;
  /** Whether an entry of any kind has the form. */
  has(form: string): boolean;
  /** The longest form that begins at the offset of a text: entries of any kind that have it. */
  matchAt(text: string, at: number): readonly Entry[];
  /** All forms of a kind. */
  forms(type: NameType | string): readonly Form[];
}

/** One way to write an entry's name. */
export interface Form {
  readonly form: string;
  readonly entry: Entry;
}

/** Of two entries of one kind with the same form the first counts. */
export function createLexicon(entries: readonly Entry[]): Lexicon {
  const byForm = new Map<string, Entry[]>();
  const byType = new Map<string, Form[]>();
  /** Forms by their first two code units, the longer first. */
  const beginning = new Map<string, string[]>();
  for (const entry of entries) {
    for (const form of [entry.name, ...entry.aliases]) {
      const same = byForm.get(form) ?? [];
      if (same.some(({ type }) => type === entry.type)) continue;
      byForm.set(form, [...same, entry]);
      append(byType, entry.type, { form, entry });
      if (same.length === 0) append(beginning, form.slice(0, 2), form);
    }
  }
  for (const forms of beginning.values()) forms.sort((a, b) => b.length - a.length);
  return {
    entries,
    find: (type, form) => byForm.get(form)?.find((entry) => entry.type === type),
    has: (form) => byForm.has(form),
    matchAt(text, at) {
      const form = beginning.get(text.slice(at, at + 2))?.find((one) => text.startsWith(one, at));
      return form === undefined ? [] : (byForm.get(form) ?? []);
    },
    forms: (type) => byType.get(type) ?? [],
  };
}

/** The form of the entry that stands at the offset: the longest of its name and aliases. */
export function formAt(entry: Entry, text: string, at: number): string {
  const forms = [entry.name, ...entry.aliases].filter((form) => text.startsWith(form, at));
  return forms.sort((a, b) => b.length - a.length)[0] ?? entry.name;
}

function append<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
