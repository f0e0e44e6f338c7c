/** What a client may do wrong by the protocol: messages out of order, without parts, or never answered. */

import assert from "node:assert/strict";
import { describe, mock, test } from "node:test";
import { ErrorCodes, type InitializeParams, type InitializeResult, type TextEdit } from "vscode-languageserver";
import { type CleanPage, ISSUE, PAGE_STATUS, type PageStatus, TOOL } from "../../server/protocol.ts";
import { NO_HOUSE } from "../../server/workspace/house.ts";
import { connectInMemory, connectionInMemory, FULL, initialize, type LspClient } from "../support/lsp-client.ts";

const URI = "file:///a.txt";
const PAGE = "云溪县今年 6 \n\n月份新建水库三座。\n";
const FIXED = "云溪县今年6月份新建水库三座。\n";
const GREETING = { processId: null, rootUri: null, capabilities: {} };

/** Every request that the server answers. */
const METHODS = [
  ...["diagnostic", "codeAction", "formatting", "rangeFormatting", "documentSymbol", "foldingRange", "selectionRange"],
  ...["hover", "documentHighlight", "definition", "references", "prepareRename", "rename", "semanticTokens/full"],
  ...["semanticTokens/range", "inlayHint", "documentLink", "codeLens"],
].map((name) => `textDocument/${name}`);
const OTHERS = [
  ISSUE,
  TOOL,
  PAGE_STATUS,
  "galley/cleanPage",
  "galley/cleanText",
  "galley/encoding",
  "workspace/symbol",
];

describe("a request", () => {
  test("without parameters, with a list of them or with parts of other kinds is answered, and the next one as well", async () => {
    const client = await connectInMemory();
    await client.open(URI, PAGE);
    for (const method of [...METHODS, ...OTHERS, "workspace/executeCommand", "codeAction/resolve"]) {
      await client.connection.sendRequest(method);
      for (const params of [[1, 2], { textDocument: null }, { text: 5, tool: 4, uri: 3, arguments: 7, data: 2 }])
        await client.request(method, params);
    }
    const clean = await client.ask<CleanPage>("galley/cleanPage", URI);
    assert.equal(clean.text, FIXED);
  });

  test("before the greeting is refused, and so is another greeting, and whatever comes after the farewell", async () => {
    const connection = connectionInMemory();
    connection.listen();
    const status = () => connection.sendRequest(PAGE_STATUS, { textDocument: { uri: URI } });
    await assert.rejects(status(), { code: ErrorCodes.ServerNotInitialized });
    await connection.sendRequest("initialize", GREETING);
    assert.equal(await status(), null);
    await assert.rejects(connection.sendRequest("initialize", GREETING), { code: ErrorCodes.InvalidRequest });
    await connection.sendRequest("shutdown");
    await assert.rejects(status(), { code: ErrorCodes.InvalidRequest });
    assert.equal(await connection.sendRequest("shutdown"), null);
  });

  test("about a place that no page has is answered", async () => {
    const client = await connectInMemory();
    await client.open(URI, `${PAGE}𠮷田村\r\n`);
    const parts = [-1, 1e9, 2 ** 31, 1e308, 0.5, null, "x", 1];
    for (const part of parts)
      for (const at of [
        { line: part, character: 1 },
        { line: 2, character: part },
      ]) {
        const place = { position: at, positions: [at], range: { start: at, end: { line: 0, character: 0 } } };
        for (const method of METHODS)
          await client
            .ask(method, URI, { ...place, context: { diagnostics: [] }, options: {} })
            .catch((error) => assert.match(String(error), /没有认出|No name/, method));
      }
  });
});

