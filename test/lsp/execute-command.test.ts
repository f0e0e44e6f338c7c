/** What an editor without commands of its own is offered: commands that the server runs, and actions with edits. */

import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import type { ApplyWorkspaceEditParams, ClientCapabilities, CodeAction, Command } from "vscode-languageserver";
import { ApplyWorkspaceEditRequest } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { ArticleText, HeadlineMoves, LexiconAddition } from "../../server/protocol.ts";
import { BRIDGE, BRIDGE_HEADLINE, TEA, TEA_HEADLINE } from "../core/articles/stock.ts";
import { connectInMemory, editsOf, FULL, type Greeting, type LspClient } from "../support/lsp-client.ts";
import { program } from "../support/program.ts";
import { startServer } from "./start-server.ts";

const URI = "file:///papers/a.txt";
const OTHER = "file:///papers/b.txt";
/** The bridge's headline opens the page; its article comes behind the tea. */
const PAGE = `${[BRIDGE_HEADLINE, TEA_HEADLINE, ...TEA, ...BRIDGE].join("\n\n")}\n`;
const HOME = `${[TEA_HEADLINE, ...TEA, BRIDGE_HEADLINE, ...BRIDGE].join("\n\n")}\n`;
const WORDS = BRIDGE[1]?.slice(0, 8) ?? "";
const EXECUTE = "workspace/executeCommand";
const COPY = "galley.copyArticle";
const RESTORE = "galley.restoreHeadlines";
const ADD = "galley.addToLexicon";

/** An editor that makes edits and files, as Neovim and Emacs do. */
const EDITING: ClientCapabilities = {
  ...FULL,
  workspace: {
    ...FULL.workspace,
    applyEdit: true,
    workspaceEdit: { documentChanges: true, resourceOperations: ["create"] },
  },
};

async function open(greeting: Greeting = {}): Promise<LspClient> {
  const client = await connectInMemory({ capabilities: EDITING, ...greeting });
  await client.open(URI, PAGE);
  return client;
}

/** The edits that the server asks the editor to make, from now on; the editor says whether it made them. */
function asked(client: LspClient, applied = true): ApplyWorkspaceEditParams[] {
  const edits: ApplyWorkspaceEditParams[] = [];
  client.connection.onRequest(ApplyWorkspaceEditRequest.type, (params) => {
    edits.push(params);
    return { applied };
  });
  return edits;
}

const execute = <R>(client: LspClient, command: string, ...given: unknown[]): Promise<R> =>
  client.request(EXECUTE, { command, arguments: given });

describe("commands that the server runs", () => {
  test("are those that the client does not run itself, and has the means for", async () => {
    const of = async (greeting: Greeting) =>
      (await connectInMemory(greeting)).server.capabilities.executeCommandProvider?.commands;
    assert.deepEqual(await of({ capabilities: EDITING }), [COPY, RESTORE, ADD]);
    assert.deepEqual(await of({ capabilities: FULL }), [COPY]);
    assert.deepEqual(await of({ capabilities: EDITING, options: { commands: [COPY, ADD] } }), [RESTORE]);
    assert.equal(await of({ capabilities: EDITING, options: { commands: [COPY, RESTORE, ADD] } }), undefined);
  });

  test("give an article as clean text, and say where there is none", async () => {
    const client = await open();
    const { line, character } = client.find(URI, WORDS);
    const article = await execute<ArticleText>(client, COPY, URI, line, character);
    assert.equal(article.name, BRIDGE_HEADLINE);
    assert.equal(article.text.trim(), [BRIDGE_HEADLINE, ...BRIDGE].join("\n\n"));
    const empty = await connectInMemory({ capabilities: EDITING });
    await empty.open(URI, "\n\n");
    assert.equal(await execute(empty, COPY, URI, 0, 0), null);
    await empty.until(() => empty.shown.length > 0);
    assert.equal(empty.shown[0]?.message, "光标处没有文章");
  });

  test("move the headings of the page, or of an article, home by the editor's own edits", async () => {
    const { line, character } = (await open()).find(URI, WORDS);
    for (const place of [[URI], [URI, line, character]]) {
      const client = await open();
      const edits = asked(client);
      const { moved, left } = await execute<HeadlineMoves>(client, RESTORE, ...place);
      assert.deepEqual([moved, left, edits.length], [1, 0, 1]);
      const made = editsOf({ title: "", edit: edits[0]?.edit ?? {} }, URI);
      assert.equal(TextDocument.applyEdits(client.document(URI), made), HOME);
      await client.open(OTHER, HOME);
      const again = await execute<HeadlineMoves>(client, RESTORE, OTHER);
      assert.deepEqual([again.moved, edits.length], [0, 1]);
      await client.until(() => client.shown.some(({ message }) => message === "没有标题离开正文"));
    }
  });

  test("answer nothing where the editor did not make the edits, the page is not open, or there is no such command", async () => {
    const client = await open();
    const edits = asked(client, false);
    assert.equal(await execute(client, RESTORE, URI), null);
    assert.equal(edits.length, 1);
    for (const [command, ...given] of [[RESTORE, "file:///b.txt"], [RESTORE], [COPY, 1, 2], ["galley.none", URI]])
      assert.equal(await execute(client, String(command), ...given), null);
  });
});

