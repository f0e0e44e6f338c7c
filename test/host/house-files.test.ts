/** The files of the house on the disk: which pages are read for them. */

import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { createHouseFiles } from "../../server/host/house-files.ts";
import { HOUSE_READER } from "../../server/host/house-reader.ts";

test("what is accepted names pages below its folder: nothing outside is read, by a link or otherwise, and no device", async () => {
  const folder = await mkdtemp(join(tmpdir(), "galley-house-"));
  try {
    await mkdir(join(folder, "paper", ".galley"), { recursive: true });
    const file = join(folder, "paper", ".galley", "accepted.yaml");
    await writeFile(file, "accepted: []\n");
    await writeFile(join(folder, "outside.txt"), "版外\n");
    await writeFile(join(folder, "paper", "a.txt"), "版内\n");
    await symlink(join(folder, "outside.txt"), join(folder, "paper", "link.txt"));
    await symlink("/dev/zero", join(folder, "paper", "zero.txt"));
    const house = createHouseFiles(async () => HOUSE_READER);
    const accepted = await house.accepted(pathToFileURL(file).href);
    assert.ok(accepted);
    assert.equal((await house.page(accepted, "a.txt"))?.text, "版内\n");
    for (const page of ["../outside.txt", join(folder, "outside.txt"), "link.txt", "zero.txt", ".", "none.txt"])
      assert.equal(await house.page(accepted, page), undefined, page);
  } finally {
    await rm(folder, { recursive: true });
  }
});
