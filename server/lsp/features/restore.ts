/** `galley/restoreHeadlines`: the edits that bring the headings home, of the article at a place or of the page. */

import { articleAt } from "../../core/articles/article-at.ts";
import { movesFor } from "../../core/fix/headline-moves.ts";
import { type HeadlineMoves, type PageRequest, type ProtocolPosition, RESTORE_HEADLINES } from "../../protocol.ts";
import type { Feature } from "../feature.ts";

export const restoreHeadlines: Feature<PageRequest & { readonly position?: ProtocolPosition }, HeadlineMoves | null> = {
  method: RESTORE_HEADLINES,
  empty: null,
  answer(asked, { position }) {
    const { page, analysis, at } = asked;
    const article = position ? articleAt(analysis, at.offset(position)) : undefined;
    if (position && !article) return { version: page.version, edits: [], moved: 0, left: 0 };
    const { edits, ...counts } = movesFor(analysis, article);
    return { version: page.version, edits: edits.map(at.edit), ...counts };
  },
};
