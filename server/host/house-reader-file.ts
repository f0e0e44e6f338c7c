/** Loads what reads the house's files from a file of its own, which holds the YAML library. */

import type { HouseReader } from "./house-reader.ts";

/** The file is a bundle, or TypeScript source, which first needs its loader. */
export async function readerFrom(file: URL): Promise<HouseReader> {
  if (file.pathname.endsWith(".ts")) await import(new URL("../../scripts/source.mjs", import.meta.url).href);
  const { HOUSE_READER: reader } = (await import(file.href)) as { readonly HOUSE_READER: HouseReader };
  return reader;
}
