/** Finding pages on a disk, and replacing them whole or not at all. */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import { chmod, lstat, mkdir, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { describe, test } from "node:test";
import { draftOf, drafts } from "../../server/host/drafts.ts";
import { type Disk, diskFiles, type Listing } from "../../server/host/files.ts";
import { Refusal, reasonOf } from "../../server/host/refusal.ts";
import { inFolder } from "../support/cli.ts";

const names = (folder: string, { files }: Listing): string[] => files.map(({ path }) => relative(folder, path));

describe("finding pages", () => {
  const tree = {
    "a.txt": "",
    "notes.md": "",
    "deep/b.txt": "",
    "deep/[1].txt": "",
    ".hidden/c.txt": "",
    "node_modules/d.txt": "",
  };

  test("a file is itself, whatever its name", () =>
    inFolder(tree, async ({ path }) => {
      assert.deepEqual(names(path, await diskFiles(path).find("notes.md")), ["notes.md"]);
      assert.deepEqual(names(path, await diskFiles(path).find("deep/[1].txt")), ["deep/[1].txt"]);
    }));

  test("a folder is its .txt files at any depth, but none that is hidden or of a package", () =>
    inFolder(tree, async ({ path }) => {
      const expected = ["a.txt", "deep/[1].txt", "deep/b.txt"];
      for (const folder of [".", path, `${path}/`, "deep/.."]) {
        assert.deepEqual(names(path, await diskFiles(path).find(folder)), expected);
      }
    }));

  test("a folder whose name looks like a glob is that folder", () =>
    inFolder({ "[ab]/x.txt": "", "a/y.txt": "" }, async ({ path }) => {
      assert.deepEqual(names(path, await diskFiles(path).find("[ab]")), ["[ab]/x.txt"]);
    }));

  test("a glob is what it matches", () =>
    inFolder(tree, async ({ path }) => {
      assert.deepEqual(names(path, await diskFiles(path).find("**/b*")), ["deep/b.txt"]);
      assert.deepEqual(names(path, await diskFiles(path).find("*.none")), []);
    }));

  test("a path that is nothing is an error of the system", () =>
    inFolder({}, async ({ path }) => {
      await assert.rejects(diskFiles(path).find("nothing.txt"), { code: "ENOENT" });
    }));

  test("links in a folder are not followed, to files or to folders; one that is named is", () =>
    inFolder({ "in/deep/a.txt": "", "out/o.txt": "" }, async ({ path }) => {
      await symlink("..", join(path, "in", "deep", "up"));
      await symlink("a.txt", join(path, "in", "deep", "b.txt"));
      await symlink("nowhere", join(path, "in", "deep", "c.txt"));
      await symlink("../out", join(path, "in", "out"));
      await symlink("../out/o.txt", join(path, "in", "o.txt"));
      for (const given of ["in", "in/**/*.txt"]) {
        const listing = await diskFiles(path).find(given);
        assert.deepEqual([names(path, listing), listing.failures], [["in/deep/a.txt"], []]);
      }
      assert.deepEqual(names(path, await diskFiles(path).find("in/out")), ["in/out/o.txt"]);
      assert.deepEqual(names(path, await diskFiles(path).find("in/o.txt")), ["in/o.txt"]);
    }));

  test("the ending may be written in capitals", () =>
    inFolder({ "A.TXT": "", "b.Txt": "" }, async ({ path }) => {
      assert.deepEqual(names(path, await diskFiles(path).find(".")), ["A.TXT", "b.Txt"]);
    }));

  test(
    "a name that is not written in UTF-8 is said to be what keeps it from being read",
    {
      skip: process.platform !== "linux",
    },
    () =>
      inFolder({}, async ({ path }) => {
        await writeFile(Buffer.concat([Buffer.from(`${path}/`), Buffer.from([0xff, 0xfe]), Buffer.from(".txt")]), "甲");
        const { files } = await diskFiles(path).find(".");
        assert.equal(files.length, 1);
        await assert.rejects(diskFiles(path).read(files[0]?.path ?? ""), /not written in UTF-8/);
      }),
  );

  test("pipes and devices are none, and are refused where one is named", { skip: process.platform === "win32" }, () =>
    inFolder({ "a.txt": "甲" }, async ({ path }) => {
      execFileSync("mkfifo", [join(path, "pipe.txt")]);
      await symlink("/dev/zero", join(path, "zero.txt"));
      await mkdir(join(path, "folder.txt"));
      const disk = diskFiles(path);
      assert.deepEqual(names(path, await disk.find(".")), ["a.txt"]);
      for (const name of ["pipe.txt", "zero.txt", "/dev/null"]) await assert.rejects(disk.read(name), Refusal);
      await assert.rejects(disk.read("folder.txt"), { code: "EISDIR" });
      assert.equal(String(await disk.read("a.txt")), "甲");
    }),
  );

  test("a folder that may not be read is told, and the others are read", () =>
    inFolder({ "a.txt": "", "closed/b.txt": "", "open/c.txt": "" }, async ({ path }) => {
      const denied = Object.assign(new Error("denied"), { code: "EACCES" });
      const readdirClosed = (folder: string, options: never, done: (...result: unknown[]) => void): void =>
        folder.replace(/\/$/, "").endsWith("closed") ? done(denied) : fs.readdir(folder, options, done);
      const disk = { ...fs, readdir: readdirClosed as unknown as Disk["readdir"] };
      const listing = await diskFiles(path, disk).find(".");
      assert.deepEqual(names(path, listing), ["a.txt", "open/c.txt"]);
      assert.deepEqual(
        listing.failures.map(({ path: folder, error }) => [relative(path, folder), reasonOf(error).en]),
        [["closed", "permission denied"]],
      );
    }));
});

describe("replacing a file", () => {
  const old = Buffer.from("旧");
  const fresh = Buffer.from("新的内容");

  test("keeps its mode and leaves nothing beside it", () =>
    inFolder({ "a.txt": old }, async ({ path }) => {
      const file = join(path, "a.txt");
      await chmod(file, 0o640);
      await diskFiles(path).replace("a.txt", fresh, old);
      assert.deepEqual(await readFile(file), fresh);
      assert.equal((await stat(file)).mode & 0o777, 0o640);
      assert.deepEqual(await readdir(path), ["a.txt"]);
    }));

  test("goes through a symbolic link, which stays one", () =>
    inFolder({ "real/a.txt": old }, async ({ path }) => {
      await symlink("real/a.txt", join(path, "link.txt"));
      await diskFiles(path).replace("link.txt", fresh, old);
      assert.ok((await lstat(join(path, "link.txt"))).isSymbolicLink());
      assert.deepEqual(await readFile(join(path, "real", "a.txt")), fresh);
      assert.deepEqual(await readdir(join(path, "real")), ["a.txt"]);
    }));

  test("is refused where the file has changed since it was read", () =>
    inFolder({ "a.txt": "别人写的" }, async ({ path, read }) => {
      await assert.rejects(diskFiles(path).replace("a.txt", fresh, old), Refusal);
      assert.equal(await read("a.txt"), "别人写的");
    }));

  test("is refused where the file is read-only, for root too", () =>
    inFolder({ "a.txt": old }, async ({ path, bytes }) => {
      await chmod(join(path, "a.txt"), 0o444);
      await assert.rejects(diskFiles(path).replace("a.txt", fresh, old), (error) => {
        assert.ok(error instanceof Refusal || (error as { code?: string }).code === "EACCES");
        return true;
      });
      assert.deepEqual(await bytes("a.txt"), old);
      assert.deepEqual(await readdir(path), ["a.txt"]);
    }));

  test("does not bring a file back that has vanished", () =>
    inFolder({ "a.txt": old }, async ({ path }) => {
      await rm(join(path, "a.txt"));
      await assert.rejects(diskFiles(path).replace("a.txt", fresh, old), { code: "ENOENT" });
      assert.deepEqual(await readdir(path), []);
    }));

  test("leaves the old content where the new cannot be written beside it", () =>
    inFolder({ "a.txt": old }, async ({ path, bytes }) => {
      // A folder in the place of the draft stands for every way in which writing can fail.
      const draft = draftOf(join(fs.realpathSync(path), "a.txt"));
      await mkdir(draft);
      drafts.add(draft);
      await assert.rejects(diskFiles(path).replace("a.txt", fresh, old), { code: "EEXIST" });
      assert.deepEqual(await bytes("a.txt"), old);
      drafts.delete(draft);
    }));

  test("works for the longest of names", () => {
    const name = `${"版".repeat(83)}.txt`;
    return inFolder({ [name]: old }, async ({ path, bytes }) => {
      await diskFiles(path).replace(name, fresh, old);
      assert.deepEqual(await bytes(name), fresh);
    });
  });

  test("writes a large file whole", () =>
    inFolder({ "a.txt": old }, async ({ path, bytes }) => {
      const large = Buffer.alloc(20_000_000, "校");
      await diskFiles(path).replace("a.txt", large, old);
      assert.equal(Buffer.compare(await bytes("a.txt"), large), 0);
      await writeFile(join(path, "a.txt"), "");
    }));
});