describe("actions of an editor without commands of its own", () => {
  const actionsAt = (client: LspClient, words: string): Promise<CodeAction[]> => {
    const start = client.find(URI, words);
    return client.codeActions(URI, { start, end: start }, { triggerKind: 1 });
  };

  test("move all headings home, and put an article in a file of its own", async () => {
    const client = await open();
    const actions = await actionsAt(client, WORDS);
    const page = actions.find(({ kind }) => kind === "refactor.move.galley.page");
    assert.equal(page?.title, "把全页离开正文的 1 处标题、署名移回正文之前");
    const file = actions.find(({ kind }) => kind === "refactor.extract.galley.article");
    assert.equal(file?.title, `把《${BRIDGE_HEADLINE}》的清稿存为 a-2.md`);
    const [create, fill] = file?.edit?.documentChanges ?? [];
    assert.deepEqual(create, { kind: "create", uri: "file:///papers/a-2.md" });
    assert.ok(JSON.stringify(fill).includes(JSON.stringify(`# ${BRIDGE_HEADLINE}\n\n${BRIDGE[0]}`).slice(1, -1)));
  });

  test("are left to the menus of one that has them, and make no file where the editor can't", async () => {
    const own = await open({ options: { commands: [COPY, RESTORE, ADD] } });
    const kinds = (await actionsAt(own, WORDS)).map(({ kind }) => kind);
    assert.ok(!kinds.includes("refactor.move.galley.page") && !kinds.includes("refactor.extract.galley.article"));
    const plain = await open({ capabilities: FULL });
    assert.ok((await actionsAt(plain, WORDS)).every(({ kind }) => kind !== "refactor.extract.galley.article"));
  });
});

describe("names, by the server's own process", { timeout: 120_000 }, () => {
  let folder = "";
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "galley-execute-"));
    await mkdir(join(folder, "seeds"));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  test("are added to the lexicon by an action whose command the server runs", async () => {
    const folders = [pathToFileURL(folder).href];
    const client = await startServer({ capabilities: EDITING, folders, locale: "en" });
    const uri = pathToFileURL(join(folder, "seeds", "a.txt")).href;
    await client.open(uri, "　　本报讯 昨天，云溪县县长罗长庚到水库工地看望建设者。\n");
    const edits = asked(client);
    const start = client.find(uri, "罗长庚", 1);
    // Offered for what is known to be a name, which a hover finds out.
    await client.ask("textDocument/hover", uri, { position: start });
    const actions = await client.codeActions(uri, { start, end: start }, { triggerKind: 1 });
    const { command } = actions.find((action) => action.command?.command === ADD) ?? {};
    assert.equal(command?.title, "Add “罗长庚” to the house lexicon");
    const { command: id, arguments: given } = command as Command;
    const addition = await client.request<LexiconAddition>(EXECUTE, { command: id, arguments: given });
    assert.equal(addition.name, "罗长庚");
    const [create, fill] = edits[0]?.edit.documentChanges ?? [];
    const lexicon = pathToFileURL(join(folder, ".galley", "entities.yaml")).href;
    assert.deepEqual(create, { kind: "create", uri: lexicon, options: { ignoreIfExists: true } });
    assert.match(JSON.stringify(fill), /name: 罗长庚/);
    await client.until(() => client.shown.length > 0);
    assert.equal(
      client.shown[0]?.message,
      "“罗长庚” is added to .galley/entities.yaml; it holds as soon as that is saved",
    );
  });
});

describe("the language of messages", { timeout: 120_000 }, () => {
  const message = async (greeting: Greeting, language: string): Promise<string | undefined> =>
    told(await connectInMemory(greeting, { ...(language && { language }) }));
  const told = async (client: LspClient): Promise<string | undefined> => {
    await client.open(URI, "　　本报讯 昨天，云溪县新建水库，2月30日完工。\n");
    return String((await client.diagnostics(URI))[0]?.message);
  };

  test("is the client's, else that of the environment, else Chinese", async () => {
    const [zh, en] = [
      await message({ locale: "zh-cn" }, "en_GB.UTF-8"),
      await message({ locale: "en" }, "zh_CN.UTF-8"),
    ];
    assert.notEqual(zh, en);
    assert.equal(await message({}, "en_GB.UTF-8"), en);
    assert.equal(await message({}, "zh_CN.UTF-8"), zh);
    assert.equal(await message({}, ""), zh);
    assert.equal(await message({ options: { locale: "en" }, locale: "zh-cn" }, ""), en);
    assert.equal(await told(await startServer({}, program("main"), "stdio", "en_GB.UTF-8")), en, "its own process");
  });
});
