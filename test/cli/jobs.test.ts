/** `--jobs`: the same results in the same order, however many threads there are, and nothing else is lost with one of them. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Worker } from "node:worker_threads";
import fc from "fast-check";
import { loadSegmenter } from "../../server/host/segmenter.ts";
import { anyPage } from "../support/any-page.ts";
import { inFolder, type Ran, type RunOptions, runCli, type TestFolder } from "../support/cli.ts";
import { type Started, threadsHere } from "../support/threads.ts";
import { randomPage } from "../support/typesetter/index.ts";
import { CLEAN_PAGE, PAGE } from "./page.ts";

const line = (item: unknown): string => `${JSON.stringify(item)}\n`;

/** Pages as newspapers have them, and as nobody has them. */
const somePages = fc.array(
  fc.oneof(
    anyPage,
    fc.nat(9999).map((seed) => randomPage(seed).text.slice(0, 800)),
  ),
  { minLength: 3, maxLength: 6 },
);

/** The same run by one and by several. */
async function bothWays(
  run: (jobs: number, options: RunOptions) => Promise<Ran>,
  several: number,
): Promise<[Ran, Ran]> {
  return [await run(1, {}), await run(several, { threads: threadsHere() })];
}

describe("--jobs gives what one gives", () => {
  for (const argv of [
    ["check"],
    ["check", "--format", "json"],
    ["check", "--format", "sarif"],
    ["check", "--format", "github", "--lang", "zh"],
    ["check", "--color"],
    ["fix", "--diff", "--color"],
    ["fix", "--diff", "--unsafe", "--number-spacing", "spaced"],
  ]) {
    test(`galley ${argv.join(" ")}: of a folder`, () =>
      fc.assert(
        fc.asyncProperty(somePages, fc.integer({ min: 2, max: 3 }), (pages, several) => {
          const files = Object.fromEntries(pages.map((page, i) => [`${i}.txt`, page]));
          return inFolder(files, async ({ run }) => {
            const [one, more] = await bothWays(
              (jobs, options) => run([...argv, "--jobs", `${jobs}`], options),
              several,
            );
            assert.deepEqual(more, one);
          });
        }),
        { numRuns: 3 },
      ));
  }

  test("galley fix: of a folder, in place", () =>
    fc.assert(
      fc.asyncProperty(somePages, fc.integer({ min: 2, max: 3 }), async (pages, several) => {
        const files = Object.fromEntries(pages.map((page, i) => [`${i}.txt`, page]));
        const fixed = async ({ run, bytes }: TestFolder, jobs: number, options: RunOptions) => ({
          ran: await run(["fix", "--jobs", `${jobs}`], options),
          left: await Promise.all(pages.map((_, i) => bytes(`${i}.txt`))),
        });
        await inFolder(files, async (one) => {
          await inFolder(files, async (more) => {
            assert.deepEqual(await fixed(more, several, { threads: threadsHere() }), await fixed(one, 1, {}));
          });
        });
      }),
      { numRuns: 3 },
    ));

  for (const argv of [
    ["check"],
    ["fix"],
    ["fix", "--unsafe"],
    ["outline"],
    ["export"],
    ["export", "--format", "markdown"],
    ["export", "--format", "json", "--no-entities"],
    ["export", "--format", "ninjs", "--no-entities"],
  ]) {
    test(`galley ${argv.join(" ")} --jsonl`, () =>
      fc.assert(
        fc.asyncProperty(somePages, fc.integer({ min: 2, max: 3 }), async (pages, several) => {
          const stdin = inPieces(pages.map((text, id) => line({ id, text })).join(""));
          const [one, more] = await bothWays(
            (jobs, options) => runCli([...argv, "--jsonl", "--jobs", `${jobs}`], { ...options, stdin: stdin() }),
            several,
          );
          assert.deepEqual(more, one);
        }),
        { numRuns: 3 },
      ));
  }

  test("galley entities --jsonl, with the dictionary", async () => {
    const stdin = [3, 4, 5].map((seed) => line({ id: seed, text: randomPage(seed).text.slice(0, 600) })).join("");
    const dictionary = loadSegmenter();
    const [one, more] = await bothWays(
      (jobs, options) => runCli(["entities", "--jsonl", "--jobs", `${jobs}`], { ...options, dictionary, stdin }),
      2,
    );
    assert.deepEqual(more, one);
    assert.match(one.out, /"type":"PER"/);
  });

  test("threads of their own give what one gives, for lines and files", async () => {
    const pages = [0, 1, 2, 3].map((seed) => randomPage(seed).text.slice(0, 600));
    const stdin = inPieces(pages.map((text) => line({ text })).join(""));
    const fix = ["fix", "--jsonl", "--jobs"];
    const threads = { after: 0 };
    assert.deepEqual(
      await runCli([...fix, "2"], { stdin: stdin(), threads }),
      await runCli([...fix, "1"], { stdin: stdin() }),
    );
    await inFolder({ "a.txt": PAGE, "b.txt": CLEAN_PAGE }, async ({ run, read }) => {
      const { out, err, code } = await run(["fix", "--jobs", "2"], { threads });
      assert.deepEqual([err, code], ["", 0]);
      assert.match(out, /^a\.txt {2}\d+ fixes\n2 pages, 1 changed/);
      assert.equal(await read("a.txt"), CLEAN_PAGE);
    });
  });
});

