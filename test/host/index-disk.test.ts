/** Which files the index of a workspace reads: those of its folders, whatever globs its settings name. */

import assert from "node:assert/strict";
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { INDEX_DISK } from "../../server/host/index-disk.ts";

let root = "";
before(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), "galley-index-")));
  for (const folder of ["paper", "paper/seeds", "paper/seeds/{a}", "paper2", "other"]) {
    await mkdir(join(root, folder));
    await writeFile(join(root, folder, "page.txt"), "云溪县");
  }
});
after(() => rm(root, { recursive: true }));

/** The pages of the folder `paper` by these globs, as paths from where that stands. */
async function listed(...pages: string[]): Promise<string[]> {
  const found = await INDEX_DISK.list({ folders: [pathToFileURL(join(root, "paper")).href], pages });
  return found.map((uri) => relative(root, fileURLToPath(uri))).sort();
}

describe("the pages of a workspace", () => {
  test("are found by globs from its folder, and by absolute ones that name it", async () => {
    assert.deepEqual(await listed("**/seeds/*.txt"), ["paper/seeds/page.txt"]);
    assert.deepEqual(await listed(`${root}/paper/seeds/*.txt`), ["paper/seeds/page.txt"]);
    assert.deepEqual(await listed("./*.txt", "seeds/..*.txt", "seeds/{page,x}.txt"), [
      "paper/page.txt",
      "paper/seeds/page.txt",
    ]);
  });

  test("are no links, which may lead anywhere", async () => {
    const link = join(root, "paper", "link.txt");
    await symlink(join(root, "other", "page.txt"), link);
    assert.equal(await INDEX_DISK.stat(pathToFileURL(link).href), undefined);
    assert.equal((await INDEX_DISK.stat(pathToFileURL(join(root, "paper", "page.txt")).href))?.size, 9);
    await rm(link);
  });

  for (const pattern of [
    "../**/*.txt",
    "../paper2/*.txt",
    "seeds/../../other/*.txt",
    "{..,seeds}/*.txt",
    "@(..)/*.txt",
    "..\\other\\*.txt",
    "*/../../other/page.txt",
    "[.][.]/other/*.txt",
    "(.|..)./other/*.txt",
    ".{.,a}/other/page.txt",
    "/**/page.txt",
    "//*/**/page.txt",
    "C:/**/*.txt",
    "!seeds/*.txt",
  ])
    test(`no other file is read: ${pattern}`, async () => {
      const others = (await listed(pattern, `${root}/other/*.txt`, `${root}/paper2/page.txt`)).filter(
        (path) => !path.startsWith("paper/"),
      );
      assert.deepEqual(others, []);
    });
});
