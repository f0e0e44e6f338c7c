/** What the house has accepted, on the command line: it is not listed but counted, stays when pages are fixed, and can be had back. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import iconv from "iconv-lite";
import { inFolder } from "../support/cli.ts";

const PAGE = "水库完工\n\n　　本报讯 天气晴朗 ，适合出行 ，也适合晒粮。\n";
const ACCEPTED = `accepted:
  - rule: stray-blank
    page: a/seeds/1.txt
    before: 气晴
    text: 朗，
    after: 适合
`;

const UNREADABLE = Buffer.from([0xff, 0x00, 0xff]);

describe("what the house has accepted", () => {
  test("is not listed but counted, and listed again by --no-accepted", () =>
    inFolder({ ".galley/accepted.yaml": ACCEPTED, "a/seeds/1.txt": PAGE, "a/seeds/2.txt": PAGE }, async ({ run }) => {
      const stray = async (...argv: string[]): Promise<number[]> => {
        const { out } = await run(["check", "--format", "json", ...argv]);
        return JSON.parse(out).map(
          ({ findings }: { findings: { rule: string }[] }) =>
            findings.filter(({ rule }) => rule === "stray-blank").length,
        );
      };
      assert.deepEqual(await stray("a"), [1, 2]);
      assert.deepEqual(await stray("a", "--no-accepted"), [2, 2]);
      const { out } = await run(["check", "a"]);
      assert.match(out, /\n1 accepted and not listed; --no-accepted lists all\.\n$/);
      assert.doesNotMatch((await run(["check", "a", "--no-accepted"])).out, /accepted/);
    }));

  test("stays as it is when pages are fixed", () =>
    inFolder({ ".galley/accepted.yaml": ACCEPTED, "a/seeds/1.txt": PAGE }, async ({ run, read }) => {
      await run(["fix", "a"]);
      const fixed = PAGE.replace("出行 ，", "出行，");
      assert.equal(await read("a/seeds/1.txt"), fixed);
      assert.equal((await run(["fix", "a"])).out, "1 page, nothing to fix.\n");
      await run(["fix", "a", "--no-accepted"]);
      assert.equal(await read("a/seeds/1.txt"), fixed.replace(" ，", "，"));
    }));

  test("is that of the nearest folder", () =>
    inFolder(
      {
        "a/.galley/accepted.yaml": ACCEPTED.replace("a/seeds", "seeds"),
        "b/.galley/accepted.yaml": "accepted:\n  - rule: stray-blank\n",
        "a/seeds/1.txt": PAGE,
        "b/seeds/1.txt": PAGE,
      },
      async ({ run }) => {
        const { out } = await run(["check", ".", "--format", "json"]);
        const counts = JSON.parse(out).map(
          ({ findings }: { findings: { rule: string }[] }) =>
            findings.filter(({ rule }) => rule === "stray-blank").length,
        );
        assert.deepEqual(counts, [1, 0]);
      },
    ));

  test("goes by words alone for what comes from standard input", () =>
    inFolder({ ".galley/accepted.yaml": 'accepted:\n  - {rule: stray-blank, text: "朗，"}\n' }, async ({ run }) => {
      const stdin = `${JSON.stringify({ text: PAGE })}\n`;
      const { out } = await run(["fix", "--jsonl"], { stdin });
      assert.equal(JSON.parse(out).text, PAGE.replace("出行 ，", "出行，"));
    }));

  test("is told what is wrong in its file, once", () =>
    inFolder(
      { ".galley/accepted.yaml": "accepted:\n  - rule: no-rule\n", "1.txt": PAGE, "2.txt": PAGE },
      async ({ run }) => {
        const { err } = await run(["check"]);
        assert.match(err, /^galley: .*accepted\.yaml:2: There is no rule “no-rule”\.\n$/);
      },
    ));

  const gb = iconv.encode(ACCEPTED, "gb18030");
  test("is read in any encoding that pages are read in", () =>
    inFolder({ ".galley/accepted.yaml": gb, "a/seeds/1.txt": PAGE }, async ({ run, read }) => {
      await run(["fix", "a"]);
      assert.equal(await read("a/seeds/1.txt"), PAGE.replace("出行 ，", "出行，"));
    }));

  for (const name of ["accepted.yaml", "words.yml"])
    test(`leaves pages alone where ${name} cannot be read, as nobody knows what it says`, () =>
      inFolder({ [`.galley/${name}`]: UNREADABLE, "a/seeds/1.txt": PAGE }, async ({ run, read }) => {
        const { code, out, err } = await run(["fix", "a"]);
        assert.deepEqual([code, out, await read("a/seeds/1.txt")], [2, "", PAGE]);
        assert.match(err, new RegExp(`^galley: a/seeds/1\\.txt: .*/${name}: The file cannot be read: [^\n]*\n$`, "u"));
      }));

  for (const [fault, file] of [
    ["an entry", `${ACCEPTED}  - rule: no-rule\n`],
    ["its writing", ACCEPTED.replace("rule: stray-blank", 'rule: "stray-blank')],
  ] as const)
    test(`no page is fixed where ${fault} has a fault, as that may be what keeps a place; it is checked all the same`, () =>
      inFolder({ ".galley/accepted.yaml": file, "a/seeds/1.txt": PAGE }, async ({ run, read }) => {
        for (const argv of [
          ["fix", "a"],
          ["fix", "--diff", "a"],
          ["fix", "--stdout", "a/seeds/1.txt"],
        ]) {
          const { code, out, err } = await run(argv);
          assert.deepEqual([code, out, await read("a/seeds/1.txt")], [2, "", PAGE]);
          assert.match(err, /accepted\.yaml:\d: .*; mend that file first, or give --no-accepted\n$/u);
        }
        assert.equal((await run(["check", "a"])).code, 1);
        assert.equal((await run(["fix", "a", "--no-accepted"])).code, 0);
        assert.notEqual(await read("a/seeds/1.txt"), PAGE);
      }));

  test("what cannot be read keeps no page from being fixed where --no-accepted is given", () =>
    inFolder({ ".galley/accepted.yaml": UNREADABLE, "a/seeds/1.txt": PAGE }, async ({ run, read }) => {
      assert.equal((await run(["fix", "a", "--no-accepted"])).code, 0);
      assert.equal(await read("a/seeds/1.txt"), PAGE.replaceAll(" ，", "，"));
    }));

  test("a file of another ending beside it is told of", () =>
    inFolder(
      { ".galley/accepted.yml": ACCEPTED, ".galley/accepted.json": "{}", "a/seeds/1.txt": PAGE },
      async ({ run }) => {
        assert.match((await run(["fix", "a"])).err, /accepted\.yml:1: accepted\.json beside it is not read/u);
      },
    ));
});
