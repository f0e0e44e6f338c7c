/** The house's lexicon and the index, in a server's process with its worker: from the file on the disk to what the editor shows. */

import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import type { CodeAction, DefinitionLink, Hover, Location, SymbolInformation } from "vscode-languageserver";
import {
  LEXICON_ADDITION,
  LEXICON_ENTRIES,
  type LexiconAddition,
  NAME_PROPOSALS,
  type NameProposal,
} from "../../server/protocol.ts";
import { eventually } from "../support/eventually.ts";
import { editsOf, FULL, type ServerProcess } from "../support/lsp-client.ts";
import { startServer } from "./start-server.ts";

const LEXICON = `entities:
  # 县里的人
  - name: 罗长庚
    kind: 人物
    role: 云溪县委副书记、县长
    reading: luó cháng gēng
`;
const PAGE =
  "　　本报讯 县长罗长庚昨天到水库工地看望建设者。\n\n　　随后，罗长耕来到石门镇。县水利局局长苏禾田陪同。\n";
const OTHER = "水库年底完工\n\n　　本报讯 副县长罗长庚说，水库年底完工。\n";

let folder = "";
let server: ServerProcess;
const uriOf = (...path: string[]): string => pathToFileURL(join(folder, ...path)).href;
const page = (): string => uriOf("seeds", "a.txt");
const lexicon = (): string => uriOf(".galley", "entities.yaml");

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "galley-house-"));
  for (const name of [".galley", "seeds", "storage"]) await mkdir(join(folder, name));
  await writeFile(join(folder, ".galley", "entities.yaml"), LEXICON);
  await writeFile(join(folder, "seeds", "a.txt"), PAGE);
  await writeFile(join(folder, "seeds", "b.txt"), OTHER);
  const capabilities = {
    ...FULL,
    workspace: { ...FULL.workspace, didChangeWatchedFiles: { dynamicRegistration: true } },
  };
  const options = {
    locale: "zh-cn",
    commands: ["galley.addToLexicon"],
    index: { pages: ["**/seeds/**/*.txt"], storage: join(folder, "storage") },
  };
  server = await startServer({ capabilities, options, folders: [uriOf()] });
  await server.open(page(), PAGE);
});
after(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

/** Tells the server that a file is on the disk now. */
function written(uri: string): Promise<void> {
  return server.connection.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri, type: 2 }] });
}

/** The symbols for a query, once the index has any from that page. */
async function symbolsFrom(query: string, uri: string): Promise<SymbolInformation[]> {
  return eventually(
    () => server.request<SymbolInformation[]>("workspace/symbol", { query }),
    (found) => found.some(({ location }) => location.uri === uri),
  );
}

test("names of a page without a lexicon are compared with one another", async () => {
  const uri = pathToFileURL(join(tmpdir(), "galley-without-lexicon.txt")).href;
  await server.open(uri, "　　苏禾田说，要守一个月。苏禾田又去了东门。\n\n　　晚上，苏禾甜说还要来。\n");
  const { diagnostics } = await server.published((sent) => sent.uri === uri && sent.diagnostics.length > 0);
  assert.deepEqual(
    diagnostics.map(({ code, range }) => [code, server.document(uri).getText(range)]),
    [["inconsistent-name", "苏禾甜"]],
  );
  assert.equal(diagnostics[0]?.relatedInformation?.length, 2);
  await server.close(uri);
});

describe("the house's lexicon", () => {
  test("is compared with the page behind the other findings", async () => {
    assert.ok((await server.diagnostics(page())).every(({ code }) => code !== "name-differs"));
    const { diagnostics } = await server.published(({ uri, diagnostics: all }) => uri === page() && all.length > 0);
    assert.deepEqual(
      diagnostics.map(({ code, range }) => [code, server.document(page()).getText(range)]),
      [["name-differs", "罗长耕"]],
    );
    assert.match(String(diagnostics[0]?.message), /罗长庚/);
    const [found] = diagnostics;
    assert.ok(found);
    const actions = await server.codeActions(page(), found.range, { diagnostics: [found], only: ["quickfix"] });
    const [change, add] = actions.filter((action) => action.diagnostics?.length);
    assert.deepEqual(
      editsOf(change as CodeAction, page()).map(({ newText }) => newText),
      ["庚"],
    );
    const [, line, character] = add?.command?.arguments ?? [];
    const addition = await server.ask<LexiconAddition>(LEXICON_ADDITION, page(), { position: { line, character } });
    assert.equal(addition.name, "罗长耕");
  });

  test("speaks in hovers and is where a definition leads", async () => {
    const position = server.find(page(), "罗长庚", 1);
    const hover = await server.ask<Hover>("textDocument/hover", page(), { position });
    assert.match(JSON.stringify(hover.contents), /luó cháng gēng.*云溪县委副书记、县长.*本社词库/);
    const [link] = await server.ask<DefinitionLink[]>("textDocument/definition", page(), { position });
    assert.equal(link?.targetUri, lexicon());
    assert.deepEqual(link.targetRange, { start: { line: 2, character: 10 }, end: { line: 2, character: 13 } });
  });

  test("takes another entry, its comments kept", async () => {
    const position = server.find(page(), "苏禾田", 1);
    const addition = await server.ask<LexiconAddition>(LEXICON_ADDITION, page(), { position });
    assert.deepEqual([addition.uri, addition.exists, addition.name], [lexicon(), true, "苏禾田"]);
    assert.deepEqual(addition.edit.range.start, { line: 6, character: 0 });
    assert.equal(addition.edit.newText, "  - name: 苏禾田\n    kind: person\n    role: 县水利局局长\n");
    const known = server.find(page(), "罗长庚", 1);
    assert.equal(await server.ask(LEXICON_ADDITION, page(), { position: known }), null);
  });
});

