/** A name renamed over an issue: on open pages and on closed ones, wraps and blanks inside it kept, each place to be confirmed. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { ClientCapabilities, Range, TextDocumentEdit, TextEdit, WorkspaceEdit } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { applyEdits } from "../../server/core/text/text.ts";
import { packed } from "../../server/workspace/entity-places.ts";
import { NO_NAMES } from "../../server/workspace/name-service.ts";
import { renamedIn } from "../../server/workspace/renamed.ts";
import { connectInMemory, FULL, type LspClient } from "../support/lsp-client.ts";
import { mentions, PAGE, URI } from "../support/named-page.ts";

const CLOSED = "file:///closed.txt";
const CLOSED_TEXT = "　　本报讯 苏禾\n田来了。\n";
const PLACE = packed({ start: { line: 0, character: 6 }, end: { line: 1, character: 1 } });
const CONFIRMING: ClientCapabilities = {
  ...FULL,
  textDocument: { ...FULL.textDocument, rename: { prepareSupport: true } },
  workspace: { ...FULL.workspace, workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} } },
};

/** A window in which {@link PAGE} is open, and another page of the index is not. */
async function window(capabilities = CONFIRMING, closed = CLOSED_TEXT): Promise<LspClient> {
  const neighbours = { beside: async () => [], read: async () => closed };
  const names = { ...NO_NAMES, references: async () => [CLOSED, URI].map((uri) => ({ uri, place: PLACE })) };
  const client = await connectInMemory({ capabilities }, { mentions, names, neighbours });
  await client.open(URI, PAGE);
  return client;
}

function renamed(client: LspClient, newName: string, word = "苏禾田"): Promise<WorkspaceEdit> {
  return client.ask("textDocument/rename", URI, { position: client.find(URI, word), newName });
}

function edited(text: string, edits: readonly TextEdit[]): string {
  return TextDocument.applyEdits(TextDocument.create("x", "newspaper", 0, text), [...edits]);
}

describe("a name is renamed", () => {
  test("on the open page and on the closed one, each place to be confirmed", async () => {
    const edit = await renamed(await window(), " 苏禾天 ");
    const [here, there, ...more] = edit.documentChanges as TextDocumentEdit[];
    assert.ok(here && there && more.length === 0);
    assert.deepEqual(here.textDocument, { uri: URI, version: 1 });
    assert.deepEqual(there.textDocument, { uri: CLOSED, version: null });
    assert.equal(edited(PAGE, here.edits as TextEdit[]), PAGE.replaceAll("田", "天"));
    assert.equal(edited(CLOSED_TEXT, there.edits as TextEdit[]), CLOSED_TEXT.replace("田", "天"));
    const [[id, annotation] = [], ...others] = Object.entries(edit.changeAnnotations ?? {});
    assert.equal(others.length, 0);
    assert.equal(annotation?.needsConfirmation, true);
    assert.match(annotation.label, /苏禾田.*苏禾天/);
    for (const change of [...here.edits, ...there.edits])
      assert.equal("annotationId" in change && change.annotationId, id);
  });

  test("without annotations where the client has none, and without versions where it takes none", async () => {
    const edit = await renamed(await window(FULL), "苏禾天");
    assert.equal(edit.changeAnnotations, undefined);
    assert.ok(edit.documentChanges);
    const plain = await renamed(await window({ ...FULL, workspace: {} }), "苏禾天");
    assert.deepEqual(Object.keys(plain.changes ?? {}), [URI, CLOSED]);
  });

  test("not where a closed page says something else by now", async () => {
    const edit = await renamed(await window(CONFIRMING, "　　本报讯 方文来了。\n"), "苏禾天");
    assert.deepEqual(
      (edit.documentChanges as TextDocumentEdit[]).map(({ textDocument }) => textDocument.uri),
      [URI],
    );
  });

  test("once on an open page, whose address client and index write in two ways", async () => {
    const [theirs, ours] = ["file:///c%3A/a%281%29.txt", "file:///c:/a(1).txt"];
    const names = { ...NO_NAMES, references: async () => [{ uri: ours, place: PLACE }] };
    const neighbours = { beside: async () => [], read: async () => CLOSED_TEXT };
    const client = await connectInMemory({ capabilities: CONFIRMING }, { mentions, names, neighbours });
    await client.open(theirs, PAGE);
    const edit = await client.ask<WorkspaceEdit>("textDocument/rename", theirs, {
      position: client.find(theirs, "苏禾田"),
      newName: "苏禾天",
    });
    assert.deepEqual(
      (edit.documentChanges as TextDocumentEdit[]).map(({ textDocument }) => textDocument.uri),
      [theirs],
    );
  });

  test("only where one is recognised, and to something", async () => {
    const client = await window();
    await assert.rejects(renamed(client, "苏禾天", "建设者"), /没有认出名称/);
    await assert.rejects(renamed(client, "　"), /新的名称/);
  });
});

test("what can be renamed is a name, of one that a wrap cuts the part under the cursor", async () => {
  const client = await window();
  const asked = (word: string): Promise<{ range: Range; placeholder: string } | null> =>
    client.ask("textDocument/prepareRename", URI, { position: client.find(URI, word) });
  const found = await asked("苏禾田");
  assert.equal(found?.placeholder, "苏禾田");
  assert.equal(client.document(URI).getText(found.range), "苏禾田");
  const cut = await asked("禾田说");
  assert.equal(cut?.placeholder, "苏禾田");
  assert.equal(client.document(URI).getText(cut.range), "禾田");
  assert.equal(await asked("建设者"), null);
});

describe("the edits of a broken name", () => {
  const changed = (text: string, from: string, to: string): string =>
    applyEdits(text, renamedIn(text, { start: 0, end: text.length }, { from, to }));

  test("keep its wraps and blanks", () => {
    assert.equal(changed("苏禾田", "苏禾田", "方文"), "方文");
    assert.equal(changed("苏\n禾田", "苏禾田", "苏禾天"), "苏\n禾天");
    assert.equal(changed("王　强", "王强", "汪强"), "汪　强");
    assert.equal(changed("苏禾\n\n田", "苏禾田", "方文"), "方文\n\n");
    assert.equal(changed("方\n文", "方文", "苏禾田"), "苏\n禾田");
    assert.equal(changed("青川市云\n溪县", "云溪县", "云岫县"), "青川市云\n岫县");
    assert.equal(changed("𠮷\n禾", "𠮷禾", "𠮷田"), "𠮷\n田");
    assert.equal(changed("方文", "苏禾田", "苏禾天"), "方文");
  });
});
