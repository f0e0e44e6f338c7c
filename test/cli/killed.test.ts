/**
 * A run that is killed in the middle of writing: every page is the old one or the new one, and the next run leaves nothing of it. So often in
 * `npm test`, and as often as GALLEY_KILLS says.
 */

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { link, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, test } from "node:test";
import { inFolder } from "../support/cli.ts";
import { program } from "../support/program.ts";
import { PAGE } from "./page.ts";

const KILLS = Number(process.env.GALLEY_KILLS ?? 4);
/** Pages that a run has to write, each second one under two names. */
const PAGES = 12;
const NAMES = Array.from({ length: PAGES }, (_, i) => `${String(i).padStart(2, "0")}.txt`);

type Moment = (passed: number, files: readonly string[]) => boolean;

interface Ended {
  /** Pages of the killed run that are written, and those that are not. */
  written: number;
  unwritten: number;
  /** Files beside the pages. */
  litter: number;
}

/** @param moment whether it is time to kill, by the ms since the first page was written and the names of the files that are there */
async function killedRun(text: string, fixed: string, moment: Moment): Promise<Ended> {
  const ended = { written: 0, unwritten: 0, litter: 0 };
  await inFolder({}, async ({ path, run }) => {
    for (const [i, name] of NAMES.entries()) {
      await writeFile(join(path, name), text);
      if (i % 2 === 1) await link(join(path, name), join(path, `${name}.second`));
    }
    const files = await readdir(path);
    const child = spawn(process.execPath, [...program("cli"), "fix"], {
      cwd: path,
      stdio: ["ignore", "pipe", "ignore"],
    });
    await once(child.stdout, "data");
    const begun = performance.now();
    while (child.exitCode === null && !moment(performance.now() - begun, readdirSync(path)))
      await new Promise(setImmediate);
    child.kill("SIGKILL");
    await once(child, "close");
    ended.litter = (await readdir(path)).length - files.length;
    // A page of several names is whole when it is read the next time, by Galley; the others are at any time.
    for (const name of NAMES.filter((_, i) => i % 2 === 0)) {
      const now = await readFile(join(path, name), "utf8");
      assert.ok(now === text || now === fixed, `${name} is half written`);
      if (now === fixed) ended.written += 1;
      else ended.unwritten += 1;
    }
    assert.deepEqual([(await run(["fix"])).err, await readdir(path)], ["", files]);
    for (const name of files) assert.equal(await readFile(join(path, name), "utf8"), fixed, name);
  });
  return ended;
}

describe("killed while it writes", { skip: process.platform === "win32" }, () => {
  test(`${KILLS} times: no half page, and nothing left after the next run`, { timeout: 3_600_000 }, async (t) => {
    const text = PAGE.repeat(2);
    let fixed = "";
    await inFolder({ "a.txt": text }, async ({ run, read }) => {
      await run(["fix"]);
      fixed = await read("a.txt");
    });
    assert.notEqual(fixed, text);
    const all = { written: 0, unwritten: 0, litter: 0, midway: 0 };
    for (let i = 0; i < KILLS; i += 1) {
      // Every second time at any moment, else as soon as a draft or a journal stands there.
      const after = Math.random() * 500;
      const moment: Moment =
        i % 2 === 0 ? (_, files) => files.some((name) => name.startsWith(".galley-")) : (passed) => passed > after;
      const { written, unwritten, litter } = await killedRun(text, fixed, moment);
      all.written += written;
      all.unwritten += unwritten;
      all.litter += litter;
      if (unwritten > 0) all.midway += 1;
    }
    t.diagnostic(JSON.stringify(all));
    assert.ok(all.midway > 0, "no run was killed before it had written all");
  });
});
