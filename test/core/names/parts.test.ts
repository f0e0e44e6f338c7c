/** A long page is recognised part by part, and a long text piece by piece: what each is, and that mentions stand where they say. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { NameRecord } from "../../../server/core/names/explain/decision.ts";
import { createRecogniser } from "../../../server/core/names/index.ts";
import { partsOf } from "../../../server/core/names/parts.ts";
import { learned, region } from "../../support/mentions.ts";

const known = { gazetteer: region(), ...learned() };
const SENTENCE = "云溪县委书记王建国今天到柳河镇调研，云溪县农业农村局局长李晓明参加。";

describe("the parts of a page", () => {
  test("are one where it is no longer than a page, and nothing is one, too", () => {
    assert.equal(partsOf([SENTENCE, SENTENCE.repeat(20)]).length, 1);
    assert.deepEqual(partsOf([]), [[]]);
  });

  test("are of about one length where it is longer, and leave nothing out", () => {
    const texts = Array.from({ length: 1000 }, (_, i) => SENTENCE + i);
    const parts = partsOf(texts);
    assert.equal(parts.length, 2);
    assert.deepEqual(
      parts.flat().map(({ text }) => text),
      texts,
    );
    const [a = 0, b = 0] = parts.map((part) => part.reduce((sum, { text }) => sum + text.length, 0));
    assert.ok(Math.abs(a - b) < 100);
  });

  test("hold a text longer than any paragraph in pieces that end with a sentence, or with a whole character", () => {
    for (const text of [SENTENCE.repeat(300), "𠀀".repeat(10_000), "云".repeat(9000)]) {
      const pieces = partsOf([text]).flat();
      assert.equal(pieces.map((piece) => piece.text).join(""), text);
      for (const piece of pieces) {
        assert.ok(piece.text.length <= 4000);
        assert.equal(text.slice(piece.start, piece.start + piece.text.length), piece.text);
        assert.doesNotMatch(piece.text, /^[\udc00-\udfff]|[\ud800-\udbff]$/);
      }
      if (text.startsWith("云溪")) assert.ok(pieces.every((piece) => piece.text.endsWith("。")));
    }
  });
});

describe("a long page", () => {
  const text = SENTENCE.repeat(1000);
  const page = [{ text: SENTENCE }, { text }];

  test("has its mentions where they stand, the same all over", () => {
    const { mentions, hoverMentions, home, unreadFrom } = createRecogniser(known).page(page);
    for (const found of [mentions, hoverMentions])
      for (const one of found) assert.equal(page[one.block]?.text.slice(one.start, one.end), one.text);
    assert.equal(mentions.filter((one) => one.text === "王建国").length, 1001);
    assert.equal(unreadFrom, undefined);
    assert.deepEqual(home, createRecogniser(known).page([{ text: SENTENCE.repeat(20) }]).home);
  });

  test("that would take too long is read as far as it may be, and says from where on it is not", () => {
    const texts = Array.from({ length: 4000 }, () => ({ text: SENTENCE }));
    const whole = createRecogniser(known).page(texts);
    assert.equal(whole.unreadFrom, undefined);
    const { mentions, unreadFrom = 0 } = createRecogniser(known, "listed", 1000).page(texts);
    assert.ok(unreadFrom > 0 && unreadFrom < 2000);
    assert.deepEqual(
      mentions,
      whole.mentions.filter(({ block }) => block < unreadFrom),
    );
  });

  test("explains a name far down as one at its beginning", () => {
    const decided = [SENTENCE.length * 900, 0].map((from) => {
      const at = from + SENTENCE.indexOf("李晓明");
      const record = new NameRecord(1, at);
      createRecogniser(known).page(page, record);
      return record.at(at).candidates.map((one) => [one.text, one.type, one.chosen]);
    });
    assert.deepEqual(decided[0], decided[1]);
    assert.ok(decided[0]?.some(([name, , chosen]) => name === "李晓明" && chosen));
  });
});