describe("a greeting", () => {
  for (const [what, params] of Object.entries({
    "of the wrong shape": {
      processId: "x",
      capabilities: 5,
      workspaceFolders: "a",
      initializationOptions: [3],
      locale: 7,
    },
    "with nothing in its parts": {
      capabilities: { textDocument: null, workspace: [], window: 3 },
      workspaceFolders: [null, 3, {}],
      initializationOptions: { settings: null, index: 7, commands: {}, ruleLink: {}, locale: [] },
    },
    "with lists that are none": {
      rootUri: 5,
      capabilities: {
        textDocument: { codeAction: { resolveSupport: {}, dataSupport: true }, hover: { contentFormat: 3 } },
        workspace: { workspaceEdit: { resourceOperations: 5 }, symbol: null },
      },
    },
  }))
    test(`${what} is answered, and pages are served`, async () => {
      const connection = connectionInMemory();
      connection.listen();
      const { capabilities } = await connection.sendRequest<InitializeResult>(
        "initialize",
        params as unknown as InitializeParams,
      );
      assert.ok(capabilities.textDocumentSync);
      await connection.sendNotification("initialized", {});
      await connection.sendNotification("textDocument/didOpen", {
        textDocument: { uri: URI, languageId: "newspaper", version: 1, text: PAGE },
      });
      const status = await connection.sendRequest<PageStatus>(PAGE_STATUS, { textDocument: { uri: URI } });
      assert.ok(status.fixable > 0);
      await connection.sendRequest("shutdown");
    });
});

describe("an edit", () => {
  const changed = (client: LspClient, version: number, contentChanges: unknown) =>
    client.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri: URI, version },
      contentChanges,
    });
  const format = (client: LspClient) => client.ask<TextEdit[] | null>("textDocument/formatting", URI, { options: {} });
  const whole = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };

  for (const [what, changes] of Object.entries({
    "without a text": [{ range: whole }],
    "of a number": [{ text: 5 }],
    "at no place": [{ range: { start: { line: "x" }, end: { line: 0, character: 0 } }, text: "" }],
    "before the page": [{ range: { start: { line: -1, character: 0 }, end: whole.end }, text: "" }],
    "that is no list": "云溪",
    "of which one part is wrong": [{ range: whole, text: "青" }, { nonsense: 1 }],
  }))
    test(`${what} leaves no page, so nothing is fixed by a text that the editor does not show, until the whole text comes`, async () => {
      const client = await connectInMemory();
      await client.open(URI, PAGE);
      assert.ok((await format(client))?.length);
      await changed(client, 2, changes);
      await changed(client, 3, [{ range: whole, text: "青" }]);
      assert.equal(await format(client), null);
      assert.equal(await client.ask(PAGE_STATUS, URI), null);
      await changed(client, 4, [{ text: PAGE }]);
      assert.deepEqual(await client.ask("galley/cleanPage", URI), { version: 4, text: FIXED });
    });

  test("out of order is one of no page: before it is opened, after it is closed; opened twice, it is as it was opened last", async () => {
    const client = await connectInMemory();
    await changed(client, 2, [{ text: "x" }]);
    assert.equal(await client.ask(PAGE_STATUS, URI), null);
    await client.open(URI, "青川市\n");
    await client.open(URI, PAGE);
    assert.deepEqual(await client.ask("galley/cleanPage", URI), { version: 1, text: FIXED });
    await changed(client, -3, [{ text: "版本倒退。\n" }]);
    assert.deepEqual(await client.ask("galley/cleanPage", URI), { version: -3, text: "版本倒退。\n" });
    await client.close(URI);
    await client.close(URI);
    await changed(client, 3, [{ text: "x" }]);
    assert.equal(await client.ask(PAGE_STATUS, URI), null);
    await client.connection.sendNotification("textDocument/didOpen", { textDocument: { uri: URI, text: 5 } });
    assert.equal(await client.ask(PAGE_STATUS, URI), null);
  });

  test("of any other notification, whatever it has, takes nobody down", async () => {
    const client = await connectInMemory({ capabilities: { ...FULL, workspace: { workspaceFolders: true } } });
    await client.open(URI, PAGE);
    const send = (method: string, params?: object) => client.connection.sendNotification(method, params);
    for (const method of ["didChangeWatchedFiles", "didChangeConfiguration", "didChangeWorkspaceFolders"]) {
      await send(`workspace/${method}`);
      for (const part of [null, 5, [null, { uri: 5 }], { galley: { rules: [], maxFindings: "x" } }, { added: 4 }])
        await send(`workspace/${method}`, { changes: part, settings: part, event: part ?? {} });
    }
    for (const params of [undefined, {}, { id: "unheard" }]) await send("$/cancelRequest", params);
    assert.equal((await client.ask<PageStatus>(PAGE_STATUS, URI)).version, 1);
  });
});

