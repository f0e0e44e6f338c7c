/** The pages that `npm run accuracy` measures: those of folders, or random ones. */

import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { PageTruth } from "../test/support/score.ts";
import { DIALECTS, type PageOptions, randomPage } from "../test/support/typesetter/index.ts";

export interface Case {
  readonly truth: PageTruth;
  readonly text: string;
}

/** Every page of the folders that has its truth beside it; those of `seeds/` where no folder is given. */
export async function fromFolders(folders: readonly string[]): Promise<Case[]> {
  const cases: Case[] = [];
  for (const folder of folders.length > 0 ? folders : [new URL("../seeds", import.meta.url).pathname]) {
    for (const file of (await readdir(folder)).sort()) {
      if (!file.endsWith(".truth.json")) continue;
      const page = join(folder, basename(file, ".truth.json"));
      const text = await readFile(`${page}.txt`, "utf8").catch(() => undefined);
      if (text !== undefined)
        cases.push({ text, truth: JSON.parse(await readFile(join(folder, file), "utf8")) as PageTruth });
    }
  }
  return cases;
}

/** `count` random pages of each dialect, made from the seeds from `from` on: plain, varied or ordered ones. */
export function* randomCases(
  count: number,
  from: number,
  kind: Pick<PageOptions, "varied" | "ordered">,
): Generator<Case> {
  for (const dialect of DIALECTS) {
    for (let seed = from; seed < from + count; seed += 1) {
      const { text, truth } = randomPage(seed, { ...kind, dialect });
      yield { text, truth: { ...truth, page: `${dialect}-${seed}` } };
    }
  }
}
