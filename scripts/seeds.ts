/** `npm run seeds`: typesets the pages of `seeds/` and their truth from the project's own articles. */

import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { SEED_PAGES, typeset } from "../test/support/typesetter/index.ts";

for (const plan of SEED_PAGES) {
  const { text, truth } = typeset(plan);
  const path = fileURLToPath(new URL(`../seeds/${plan.name}`, import.meta.url));
  await writeFile(`${path}.txt`, text);
  await writeFile(`${path}.truth.json`, `${JSON.stringify(truth, null, 1)}\n`);
  console.log(
    `${plan.name}: ${truth.lines.length} lines, ${truth.paras.length} blocks, ${truth.articles.length} articles`,
  );
}
