/** The sizes of text that everything is measured on. */

/** From a page to a hundred megabytes, each by the name it has in tables and on the command line. */
export const SIZES = ["page", "100 KB", "1 MB", "10 MB", "100 MB"] as const;

export type SizeName = (typeof SIZES)[number];

/** Bytes of UTF-8, which a text has at least: it ends with a whole page of the typesetter's. */
export const BYTES: Readonly<Record<SizeName, number>> = {
  page: 17_000,
  "100 KB": 100_000,
  "1 MB": 1_000_000,
  "10 MB": 10_000_000,
  "100 MB": 100_000_000,
};
