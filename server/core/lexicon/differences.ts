/** Names on a page that are almost, but not quite, as the house's lexicon has them. */

import { toPageSpans } from "../layout/joined.ts";
import type { Block } from "../layout/types.ts";
import type { Localised } from "../locale.ts";
import type { Mention } from "../mentions/types.ts";
import type { Found } from "../rules/types.ts";
import type { Span } from "../text.ts";
import type { Form, Lexicon } from "./index.ts";
import { rewrite } from "./rewrite.ts";
import { rolesAgree } from "./roles.ts";

/** What was recognised on a page with the lexicon that holds for it. */
export interface NamedPage {
  readonly mentions: readonly Mention[];
  readonly lexicon: Lexicon;
  /** Whether two names sound alike; where nobody can tell, names of two characters are not compared. */
  readonly soundAlike?: (a: string, b: string) => boolean;
}

/** The differences in page order: names one character off an entry, titles other than the entry's. */
export function nameDifferences(text: string, blocks: readonly Block[], page: NamedPage): Found[] {
  const found: Found[] = [];
  const roles = new Map<string, string[]>();
  for (const { type, entity, role } of page.mentions)
    if (role !== undefined && type === "PER") roles.set(entity, [...(roles.get(entity) ?? []), role]);
  for (const mention of page.mentions) {
    const block = blocks[mention.block];
    if (!block) continue;
    const difference = roleDiffers(mention, block, page) ?? nameDiffers(mention, roles.get(mention.entity) ?? [], page);
    if (!difference) continue;
    const spans = toPageSpans(text, block, difference.start, difference.end);
    const [first, last] = [spans[0], spans.at(-1)];
    if (!first || !last) continue;
    const { message, house, unsettled } = difference;
    const edits = house === undefined ? [] : rewrite(text, block, difference, house);
    found.push({
      start: first.start,
      end: last.end,
      message,
      ...(house === undefined || edits.length === 0
        ? {}
        : { fix: { title: changeTo(house), safety: "unsafe", edits } }),
      ...(unsettled === undefined ? {} : { unsettled }),
    });
  }
  return found;
}

/** A difference in a block's joined text. */
interface Difference extends Span, Pick<Found, "message" | "unsettled"> {
  /** What the house has in the place of these words; nothing where they are not what differs. */
  readonly house?: string;
}

function changeTo(words: string): Localised {
  return { zh: `改为词库的“${words}”`, en: `Change to “${words}”, as the house lexicon has it` };
}

function roleDiffers(mention: Mention, block: Block, { lexicon }: NamedPage): Difference | undefined {
  const { type, entity, role } = mention;
  const entry = type === "PER" ? lexicon.find("PER", entity) : undefined;
  if (role === undefined || entry?.role === undefined || rolesAgree(role, entry.role)) return undefined;
  const span = roleSpan(block.text, mention, role);
  return {
    ...(span ? { ...span, house: entry.role } : { start: mention.start, end: mention.end }),
    message: {
      zh: `本社词库中${entry.name}的职务是“${entry.role}”，这里是“${role}”。`,
      en: `The house lexicon has ${entry.name} as ${entry.role}; here it is ${role}.`,
    },
  };
}

/** Where the title stands, before the name or behind it; nowhere, where it is told of in other words or elsewhere. */
function roleSpan(text: string, { start, end }: Mention, role: string): Span | undefined {
  const before = text.slice(0, start).trimEnd();
  if (before.endsWith(role)) return { start: before.length - role.length, end: before.length };
  return text.startsWith(role, end) ? { start: end, end: end + role.length } : undefined;
}

function nameDiffers(mention: Mention, roles: readonly string[], page: NamedPage): Difference | undefined {
  const { type, text, start, end } = mention;
  const { lexicon } = page;
  const bare = type === "TERM" ? text.replace(/^“(.*)”$/su, "$1") : text;
  if (lexicon.has(bare) || lexicon.find(type, mention.entity)) return undefined;
  const near = lexicon.forms(type).find((form) => isNear(type, bare, form, roles, page));
  if (!near) return undefined;
  // A coined term stands in quotation marks, which are not the lexicon's.
  const quoted = bare === text ? 0 : 1;
  return {
    start: start + quoted,
    end: end - quoted,
    house: near.form,
    unsettled: bare,
    message: {
      zh: `“${bare}”与本社词库的“${near.form}”只差一字，请核对。`,
      en: `“${bare}” is one character off “${near.form}” in the house lexicon.`,
    },
  };
}

function isNear(
  type: string,
  name: string,
  { form, entry }: Form,
  roles: readonly string[],
  { soundAlike }: NamedPage,
): boolean {
  const difference = oneCharacterOff(name, form);
  if (!difference) return false;
  if (type !== "PER") {
    // 市水利局 and 县水利局, 东门村 and 西门村 are two names, not one with a slip.
    return Math.min(name.length, form.length) >= 4 && !difference.some((char) => CONTRASTS.includes(char));
  }
  if (name.length !== form.length) return false;
  // Somebody of another office is somebody else.
  const office = entry.role;
  if (office !== undefined && roles.some((role) => !rolesAgree(role, office))) return false;
  return name.length > 2 || (soundAlike?.(name, form) ?? false);
}

/** Characters that make another name of one that is otherwise the same. */
const CONTRASTS =
  "省市县区州旗盟乡镇村社街路东西南北中上下左右前后内外大小新老一二三四五六七八九十〇零百千甲乙丙丁男女正副";

/** The characters in which two names differ, where that is one: changed, missing or one too many. */
function oneCharacterOff(a: string, b: string): string[] | undefined {
  if (Math.abs(a.length - b.length) > 1 || a === b) return undefined;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  const rest = short.length === long.length ? short.slice(start + 1) : short.slice(start);
  if (rest !== long.slice(start + 1)) return undefined;
  return short.length === long.length ? [short[start] ?? "", long[start] ?? ""] : [long[start] ?? ""];
}
