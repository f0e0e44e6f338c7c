/** `galley fix`: pages mended in place, to stdout or as a diff, and never harmed. */

import assert from "node:assert/strict";
import { readdir, stat, symlink } from "node:fs/promises";
import { join } from "node:path";
import { describe, test } from "node:test";
import { applyPatch } from "diff";
import fc from "fast-check";
import iconv from "iconv-lite";
import { encode } from "../../server/host/encodings.ts";
import { inFolder, runCli } from "../support/cli.ts";
import { CLEAN_PAGE, HEADLINE, PAGE } from "./page.ts";

describe("galley fix", () => {
  test("mends pages in place and says which; a second time there is nothing to do", () =>
    inFolder({ "page.txt": PAGE, "clean.txt": CLEAN_PAGE }, async ({ run, read, path }) => {
      const { out, err, code } = await run(["fix"]);
      assert.deepEqual([code, err], [0, ""]);
      assert.match(out, /^page\.txt {2}\d+ fixes\n2 pages, 1 changed, \d+ fixes in all\.\n$/);
      assert.equal(await read("page.txt"), CLEAN_PAGE);
      const { mtimeMs } = await stat(join(path, "page.txt"));
      const again = await run(["fix"]);
      assert.equal(again.out, "2 pages, nothing to fix.\n");
      assert.equal((await stat(join(path, "page.txt"))).mtimeMs, mtimeMs, "nor is the file touched");
      assert.deepEqual((await readdir(path)).sort(), ["clean.txt", "page.txt"]);
    }));

  test("says in Chinese what it did", () =>
    inFolder({ "page.txt": PAGE }, async ({ run }) => {
      const { out } = await run(["fix"], { env: {} });
      assert.match(out, /^page\.txt {2}修好 \d+ 处\n1 页，改了 1 页，共修好 \d+ 处。\n$/);
    }));

  test("--stdout prints the fixed page and nothing else", () =>
    inFolder({ "page.txt": PAGE }, async ({ run, read }) => {
      const { out, err, code } = await run(["fix", "--stdout", "page.txt"]);
      assert.deepEqual([out, err, code], [CLEAN_PAGE, "", 0]);
      assert.equal(await read("page.txt"), PAGE);
      assert.equal((await run(["fix", "-"], { stdin: PAGE })).out, CLEAN_PAGE);
    }));

  test("--stdout is for one page", () =>
    inFolder({ "a.txt": PAGE, "b.txt": PAGE }, async ({ run }) => {
      for (const argv of [["a.txt", "b.txt"], ["."]]) {
        const { out, err, code } = await run(["fix", "--stdout", ...argv]);
        assert.deepEqual([out, code], ["", 2]);
        assert.match(err, /one page|more than one page/);
      }
    }));

  test("--diff prints a patch that makes the fixed page, and writes nothing", () =>
    inFolder({ "page.txt": PAGE, "clean.txt": CLEAN_PAGE }, async ({ run, read }) => {
      const { out, code } = await run(["fix", "--diff"]);
      assert.equal(code, 0);
      assert.match(out, /^--- a\/page\.txt\n\+\+\+ b\/page\.txt\n@@ /);
      assert.equal(applyPatch(PAGE, out), CLEAN_PAGE);
      assert.equal(await read("page.txt"), PAGE);
    }));

  test("--diff shows the lines of a paragraph and then the paragraph", () =>
    inFolder({ "page.txt": PAGE }, async ({ run }) => {
      const { out } = await run(["fix", "--diff"]);
      const signs = out
        .split("\n")
        .slice(3)
        .map((line) => line[0])
        .join("");
      assert.match(signs, /^ +(-+\+ ?)+$/);
    }));

  test("--diff of any text is a patch from the page to what fix makes of it", () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.constantFrom("云溪县新修公路", "12 公里", "，", "。", "⽉", " ", "\n", "\n\n", "\r\n", "\u3000", "甲甲"),
          {
            maxLength: 40,
          },
        ),
        fc.boolean(),
        async (parts, unsafe) => {
          const page = parts.join("");
          const argv = unsafe ? ["--unsafe"] : [];
          const fixed = (await runCli(["fix", "--stdout", ...argv, "-"], { stdin: page })).out;
          const { out } = await runCli(["fix", "--diff", ...argv, "-"], { stdin: page });
          assert.equal(out === "" ? page : applyPatch(page, out, { autoConvertLineEndings: false }), fixed);
        },
      ),
      { numRuns: 200 },
    ));

  for (const eol of ["\r\n", "\r"]) {
    test(`keeps ${JSON.stringify(eol)} as the page's line end`, () =>
      inFolder({ "page.txt": PAGE.replaceAll("\n", eol) }, async ({ run, read }) => {
        await run(["fix", "page.txt"]);
        assert.equal(await read("page.txt"), CLEAN_PAGE.replaceAll("\n", eol));
      }));
  }

  for (const name of ["utf-8", "gb18030", "utf-16le", "utf-16be"] as const) {
    test(`writes ${name} back as it was, BOM and all`, async () => {
      const encoding = { name, bom: true };
      await inFolder({ "page.txt": await encode(PAGE, encoding) }, async ({ run, bytes }) => {
        assert.equal((await run(["fix"])).code, 0);
        assert.deepEqual(await bytes("page.txt"), Buffer.from(await encode(CLEAN_PAGE, encoding)));
      });
    });
  }

  test("GB18030 without a BOM is told and kept, on stdout too", () =>
    inFolder({ "page.txt": iconv.encode(PAGE, "gb18030") }, async ({ run, bytes }) => {
      const expected = iconv.encode(CLEAN_PAGE, "gb18030");
      assert.deepEqual((await run(["fix", "--stdout", "page.txt"])).outBytes, expected);
      await run(["fix"]);
      assert.deepEqual(await bytes("page.txt"), expected);
    }));

  test("Big5 is told and kept", () => {
    const page = ["本報訊　雲溪縣今年新修公路", "12公里，居民都很高興，縣長", "說，明年還要再修三條路。", ""].join(
      "\n\n",
    );
    return inFolder({ "page.txt": iconv.encode(page, "big5") }, async ({ run, bytes }) => {
      assert.equal((await run(["fix"])).code, 0);
      const fixed = iconv.decode(await bytes("page.txt"), "big5");
      assert.equal(fixed.replace(/\s/g, ""), page.replace(/\s/g, ""));
      assert.notEqual(fixed, page);
      assert.deepEqual(await bytes("page.txt"), iconv.encode(fixed, "big5"));
    });
  });

  test("a page that may be GB18030 or Big5 is left alone until its encoding is named", async () => {
    const doubtful = iconv.encode("距繼續縮 2\n\n", "gb18030");
    await inFolder({ "page.txt": doubtful }, async ({ run, bytes }) => {
      const { err, code } = await run(["fix", "page.txt"]);
      assert.equal(code, 2);
      assert.match(
        err,
        /^galley: page\.txt: GB18030 or Big5: too few characters to tell; not read\. Name it by --encoding/,
      );
      assert.deepEqual(await bytes("page.txt"), doubtful);
      const zh = await run(["fix", "page.txt", "--lang", "zh"]);
      assert.match(zh.err, /看不出是 GB18030 还是 Big5，没有读取；请用 --encoding 指明/);
      assert.equal((await run(["fix", "page.txt", "--encoding", "gb18030"])).code, 0);
      assert.equal(iconv.decode(await bytes("page.txt"), "gb18030"), "距繼續縮2\n");
    });
  });

  test("a page is read in the encoding that is named, by threads too, or not at all", () =>
    inFolder({ "a.txt": PAGE, "b.txt": PAGE }, async ({ run, read }) => {
      const { err, code } = await run(["fix", "--encoding", "utf-16le", "--jobs", "2"], { threads: { after: 0 } });
      assert.equal(code, 2);
      assert.match(err, /a\.txt: not written in utf-16le, as it was said to be; not read/);
      assert.equal(await read("a.txt"), PAGE);
    }));

  test("a GB18030 page that could not be written back exactly is checked, but not fixed", async () => {
    const old = Buffer.concat([iconv.encode(PAGE, "gb18030"), Buffer.from([0xa3, 0xa0])]);
    await inFolder({ "page.txt": old }, async ({ run, bytes }) => {
      assert.equal((await run(["check", "page.txt"])).code, 1);
      const { err, code } = await run(["fix", "page.txt"]);
      assert.equal(code, 2);
      assert.match(err, /^galley: page\.txt: this GB18030 text holds old codes/);
      assert.deepEqual(await bytes("page.txt"), old);
    });
  });

  test("goes through a symbolic link", () =>
    inFolder({ "real/page.txt": PAGE }, async ({ run, read, path }) => {
      await symlink("real/page.txt", join(path, "link.txt"));
      await run(["fix", "link.txt"]);
      assert.equal(await read("real/page.txt"), CLEAN_PAGE);
    }));

  test("--unsafe also applies what a person should judge; without it such a page stays as it is", () => {
    const page = CLEAN_PAGE.replace(HEADLINE, "云溪县沿岸新栽栽柳树三万株");
    return inFolder({ "page.txt": page }, async ({ run, read }) => {
      const safe = await run(["fix"]);
      assert.equal(await read("page.txt"), page);
      assert.match(safe.out, /^1 page, nothing to fix\.\n\d more need/);
      await run(["fix", "--unsafe"]);
      assert.equal(await read("page.txt"), page.replace("栽栽", "栽"));
    });
  });
});
