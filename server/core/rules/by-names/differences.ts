/** Names on a page that are almost, but not quite, as the house's lexicon has them. */

import type { Form, Lexicon } from "../../house/index.ts";
import type { HousePage } from "../../house/named-page.ts";
import { roleSpan } from "../../issue/titled-places.ts";
import { toPageSpans } from "../../layout/joined.ts";
import type { Block } from "../../layout/types.ts";
import type { BareFinding } from "../../page/finding.ts";
import type { Mention } from "../../page/mention.ts";
import { CONTRASTING } from "../../tables/characters.ts";
import type { Localised } from "../../text/locale.ts";
import type { Span } from "../../text/text.ts";
import { FUNCTION_WORD, nameMayEnd, nameMayStart } from "./name-borders.ts";
import { nearNames } from "./near-names.ts";
import { rewrite } from "./rewrite.ts";
import { rolesAgree, rolesMeet, saysMore } from "./roles.ts";

/**
 * The differences in page order: names one character off an entry, titles other than the entry's. Names are looked at
 * as they were recognised. Words that nothing took for a name are looked at too, where they sound like an entry's name
 * and stand where a name can.
 */
export function nameDifferences(page: HousePage): BareFinding[] {
  const { text, blocks } = page;
  const found: BareFinding[] = [];
  const roles = new Map<string, string[]>();
  const taken: Mention[][] = blocks.map(() => []);
  for (const mention of page.mentions) {
    const { type, entity, role, block } = mention;
    taken[block]?.push(mention);
    if (role !== undefined && type === "PER") roles.set(entity, [...(roles.get(entity) ?? []), role]);
  }
  for (const mention of page.mentions) {
    const block = blocks[mention.block];
    if (!block) continue;
    const difference = roleDiffers(mention, block, page) ?? nameDiffers(mention, roles.get(mention.entity) ?? [], page);
    if (difference) found.push(...foundAt(text, block, difference));
  }
  blocks.forEach((block, index) => {
    for (const difference of overlooked(block, taken[index] ?? [], page))
      found.push(...foundAt(text, block, difference));
  });
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}

function foundAt(text: string, block: Block, difference: Difference): BareFinding[] {
  const spans = toPageSpans(text, block, difference.start, difference.end);
  const [first, last] = [spans[0], spans.at(-1)];
  if (!first || !last) return [];
  const { message, house, unsettled } = difference;
  const edits = house === undefined ? [] : rewrite(text, block, difference, house);
  return [
    {
      start: first.start,
      end: last.end,
      message,
      ...(house === undefined || edits.length === 0
        ? {}
        : { fix: { title: changeTo(house), safety: "unsafe", edits } }),
      ...(unsettled === undefined ? {} : { unsettled }),
    },
  ];
}

/** A difference in a block's joined text. */
interface Difference extends Span, Pick<BareFinding, "message" | "unsettled"> {
  /** What the lexicon has in the place of these words; nothing where other words differ. */
  readonly house?: string;
}

function changeTo(words: string): Localised {
  return { zh: `改为词库的“${words}”`, en: `Change to “${words}”, as the house lexicon has it` };
}

function roleDiffers(mention: Mention, block: Block, { lexicon }: HousePage): Difference | undefined {
  const { type, entity, role } = mention;
  const entry = type === "PER" ? lexicon.find("PER", entity) : undefined;
  if (role === undefined || entry?.role === undefined || rolesAgree(role, entry.role)) return undefined;
  const span = roleSpan(block.text, mention, role);
  return {
    ...(span ?? { start: mention.start, end: mention.end }),
    // No fix takes away what the page says beyond the lexicon's title.
    ...(span && !saysMore(role, entry.role) ? { house: entry.role } : {}),
    message: {
      zh: `本社词库中${entry.name}的职务是“${entry.role}”，这里是“${role}”。`,
      en: `The house lexicon has ${entry.name} as ${entry.role}; here it is ${role}.`,
    },
  };
}

