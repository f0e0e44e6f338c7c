/** What is kept of a file that is replaced, what becomes of saves by others meanwhile, and of what killed runs have left. */

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import disk, * as fs from "node:fs";
import { link, readdir, readFile, stat, symlink, writeFile } from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import { join } from "node:path";
import { describe, mock, test } from "node:test";
import { draftOf } from "../../server/host/drafts.ts";
import { diskFiles } from "../../server/host/files.ts";
import { finishByJournal, isBetween } from "../../server/host/in-place.ts";
import { Refusal } from "../../server/host/refusal.ts";
import { PAGE } from "../cli/page.ts";
import { inFolder } from "../support/cli.ts";
import { program } from "../support/program.ts";

const old = Buffer.from("旧的一页，有四十个字节长，写在原处。");
const fresh = Buffer.from("新的一页。");

/** A process that has ended. */
const GONE = "4194304";

/** The path of what a killed run would have left for a file. */
const leftFor = (path: string, suffix = ""): string =>
  `${draftOf(path).replace(`-${process.pid}-`, `-${GONE}-`)}${suffix}`;

const journalOf = (file: string): Buffer =>
  Buffer.concat([Buffer.from(`${JSON.stringify({ file, was: old.length })}\n`), old, fresh]);

describe("a file that is replaced", () => {
  test("stays one file under all of its names", () =>
    inFolder({ "a.txt": old }, async ({ path, bytes }) => {
      await link(join(path, "a.txt"), join(path, "b.txt"));
      await diskFiles(path).replace("b.txt", fresh, old);
      assert.deepEqual([await bytes("a.txt"), await bytes("b.txt")], [fresh, fresh]);
      assert.equal((await stat(join(path, "a.txt"))).nlink, 2);
      assert.deepEqual(await readdir(path), ["a.txt", "b.txt"]);
    }));

  test("keeps its extended attributes", { skip: process.platform !== "linux" }, (t) =>
    inFolder({ "a.txt": old }, async ({ path, bytes }) => {
      const python = (code: string): string =>
        execFileSync("python3", ["-c", `import os; ${code}`], { cwd: path }).toString();
      try {
        python("os.setxattr('a.txt', 'user.galley', b'kept')");
      } catch {
        return t.skip("no extended attributes here");
      }
      await diskFiles(path).replace("a.txt", fresh, old);
      assert.equal(python("print(os.getxattr('a.txt', 'user.galley').decode())"), "kept\n");
      assert.deepEqual(await bytes("a.txt"), fresh);
    }),
  );

  for (const names of [["a.txt"], ["a.txt", "b.txt"]])
    test(`is left to a program that saves it while the new one is written (${names.length} names)`, () =>
      inFolder({ "a.txt": old }, async ({ path, bytes }) => {
        const [, second] = names;
        if (second) await link(join(path, "a.txt"), join(path, second));
        const saved = Buffer.from("别人刚存的。");
        // The first look at the file has passed when the draft is opened.
        const open = mock.method(fs.promises, "open", async (...args: Parameters<typeof fs.promises.open>) => {
          open.mock.restore();
          await writeFile(join(path, "a.txt"), saved);
          return fs.promises.open(...args);
        });
        await assert.rejects(diskFiles(path).replace("a.txt", fresh, old), Refusal);
        assert.deepEqual([await bytes("a.txt"), await readdir(path)], [saved, names]);
      }));
});

describe("runs at once", () => {
  test("what another run has written is written", () =>
    inFolder({ "a.txt": old }, async ({ path, bytes }) => {
      const disks = [diskFiles(path), diskFiles(path)];
      await diskFiles(path).replace("a.txt", fresh, old);
      for (const disk of disks) await disk.replace("a.txt", fresh, old);
      assert.deepEqual([await bytes("a.txt"), await readdir(path)], [fresh, ["a.txt"]]);
    }));
});

describe("a disk that cannot take it", () => {
  test("leaves the old file under all of its names, and no draft, where there is room for half of the new one", {
    skip: process.platform !== "linux",
  }, () => {
    const page = PAGE.repeat(12);
    return inFolder({ "1.txt": page, "2.txt": page }, async ({ path, read }) => {
      await link(join(path, "2.txt"), join(path, "second"));
      // A limit to the size of files, in blocks of the shell, stands for a full disk.
      const run = spawnSync("sh", ["-c", 'ulimit -f 8; exec "$@"', "sh", process.execPath, ...program("cli"), "fix"], {
        cwd: path,
        encoding: "utf8",
        env: { ...process.env, LANG: "en", LC_ALL: "" },
      });
      const said = ["1.txt", "2.txt"].map((name) => `galley: ${name}: the file is too large\n`).join("");
      assert.deepEqual([run.status, run.stderr], [2, said]);
      assert.deepEqual([await read("1.txt"), await read("second")], [page, page]);
      assert.deepEqual(await readdir(path), ["1.txt", "2.txt", "second"]);
    });
  });
});

