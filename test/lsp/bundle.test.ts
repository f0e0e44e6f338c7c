/** The server as it is shipped: two files beside each other, with dictionary and data and, where they cannot be had, without. */

import assert from "node:assert/strict";
import { mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { DocumentHighlight, Hover } from "vscode-languageserver";
import { COMMON } from "../../scripts/bundling.ts";
import { packData } from "../../scripts/pack-data.ts";
import type { ServerProcess } from "../support/lsp-client.ts";
import { fromSource } from "../support/program.ts";
import { startServer } from "./start-server.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const URI = "file:///a.txt";
const PAGE = [
  "　　本报讯（记者 苏禾田）7月 21",
  "日，云溪县县长罗长庚到水库工地",
  "看望建设者。罗长庚说，全县投入",
  "2.5亿元，要赶在今年10月 8 日前完",
  "工。",
  "",
].join("\n");

let folder = "";
/** The files that went into the server's own bundle. */
let inputs: string[] = [];
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "galley-bundle-"));
  for (const [entry, name] of [
    ["server/main.ts", "server.cjs"],
    ["server/worker.ts", "worker.cjs"],
  ] as const) {
    const outfile = join(folder, name);
    const external = ["nodejieba"];
    const { metafile } = await build({
      ...COMMON,
      entryPoints: [entry],
      outfile,
      external,
      metafile: true,
    });
    if (name === "server.cjs") inputs = Object.keys(metafile.inputs);
  }
});
after(() => rm(folder, { recursive: true, force: true }));

async function hoverOn(server: ServerProcess, words: string, within: number): Promise<string> {
  const position = server.find(URI, words, within);
  const hover = await server.ask<Hover | null>("textDocument/hover", URI, { position });
  return hover && typeof hover.contents === "object" && "value" in hover.contents ? hover.contents.value : "";
}

async function checkNumbers(server: ServerProcess): Promise<void> {
  assert.match(await hoverOn(server, "\n日，", 1), /7月21日/, "a date that a wrap cuts");
  assert.match(await hoverOn(server, "2.5亿元", 2), /2\.5亿元/);
}

describe("the bundle", () => {
  // The calendar (chinese-days, 25 kB) is there: a finding reads lunar dates by it.
  test("of the first thread holds nothing that findings have to wait for", () => {
    const heavy =
      /jieba|node_modules\/yaml|tinyglobby|pinyin|segmenter|data\/gazetteer|core\/places\/(gazetteer|corrections)|core\/names\//;
    assert.deepEqual(
      inputs.filter((input) => heavy.test(input)),
      [],
    );
  });

  test("without dictionary and data says so once, and knows what needs none", async () => {
    const server = await startServer({}, [join(folder, "server.cjs")]);
    await server.open(URI, PAGE);
    await checkNumbers(server);
    for (const lacking of ["nodejieba", "gazetteer.txt.gz", "mention-weights.txt.gz"]) {
      const warnings = server.logged.filter(({ message }) => message.includes(lacking));
      assert.equal(warnings.length, 1, lacking);
      assert.doesNotMatch(warnings[0]?.message ?? "", /\n/);
    }
    assert.equal(server.logged.length, 3);
    assert.ok((await server.diagnostics(URI)).length > 0);
    assert.equal(await server.stop(), 0);
    assert.equal(server.stderr(), "");
  });

  test("with data, but nothing native, knows names", async () => {
    await packData(join(folder, "data"));
    const server = await startServer({}, [join(folder, "server.cjs")]);
    await server.open(URI, PAGE);
    await checkNumbers(server);
    assert.match(await hoverOn(server, "罗长庚到", 1), /罗长庚.*县长/s);
    assert.deepEqual(server.logged, []);
    assert.equal(await server.stop(), 0);
  });

  test("with it knows names, and starts the thread only when they are asked for", async () => {
    await symlink(join(ROOT, "node_modules"), join(folder, "node_modules"), "dir");
    const server = await startServer({}, [join(folder, "server.cjs")]);
    await server.open(URI, PAGE);
    await server.diagnostics(URI);
    await checkNumbers(server);
    assert.match(await hoverOn(server, "罗长庚到", 1), /罗长庚.*县长/s);
    const position = server.find(URI, "罗长庚说", 1);
    const all = await server.ask<DocumentHighlight[]>("textDocument/documentHighlight", URI, { position });
    assert.deepEqual(
      all.map(({ range }) => server.document(URI).getText(range)),
      ["罗长庚", "罗长庚"],
    );
    assert.deepEqual(server.logged, []);
    assert.equal(await server.stop(), 0);
  });
});

test("the server from its source starts its thread from source too", async () => {
  const server = await startServer({}, fromSource("main"));
  await server.open(URI, PAGE);
  await checkNumbers(server);
  assert.equal(await server.stop(), 0);
});
