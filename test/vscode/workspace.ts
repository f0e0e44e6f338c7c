/** Lays out the folder that the tests open in VS Code. */

import { cp, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import iconv from "iconv-lite";
import { FAR, FIXED, PAGE } from "./pages.ts";

const SEEDS = fileURLToPath(new URL("../../seeds", import.meta.url));

/** Path of a new folder: pages under `seeds`, which are newspaper by their place, and a text file that is not. */
export async function layOutWorkspace(): Promise<string> {
  const root = await layOutIssue();
  await writeFile(join(root, "loose.txt"), PAGE);
  await writeFile(join(root, "seeds", "page.txt"), PAGE);
  await writeFile(join(root, "seeds", "clean.txt"), FIXED);
  await writeFile(join(root, "seeds", "blank.txt"), "");
  await writeFile(join(root, "seeds", "far-1.txt"), FAR);
  await writeFile(join(root, "seeds", "far-2.txt"), FIXED);
  await writeFile(join(root, "seeds", "gb18030.txt"), iconv.encode(PAGE, "gb18030"));
  return root;
}

/** Path of a new folder with an issue of five pages, as an extractor left them. */
export async function layOutIssue(): Promise<string> {
  const root = join(await mkdtemp(join(tmpdir(), "galley-workspace-")), "云溪日报");
  await cp(SEEDS, join(root, "seeds"), { recursive: true, filter: (path) => !/\.(json|md)$/.test(path) });
  return root;
}
