/** The files of the house on the disk: which pages are read for them. */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import iconv from "iconv-lite";
import { createHouseFiles } from "../../server/host/house-files.ts";
import { HOUSE_READER } from "../../server/host/house-reader.ts";
import { refuseLarger } from "../../server/host/house-size.ts";
import { createLexicons } from "../../server/host/lexicons.ts";
import { diskNeighbours } from "../../server/host/neighbours.ts";
import { additionTo } from "../../server/workspace/lexicon-addition.ts";

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

test("no file of a folder .galley is read that has no end: it is told why", async () => {
  const folder = await mkdtemp(join(tmpdir(), "galley-house-"));
  try {
    const made = async (name: string, make: (galley: string) => Promise<unknown>): Promise<string> => {
      await mkdir(join(folder, name, ".galley"), { recursive: true });
      await make(join(folder, name, ".galley"));
      return join(folder, name);
    };
    const names = ["entities.yaml", "accepted.yaml", "words.yaml"];
    const device = await made("device", async (galley) => {
      for (const name of names) await symlink("/dev/zero", join(galley, name));
    });
    const pipe = await made("pipe", async (galley) => {
      execFileSync(
        "mkfifo",
        names.map((name) => join(galley, name)),
      );
    });
    for (const paper of [device, pipe]) {
      assert.match(createLexicons().forFolder(paper)?.faults[0]?.message.en ?? "", /it is no file/);
      const house = createHouseFiles(async () => HOUSE_READER);
      const told: string[] = [];
      house.onFaults(({ faults }) => void told.push(...faults.map(({ en }) => en)));
      const { accepted, words } = await house.forPage(pathToFileURL(join(paper, "a.txt")).href);
      assert.deepEqual([accepted, words], [undefined, undefined]);
      assert.equal(told.length, 2);
      for (const one of told) assert.match(one, /a pipe or a device/);
    }
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("nothing is added to a lexicon that cannot be read: an editor would save what it takes its bytes for", async () => {
  const folder = await mkdtemp(join(tmpdir(), "galley-house-"));
  try {
    const file = join(folder, "entities.yaml");
    const { href } = pathToFileURL(file);
    const added = (): unknown => additionTo(href, createLexicons().fresh(href), [{ type: "PER", name: "苏禾田" }]);
    await writeFile(file, iconv.encode("entities:\n  - {name: 石门镇, kind: 地名}\n", "gb18030"));
    assert.equal(added(), undefined);
    await writeFile(file, "");
    await truncate(file, 16_000_001);
    assert.equal(added(), undefined);
    await writeFile(file, "entities:\n  - {name: 石门镇, kind: 地名}\n");
    assert.ok(added());
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("no file of a folder .galley is read that is larger than any of Galley's: it is told so, and a lexicon of 50,000 is not too large", async () => {
  const folder = await mkdtemp(join(tmpdir(), "galley-house-"));
  try {
    await mkdir(join(folder, ".galley"));
    for (const name of ["entities.yaml", "accepted.yaml", "words.yaml"]) {
      await writeFile(join(folder, ".galley", name), "");
      await truncate(join(folder, ".galley", name), 16_000_001);
    }
    assert.match(createLexicons().forFolder(folder)?.faults[0]?.message.en ?? "", /larger than 16 MB/);
    const house = createHouseFiles(async () => HOUSE_READER);
    const told: string[] = [];
    house.onFaults(({ faults }) => void told.push(...faults.map(({ en }) => en)));
    const page = pathToFileURL(join(folder, "a.txt")).href;
    await house.forPage(page);
    assert.equal(told.filter((one) => /larger than 16 MB/.test(one)).length, 2);
    assert.match((await house.unreadable(page))?.en ?? "", /larger than 16 MB/);
    const entry = "  - name: 王某某\n    role: 云溪县人民政府副县长\n    aliases: [老王, 小王]\n";
    assert.doesNotThrow(() => refuseLarger(50_000 * Buffer.byteLength(entry)));
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("a page that goes on elsewhere is looked for among files: not in pipes, nor where links lead", async () => {
  const folder = await mkdtemp(join(tmpdir(), "galley-house-"));
  try {
    for (const name of ["a.txt", "b.txt"]) await writeFile(join(folder, name), "版内\n");
    await symlink("/dev/zero", join(folder, "zero.txt"));
    execFileSync("mkfifo", [join(folder, "pipe.txt")]);
    const beside = await diskNeighbours.beside(pathToFileURL(join(folder, "a.txt")).href);
    assert.deepEqual(beside.map((uri) => uri.slice(uri.lastIndexOf("/") + 1)).sort(), ["a.txt", "b.txt"]);
  } finally {
    await rm(folder, { recursive: true });
  }
});
