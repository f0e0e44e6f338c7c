/** Where a page gives a person a title, right before the name or right after it. */

import type { Mention } from "../page/mention.ts";
import type { Span } from "../text/text.ts";

/** A mention of a person and the title beside it; the span is that of both, in the text of the mention's block. */
export interface TitledPlace extends Span {
  readonly mention: Mention;
  readonly role: string;
}

/** The mentions with the title that stands beside them now: one that somebody had, or is only given, is left out. */
export function titledPlaces(
  blocks: readonly { readonly text: string }[],
  mentions: readonly Mention[],
): TitledPlace[] {
  return mentions.flatMap((mention) => {
    const { role, block } = mention;
    const text = blocks[block]?.text ?? "";
    const title = role === undefined ? undefined : roleSpan(text, mention, role);
    if (role === undefined || !title || CHANGES.test(sentenceOf(text, mention))) return [];
    const [start, end] = [Math.min(title.start, mention.start), Math.max(title.end, mention.end)];
    return [{ mention, role, start, end }];
  });
}

/** Where the title stands: right before the name or right after it; undefined where the page says it otherwise. */
export function roleSpan(text: string, { start, end }: Span, role: string): Span | undefined {
  const before = text.slice(0, start).trimEnd();
  if (before.endsWith(role)) return { start: before.length - role.length, end: before.length };
  return text.startsWith(role, end) ? { start: end, end: end + role.length } : undefined;
}

/** Words of a sentence that tells of offices which somebody had, gets or leaves. */
const CHANGES =
  /时任|曾任|历任|先后任|[原前]任|升任|晋升|当选|选举|任命|任免|免去|拟任|提名|转任|调任|出任|就任|卸任|接任|担任|兼任/u;

function sentenceOf(text: string, { start, end }: Span): string {
  const from = Math.max(...["。", "！", "？", "；"].map((mark) => text.lastIndexOf(mark, start - 1))) + 1;
  const to = /[。！？；]/u.exec(text.slice(end))?.index;
  return text.slice(from, to === undefined ? text.length : end + to);
}