describe("what cannot be done is told in its turn", () => {
  test("a broken line in the midst of others", async () => {
    const items = [...Array(40).keys()].map((id) => (id === 17 ? "{ no json\n" : line({ id, text: `甲${id}\n` })));
    const [one, more] = await bothWays(
      (jobs, options) =>
        runCli(["fix", "--jsonl", "--jobs", `${jobs}`], { ...options, stdin: inPieces(items.join(""))() }),
      3,
    );
    assert.deepEqual(more, one);
    assert.equal(more.code, 2);
    assert.match(more.err, /^galley: line 18: not valid JSON/);
    assert.equal(more.out.trimEnd().split("\n").length, 39);
  });

  test("files that can't be read, a folder that isn't there, faults of settings and lexicon: the same words in the same order", () => {
    const files = {
      "1.txt": PAGE,
      "2.txt": Buffer.alloc(3_000_000),
      "3.txt": Buffer.from([0x41, 0xff, 0xff, 0x42]),
      "4.txt": CLEAN_PAGE,
      "b/.galley/settings.json": '{"numberSpacing": "wide"}',
      "b/.galley/entities.yaml": "entities:\n  - kind: person\n",
      "b/5.txt": PAGE,
      "b/6.txt": PAGE,
      "c/.galley/settings.json": "{",
      "c/7.txt": PAGE,
    };
    return inFolder(files, async ({ run }) => {
      const noted: string[][] = [];
      for (const [jobs, options] of [
        [1, {}],
        [3, { threads: threadsHere() }],
      ] as const) {
        const events: string[] = [];
        const { out, err, code } = await run(["check", "--jobs", `${jobs}`, "1.txt", "gone", "."], {
          ...options,
          dictionary: loadSegmenter(),
        });
        events.push(out, err, `${code}`);
        noted.push(events);
      }
      assert.deepEqual(noted[1], noted[0]);
      const [, err = "", code] = noted[0] ?? [];
      assert.equal(code, "2");
      assert.deepEqual(
        err
          .trimEnd()
          .split("\n")
          .map((told) => /^galley: (?:.*\/)?([^/: ]+)[: ]/.exec(told)?.[1]),
        ["gone", "2.txt", "3.txt", "settings.json", "entities.yaml", "settings.json"],
      );
    });
  });

  test("a file changed meanwhile is left alone, and the others are written", () =>
    inFolder({ "a.txt": PAGE, "b.txt": PAGE, "c.txt": PAGE }, async ({ run, read }) => {
      const { err, code } = await run(["fix", "--jobs", "2"], {
        threads: threadsHere(),
        disk: (files) => ({
          replace: (path, bytes, was) =>
            files.replace(path, bytes, path.endsWith("b.txt") ? Buffer.from("另一份内容") : was),
        }),
      });
      assert.match(err, /^galley: b\.txt: the file was changed by another program meanwhile; nothing was written\n$/);
      assert.equal(code, 2);
      assert.deepEqual(await Promise.all(["a.txt", "b.txt", "c.txt"].map(read)), [CLEAN_PAGE, PAGE, CLEAN_PAGE]);
    }));
});