describe("names of the folder", () => {
  const entry = { type: "PER", name: "林晓燕" };
  const proposals = (): Promise<NameProposal[]> => server.request(NAME_PROPOSALS, { folder: uriOf() });

  test("are proposed once its pages are read, and become entries of its lexicon where they are confirmed", async () => {
    for (const name of ["d", "e"]) {
      await writeFile(
        join(folder, "seeds", `${name}.txt`),
        `水渠通水\n\n　　本报讯 （记者 林晓燕） ${name}县水渠昨天通水。\n`,
      );
      await written(uriOf("seeds", `${name}.txt`));
    }
    const found = await eventually(proposals, (all) => all.some(({ name }) => name === "林晓燕"));
    const [proposal] = found;
    assert.deepEqual([proposal?.role, proposal?.pages, proposal?.uri], ["记者", 2, uriOf("seeds", "d.txt")]);
    assert.ok(found.every(({ name }) => name !== "罗长庚"));
    // As VS Code writes the address of a folder.
    const asVsCode = uriOf().replace(/[()'&]|galley/g, (char) =>
      char === "galley" ? "%67alley" : encodeURIComponent(char),
    );
    assert.deepEqual(await server.request(NAME_PROPOSALS, { folder: asVsCode }), found);
    const entries = found.map(({ type, name, role }) => ({ type, name, role }));
    const addition = await server.request<LexiconAddition>(LEXICON_ENTRIES, { folder: uriOf(), entries });
    assert.deepEqual([addition.uri, addition.exists], [lexicon(), true]);
    assert.match(addition.edit.newText, /- name: 林晓燕\n {4}kind: person\n {4}role: 记者/);
  });

  test("are none for a folder without pages, and nothing is added for what is no entry", async () => {
    assert.deepEqual(await server.request(NAME_PROPOSALS, { folder: uriOf("storage") }), []);
    assert.deepEqual(await server.request(NAME_PROPOSALS, {}), []);
    assert.deepEqual(await server.request(NAME_PROPOSALS, { folder: "untitled:x" }), []);
    assert.equal(await server.request(LEXICON_ENTRIES, { folder: "https://x/y", entries: [entry] }), null);
    assert.equal(await server.request(LEXICON_ENTRIES, { folder: uriOf(), entries: [{ name: 7 }, null] }), null);
    assert.equal(await server.request(LEXICON_ENTRIES, { entries: "林晓燕" }), null);
  });
});

describe("the index", () => {
  test("has headlines and names of pages that are not open", async () => {
    const found = await symbolsFrom("水库年底", uriOf("seeds", "b.txt"));
    assert.deepEqual(found[0]?.name, "水库年底完工");
    const position = server.find(page(), "罗长庚", 1);
    const all = await server.ask<Location[]>("textDocument/references", page(), { position, context: {} });
    assert.deepEqual(
      all.map(({ uri, range }) => [uri, range.start.line]),
      [
        [page(), 0],
        [uriOf("seeds", "b.txt"), 2],
      ],
    );
  });

  test("follows files that are written and deleted", async () => {
    const another = uriOf("seeds", "c.txt");
    await writeFile(join(folder, "seeds", "c.txt"), "石门古镇迎客\n\n　　本报讯 石门古镇昨天迎客。\n");
    await written(another);
    await symbolsFrom("石门古镇迎客", another);
    await rm(join(folder, "seeds", "c.txt"));
    await server.connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: another, type: 3 }],
    });
    await eventually(
      () => server.request<SymbolInformation[]>("workspace/symbol", { query: "石门古镇迎客" }),
      (left) => left.every(({ location }) => location.uri !== another),
    );
  });

  test("is kept for the next time", async () => {
    await eventually(
      () => readFile(join(folder, "storage", "index.json"), "utf8").catch(() => ""),
      (stored) => stored.includes("水库年底完工"),
    );
  });
});

test("a lexicon that changes on the disk is read again, and its faults are told in it", async () => {
  const changed = LEXICON.replace("罗长庚", "罗长耕").concat("  - name: 苏禾田\n    kind: 官员\n");
  await writeFile(join(folder, ".galley", "entities.yaml"), changed);
  await written(lexicon());
  const { diagnostics } = await server.published(({ uri, diagnostics: all }) => uri === lexicon() && all.length > 0);
  assert.match(String(diagnostics[0]?.message), /种类（kind）/);
  assert.equal(diagnostics[0]?.range.start.line, 7);
  await server.until(() => {
    const last = server.publications.filter(({ uri }) => uri === page()).at(-1);
    return last?.diagnostics.some(({ message }) => String(message).includes("“罗长庚”")) === true;
  });
  await writeFile(join(folder, ".galley", "entities.yaml"), "entities: []\n");
  await written(lexicon());
  // Without a lexicon the page's two names are compared with each other alone.
  await server.until(() => {
    const last = server.publications.filter(({ uri }) => uri === page()).at(-1);
    return last?.diagnostics.map(({ code }) => code).join() === "inconsistent-name";
  });
  await server.until(() => server.publications.filter(({ uri }) => uri === lexicon()).at(-1)?.diagnostics.length === 0);
});
