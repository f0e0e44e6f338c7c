/** Answers about a page's mentions with the recogniser, the gazetteer and the cards of the core. */

import { layOut, pageOf } from "../core/layout/index.ts";
import { cardFor } from "../core/mentions/card.ts";
import { cardMarkdown } from "../core/mentions/card-markdown.ts";
import { createRecogniser, loadGazetteer } from "../core/mentions/index.ts";
import type { Segmenter } from "../core/mentions/types.ts";
import { GAZETTEER, GAZETTEER_SOURCE } from "../data/gazetteer.ts";
import { mentionAt } from "../lsp/mention-spans.ts";
import type { PageMentions } from "./mention-desk.ts";
import type { WorkerPage } from "./messages.ts";

/** What makes a page ready to be asked about; pages share the memory of blocks. Without a segmenter it goes by rules alone. */
export function mentionReader(segmenter: Segmenter | undefined): (page: WorkerPage) => PageMentions {
  const gazetteer = loadGazetteer(GAZETTEER);
  const recogniser = createRecogniser({ gazetteer, ...(segmenter ? { segmenter } : {}) });
  return ({ text }) => {
    const { blocks } = layOut(pageOf(text));
    const recognised = recogniser.page(blocks);
    return {
      mentions: () => recognised.mentions,
      card(offset, locale) {
        const { home, hoverable } = recognised;
        const mention = mentionAt({ text, blocks }, hoverable, offset);
        if (!mention) return undefined;
        const card = cardFor(mention, { blocks, home, mentions: hoverable }, gazetteer, locale);
        return { mention, markdown: cardMarkdown(card, locale, GAZETTEER_SOURCE) };
      },
    };
  };
}