describe("a thread that ends before its time", () => {
  const pages = { "1.txt": PAGE, "2.txt": `${PAGE}致命\n`, "3.txt": PAGE, "4.txt": PAGE };

  for (const [lang, told] of [
    ["en", "the thread that worked on it ended before its time (code 9); there is no result and nothing was written"],
    ["zh", "处理它的线程意外终止（退出码 9），没有结果，也没有写入"],
  ] as const) {
    test(`costs the page it had and no other, in words (${lang})`, () =>
      inFolder(pages, async ({ run, read }) => {
        const started: Started = { count: 0 };
        const threads = threadsHere((task) => task.includes("致命"), started);
        const { err, code } = await run(["fix", "--jobs", "2", "--lang", lang], { threads });
        assert.deepEqual([err, code], [`galley: 2.txt: ${told}\n`, 2]);
        assert.deepEqual(await Promise.all(Object.keys(pages).map(read)), [
          CLEAN_PAGE,
          pages["2.txt"],
          CLEAN_PAGE,
          CLEAN_PAGE,
        ]);
        assert.ok(started.count > 1, "another takes its place");
      }));
  }

  test("costs the line it had, and not the others that went with it", async () => {
    const stdin = [1, 2, 3, 4].map((id) => line({ id, text: id === 3 ? "致命\n" : "甲\n" })).join("");
    const { out, err, code } = await runCli(["fix", "--jsonl", "--jobs", "2"], {
      stdin,
      threads: threadsHere((task) => task.includes("致命")),
    });
    assert.equal(out, [1, 2, 4].map((id) => line({ id, text: "甲\n" })).join(""));
    assert.match(err, /^galley: line 3: the thread that worked on it ended before its time/);
    assert.equal(code, 2);
  });

  const many = Object.fromEntries([...Array(9).keys()].map((i) => [`${i}.txt`, PAGE]));
  for (const [lang, told] of [
    ["en", /^galley: its threads keep ending before their time \(code 3\), so it stops\..*--jobs 1/],
    ["zh", /^galley: 处理线程接连意外终止（退出码 3），不再继续。.*--jobs 1/],
  ] as const) {
    test(`where threads only end, the run says so and stops (${lang})`, () =>
      inFolder(many, async ({ run, read }) => {
        const start = (): Worker => new Worker("process.exit(3)", { eval: true });
        const ran = await run(["fix", "--jobs", "2", "--lang", lang], { threads: { after: 0, start } });
        assert.match(ran.err.split("\n").at(-2) ?? "", told);
        assert.deepEqual([ran.out, ran.code], ["", 2]);
        for (const [name, text] of Object.entries(many)) assert.equal(await read(name), text);
      }));
  }

  test("where threads only end, nobody waits for input that never comes", async () => {
    const start = (): Worker => new Worker("process.exit(3)", { eval: true });
    const stdin = (async function* () {
      for (let id = 0; id < 9; id += 1) yield Buffer.from(line({ id, text: "甲\n" }));
      await new Promise(() => {});
    })();
    const { code } = await runCli(["fix", "--jsonl", "--jobs", "2"], { stdin, threads: { after: 0, start } });
    assert.equal(code, 2);
  });
});

