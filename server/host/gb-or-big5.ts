/**
 * Tells Big5 from GB18030. Nearly every text of the one is valid in the other, of other characters, so both readings are
 * asked how likely such a text is: each standard puts common characters in a place of their own, and half of any Chinese text
 * are the same few hundred characters. (chardet, which goes by such characters alone, takes short pages of GB18030 for Big5.)
 */

import { EVERYDAY } from "../core/tables/characters.ts";

/** Which of the two a text is written in, or that both are plausible. */
export type GbOrBig5 = "gb18030" | "big5" | "either";

/** How a text becomes bytes; what the encoding lacks becomes `?`. */
export type Encoder = (text: string, name: "gb18030" | "big5") => Uint8Array;

/** Fewer characters than this show nothing. */
const FEWEST = 4;

/**
 * How many nats likelier than GB18030 Big5 has to be before there is doubt, and to be taken for it. Most pages are GB18030,
 * and a page that is read wrongly is spoilt, where one that is doubtful is only asked about. Measured on 200,000 stretches of
 * 4 to 1000 characters of pages of our own: GB18030 comes to 2.1 at most in simplified characters, in traditional ones to
 * 6.1; Big5 to 15 at least from 100 characters on.
 */
const DOUBTFUL = 2.5;
const SURE = 10;

/** Tells how bytes that are no UTF-8 were written. */
export function gbOrBig5(bytes: Uint8Array, encode: Encoder): GbOrBig5 {
  if (bytes.filter((byte) => byte >= 0x80).length < FEWEST) return "gb18030";
  const everyday = everydayCodes(encode);
  const lead = likelihoodInBig5(bytes, everyday.big5) - likelihoodInGb(bytes, everyday.gb);
  if (lead < DOUBTFUL) return "gb18030";
  return lead < SURE ? "either" : "big5";
}

/** Whether a text of Big5 has characters that Hong Kong added (HKSCS), which most programs' Big5 lacks. */
export function hasAdditionsToBig5(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i += 1) {
    const lead = bytes[i] as number;
    if (lead < 0x80) continue;
    const code = lead * 256 + (bytes[i + 1] ?? 0);
    if (code < 0xa140 || (code > 0xc67e && code < 0xc940) || code > 0xf9fe) return true;
    i += 1;
  }
  return false;
}

/** How likely a code of each class is in a text: the share that the class has, over the number of its codes; natural logarithms. */
function likelihood(share: number, codes: number): number {
  return Math.log(share / codes);
}

const BIG5 = {
  everyday: likelihood(0.45, 360),
  /** A1–A3. */
  mark: likelihood(0.14, 408),
  /** A440–C67E, the 5401 characters in common use. */
  common: likelihood(0.4, 5041),
  /** C940–F9D5. */
  rare: likelihood(0.01, 7652),
  /** What vendors and Hong Kong (HKSCS) added. */
  added: likelihood(0.002, 5000),
  none: likelihood(1e-6, 1),
};

interface GbLikelihood {
  readonly everyday: number;
  /** A1–A3. */
  readonly mark: number;
  /** B0A1–D7F9, the 3755 characters in common use. */
  readonly common: number;
  /** D8A1–F7FE. */
  readonly rare: number;
  /** What GBK added to GB2312, traditional characters first of all. */
  readonly added: number;
  /** A4–A9: kana, Greek, Cyrillic, frames. */
  readonly sign: number;
  /** Private characters, and what is none. */
  readonly none: number;
}

const SIMPLIFIED: GbLikelihood = {
  everyday: likelihood(0.45, 520),
  mark: likelihood(0.14, 282),
  common: likelihood(0.38, 3400),
  rare: likelihood(0.02, 3008),
  added: likelihood(0.002, 14000),
  sign: likelihood(0.005, 700),
  none: likelihood(1e-5, 1900),
};

/** A text is one of these as a whole. */
const IN_GB: readonly GbLikelihood[] = [
  SIMPLIFIED,
  { ...SIMPLIFIED, common: likelihood(0.2, 3400), added: likelihood(0.2, 14000) },
  { ...SIMPLIFIED, everyday: likelihood(0.1, 520), common: likelihood(0.1, 3400), sign: likelihood(0.6, 700) },
];

function likelihoodInBig5(bytes: Uint8Array, everyday: ReadonlySet<number>): number {
  let sum = 0;
  for (let i = 0; i < bytes.length; i += 1) {
    const lead = bytes[i] as number;
    if (lead < 0x80) continue;
    const trail = bytes[i + 1] ?? 0;
    const kind = big5Class(lead, trail, everyday);
    sum += BIG5[kind];
    if (kind !== "none") i += 1;
  }
  return sum;
}

function big5Class(lead: number, trail: number, everyday: ReadonlySet<number>): keyof typeof BIG5 {
  if (lead < 0x81 || lead === 0xff) return "none";
  if ((trail < 0x40 || trail > 0x7e) && (trail < 0xa1 || trail > 0xfe)) return "none";
  const code = lead * 256 + trail;
  if (everyday.has(code)) return "everyday";
  if (lead >= 0xa1 && lead <= 0xa3) return "mark";
  if (code >= 0xa440 && code <= 0xc67e) return "common";
  return code >= 0xc940 && code <= 0xf9d5 ? "rare" : "added";
}

function likelihoodInGb(bytes: Uint8Array, everyday: ReadonlySet<number>): number {
  const counts: Record<keyof GbLikelihood, number> = {
    everyday: 0,
    mark: 0,
    common: 0,
    rare: 0,
    added: 0,
    sign: 0,
    none: 0,
  };
  for (let i = 0; i < bytes.length; i += 1) {
    const lead = bytes[i] as number;
    if (lead < 0x80) continue;
    const trail = bytes[i + 1] ?? 0;
    counts[gbClass(lead, trail, everyday)] += 1;
    // A digit goes on to a code of four bytes.
    i += trail >= 0x30 && trail <= 0x39 ? 3 : 1;
  }
  const classes = Object.keys(counts) as (keyof GbLikelihood)[];
  return Math.max(...IN_GB.map((of) => classes.reduce((sum, kind) => sum + counts[kind] * of[kind], 0)));
}

function gbClass(lead: number, trail: number, everyday: ReadonlySet<number>): keyof GbLikelihood {
  if (trail < 0x40 || trail === 0x7f || trail === 0xff) return "none";
  if (everyday.has(lead * 256 + trail)) return "everyday";
  if (trail < 0xa1) return lead <= 0xa0 || lead >= 0xa8 ? "added" : "none";
  if (lead <= 0xa0) return "added";
  if (lead <= 0xa3) return "mark";
  if (lead <= 0xa9) return "sign";
  if (lead >= 0xb0 && lead <= 0xd7) return "common";
  return lead >= 0xd8 && lead <= 0xf7 ? "rare" : "none";
}

interface EverydayCodes {
  readonly gb: ReadonlySet<number>;
  readonly big5: ReadonlySet<number>;
}

let known: EverydayCodes | undefined;

/** The codes of the characters that make up half of any text. */
function everydayCodes(encode: Encoder): EverydayCodes {
  known ??= {
    gb: codesOf(encode(EVERYDAY, "gb18030")),
    big5: codesOf(encode(EVERYDAY, "big5")),
  };
  return known;
}

function codesOf(bytes: Uint8Array): ReadonlySet<number> {
  const codes = new Set<number>();
  for (let i = 0; i < bytes.length; i += 1) {
    const lead = bytes[i] as number;
    if (lead < 0x80) continue;
    codes.add(lead * 256 + (bytes[i + 1] ?? 0));
    i += 1;
  }
  return codes;
}