function nameDiffers(mention: Mention, roles: readonly string[], page: HousePage): Difference | undefined {
  const { type, text, start, end } = mention;
  const { lexicon } = page;
  const bare = type === "TERM" ? text.replace(/^“(.*)”$/su, "$1") : text;
  if (lexicon.has(bare) || lexicon.find(type, mention.entity)) return undefined;
  const near = lexicon.forms(type).find((form) => isNear({ type, name: bare, roles }, form, page));
  if (!near) return undefined;
  // A coined term stands in quotation marks, which are not the lexicon's.
  const quoted = bare === text ? 0 : 1;
  return oneOff({ start: start + quoted, end: end - quoted }, bare, near.form);
}

function oneOff(span: Span, name: string, house: string): Difference {
  return {
    ...span,
    house,
    unsettled: name,
    message: {
      zh: `“${name}”与本社词库的“${house}”只差一字，请核对。`,
      en: `“${name}” is one character off “${house}” in the house lexicon.`,
    },
  };
}

/**
 * Names that nothing recognised: as long as an entry's, one character off, read alike, and beside words that stand
 * beside names. Ordinary words can look like a name (高志愿 in 提高志愿服务), but not beside such words.
 */
function* overlooked(
  { text }: Block,
  taken: readonly Mention[],
  { lexicon, soundAlike }: HousePage,
): Generator<Difference> {
  if (!soundAlike) return;
  let mentions: ReadonlyMap<number, readonly Mention[]> | undefined;
  let last = -1;
  for (const { start, end, near, at } of nearNames(text, lexicon)) {
    const name = text.slice(start, end);
    const { form, entry } = near;
    const [written, intended] = [name.charAt(at), form.charAt(at)];
    if (start === last || lexicon.has(name) || FUNCTION_WORD.test(written)) continue;
    if (entry.type !== "PER" && (CONTRASTING.has(written) || CONTRASTING.has(intended))) continue;
    mentions ??= byOffset(taken);
    let explained = false;
    for (let i = start; i < end && !explained; i += 1)
      explained =
        mentions
          .get(i)
          ?.some((mention) => explains(mention, { start, end, at: start + at, type: entry.type }, lexicon)) ?? false;
    if (explained) continue;
    const before = nameMayStart(text, start);
    const after = nameMayEnd(text, end);
    // A firm's short name and its wares may differ in a character (茶业, 茶叶).
    if (entry.type === "PER" ? !before && !after : form.length < 6 && !(before && after)) continue;
    if (!soundAlike(name, form)) continue;
    last = start;
    yield oneOff({ start, end }, name, form);
  }
}

/** Words that are almost a name of the lexicon, of its kind; `at` is the character that differs. */
interface NearName extends Span {
  readonly at: number;
  readonly type: string;
}

/** The mentions that stand on each offset of a text. */
function byOffset(mentions: readonly Mention[]): Map<number, Mention[]> {
  const standing = new Map<number, Mention[]>();
  for (const mention of mentions) {
    for (let i = mention.start; i < mention.end; i += 1) {
      const list = standing.get(i);
      if (list) list.push(mention);
      else standing.set(i, [mention]);
    }
  }
  return standing;
}

/** Whether a mention explains the words: it is this very name, a name of the lexicon, or a longer name of another kind. */
function explains(mention: Mention, { start, end, at, type }: NearName, lexicon: Lexicon): boolean {
  if (mention.start === start && mention.end === end) return mention.type === type;
  // 云溪县 of 云溪县水力局 says nothing of what follows.
  const apart = at < mention.start || at >= mention.end;
  if (mention.type !== type && apart && start <= mention.start && mention.end <= end) return false;
  if (lexicon.find(mention.type, mention.entity)) return true;
  return mention.type !== type && mention.type !== "TERM" && mention.start <= start && end <= mention.end;
}

function isNear(
  { type, name, roles }: { readonly type: string; readonly name: string; readonly roles: readonly string[] },
  { form, entry }: Form,
  { soundAlike }: HousePage,
): boolean {
  const difference = oneCharacterOff(name, form);
  if (!difference) return false;
  if (type !== "PER") {
    // 市水利局 and 县水利局, 东门村 and 西门村 are two names, not one with a slip.
    return Math.min(name.length, form.length) >= 4 && !difference.some((char) => CONTRASTING.has(char));
  }
  if (name.length !== form.length) return false;
  // Somebody of another office is somebody else.
  const office = entry.role;
  if (office !== undefined && !rolesMeet(roles, office)) return false;
  return name.length > 2 || (soundAlike?.(name, form) ?? false);
}

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
