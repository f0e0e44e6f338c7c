/** A page edited step by step is the page: what is said of it is what a fresh server says of its text. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { CodeAction, Diagnostic, TextEdit } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { connectInMemory, editsOf, type LspClient } from "../support/lsp-client.ts";
import { fixText } from "../support/short-cuts.ts";
import { DIALECTS, type Random, randomFrom, randomPage } from "../support/typesetter/index.ts";
import { startServer } from "./start-server.ts";

const URI = "file:///a.txt";
const options = { tabSize: 4, insertSpaces: true };

/** What is typed, pasted and deleted; each piece alone or cut out of its pair does harm to a careless server. */
const PIECES = [
  "",
  "",
  "云",
  "\n",
  "\r\n",
  "\r",
  "\n\n",
  " ",
  "\u3000",
  "6",
  "日",
  "\u{20BB7}",
  "\ufeff",
  "⽉",
  "。",
  "　　",
];

/** A random edit of the page as it is; its ends may fall anywhere, between the halves of a pair too. */
function randomEdit(document: TextDocument, random: Random): TextEdit {
  const { length } = document.getText();
  const start = random.int(0, length);
  const end = Math.min(length, start + random.int(0, 3) * random.int(0, 3));
  const newText = random.pick(PIECES);
  return { range: { start: document.positionAt(start), end: document.positionAt(end) }, newText };
}

/** The diagnostics without the version they carry and without links, which only a server in its package has. */
function withoutVersion(items: readonly Diagnostic[]): unknown[] {
  return items.map(({ data, codeDescription: _, ...rest }) => ({ ...rest, edits: data?.edits }));
}

async function saidAfresh(text: string): Promise<unknown[]> {
  const fresh = await connectInMemory();
  await fresh.open(URI, text);
  return withoutVersion(await fresh.diagnostics(URI));
}

describe("edits", () => {
  for (const seed of [1, 2, 3]) {
    test(`in any sequence leave what a fresh server says (seed ${seed})`, async () => {
      const random = randomFrom(seed);
      const client = await connectInMemory();
      await client.open(URI, randomPage(seed).text.slice(0, 1500));
      for (let step = 0; step < 40; step += 1) {
        await client.edit(URI, randomEdit(client.document(URI), random));
        if (step % 8 !== 7) continue;
        const text = client.document(URI).getText();
        assert.deepEqual(withoutVersion(await client.diagnostics(URI)), await saidAfresh(text));
        assert.equal((await client.ask<{ text: string }>("galley/cleanPage", URI)).text, fixText(text));
      }
    });
  }

  test("several in one message build upon each other", async () => {
    const client = await connectInMemory();
    await client.open(URI, "云溪县\r\n青川市\r\n");
    const end = client.document(URI).positionAt(5);
    const first = { line: 0, character: 0 };
    await client.edit(
      URI,
      { range: { start: first, end }, newText: "\u{20BB7}" },
      { range: { start: first, end: first }, newText: "在" },
    );
    const { text } = await client.ask<{ text: string }>("galley/cleanPage", URI);
    assert.equal(text, fixText(client.document(URI).getText()));
  });
});

describe("the server's edits", () => {
  const eols = { LF: "\n", CRLF: "\r\n", CR: "\r" };
  for (const [name, eol] of Object.entries(eols)) {
    test(`turn the page into its fixed text, character by character (${name}, BOM, astral characters)`, async () => {
      for (const dialect of DIALECTS) {
        const set = randomPage(5, { dialect }).text;
        const text = `\ufeff${set.replaceAll("\n", eol).replace("县", "\u{20BB7}县")}`;
        const client = await connectInMemory();
        await client.open(URI, text);
        const fixed = fixText(text);
        const edits = await client.ask<TextEdit[]>("textDocument/formatting", URI, { options });
        assert.equal(TextDocument.applyEdits(client.document(URI), edits), fixed);
        const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
        const [all] = await client.codeActions(URI, range, { only: ["source.fixAll"] });
        assert.equal(all ? TextDocument.applyEdits(client.document(URI), editsOf(all, URI)) : text, fixed);
        const again = await connectInMemory();
        await again.open(URI, fixed);
        assert.deepEqual(await again.ask("textDocument/formatting", URI, { options }), []);
      }
    });
  }

  test("mend a page one quick fix after another, each on the version before", async () => {
    const client = await connectInMemory();
    const text = randomPage(7).text.slice(0, 600);
    await client.open(URI, text);
    const isSafe = ({ data }: Diagnostic): boolean => data?.safety === "safe";
    for (let left = await safeOnes(client, isSafe); left.length > 0; left = await safeOnes(client, isSafe)) {
      const [first] = left as [Diagnostic];
      const [action] = await client.codeActions(URI, first.range, { diagnostics: [first], only: ["quickfix"] });
      await client.edit(URI, ...backToFront(client, action));
      const now = (await safeOnes(client, isSafe)).length;
      assert.ok(now < left.length + 1, "a fix does not add findings without end");
    }
    assert.equal(client.document(URI).getText().replace(/\s+/g, ""), fixText(text).replace(/\s+/g, ""));
  });
});

async function safeOnes(client: LspClient, isSafe: (item: Diagnostic) => boolean): Promise<Diagnostic[]> {
  return (await client.diagnostics(URI)).filter(isSafe);
}

/** The edits of one action all speak of the same version, so the last place is edited first. */
function backToFront(client: LspClient, action: CodeAction | undefined): TextEdit[] {
  assert.ok(action);
  const document = client.document(URI);
  return editsOf(action, URI).sort((a, b) => document.offsetAt(b.range.start) - document.offsetAt(a.range.start));
}

test("a server's process says what one in memory says", async () => {
  const { text } = randomPage(9);
  const server = await startServer();
  await server.open(URI, text);
  assert.deepEqual(withoutVersion(await server.diagnostics(URI)), await saidAfresh(text));
  assert.equal(await server.stop(), 0);
});
