/** Input that is broken, odd or out of reach: a clear message, exit code 2 where nothing could be done, and nothing lost. */

import assert from "node:assert/strict";
import { rm, truncate } from "node:fs/promises";
import { join } from "node:path";
import { describe, test } from "node:test";
import { inFolder, type RunOptions } from "../support/cli.ts";
import { CLEAN_PAGE, PAGE } from "./page.ts";

const failing = (code: string): Error => Object.assign(new Error(`${code}: a message of the system`), { code });

/** A disk on which reading or replacing the named file fails. */
const disk = (method: "read" | "replace", name: string, code: string): NonNullable<RunOptions["disk"]> => {
  return (files) => ({
    [method]: (path: string, ...rest: [never, never]) =>
      path.endsWith(name) ? Promise.reject(failing(code)) : files[method](path, ...rest),
  });
};

describe("odd pages", () => {
  const pages: Readonly<Record<string, string>> = {
    "an empty file": "",
    "blank lines alone": "\n\n \n\u3000\n",
    "one line": "本报讯 云溪县今年新修公路12公里。\n",
    "one line without an end": "本报讯 云溪县今年新修公路12公里。",
    "a NUL": "本报讯\0 云溪县今年新修公路。\n",
    "a page without a word of Chinese": "Proof of page one\n\nSecond paragraph\n",
  };
  for (const [name, page] of Object.entries(pages)) {
    test(`${name}: checked, fixed without losing a character, outlined`, () =>
      inFolder({ "page.txt": page }, async ({ run, read }) => {
        for (const argv of [["check"], ["fix"], ["fix", "--diff"], ["outline", "page.txt"], ["export", "page.txt"]]) {
          const { err, code } = await run(argv);
          assert.equal(err, "", argv.join(" "));
          assert.ok(code < 2);
        }
        const visible = (text: string): string => text.replace(/\s/gu, "");
        assert.equal(visible(await read("page.txt")), visible(page));
      }));
  }

  test("no newline at the end: every paragraph is there", () =>
    inFolder({ "page.txt": PAGE.trimEnd() }, async ({ run, read }) => {
      await run(["fix"]);
      assert.equal(await read("page.txt"), CLEAN_PAGE);
    }));
});

