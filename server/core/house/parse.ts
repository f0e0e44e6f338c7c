/** Reads the house's lexicon, YAML or JSON, and says of each entry that cannot be used why. */

import { type Fault, type ListForm, type ListItem, readList, withoutQuotes } from "./list-file.ts";
import { ENTRY_KEYS, type Entry, KIND_NAMES, type ParsedLexicon } from "./types.ts";

const LEXICON: ListForm = {
  list: "entities",
  keys: ENTRY_KEYS,
  item: { zh: "词条", en: "entry" },
  example: { zh: "“name: 名称”和“kind: 种类”", en: "a name: and a kind:" },
};

/** Reads any text; spans are UTF-16 offsets into it. */
export function parseLexicon(text: string): ParsedLexicon {
  return readList(text, LEXICON, entryOf, tellTwice);
}

/** Tells which names stand in the lexicon more than once. */
function tellTwice(entries: readonly Entry[], fault: Fault): void {
  const taken = new Map<string, Entry>();
  for (const entry of entries) {
    for (const form of [entry.name, ...entry.aliases]) {
      const other = taken.get(`${entry.type}${form}`);
      if (other) twice(form, entry, other, fault);
      else taken.set(`${entry.type}${form}`, entry);
    }
  }
}

function twice(form: string, { name, start, end }: Entry, other: Entry, fault: Fault): void {
  if (form === name && form === other.name)
    fault({ start, end }, `“${form}”重复了，以前面的一条为准。`, `“${form}” is listed twice; the first entry counts.`);
  else
    fault(
      { start, end },
      `“${form}”已是“${other.name}”的名称或别名，在这里不起作用。`,
      `“${form}” is a name of “${other.name}” already and has no effect here.`,
    );
}

function entryOf(item: ListItem, fault: Fault): Entry | undefined {
  const written = item.text("name");
  const name = written === undefined ? undefined : withoutQuotes(written);
  const kind = item.text("kind");
  const type = kindOf(kind);
  if (name === undefined) fault(item, "词条没有名称（name）。", "The entry has no name.");
  else if ([...name].length < 2)
    fault(
      item.at("name"),
      "名称至少要两个字，否则处处都会认作它。",
      "A name has two characters at least, or it would be found everywhere.",
    );
  if (!type) {
    const kinds = KIND_NAMES.flatMap(({ names }) => names);
    fault(
      kind === undefined ? item.at("name") : item.at("kind"),
      `${kind === undefined ? "词条没有种类（kind）" : `没有“${kind}”这个种类（kind）`}，应是 ${kinds.join("、")} 之一。`,
      `${kind === undefined ? "The entry has no kind" : `“${kind}” is no kind`}: it is one of ${kinds.join(", ")}.`,
    );
  }
  const aliases = aliasesOf(item, fault);
  const optional = { role: item.text("role"), note: item.text("note"), reading: item.text("reading") };
  if (name === undefined || [...name].length < 2 || !type) return undefined;
  const given = Object.entries(optional).filter(([, value]) => value !== undefined);
  return {
    name,
    type,
    aliases: aliases.filter((alias) => alias !== name),
    ...Object.fromEntries(given),
    ...item.at("name"),
  };
}

function kindOf(name: string | undefined): Entry["type"] | undefined {
  return KIND_NAMES.find(({ names }) => names.some((known) => known === name))?.type;
}

function aliasesOf(item: ListItem, fault: Fault): string[] {
  return item.texts("aliases").flatMap(({ texts, ...span }) => {
    if (texts.some((alias) => [...alias].length < 2))
      fault(span, "别名至少要两个字。", "An alias has two characters at least.");
    return texts.filter((alias) => [...alias].length >= 2);
  });
}
