/** Which texts have only characters that any newspaper has: most rules on odd characters need not look further there. */

/**
 * Anything but Latin, Greek and Cyrillic letters, common punctuation, signs and symbols, kana, Han characters of the basic plane and
 * full-width forms. None of those is a format or control character, of private use, or half of a pair.
 */
const UNUSUAL =
  /[^\t\n\r\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u052f\u2010-\u2027\u2030-\u205e\u2070-\u9fff\uff01-\uff5e]/;

/** Whether a text has none but ordinary characters. */
export function isOrdinary(text: string): boolean {
  return !UNUSUAL.test(text);
}
