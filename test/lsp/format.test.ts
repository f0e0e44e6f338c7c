/** Formatting: the safe fixes of the page, or of the blocks that a range touches. */

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Range, TextEdit } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { connectInMemory, type LspClient } from "../support/lsp-client.ts";
import { markedPages } from "./marked.ts";

const URI = "file:///a.txt";
const PAGE = "云溪县　今年　新建水库＃。\n\n青川市的　工程。\n\n全部　完工※。\n";
const options = { tabSize: 4, insertSpaces: true };

async function open(): Promise<LspClient> {
  const client = await connectInMemory({}, { pages: markedPages() });
  await client.open(URI, PAGE);
  return client;
}

async function formatRange(client: LspClient, range: Range): Promise<string> {
  const edits = await client.ask<TextEdit[]>("textDocument/rangeFormatting", URI, { range, options });
  return TextDocument.applyEdits(client.document(URI), edits);
}

test("a page is formatted by all its safe fixes", async () => {
  const client = await open();
  const edits = await client.ask<TextEdit[]>("textDocument/formatting", URI, { options });
  assert.equal(TextDocument.applyEdits(client.document(URI), edits), PAGE.replaceAll("　", ""));
});

test("a doubtful fix is left to the editor", async () => {
  const client = await connectInMemory({}, { pages: markedPages() });
  await client.open(URI, "云溪县　今年新建水库\t三座。\n");
  const whole = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };
  for (const method of ["textDocument/formatting", "textDocument/rangeFormatting"]) {
    const edits = await client.ask<TextEdit[]>(method, URI, { range: whole, options });
    assert.equal(TextDocument.applyEdits(client.document(URI), edits), "云溪县今年新建水库\t三座。\n", method);
  }
});

test("a range is formatted by the safe fixes of the blocks it touches", async () => {
  const client = await open();
  const second = PAGE.replace("的　工", "的工");
  const inside = { start: { line: 2, character: 3 }, end: { line: 2, character: 4 } };
  assert.equal(await formatRange(client, inside), second);
  const cursor = { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } };
  assert.equal(await formatRange(client, cursor), second);
  const twoBlocks = { start: { line: 2, character: 5 }, end: { line: 4, character: 1 } };
  assert.equal(await formatRange(client, twoBlocks), second.replace("部　完", "部完"));
});

test("a range on blank lines changes nothing", async () => {
  const client = await open();
  assert.equal(await formatRange(client, { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } }), PAGE);
});

test("what would lose a character is refused, with a message that an editor shows", async () => {
  const client = await connectInMemory({}, { pages: markedPages() });
  await client.open(URI, "云溪县✂今年　新建水库。\n");
  const whole = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };
  for (const [method, params] of [
    ["textDocument/formatting", { options }],
    ["textDocument/rangeFormatting", { range: whole, options }],
    ["galley/cleanPage", {}],
    ["galley/markedPage", {}],
  ] as const) {
    await assert.rejects(client.ask(method, URI, params), /没有修改/, method);
  }
});
