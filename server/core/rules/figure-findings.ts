/** The figures of a page that disagree, as findings: of its sums and of what is given twice, and of its headings. */

import { toPageSpans } from "../layout/joined.ts";
import { numberReader } from "../numbers/page-numbers.ts";
import { articleBlocks, disagreements, type FigureMessage } from "../numbers/sums/disagreements.ts";
import type { Analysis } from "../page/analysis.ts";
import type { BareFinding } from "../page/finding.ts";
import type { Span } from "../text/text.ts";

/** In page order; `inHeading` where it is a heading's figure that its article contradicts. */
export function* figureFindings({
  text,
  blocks,
  articles,
}: Analysis): Generator<BareFinding & { readonly inHeading: boolean }> {
  const { read } = numberReader(blocks);
  const placeOf = ({ block, start, end }: FigureMessage): Span | undefined => {
    const spans = toPageSpans(text, blocks[block] as Analysis["blocks"][number], start, end);
    const first = spans[0];
    return first && { start: first.start, end: spans.at(-1)?.end ?? first.end };
  };
  const texts = blocks.map((block) => block.text);
  for (const { inHeading, message, ...found } of disagreements(texts, articleBlocks(articles), read)) {
    const place = placeOf({ ...found, message });
    if (!place) continue;
    const related = found.related.flatMap((other) => {
      const span = placeOf(other);
      return span ? [{ ...span, message: RELATED }] : [];
    });
    yield { ...place, inHeading, message, related };
  }
}

const RELATED = { zh: "与它不符的数字", en: "a figure that it disagrees with" };
