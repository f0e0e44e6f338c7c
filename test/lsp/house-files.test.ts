/** What the house's files say holds alike in an open page, in one that is not open, in the Issue view and on the command line. */

import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { ISSUE, ISSUE_CHANGED, type Issue } from "../../server/protocol.ts";
import { inFolder } from "../support/cli.ts";
import { FULL, type ServerProcess } from "../support/lsp-client.ts";
import { startServer } from "./start-server.ts";

const PAGE = "　　王某某说：“路修好了，山货就有了出路。\n\n　　李某某说：“桥也通了，日子就更好过。\n";
const ACCEPTED = "accepted:\n  - {rule: unpaired-mark, page: b.txt, text: “, after: 路修}\n";

let folder = "";
let server: ServerProcess;
const uriOf = (name: string): string => pathToFileURL(join(folder, name)).href;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "galley-house-files-"));
  for (const name of ["a.txt", "b.txt"]) await writeFile(join(folder, name), PAGE);
  const capabilities = {
    ...FULL,
    workspace: { ...FULL.workspace, didChangeWatchedFiles: { dynamicRegistration: true } },
  };
  const settings = { checkFolder: true };
  const options = { locale: "zh-cn", index: { pages: ["**/*.txt"] }, settings };
  server = await startServer({ capabilities, options, settings, folders: [pathToFileURL(folder).href] });
});
after(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

async function write(content: string, name: string): Promise<void> {
  await mkdir(dirname(join(folder, name)), { recursive: true });
  await writeFile(join(folder, name), content);
  await server.connection.sendNotification("workspace/didChangeWatchedFiles", {
    changes: [{ uri: uriOf(name), type: 1 }],
  });
}

/** Waits until as many places want a person on each page, as the Issue view is told. */
async function untilIssue(wanted: Readonly<Record<string, number>>): Promise<void> {
  const found: Record<string, number> = {};
  const take = ({ pages }: Pick<Issue, "pages">): void => {
    for (const { uri, needing } of pages) found[uri.slice(uri.lastIndexOf("/") + 1)] = needing;
  };
  await new Promise<void>((resolve, reject) => {
    const look = (told: Pick<Issue, "pages">): void => {
      take(told);
      if (Object.entries(wanted).every(([name, needing]) => found[name] === needing)) resolve();
    };
    server.connection.onNotification(ISSUE_CHANGED, look);
    server.connection.sendRequest<Issue>(ISSUE, {}).then(look, reject);
  });
}

/** The rules and lines of a page's findings, as the server answers for it, be it open or not. */
async function found(name: string): Promise<string[]> {
  const diagnostics = await server.diagnostics(uriOf(name));
  return diagnostics.map(({ code, range }) => `${code} ${range.start.line}`);
}

/** The same by `galley check` with the same files. */
async function checked(name: string, files: Readonly<Record<string, string>>): Promise<string[]> {
  let lines: string[] = [];
  await inFolder({ "a.txt": PAGE, "b.txt": PAGE, ...files }, async ({ run }) => {
    const { out } = await run(["check", "--format", "json", name]);
    const [page] = JSON.parse(out) as { findings: { rule: string; start: { line: number } }[] }[];
    lines = (page?.findings ?? []).map(({ rule, start }) => `${rule} ${start.line}`);
  });
  return lines;
}

describe("what is accepted", () => {
  test("is left out of pages that are not open, of open ones and by check alike, and is there again when it is taken back", async () => {
    await untilIssue({ "a.txt": 3, "b.txt": 3 });
    const all = await found("b.txt");
    assert.equal(all.filter((line) => line.startsWith("unpaired-mark")).length, 2);

    await write(ACCEPTED, ".galley/accepted.yaml");
    await untilIssue({ "a.txt": 3, "b.txt": 2 });
    const closed = await found("b.txt");
    assert.deepEqual(
      closed,
      all.filter((line) => line !== "unpaired-mark 0"),
    );
    await server.open(uriOf("b.txt"), PAGE);
    assert.deepEqual(await found("b.txt"), closed);
    assert.deepEqual(await checked("b.txt", { ".galley/accepted.yaml": ACCEPTED }), closed);
    await server.close(uriOf("b.txt"));

    await write("accepted: []\n", ".galley/accepted.yaml");
    await untilIssue({ "b.txt": 3 });
    assert.deepEqual(await found("b.txt"), all);
  });
});

describe("words that the house does not use", () => {
  const WORDS = "words:\n  - {term: 山货, instead: 特产, why: 本报用语}\n  - {term: 桥也通}\n";

  test("are found on pages that are not open, on open ones and by check alike, and left alone by what mends a page", async () => {
    const before = await found("a.txt");
    await write(WORDS, ".galley/words.yaml");
    await untilIssue({ "a.txt": 5, "b.txt": 5 });
    const closed = await found("a.txt");
    assert.deepEqual(
      closed.filter((line) => !before.includes(line)),
      ["house-word 0", "house-word 2"],
    );
    await server.open(uriOf("a.txt"), PAGE);
    assert.deepEqual(await found("a.txt"), closed);
    assert.deepEqual(await checked("a.txt", { ".galley/words.yaml": WORDS }), closed);

    const shown = await server.diagnostics(uriOf("a.txt"));
    const [word] = shown.filter(({ code }) => code === "house-word");
    assert.equal(word?.message, "本社不用“山货”，用“特产”：本报用语");
    const range = word?.range ?? assert.fail();
    const actions = await server.codeActions(uriOf("a.txt"), range, { diagnostics: [word], only: ["quickfix"] });
    assert.deepEqual(
      actions.map(({ title }) => title).filter((title) => title.includes("特产")),
      ["改为“特产”（改动文字）"],
    );
    assert.deepEqual(await server.ask("textDocument/formatting", uriOf("a.txt"), { options: {} }), []);
    await server.close(uriOf("a.txt"));

    await write("words: []\n", ".galley/words.yaml");
    await untilIssue({ "a.txt": 3, "b.txt": 3 });
    assert.deepEqual(await found("a.txt"), before);
  });

  test("are told what is wrong in their file, though no page is open", async () => {
    await write("words:\n  - {instead: 特产}\n", ".galley/words.yaml");
    const { diagnostics } = await server.published(
      (told) => told.uri === uriOf(".galley/words.yaml") && told.diagnostics.length > 0,
    );
    assert.deepEqual(
      diagnostics.map(({ range, message }) => [range.start.line, message]),
      [[1, "词条没有不用的词（term）。"]],
    );
    await rm(join(folder, ".galley/words.yaml"));
    await server.connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: uriOf(".galley/words.yaml"), type: 3 }],
    });
    await server.published((told) => told.uri === uriOf(".galley/words.yaml") && told.diagnostics.length === 0);
  });
});
