/** The program as a process: streams, pipes and exit codes as a shell sees them. */

import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { inFolder } from "../support/cli.ts";
import { program } from "../support/program.ts";
import { CLEAN_PAGE, PAGE } from "./page.ts";

/** What is shipped: what brings the source in needs a working folder itself. */
const SHIPPED = fileURLToPath(new URL("../../dist/cli.cjs", import.meta.url));

function start(cwd: string, argv: readonly string[]): ChildProcess {
  return spawn(process.execPath, [...program("cli"), ...argv], {
    cwd,
    env: { ...process.env, LANG: "en", LC_ALL: "" },
  });
}

async function collect(child: ChildProcess): Promise<{ out: string; err: string; code: number | null }> {
  const said = { out: "", err: "" };
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    said.out += text;
  });
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    said.err += text;
  });
  const [code] = (await once(child, "close")) as [number | null];
  return { ...said, code };
}

describe("the process", () => {
  test("check, fix and check again", () =>
    inFolder({ "page.txt": PAGE }, async ({ path, read }) => {
      const before = await collect(start(path, ["check"]));
      assert.deepEqual([before.code, before.err], [1, ""]);
      assert.match(before.out, /^page\.txt\n/);
      assert.equal((await collect(start(path, ["fix"]))).code, 0);
      assert.equal(await read("page.txt"), CLEAN_PAGE);
      assert.deepEqual(await collect(start(path, ["check"])), { out: "1 page, nothing found.\n", err: "", code: 0 });
    }));

  test("reads standard input", () =>
    inFolder({}, async ({ path }) => {
      const child = start(path, ["fix", "-"]);
      child.stdin?.end(PAGE);
      assert.deepEqual(await collect(child), { out: CLEAN_PAGE, err: "", code: 0 });
    }));

  test("a reader that hangs up ends it without a word", () => {
    const pages = Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`${i}.txt`, PAGE]));
    return inFolder(pages, async ({ path }) => {
      const child = start(path, ["check", "--format", "github"]);
      child.stdout?.once("data", () => child.stdout?.destroy());
      let err = "";
      child.stderr?.on("data", (text) => {
        err += text;
      });
      const [code] = await once(child, "close");
      assert.deepEqual([code, err], [141, ""]);
    });
  });

  test("a filter answers while its input is still open", () =>
    inFolder({}, async ({ path }) => {
      const child = start(path, ["fix", "--jsonl"]);
      for (const id of [1, 2]) {
        child.stdin?.write(`${JSON.stringify({ id, text: "甲\n" })}\n`);
        const [line] = await once(child.stdout as NodeJS.ReadableStream, "data");
        assert.equal(String(line), `${JSON.stringify({ id, text: "甲\n" })}\n`);
      }
      child.stdin?.end();
      const [code] = await once(child, "close");
      assert.equal(code, 0);
    }));

  test("what cannot be done exits 2 and shows no stack", () =>
    inFolder({}, async ({ path }) => {
      assert.deepEqual(await collect(start(path, ["check", "gone.txt"])), {
        out: "",
        err: "galley: gone.txt: no such file\n",
        code: 2,
      });
    }));

  test("a working folder that has been deleted is told", { skip: process.platform === "win32" }, () =>
    inFolder({}, async ({ path }) => {
      const gone = join(path, "gone");
      await mkdir(gone);
      const script = `cd '${gone}' && rmdir '${gone}' && exec "$@"`;
      const child = spawn("sh", ["-c", script, "sh", process.execPath, SHIPPED, "fix", path], {
        env: { ...process.env, LANG: "zh_CN.UTF-8", LC_ALL: "" },
      });
      assert.deepEqual(await collect(child), {
        out: "",
        err: "galley: 当前文件夹已被删除；请换到一个还在的文件夹\n",
        code: 2,
      });
    }),
  );

  test("Ctrl+C ends it as a shell expects, with every page whole and nothing beside them", () => {
    const pages = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`${i}.txt`, PAGE.repeat(3)]));
    return inFolder(pages, async ({ path, read }) => {
      const child = start(path, ["fix"]);
      child.stdout?.once("data", () => child.kill("SIGINT"));
      const { code, err } = await collect(child);
      assert.deepEqual([code, err, (await readdir(path)).sort()], [130, "", Object.keys(pages).sort()]);
      const texts = new Set(await Promise.all(Object.keys(pages).map(read)));
      assert.equal(texts.size, 2);
      assert.ok(texts.has(PAGE.repeat(3)));
    });
  });
});
