import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { outputIn, runOnce } from "./one-run.ts";

describe("a run of a whole process", () => {
  let folder = "";
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "galley-bench-"));
  });
  after(() => rm(folder, { recursive: true, force: true }));
  const node = (script: string, more: object = {}, limit = 60) =>
    runOnce({ args: ["--eval", script], ...more }, folder, limit);

  test("tells the time of the processor, the time on the clock and the most memory it held", async () => {
    const run = await node("const end = Date.now() + 300; while (Date.now() < end); Buffer.alloc(50e6, 1)");
    assert.ok("cpu" in run, JSON.stringify(run));
    assert.ok(run.cpu > 0.1 && run.cpu < 60 && run.wall > 0.3, JSON.stringify(run));
    assert.ok(run.peak > 50e6 && run.peak < 500e6, JSON.stringify(run));
  });

  test("reads a file and writes one", async () => {
    const stdin = join(folder, "in");
    await writeFile(stdin, "清样");
    await node("process.stdin.pipe(process.stdout)", { stdin });
    assert.equal(await readFile(outputIn(folder), "utf8"), "清样");
  });

  test("is what it was also where the program ends itself", async () => {
    assert.ok("cpu" in (await node("process.exit(0)")));
    assert.ok("cpu" in (await node("process.exit(1)", { codes: [0, 1] })));
  });

  test("has failed where the program says so", async () => {
    const run = await node("console.error('no page'); process.exit(2)");
    assert.deepEqual(run, { failed: "no page" });
  });

  test("is ended when it takes too long", async () => {
    assert.deepEqual(await node("setInterval(() => {}, 1000)", {}, 1), { over: 1 });
  });

  test("counts what its threads take once", async () => {
    const run = await node("new (require('node:worker_threads').Worker)('', { eval: true })");
    assert.ok("cpu" in run, JSON.stringify(run));
  });
});
