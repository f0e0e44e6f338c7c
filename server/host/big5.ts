/**
 * Tells Big5 from GB18030. Nearly every text of the one is valid in the other, of other characters, so both readings are
 * judged by how plausible their characters are. Both standards put common characters in a place of their own.
 */

/** Fewer characters than this show nothing. */
const FEWEST = 4;
/** The share of characters that are common in Big5, at least; of those common in GB18030, at most; of those hardly in use there, at least. */
const COMMON_IN_BIG5 = 0.9;
const COMMON_IN_GB = 0.5;
const UNUSED_IN_GB = 0.2;

/**
 * Whether a text that is no UTF-8 is Big5 rather than GB18030. A text of Big5 in Chinese has hardly any character that is
 * not common there, and read as GB18030 half of it is private or obsolete; a text of GB18030 has hardly such a character.
 */
export function looksLikeBig5(bytes: Uint8Array): boolean {
  let all = 0;
  let commonInBig5 = 0;
  let commonInGb = 0;
  let unusedInGb = 0;
  for (let i = 0; i < bytes.length; i += 1) {
    const lead = bytes[i] as number;
    if (lead < 0x80) continue;
    const trail = bytes[i + 1] ?? 0;
    all += 1;
    if (trail < 0x30) continue;
    if (isCommonInBig5(lead, trail)) commonInBig5 += 1;
    if (isCommonInGb(lead, trail)) commonInGb += 1;
    else if (isUnusedInGb(lead, trail)) unusedInGb += 1;
    i += 1;
  }
  return (
    all >= FEWEST &&
    commonInBig5 >= COMMON_IN_BIG5 * all &&
    commonInGb <= COMMON_IN_GB * all &&
    unusedInGb >= UNUSED_IN_GB * all
  );
}

/** Marks, and the 5401 characters in common use (A440–C67E). */
function isCommonInBig5(lead: number, trail: number): boolean {
  if ((trail < 0x40 || trail > 0x7e) && (trail < 0xa1 || trail > 0xfe)) return false;
  return lead >= 0xa1 && lead <= (trail <= 0x7e ? 0xc6 : 0xc5);
}

/** Marks, and the 3755 characters of GB2312 in common use (B0A1–D7F9). */
function isCommonInGb(lead: number, trail: number): boolean {
  return trail >= 0xa1 && ((lead >= 0xa1 && lead <= 0xa3) || (lead >= 0xb0 && lead <= 0xd7));
}

/** Private characters, and those that GBK added to GB2312; those it put first, with leads below A1, are none of Big5 anyway. */
function isUnusedInGb(lead: number, trail: number): boolean {
  if (lead < 0xa1 || trail < 0x40) return false;
  return trail < 0xa1 || (lead >= 0xaa && lead <= 0xaf) || lead >= 0xf8;
}
