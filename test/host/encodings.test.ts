/** Bytes to text and back: every encoding that Galley takes, and what it refuses. */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import fc from "fast-check";
import iconv from "iconv-lite";
import { looksLikeBig5 } from "../../server/host/big5.ts";
import { decode, type Encoding, encode } from "../../server/host/encodings.ts";
import { Refusal } from "../../server/host/refusal.ts";

const SEEDS = "seeds";
const TEXT = "本报讯 青川市气象台台长\r\n\r\n卜一鸣𠮷说，8 月 21\r\n\r\n日有雨。\u3000—— €\r\n";

const ENCODINGS: readonly Encoding[] = (["utf-8", "gb18030", "utf-16le", "utf-16be"] as const).flatMap((name) => [
  { name, bom: true },
  { name, bom: false },
]);

describe("encodings", () => {
  for (const encoding of ENCODINGS.filter(({ name, bom }) => bom || !name.startsWith("utf-16"))) {
    test(`${encoding.name}${encoding.bom ? " with BOM" : ""} is told and written back byte for byte`, async () => {
      const bytes = await encode(TEXT, encoding);
      const decoded = await decode(bytes);
      assert.deepEqual(decoded, { text: TEXT, encoding, exact: true });
      assert.deepEqual(Buffer.from(await encode(decoded.text, decoded.encoding)), Buffer.from(bytes));
    });
  }

  test("an empty file is UTF-8, with a BOM or without", async () => {
    assert.deepEqual(await decode(Buffer.alloc(0)), { text: "", encoding: { name: "utf-8", bom: false }, exact: true });
    const onlyBom = await decode(Buffer.from([0xef, 0xbb, 0xbf]));
    assert.deepEqual(onlyBom, { text: "", encoding: { name: "utf-8", bom: true }, exact: true });
  });

  test("a second BOM is part of the text and survives", async () => {
    const bytes = Buffer.from("\ufeff\ufeff本报讯", "utf8");
    const { text, encoding } = await decode(bytes);
    assert.equal(text, "\ufeff本报讯");
    assert.deepEqual(Buffer.from(await encode(text, encoding)), bytes);
  });

  test("any text survives each encoding", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: "binary" }).filter((text) => !text.includes("\ue5e5")),
        fc.constantFrom(...ENCODINGS),
        async (text, encoding) => {
          const bytes = await encode(text, encoding);
          const back = await decode(bytes).catch((error: unknown) => error);
          // What looks like a binary file is refused; what is read is written back as it was.
          if (back instanceof Refusal) return;
          assert.ok(!(back instanceof Error));
          const { text: read, encoding: told } = back as Awaited<ReturnType<typeof decode>>;
          assert.deepEqual(Buffer.from(await encode(read, told)), Buffer.from(bytes));
        },
      ),
    );
  });

  test("any bytes are refused, or read as text that gives them back where it says so", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 64 }), async (bytes) => {
        try {
          const { text, encoding, exact } = await decode(bytes);
          if (exact) assert.deepEqual(Buffer.from(await encode(text, encoding)), Buffer.from(bytes));
        } catch (error) {
          assert.ok(error instanceof Refusal);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("an old GB18030 code is read, and marked as not to be written back", async () => {
    // A3A0 is an older code of the ideographic space, A1A1.
    const bytes = Buffer.concat([iconv.encode("本报讯", "gb18030"), Buffer.from([0xa3, 0xa0]), Buffer.from("\n")]);
    assert.deepEqual(await decode(bytes), {
      text: "本报讯\u3000\n",
      encoding: { name: "gb18030", bom: false },
      exact: false,
    });
  });

  describe("a page in Big5", () => {
    const pages = [
      "本報訊　雲溪縣今年新修公路12公里。\r\n\r\n縣長說：「這條路修好了，居民都很高興。」\r\n",
      "〔記者林曉東／雲溪報導〕氣象局表示，明天各地多雲到晴，氣溫回升，東北部有局部短暫雨。\n",
      "天氣晴朗",
      "第3版　2022年8月17日　星期三",
      "新聞 A1 版 12月",
    ];
    for (const page of pages) {
      test(`is told from GB18030, and written back byte for byte: ${page.trim().slice(0, 12)}`, async () => {
        const bytes = iconv.encode(page, "big5");
        const decoded = await decode(bytes);
        assert.deepEqual(decoded, { text: page, encoding: { name: "big5", bom: false }, exact: true });
        assert.deepEqual(Buffer.from(await encode(decoded.text, decoded.encoding)), bytes);
      });

      test(`in GB18030 or UTF-8 is that: ${page.trim().slice(0, 12)}`, async () => {
        for (const name of ["gb18030", "utf-8"] as const) {
          const encoding = { name, bom: false };
          assert.deepEqual(await decode(await encode(page, encoding)), { text: page, encoding, exact: true });
        }
      });
    }

    test("is refused where its bytes are damaged, and so is a text that Big5 has no characters for", async () => {
      const [page = ""] = pages;
      const bytes = Buffer.concat([iconv.encode(page, "big5"), Buffer.from([0xff, 0x0a])]);
      await assert.rejects(decode(bytes), /it looks like Big5, with codes that are damaged/);
      await assert.rejects(encode("我们", { name: "big5", bom: false }), /a character that Big5 lacks/);
    });
  });

  describe("GB18030 is not taken for Big5", () => {
    const texts = {
      "a short line": "公路通了",
      "rare characters of names": "王玥、李珺、陈瑄、赵琤、钱珝、孙镕",
      "nothing but rare characters": "珺玥琚瑄璟琤珝玠瑀琲珮璵玙瑒",
      "Chinese in traditional characters": "獎學金獲獎者謝謝龍馬鐵路",
      Russian: "Привет, мир! Как дела сегодня?",
      Japanese: "これはテストです、日本語の文章。",
      "a frame with cells": "┌──┬──┐│甲│乙│",
    };
    for (const [name, text] of Object.entries(texts)) {
      test(name, async () => {
        const encoding: Encoding = { name: "gb18030", bom: false };
        assert.deepEqual(await decode(await encode(text, encoding)), { text, encoding, exact: true });
      });
    }

    test("any stretch of the example pages", async () => {
      const encoding: Encoding = { name: "gb18030", bom: false };
      for (const file of readdirSync(SEEDS).filter((name) => name.endsWith(".txt"))) {
        const characters = [...readFileSync(join(SEEDS, file), "utf8")];
        for (const length of [4, 8, 40, 400]) {
          for (let i = 0; i < characters.length; i += length) {
            const bytes = await encode(characters.slice(i, i + length).join(""), encoding);
            assert.equal(looksLikeBig5(bytes), false);
          }
        }
      }
    });
  });

  test("damaged UTF-8 is not taken for GB18030, which its bytes are too", async () => {
    const bytes = Buffer.from("本报讯\n青川市气象台", "utf8").subarray(0, -1);
    await assert.rejects(decode(bytes), /damaged bytes, the first of them on line 2/);
  });

  const refused: Readonly<Record<string, Buffer>> = {
    "a picture": Buffer.from("89504e470d0a1a0a0000000d49484452000001e0000001400802000000", "hex"),
    "NUL after NUL": Buffer.alloc(4096),
    "UTF-16 without a BOM": Buffer.from("galley proof of page one", "utf16le"),
    "UTF-8 cut inside a character": Buffer.from("本报讯", "utf8").subarray(0, 8),
    "UTF-16 cut inside a character": Buffer.from([0xff, 0xfe, 0x2c]),
    "a UTF-8 BOM before other bytes": Buffer.from([0xef, 0xbb, 0xbf, 0xff, 0xff]),
  };
  for (const [name, bytes] of Object.entries(refused)) {
    test(`refuses ${name}`, async () => {
      await assert.rejects(decode(bytes), Refusal);
    });
  }

  test("a stray NUL makes no text a binary file", async () => {
    const bytes = Buffer.from("本报讯\0今年以来", "utf8");
    assert.equal((await decode(bytes)).text, "本报讯\0今年以来");
  });
});
