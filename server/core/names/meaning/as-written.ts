/** Says what a page names in the page's own characters: recognition reads traditional ones as simplified. */

import type { Mention } from "../../page/mention.ts";

/** A block as the page has it, and as it was read, of the same length. */
export interface ReadText {
  readonly written: string;
  readonly read: string;
}

/**
 * The mentions with the words of the page. What the page names keeps one name: that of its first mention in full, or for a unit of the
 * gazetteer the gazetteer's.
 */
export function asWritten(mentions: readonly Mention[], texts: readonly ReadText[]): readonly Mention[] {
  if (texts.every(({ written, read }) => written === read)) return mentions;
  const entities = new Map<string, string>();
  for (const mention of mentions) {
    const { type, entity, text, code } = mention;
    const key = `${type}${entity}`;
    if (code === undefined && entity === text && !entities.has(key)) entities.set(key, writtenText(mention, texts));
  }
  return mentions.map((mention) => {
    const { type, entity, role } = mention;
    return {
      ...mention,
      text: writtenText(mention, texts),
      entity: entities.get(`${type}${entity}`) ?? entity,
      ...(role !== undefined && { role: writtenRole(role, mention, texts) }),
    };
  });
}

function writtenText({ block, start, end }: Mention, texts: readonly ReadText[]): string {
  return texts[block]?.written.slice(start, end) ?? "";
}

/** A role as it stands nearest to the person; roles that the page has elsewhere only stay as they were read. */
function writtenRole(role: string, { block, start, end }: Mention, texts: readonly ReadText[]): string {
  const { read = "", written = "" } = texts[block] ?? {};
  const before = start < role.length ? -1 : read.lastIndexOf(role, start - role.length);
  const after = read.indexOf(role, end);
  const at = before >= 0 && (after < 0 || start - before <= after - end) ? before : after;
  return at < 0 ? role : written.slice(at, at + role.length);
}
