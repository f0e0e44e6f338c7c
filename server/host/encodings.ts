/** Turns a file's bytes into text and back without losing one: UTF-8, GB18030 and UTF-16, with or without a BOM, and Big5. */

import type { Localised } from "../core/text/locale.ts";
import { splitLines } from "../core/text/text.ts";
import { gbOrBig5, hasAdditionsToBig5 } from "./gb-or-big5.ts";
import { Refusal } from "./refusal.ts";

/** The encodings that pages are read and written in. */
export const ENCODINGS = ["utf-8", "gb18030", "big5", "utf-16le", "utf-16be"] as const;

export type EncodingName = (typeof ENCODINGS)[number];

/** How the text of a file was written, so that it can be written back the same way. */
export interface Encoding {
  readonly name: EncodingName;
  /** Whether the file begins with a byte order mark; it is no part of the text. */
  readonly bom: boolean;
}

export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
  /** Whether writing the text in this encoding gives the very same bytes; only then may the file be rewritten. */
  readonly exact: boolean;
}

const UTF8: Encoding = { name: "utf-8", bom: false };

const BOMS: readonly { readonly name: Encoding["name"]; readonly bytes: readonly number[] }[] = [
  { name: "utf-8", bytes: [0xef, 0xbb, 0xbf] },
  { name: "gb18030", bytes: [0x84, 0x31, 0x95, 0x33] },
  { name: "utf-16le", bytes: [0xff, 0xfe] },
  { name: "utf-16be", bytes: [0xfe, 0xff] },
];

/**
 * Decodes a file, in the encoding that is named, if one is. Else a BOM decides; without one it is UTF-8 where every byte
 * agrees, else GB18030 or Big5, whichever its characters are plausible in.
 * @throws Refusal where it is none of these, or no text at all, or where both GB18030 and Big5 are plausible
 */
export async function decode(bytes: Uint8Array, named?: EncodingName): Promise<Decoded> {
  const bom = BOMS.find(
    ({ name, bytes: mark }) => (named ?? name) === name && mark.every((byte, i) => bytes[i] === byte),
  );
  const body = bom ? bytes.subarray(bom.bytes.length) : bytes;
  const told = named ?? bom?.name;
  const decoded = told ? await decodeAs({ name: told, bom: bom !== undefined }, body) : await detect(body);
  if (!decoded) throw new Refusal(named ? notWrittenIn(named) : bom ? DAMAGED : (likelyUtf16(bytes) ?? NEITHER));
  if (isBinary(decoded.text)) throw new Refusal((told === undefined && likelyUtf16(bytes)) || BINARY);
  return decoded;
}

/** What a program has to open bytes in that were so decoded: a Big5 that has their characters. */
export function nameForEditors({ encoding }: Decoded, bytes: Uint8Array): string {
  return encoding.name === "big5" && hasAdditionsToBig5(bytes) ? "big5-hkscs" : encoding.name;
}

/**
 * The bytes of a text in an encoding, BOM included where it has one.
 * @throws Refusal where the encoding lacks a character of the text
 */
export async function encode(text: string, encoding: Encoding): Promise<Uint8Array> {
  const bom = encoding.bom ? (BOMS.find(({ name }) => name === encoding.name)?.bytes ?? []) : [];
  const body = await encodeBody(text, encoding.name);
  // The others have every character.
  if (encoding.name === "big5" && (await decodeAs(encoding, body))?.text !== text) throw new Refusal(NOT_IN_BIG5);
  return bom.length === 0 ? body : Buffer.concat([Buffer.from(bom), body]);
}

const NEITHER = {
  zh: "既不是 UTF-8，也不是 GB18030 或 Big5，可能不是文本",
  en: "neither UTF-8 nor GB18030 nor Big5; perhaps not text",
};
const EITHER = {
  zh: "字太少，看不出是 GB18030 还是 Big5，没有读取；请用 --encoding 指明，或先转成 UTF-8",
  en: "GB18030 or Big5: too few characters to tell; not read. Name it by --encoding, or convert the file to UTF-8 first",
};
const DAMAGED_BIG5 = {
  zh: "像是 Big5 文本，但有损坏或不认识的编码，没有读取；请先转成 UTF-8",
  en: "it looks like Big5, with codes that are damaged or unknown; not read. Convert it to UTF-8 first",
};
const NOT_IN_BIG5 = {
  zh: "改好的文本里有 Big5 没有的字符，写不回去，没有修改；请先转成 UTF-8",
  en: "the fixed text holds a character that Big5 lacks; left alone. Convert it to UTF-8 first",
};
const DAMAGED = {
  zh: "文件开头的 BOM 与内容不符，文本已损坏",
  en: "the text does not match its byte order mark; it is damaged",
};
const BINARY = { zh: "是二进制文件，不是文本", en: "a binary file, not text" };

