/** Makes a `.txt` file importable, its text as the default export, as esbuild does for the bundles. */

import { readFile } from "node:fs/promises";

export async function load(url, context, next) {
  if (!new URL(url).pathname.endsWith(".txt")) return next(url, context);
  const text = await readFile(new URL(url), "utf8");
  return { format: "module", shortCircuit: true, source: `export default ${JSON.stringify(text)};` };
}
