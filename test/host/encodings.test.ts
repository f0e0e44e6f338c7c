/** Bytes to text and back: every encoding that Galley takes, and what it refuses. */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import fc from "fast-check";
import iconv from "iconv-lite";
import { Converter } from "opencc-js";
import { decode, type Encoding, encode } from "../../server/host/encodings.ts";
import { type GbOrBig5, gbOrBig5 } from "../../server/host/gb-or-big5.ts";
import { Refusal } from "../../server/host/refusal.ts";
import { randomPage } from "../support/typesetter/index.ts";

type Counts = Record<GbOrBig5, number>;

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
  });

  describe("GB18030 and Big5 are told apart on any stretch of our own pages", () => {
    const traditional = Converter({ from: "cn", to: "tw" });
    const texts = [
      ...readdirSync(SEEDS).flatMap((name) => (name.endsWith(".txt") ? [readFileSync(join(SEEDS, name), "utf8")] : [])),
      ...Array.from({ length: 12 }, (_, seed) => randomPage(seed, { varied: true }).text),
    ];
    /** How often a stretch of so many characters is told as this or that; shorter ones than four characters of Chinese left out. */
    const told = (name: "gb18030" | "big5", length: number, convert: (text: string) => string): Counts => {
      const counts: Counts = { gb18030: 0, big5: 0, either: 0 };
      for (const text of texts) {
        const characters = [...convert(text)];
        for (let i = 0; i < characters.length; i += length) {
          // What Big5 lacks is no part of a text in Big5.
          const stretch = iconv.decode(iconv.encode(characters.slice(i, i + length).join(""), name), name);
          if (/[^\0-\x7f].*[^\0-\x7f].*[^\0-\x7f].*[^\0-\x7f]/su.test(stretch))
            counts[gbOrBig5(iconv.encode(stretch, name), iconv.encode)] += 1;
        }
      }
      return counts;
    };

    for (const length of [4, 6, 12, 40, 400]) {
      test(`GB18030, ${length} characters: never taken for Big5, in simplified characters without a doubt`, () => {
        const { big5, either } = told("gb18030", length, (text) => text);
        assert.deepEqual([big5, either], [0, 0]);
        const counts = told("gb18030", length, traditional);
        assert.equal(counts.big5, 0);
        assert.ok(counts.either <= counts.gb18030 / 500, JSON.stringify(counts));
      });
    }

    for (const [length, most] of [
      [12, 1 / 100],
      [40, 1 / 1000],
      [100, 0],
      [400, 0],
    ] as const) {
      test(`Big5, ${length} characters: taken for GB18030 in ${most * 100} % at most`, () => {
        const { gb18030, big5 } = told("big5", length, traditional);
        assert.ok(gb18030 <= most * big5, `${gb18030} of ${big5}`);
      });
    }

    test("UTF-8 is never asked about", async () => {
      for (const text of texts) {
        for (const shown of [text, traditional(text)])
          assert.equal((await decode(Buffer.from(shown, "utf8"))).encoding.name, "utf-8");
      }
    });
  });

  describe("a text that may be either", () => {
    const bytes = iconv.encode("距繼續縮", "gb18030");

    test("is not read, and who knows names its encoding", async () => {
      await assert.rejects(
        decode(bytes),
        /GB18030 or Big5: too few characters to tell; not read. Name it by --encoding/,
      );
      assert.equal((await decode(bytes, "gb18030")).text, "距繼續縮");
      const { text, encoding } = await decode(bytes, "big5");
      assert.deepEqual(Buffer.from(await encode(text, encoding)), bytes);
    });

    test("is refused where it is not in the encoding that was named", async () => {
      await assert.rejects(decode(bytes, "utf-8"), /not written in utf-8, as it was said to be/);
    });

    test("in a named encoding keeps its BOM", async () => {
      const marked = Buffer.from("\ufeff本报讯", "utf8");
      assert.deepEqual(await decode(marked, "utf-8"), {
        text: "本报讯",
        encoding: { name: "utf-8", bom: true },
        exact: true,
      });
    });
  });

  test("characters that Hong Kong added to Big5 are read and written back; a code that would become another is marked", async () => {
    const page = "佢哋話今日唔嚟嘅喇，啲嘢唔係咁樣做㗎，你睇吓咪知囉";
    const bytes = iconv.encode(page, "big5");
    const decoded = await decode(bytes);
    assert.deepEqual(decoded, { text: page, encoding: { name: "big5", bom: false }, exact: true });
    // 9DEF is another code of 嘅, FB48.
    const other = Buffer.concat([bytes, Buffer.from([0x9d, 0xef])]);
    assert.deepEqual(await decode(other), { ...decoded, text: `${page}嘅`, exact: false });
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

  for (const name of ["utf-16le", "utf-16be"] as const)
    test(`${name} without a BOM is not guessed at, but told, and read where it is named`, async () => {
      const text = "本报讯\n青川市气象台今日发布。\n";
      const little = Buffer.from(text, "utf16le");
      const bytes = name === "utf-16le" ? little : little.swap16();
      await assert.rejects(decode(bytes), new RegExp(`without a byte order mark.*--encoding ${name}`));
      assert.equal((await decode(bytes, name)).text, text);
    });

  test("a UTF-8 page that is said to be UTF-16 is refused, and so is half a character", async () => {
    for (const name of ["utf-16le", "utf-16be"] as const) {
      await assert.rejects(decode(Buffer.from("本报讯今日\n", "utf8"), name), Refusal);
      await assert.rejects(decode(Buffer.from([0xd8, 0xd8, 0x2c, 0x67]), name), Refusal);
    }
  });

  test("a stray NUL makes no text a binary file", async () => {
    const bytes = Buffer.from("本报讯\0今年以来", "utf8");
    assert.equal((await decode(bytes)).text, "本报讯\0今年以来");
  });
});
