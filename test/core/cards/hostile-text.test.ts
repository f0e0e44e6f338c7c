/** A page's words in a hover, which VS Code shows as Markdown and lets run Galley's commands: they are words there, and nothing else. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { cardMarkdown } from "../../../server/core/cards/markdown.ts";
import type { Card } from "../../../server/core/cards/types.ts";

const HOSTILE = [
  "[x](command:workbench.action.quit)",
  "[x]\n(command:y)",
  "\\[x](command:y)",
  "\\\\[x](command:y)",
  "![](http://x.example/y.png)",
  "![[a]](command:x)",
  "[a]: command:x",
  "[^1]: x",
  "<img src=x onerror=alert(1)>",
  "<http://x.example>",
  "<!-- x -->",
  "&lt;b&gt;&#91;x&#93;",
  "`x`",
  "```\nx",
  "~~~",
  "***",
  "# x",
  "   # x",
  " - x",
  "- x",
  "+ x",
  "  1. x",
  "===",
  "---",
  "> x",
  "| a | b |\n|-|-|",
  "    x",
  "x\\",
];

/** What CommonMark takes for more than words: a link, an image, HTML, an entity, code, a table; and what begins a block. */
const INLINE = /(?<!\\)(?:\\\\)*(?:[`<|]|!?\[|\]\(|&[#\w])/;
const BLOCK = /^(?:> )? {0,3}(?:#|[-+*] |\d+[.)]\s|[-=]+\s*$|~{3}|\t| {4})/m;

const source = { name: "区划库", version: "1", date: "2024" } as Parameters<typeof cardMarkdown>[2];

describe("a card of hostile words", () => {
  for (const text of HOSTILE)
    test(JSON.stringify(text), () => {
      const card: Card = {
        title: text,
        kind: "人物",
        reading: text,
        facts: [
          { text, strong: text, source: "page" },
          { text: `县长${text}`, strong: "县长", source: "lexicon" },
        ],
        sentence: { text: `${text}${text}`, start: 0, end: text.length },
        doubts: [{ kind: "likely", text }],
        forms: [text],
        related: [text, text],
        count: 1,
      };
      const markdown = cardMarkdown(card, "zh", source);
      assert.doesNotMatch(markdown, INLINE);
      // The marks of the card itself: what is bold, and the sentence as a quotation.
      assert.doesNotMatch(markdown.replaceAll("**", ""), BLOCK);
    });
});
