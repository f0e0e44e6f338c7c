/** Whatever a client sends, the server answers, keeps every character and goes on. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { CancellationTokenSource, LSPErrorCodes, type TextEdit } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { type CleanPage, PAGE_STATUS, type PageStatus } from "../../server/protocol.ts";
import type { MentionService } from "../../server/workspace/mention-service.ts";
import { NO_MENTIONS } from "../support/idle-services.ts";
import { connectInMemory, type LspClient } from "../support/lsp-client.ts";
import { fixText } from "../support/short-cuts.ts";
import { startServer } from "./start-server.ts";

const URI = "file:///a.txt";
const options = { tabSize: 4, insertSpaces: true };

/** Every request that can be made of a page, at a place. */
const REQUESTS: readonly (readonly [string, (at: { line: number; character: number }) => object])[] = [
  ["textDocument/diagnostic", () => ({})],
  ["textDocument/codeAction", (at) => ({ range: { start: at, end: at }, context: { diagnostics: [] } })],
  ["textDocument/formatting", () => ({ options })],
  ["textDocument/rangeFormatting", (at) => ({ range: { start: at, end: at }, options })],
  ["textDocument/documentSymbol", () => ({})],
  ["textDocument/foldingRange", () => ({})],
  ["textDocument/selectionRange", (at) => ({ positions: [at] })],
  ["textDocument/hover", (at) => ({ position: at })],
  ["textDocument/documentHighlight", (at) => ({ position: at })],
  ["textDocument/definition", (at) => ({ position: at })],
  ["galley/cleanPage", () => ({})],
  ["galley/markedPage", () => ({})],
  ["galley/status", () => ({})],
];

async function askEverything(client: LspClient): Promise<void> {
  for (const at of [
    { line: 0, character: 0 },
    { line: 1, character: 3 },
    { line: 1_000_000, character: 1_000_000 },
  ]) {
    for (const [method, more] of REQUESTS) await client.ask(method, URI, more(at));
  }
}

const PAGES: Readonly<Record<string, string>> = {
  empty: "",
  "one line": "云溪县新建水库三座。",
  "blank lines": "\n\r\n \t\n\u3000\n",
  "a BOM": "\ufeff云溪县今年 6 月\n份新建水库三座。\n",
  CRLF: "云溪县今年6\r\n\r\n月份新建水库三座，\r\n\r\n工程进展顺利。\r\n",
  "lone CR": "云溪县今年6\r\r月份新建水库三座，\r\r工程进展顺利。\r",
  "mixed line breaks": "云溪县\r今年\n新建\r\n水库\n\r三座。",
  NUL: "云溪\0县今年\0\0新建水\n\n库三座。\n",
  "lone surrogates": "云溪\ud800县今年\udfff\n\n新建\udc00\ud800水库。\n",
  "astral characters": "𠮷田村今年 6 \n\n月份新建𠮷𠀋水\n\n库三座。\n",
  "other separators": "云溪\u2028县\u2029今\u0085年\u000b新\u000c建\u200b水\u00a0库。\n",
  "Latin text": "The quick brown fox\njumps over the lazy dog.\n",
  binary: String.fromCharCode(...Array.from({ length: 600 }, (_, i) => (i * 7919) % 256)),
};

describe("any page", () => {
  for (const [name, text] of Object.entries(PAGES)) {
    test(`is answered for, and formatted as fixText says: ${name}`, async () => {
      const errors: string[] = [];
      const log = { info: () => {}, warn: () => {}, error: (message: string) => void errors.push(message) };
      const client = await connectInMemory({}, { log });
      await client.open(URI, text, "plaintext");
      await askEverything(client);
      const edits = await client.ask<TextEdit[]>("textDocument/formatting", URI, { options });
      const fixed = fixText(text);
      assert.equal(TextDocument.applyEdits(client.document(URI), edits), fixed);
      const clean = await client.ask<CleanPage>("galley/cleanPage", URI);
      assert.deepEqual(clean, { version: 1, text: fixed });
      assert.deepEqual(errors, []);
    });
  }

  test("of a million characters is answered for", async () => {
    const client = await connectInMemory();
    const line = "云溪县今年新建水库三座，青川市的工程进展顺利。";
    await client.open(URI, `${line}\n\n`.repeat(Math.ceil(1_000_000 / line.length)));
    const status = await client.ask<PageStatus>(PAGE_STATUS, URI);
    assert.equal(status.version, 1);
    assert.equal((await client.pull(URI)).kind, "full");
  });
});

describe("a client that errs", () => {
  test("gets answers for pages that are not open", async () => {
    const client = await connectInMemory();
    for (const [method, more] of REQUESTS) await client.ask(method, URI, more({ line: 0, character: 0 }));
  });

  test("does not take the server down with parameters of the wrong shape", async () => {
    const server = await startServer();
    await server.open(URI, "云溪县新建水库三座。\n");
    for (const params of [{}, { textDocument: { uri: URI } }, { textDocument: { uri: 3 } }, { textDocument: null }]) {
      for (const [method] of REQUESTS) await server.request(method, params);
    }
    const strange = { line: -1, character: -5 };
    const range = { start: { line: 9, character: 9 }, end: strange };
    await server.codeActions(URI, range, { diagnostics: [{ range, message: "", code: "x", data: "y" }] });
    const send = (method: string, params: object): Promise<void> => server.connection.sendNotification(method, params);
    await send("textDocument/didChange", { textDocument: { uri: "file:///no", version: 2 }, contentChanges: [] });
    await send("textDocument/didChange", { textDocument: { uri: URI, version: 2 }, contentChanges: [{ nonsense: 1 }] });
    await send("textDocument/didOpen", {});
    await send("textDocument/didClose", { textDocument: { uri: "file:///no" } });
    await send("workspace/didChangeConfiguration", {});
    await send("galley/unheard", {});
    assert.ok(Array.isArray(await server.diagnostics(URI)));
    assert.ok(server.logged.length > 0, "the log says what was wrong");
    assert.equal(await server.stop(), 0);
  });

  test("cancels a request and gets told so", async () => {
    const card: MentionService["card"] = ({ token }) =>
      new Promise((resolve) => token.onCancellationRequested(() => resolve(undefined)));
    const client = await connectInMemory({}, { mentions: { ...NO_MENTIONS, card } });
    await client.open(URI, "云溪县");
    const source = new CancellationTokenSource();
    const params = { textDocument: { uri: URI }, position: { line: 0, character: 0 } };
    const answer = client.connection.sendRequest("textDocument/hover", params, source.token);
    await client.pull(URI);
    source.cancel();
    await assert.rejects(answer, { code: LSPErrorCodes.RequestCancelled });
  });
});