function notWrittenIn(name: EncodingName): Localised {
  return {
    zh: `内容与指明的编码 ${name} 不符，没有读取`,
    en: `not written in ${name}, as it was said to be; not read`,
  };
}

async function detect(bytes: Uint8Array): Promise<Decoded | undefined> {
  const utf8 = await decodeAs(UTF8, bytes);
  if (utf8) return utf8;
  refuseDamagedUtf8(bytes);
  const told = gbOrBig5(bytes, (await iconv()).encode);
  const gb = told === "big5" ? undefined : await decodeAs({ name: "gb18030", bom: false }, bytes);
  const big5 = told === "gb18030" ? undefined : await decodeAs({ name: "big5", bom: false }, bytes);
  if (gb && big5) throw new Refusal(EITHER);
  if (told === "big5" && !big5) throw new Refusal(DAMAGED_BIG5);
  return gb ?? big5;
}

/** UTF-8 with a few bad bytes is often valid GB18030, of other characters: so it is told apart by what it mostly is. */
function refuseDamagedUtf8(bytes: Uint8Array): void {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const damaged = text.match(/\ufffd/g)?.length ?? 0;
  const sound = text.match(/[^\0-\x7f\ufffd]/gu)?.length ?? 0;
  if (sound < 2 * damaged) return;
  const line = splitLines(text.slice(0, text.indexOf("\ufffd"))).length;
  throw new Refusal({
    zh: `UTF-8 文本中有损坏的字节，第一处在第 ${line} 行`,
    en: `UTF-8 with damaged bytes, the first of them on line ${line}`,
  });
}

async function decodeAs(encoding: Encoding, bytes: Uint8Array): Promise<Decoded | undefined> {
  switch (encoding.name) {
    case "utf-8":
      try {
        const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
        return { text, encoding, exact: true };
      } catch (error) {
        if (error instanceof TypeError) return undefined;
        throw error;
      }
    case "gb18030":
    case "big5": {
      const { decode: fromBytes } = await iconv();
      const text = fromBytes(Buffer.from(bytes), encoding.name, { stripBOM: false });
      const exact = Buffer.compare(await encodeBody(text, encoding.name), bytes) === 0;
      // A few old codes name a character that has a newer code: such a text can be read but not written back.
      return exact || !text.includes("\ufffd") ? { text, encoding, exact } : undefined;
    }
    default: {
      if (bytes.length % 2 === 1 || isUtf8OfHan(bytes)) return undefined;
      const ordered = encoding.name === "utf-16be" ? Buffer.from(bytes).swap16() : Buffer.from(bytes);
      const text = ordered.toString("utf16le");
      return UNPAIRED.test(text) ? undefined : { text, encoding, exact: true };
    }
  }
}

/** Half of a character, which no text has. */
const UNPAIRED = /\p{Surrogate}/u;

/** Any bytes are UTF-16 of something; those that are UTF-8 of Chinese characters are no UTF-16 of such. */
function isUtf8OfHan(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return /\p{Script=Han}/u.test(text) && !text.includes("\0");
  } catch {
    return false;
  }
}

/** Bytes that no BOM says are UTF-16 are not taken for it; but what looks like it is told. */
function likelyUtf16(bytes: Uint8Array): Localised | undefined {
  const even = Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2)));
  const share = (text: string): number =>
    (text.match(/[\p{Script=Han}\p{Punctuation}\s\w]/gu)?.length ?? 0) / Math.max(1, text.length);
  if (share(even.toString("utf16le")) > MOSTLY) return seemsUtf16("utf-16le");
  return share(even.swap16().toString("utf16le")) > MOSTLY ? seemsUtf16("utf-16be") : undefined;
}

const MOSTLY = 0.9;

function seemsUtf16(name: EncodingName): Localised {
  return {
    zh: `像是没有 BOM 的 UTF-16，没有读取；请用 --encoding ${name} 指明，或先转成 UTF-8`,
    en: `it looks like UTF-16 without a byte order mark; not read. Name it by --encoding ${name}, or convert the file to UTF-8 first`,
  };
}

async function encodeBody(text: string, name: Encoding["name"]): Promise<Uint8Array> {
  if (name === "utf-8") return Buffer.from(text, "utf8");
  if (name === "gb18030" || name === "big5") return (await iconv()).encode(text, name);
  const little = Buffer.from(text, "utf16le");
  return name === "utf-16be" ? little.swap16() : little;
}

/** Loaded when first needed: its tables take 30 ms, and most pages are UTF-8. */
async function iconv(): Promise<typeof import("iconv-lite")> {
  const loaded = await import("iconv-lite");
  return loaded.default ?? loaded;
}

/** Control characters that no text has, by the dozen; one or two a text may hold by mistake. */
const CONTROL = /[\u0000-\u0008\u000e-\u0019\u001b-\u001f]/g;

function isBinary(text: string): boolean {
  const controls = text.match(CONTROL)?.length ?? 0;
  return controls > 2 && controls * 20 > text.length;
}
