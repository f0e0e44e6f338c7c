/** What the house's lexicon adds to a card. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { cardFor } from "../../../server/core/cards/card.ts";
import { cardWithEntry } from "../../../server/core/cards/with-entry.ts";
import type { EntryData } from "../../../server/core/house/index.ts";
import { loadGazetteer } from "../../../server/core/places/gazetteer.ts";
import { mention } from "../house/stock.ts";

test("the card gives what the house knows first, and has no doubt of a reading that it gives", () => {
  const texts = ["县长岳茜说，要抓紧。"];
  const found = mention(texts, "岳茜", "PER", { role: "县长" });
  const page = {
    blocks: [{ text: texts[0] ?? "" }],
    mentions: [found],
    home: { province: "", prefecture: "", county: "" },
  };
  const card = cardFor(found, page, { gazetteer: loadGazetteer(""), locale: "zh" });
  assert.ok(card.doubts.some(({ kind, text }) => kind === "reading" && text.includes("两读")));
  const entry: EntryData = {
    name: "岳茜",
    type: "PER",
    aliases: [],
    role: "云溪县县长",
    note: "女",
    reading: "yuè qiàn",
  };
  const known = cardWithEntry(card, entry, "zh");
  assert.equal(known.reading, "yuè qiàn");
  assert.deepEqual(known.facts.slice(0, 2), [
    { text: "云溪县县长", source: "lexicon" },
    { text: "女", source: "lexicon" },
  ]);
  assert.deepEqual(known.doubts, []);
});