describe("a client that never answers", () => {
  test("has its pages read by what is known after three seconds, and by what it says when it says it", async () => {
    mock.timers.enable({ apis: ["setTimeout"] });
    try {
      const connection = connectionInMemory();
      let answer = (_: unknown): void => {};
      let asked = (): void => {};
      const isAsked = new Promise<void>((resolve) => {
        asked = resolve;
      });
      const client = await initialize(connection, { options: { settings: { rules: { "spaced-number": "off" } } } });
      connection.onRequest("workspace/configuration", () => {
        asked();
        return new Promise((resolve) => {
          answer = resolve;
        });
      });
      await client.open(URI, "全县投入 2.5亿元，修路3 公里。\n");
      const first = client.diagnostics(URI);
      await isAsked;
      mock.timers.tick(3000);
      const rules = async () => (await client.diagnostics(URI)).map(({ code }) => code);
      assert.ok(!(await first).some(({ code }) => code === "spaced-number"));
      const { refreshes } = client;
      answer([{ rules: { "spaced-number": "error" } }]);
      await client.until(() => client.refreshes > refreshes);
      assert.ok((await rules()).includes("spaced-number"));
    } finally {
      mock.timers.reset();
    }
  });

  test("is asked to look again once, however often something changes, and once more when it has answered", async () => {
    const client = await connectInMemory();
    await client.open(URI, PAGE);
    await client.diagnostics(URI);
    const answers: (() => void)[] = [];
    client.connection.onRequest("workspace/diagnostic/refresh", () => {
      client.refreshes += 1;
      return new Promise((resolve) => answers.push(() => resolve(null)));
    });
    for (let n = 0; n < 40; n += 1) {
      await client.configure({ rules: { "spaced-number": n % 2 === 0 ? "error" : "off" } });
      await client.diagnostics(URI);
    }
    assert.equal(client.refreshes, 1);
    while (client.refreshes < 2) {
      answers.shift()?.();
      await client.diagnostics(URI);
    }
    assert.equal(client.refreshes, 2);
  });
});

describe("a storm", () => {
  test("of a thousand requests that are all cancelled leaves each answered", async () => {
    const client = await connectInMemory();
    await client.open(URI, PAGE);
    const { connection } = client;
    const asked = Array.from({ length: 1000 }, () => client.ask(PAGE_STATUS, URI).catch(() => "cancelled"));
    for (let id = 0; id < 3000; id += 1) void connection.sendNotification("$/cancelRequest", { id });
    assert.equal((await Promise.all(asked)).length, 1000);
    assert.equal((await client.ask<PageStatus>(PAGE_STATUS, URI)).version, 1);
  });

  test("of documents, all of them asked about at once, leaves each answered, and an edit in one waits for no other", async () => {
    const client = await connectInMemory();
    const others = Array.from({ length: 299 }, (_, n) => `file:///f${n % 30}/${n}.txt`);
    for (const uri of [URI, ...others]) await client.open(uri, PAGE);
    const texts = others.map((uri) => client.ask<CleanPage>("galley/cleanPage", uri));
    const start = { line: 0, character: 0 };
    await client.edit(URI, { range: { start, end: start }, newText: "新" });
    for (const { text } of await Promise.all(texts)) assert.equal(text, FIXED);
    assert.deepEqual(await client.ask("galley/cleanPage", URI), { version: 2, text: `新${FIXED}` });
  });

  test("of files, folders and settings leaves the server answering", async () => {
    const folders = { ...FULL.workspace, workspaceFolders: true };
    const client = await connectInMemory({ capabilities: { ...FULL, workspace: folders } }, { house: NO_HOUSE });
    await client.open(URI, PAGE);
    const changes = Array.from({ length: 10_000 }, (_, n) => ({ uri: `file:///w/${n}.txt`, type: (n % 3) + 1 }));
    await client.connection.sendNotification("workspace/didChangeWatchedFiles", { changes });
    for (let n = 0; n < 200; n += 1) {
      const folder = [{ uri: `file:///f${n}`, name: "" }];
      const event = { added: folder, removed: n % 2 === 0 ? [] : folder };
      void client.connection.sendNotification("workspace/didChangeWorkspaceFolders", { event });
      void client.configure({ maxFindings: n + 1 });
    }
    assert.deepEqual(await client.ask("galley/cleanPage", URI), { version: 1, text: FIXED });
  });
});