describe("pages out of reach", () => {
  test("a binary file is named; the others are done", () =>
    inFolder({ "a.txt": Buffer.alloc(1000), "b.txt": PAGE }, async ({ run, read, bytes }) => {
      const { err, code } = await run(["fix"]);
      assert.deepEqual([err, code], ["galley: a.txt: a binary file, not text\n", 2]);
      assert.equal(await read("b.txt"), CLEAN_PAGE);
      assert.deepEqual(await bytes("a.txt"), Buffer.alloc(1000));
    }));

  test("a file larger than any page, and a pipe that never ends, are named; the others are done", () =>
    inFolder({ "a.txt": "", "b.txt": PAGE }, async ({ path, run, read }) => {
      await truncate(join(path, "a.txt"), 32_000_001);
      const { err, code } = await run(["fix"]);
      assert.match(err, /^galley: a\.txt: the file is too large/u);
      assert.equal(code, 2);
      assert.equal(await read("b.txt"), CLEAN_PAGE);
      const endless = async function* (): AsyncGenerator<Uint8Array> {
        for (const megabyte = Buffer.alloc(1_000_000, "云"); ; ) yield megabyte;
      };
      assert.match((await run(["check", "-"], { stdin: endless() })).err, /the file is too large/u);
    }));

  test("neither UTF-8 nor GB18030 nor Big5", () =>
    inFolder({ "a.txt": Buffer.from([0x41, 0xff, 0xff, 0x42]) }, async ({ run }) => {
      const { err, code, out } = await run(["check", "a.txt"]);
      assert.deepEqual(
        [err, code, out],
        ["galley: a.txt: neither UTF-8 nor GB18030 nor Big5; perhaps not text\n", 2, ""],
      );
    }));

  test("nothing there: a file, a glob, a folder without pages", () =>
    inFolder({ "sub/notes.md": "" }, async ({ run }) => {
      for (const [path, problem] of [
        ["gone.txt", "no such file"],
        ["gone-*.txt", "no .txt file here"],
        ["sub", "no .txt file here"],
      ]) {
        for (const command of ["check", "fix"]) {
          const { err, code } = await run([command, path ?? ""]);
          assert.deepEqual([err, code], [`galley: ${path}: ${problem}\n`, 2]);
        }
      }
    }));

  test("a file that vanishes between finding and reading", () =>
    inFolder({ "a.txt": PAGE, "b.txt": PAGE }, async ({ run, read, path }) => {
      const vanishing: RunOptions["disk"] = (files) => ({
        async find(given) {
          const found = await files.find(given);
          await rm(join(path, "a.txt"));
          return found;
        },
      });
      const { err, code } = await run(["fix"], { disk: vanishing });
      assert.deepEqual([err, code], ["galley: a.txt: no such file\n", 2]);
      assert.equal(await read("b.txt"), CLEAN_PAGE);
    }));

  test("a file that changes while it is fixed is left as it is", () =>
    inFolder({ "a.txt": PAGE }, async ({ run, read }) => {
      const changing: RunOptions["disk"] = (files) => ({
        replace: (path, bytes) => files.replace(path, bytes, Buffer.from("另一份内容")),
      });
      const { err, code } = await run(["fix"], { disk: changing });
      assert.equal(code, 2);
      assert.match(err, /a\.txt: the file was changed by another program meanwhile; nothing was written/);
      assert.equal(await read("a.txt"), PAGE);
    }));

  for (const [code, problem] of [
    ["EACCES", "permission denied"],
    ["EROFS", "the file system is read-only"],
    ["ENOSPC", "the disk is full"],
    ["EWEIRD", "failed (EWEIRD)"],
  ] as const) {
    test(`${code}: told without a stack trace`, () =>
      inFolder({ "a.txt": PAGE, "b.txt": PAGE }, async ({ run, read }) => {
        const unreadable = await run(["check"], { disk: disk("read", "a.txt", code) });
        assert.deepEqual([unreadable.err, unreadable.code], [`galley: a.txt: ${problem}\n`, 2]);
        assert.match(unreadable.out, /^b\.txt\n/);
        const unwritable = await run(["fix"], { disk: disk("replace", "a.txt", code) });
        assert.deepEqual([unwritable.err, unwritable.code], [`galley: a.txt: ${problem}\n`, 2]);
        assert.equal(await read("a.txt"), PAGE);
        assert.equal(await read("b.txt"), CLEAN_PAGE);
      }));
  }

  test("a folder that may not be read", () =>
    inFolder({ "a.txt": CLEAN_PAGE }, async ({ run, path }) => {
      const closed: RunOptions["disk"] = (files) => ({
        async find(given) {
          const found = await files.find(given);
          return { ...found, failures: [{ path: join(path, "closed"), error: failing("EACCES") }] };
        },
      });
      const { err, out, code } = await run(["check"], { disk: closed });
      assert.deepEqual([err, code], ["galley: closed: permission denied\n", 2]);
      assert.equal(out, "1 page, nothing found.\n");
    }));
});

test("a folder of an assistant that is not there is named", () =>
  inFolder({}, async ({ path, run }) => {
    assert.deepEqual(await run(["mcp", "none"]), {
      code: 2,
      out: "",
      outBytes: Buffer.alloc(0),
      err: `galley: ${join(path, "none")}: no such file\n`,
    });
  }));

test("a settings file that is a list sets nothing, and is told", () =>
  inFolder({ ".galley/settings.json": "[]", "1.txt": CLEAN_PAGE }, async ({ run }) => {
    assert.match((await run(["check"])).err, /settings\.json: A settings file is names and values in \{ \}/u);
  }));