describe("a disk that is full while a file of two names is written where it stands", () => {
  /** Lets the first write take five bytes; `room` says of each one after it, by its number, whether it is made. */
  async function withRoom(room: (write: number) => boolean, work: () => Promise<unknown>): Promise<void> {
    const real = disk.writeSync as (...args: unknown[]) => number;
    let writes = 0;
    const mocked = mock.method(disk, "writeSync", (...[file, bytes, offset, length, position]: unknown[]) => {
      writes += 1;
      if (writes > 1 && !room(writes)) throw Object.assign(new Error("full"), { code: "ENOSPC" });
      return real(file, bytes, offset, writes === 1 ? 5 : length, position);
    });
    syncBuiltinESMExports();
    try {
      await work();
    } finally {
      mocked.mock.restore();
      syncBuiltinESMExports();
    }
  }

  test("it is what it was", () =>
    inFolder({ "a.txt": old }, async ({ path, bytes }) => {
      await link(join(path, "a.txt"), join(path, "b.txt"));
      await withRoom(
        (write) => write !== 2,
        () => assert.rejects(diskFiles(path).replace("a.txt", fresh, old), { code: "ENOSPC" }),
      );
      assert.deepEqual([await bytes("a.txt"), await bytes("b.txt")], [old, old]);
      assert.deepEqual(await readdir(path), ["a.txt", "b.txt"]);
    }));

  test("where even that cannot be written, the user is told what finishes it", () =>
    inFolder({ "a.txt": old }, async ({ path, bytes }) => {
      await link(join(path, "a.txt"), join(path, "b.txt"));
      let told = "";
      await withRoom(
        () => false,
        () =>
          diskFiles(path)
            .replace("a.txt", fresh, old)
            .catch((error) => {
              told = error.reason.en;
            }),
      );
      const journal = (await readdir(path)).find((name) => name.endsWith("-journal")) ?? "";
      assert.match(told, new RegExp(`only half of the file is written\\. .* in ${journal} beside it: keep that`));
      assert.notDeepEqual(await bytes("b.txt"), old);
      await finishByJournal(join(path, journal));
      assert.deepEqual([await bytes("b.txt"), await readdir(path)], [fresh, ["a.txt", "b.txt"]]);
    }));
});

describe("what a killed run has left", () => {
  test("its draft goes with the next write in the folder, one of a run that goes on stays", () =>
    inFolder({ "a.txt": old }, async ({ path }) => {
      const file = join(fs.realpathSync(path), "a.txt");
      const ofParent = draftOf(file).replace(`-${process.pid}-`, `-${process.ppid}-`);
      await writeFile(leftFor(file), "新");
      await writeFile(ofParent, "新");
      await diskFiles(path).replace("a.txt", fresh, old);
      assert.deepEqual((await readdir(path)).sort(), [ofParent.slice(ofParent.lastIndexOf("/") + 1), "a.txt"].sort());
    }));

  const half = Buffer.concat([fresh, old.subarray(fresh.length)]);
  const undone = Buffer.concat([old.subarray(0, 3), fresh.subarray(3), old.subarray(fresh.length)]);
  for (const [state, now, then, left = []] of [
    ["half written is finished", half, fresh],
    ["of which writing was half undone is finished", undone, fresh],
    ["not begun stays as it was", old, old],
    [
      "saved by somebody since is theirs, and what it was stays beside it",
      Buffer.from("别的"),
      Buffer.from("别的"),
      ["journal"],
    ],
  ] as const)
    test(`a file of two names, ${state}`, () =>
      inFolder({ "a.txt": now }, async ({ path, bytes }) => {
        const file = join(fs.realpathSync(path), "a.txt");
        await link(file, join(path, "b.txt"));
        await writeFile(leftFor(file, "-journal"), journalOf("a.txt"));
        assert.deepEqual(await diskFiles(path).read("b.txt"), then);
        const names = (await readdir(path)).map((name) => name.replace(/^.*-journal$/, "journal")).sort();
        assert.deepEqual([await bytes("a.txt"), names], [then, ["a.txt", "b.txt", ...left]]);
      }));

  test("the journal of a file that is gone stays: it may be the only copy", () =>
    inFolder({ "b.txt": half }, async ({ path }) => {
      const journal = leftFor(join(fs.realpathSync(path), "a.txt"), "-journal");
      await writeFile(journal, journalOf("a.txt"));
      await assert.rejects(finishByJournal(journal), { code: "ENOENT" });
      assert.equal((await readdir(path)).length, 2);
    }));

  test("a journal leads through no link", { skip: process.platform === "win32" }, () =>
    inFolder({ "in/b.txt": "", "a.txt": half }, async ({ path, bytes }) => {
      const file = join(fs.realpathSync(path), "in", "a.txt");
      await symlink(join("..", "a.txt"), file);
      await writeFile(leftFor(file, "-journal"), journalOf("a.txt"));
      await assert.rejects(finishByJournal(leftFor(file, "-journal")), { code: "ELOOP" });
      assert.deepEqual(await bytes("a.txt"), half);
    }),
  );

  test("a journal that is damaged, or names a file elsewhere, changes nothing", () =>
    inFolder({ "in/a.txt": half, "a.txt": half }, async ({ path, bytes }) => {
      const file = join(fs.realpathSync(path), "in", "a.txt");
      await link(file, join(path, "in", "b.txt"));
      await writeFile(leftFor(file, "-journal"), journalOf("../a.txt"));
      await writeFile(leftFor(join(path, "in", "x"), "-journal"), "{");
      await diskFiles(path).read("in/a.txt");
      assert.deepEqual(await bytes("a.txt"), half);
      assert.deepEqual(await readFile(file), fresh);
    }));

  test("every state of writing is known as one", () => {
    for (let k = 0; k <= old.length; k += 1) {
      const longer = Buffer.concat([old.subarray(0, k), fresh.subarray(k)]);
      const shorter = Buffer.concat([fresh.subarray(0, k), old.subarray(Math.min(k, fresh.length))]);
      assert.ok(isBetween(longer, fresh, old) && isBetween(shorter, old, fresh));
    }
    assert.ok(!isBetween(Buffer.from("别的"), old, fresh) && !isBetween(Buffer.alloc(0), old, fresh));
  });
});