describe("when threads start", () => {
  const lines = [...Array(20).keys()].map((id) => line({ id, text: "甲\n" })).join("");
  const startedBy = async (argv: readonly string[], options: RunOptions): Promise<number> => {
    const started: Started = { count: 0 };
    const threads = { ...threadsHere(undefined, started), ...options.threads };
    const { code } = await runCli(argv, { ...options, stdin: inPieces(lines)(), threads });
    assert.equal(code, 0);
    return started.count;
  };

  test("none with --jobs 1, nor where less is to come than is worth it", async () => {
    assert.equal(await startedBy(["fix", "--jsonl", "--jobs", "1"], {}), 0);
    assert.equal(await startedBy(["fix", "--jsonl"], { stdinSize: 400, threads: { after: 500 } }), 0);
    assert.equal(await startedBy(["fix", "--jsonl"], { threads: { after: 5000 } }), 0);
  });

  test("as many as there are cores, or as are asked for; from a pipe when enough has come", async () => {
    assert.equal(await startedBy(["fix", "--jsonl"], { threads: { cores: 4 } }), 4);
    assert.equal(await startedBy(["fix", "--jsonl", "--jobs", "3"], {}), 3);
    assert.equal(await startedBy(["fix", "--jsonl"], { threads: { after: 100, cores: 2 } }), 2);
  });

  test("with the dictionary, unless asked, no more than half the memory holds", async () => {
    assert.equal(await startedBy(["entities", "--jsonl"], { threads: { cores: 8, memory: 2.5e9 } }), 2);
    assert.equal(await startedBy(["fix", "--jsonl"], { threads: { cores: 3, memory: 2.5e9 } }), 3);
    assert.equal(await startedBy(["entities", "--jsonl"], { threads: { cores: 8, memory: 1e9 } }), 0);
  });

  test("a folder counts by the bytes of its pages", () =>
    inFolder({ "a.txt": PAGE, "b.txt": PAGE }, async ({ run }) => {
      for (const [after, expected] of [
        [100_000, false],
        [100, true],
      ] as const) {
        const started: Started = { count: 0 };
        await run(["check"], { threads: { ...threadsHere(undefined, started), after } });
        assert.equal(started.count > 0, expected);
      }
    }));

  test("reading waits for writing: what is under way is bounded", async () => {
    let read = 0;
    let written = 0;
    let most = 0;
    const stdin = (async function* () {
      for (let id = 0; id < 200; id += 1) {
        read += 1;
        most = Math.max(most, read - written);
        yield Buffer.from(line({ id, text: "甲\n" }));
      }
    })();
    const { out } = await runCli(["fix", "--jsonl", "--jobs", "2"], {
      stdin,
      threads: threadsHere(),
      onWrite: async () => {
        written += 1;
        await new Promise(setImmediate);
      },
    });
    assert.equal(out.trimEnd().split("\n").length, 200);
    assert.ok(most <= 10, `${most} lines under way`);
  });
});

describe("--jobs as an option", () => {
  for (const value of ["0", "-1", "x", "1.5", "", "257"]) {
    test(`${JSON.stringify(value)} is refused in either language`, async () => {
      for (const [lang, told] of [
        ["en", `galley: --jobs ${value}: write a whole number from 1 to 256\n`],
        ["zh", `galley: --jobs ${value}：应是 1 到 256 的整数\n`],
      ] as const) {
        const { out, err, code } = await runCli(["check", "--lang", lang, "--jobs", value, "-"]);
        assert.deepEqual([out, err, code], ["", told, 2]);
      }
    });
  }

  test("stands in the help of every command that goes through many", async () => {
    for (const command of ["check", "fix", "outline", "entities", "export"])
      assert.match((await runCli([command, "--help"])).out, /--jobs <n> /);
  });
});

/** The text as a pipe brings it: cut anywhere, a few lines at a time. */
function inPieces(text: string): () => AsyncIterable<Uint8Array> {
  const bytes = Buffer.from(text);
  return async function* () {
    for (let at = 0; at < bytes.length; at += 97) yield bytes.subarray(at, at + 97);
  };
}
