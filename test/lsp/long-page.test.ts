/** A long page in the server: nobody waits for it, it can be given up, and what comes is that of the newest version. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  CancellationTokenSource,
  type Diagnostic,
  type DocumentDiagnosticReport,
  LSPErrorCodes,
  type TextEdit,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { analyze } from "../../server/core/analyze.ts";
import { fixText } from "../../server/core/fix/whole-page.ts";
import { needsPerson } from "../../server/core/page/finding.ts";
import { DEFAULT_SETTINGS } from "../../server/core/page/settings.ts";
import { positionsOf } from "../../server/core/text/positions.ts";
import { longText } from "../support/long-text.ts";
import { connectInMemory, FULL } from "../support/lsp-client.ts";

const URI = "file:///long.txt";
const TEXT = longText(45_000);
const SHORT = "file:///short.txt";
const OPTIONS = { tabSize: 2, insertSpaces: true };

/** As many findings as may be listed, those that need a person before the others, each in its place; the first diagnostic tells how many more there are. */
function assertShown(diagnostics: readonly Diagnostic[], text: string): void {
  const { findings, page } = analyze(text);
  const at = positionsOf(page);
  const most = DEFAULT_SETTINGS.maxFindings;
  const persons = findings.filter(needsPerson).slice(0, most);
  const others = findings.filter((finding) => !needsPerson(finding)).slice(0, most - persons.length);
  const first = findings.filter((finding) => persons.includes(finding) || others.includes(finding));
  assert.ok(persons.length > 0 && others.length > 0 && first.length < findings.length);
  assert.deepEqual(
    diagnostics.slice(1).map(({ code, range }) => ({ code, range })),
    first.map((finding) => ({ code: finding.rule, range: at.range(finding) })),
  );
  assert.match(String(diagnostics[0]?.message), new RegExp(`\\b${findings.length - first.length}\\b`, "u"));
}

describe("a long page", () => {
  test("has the first findings as diagnostics, and the others counted", async () => {
    const client = await connectInMemory();
    await client.open(URI, TEXT);
    assertShown(await client.diagnostics(URI), TEXT);
  });

  test("keeps nobody waiting: a short page that is opened after it is answered first", async () => {
    const client = await connectInMemory();
    await client.open(URI, TEXT);
    await client.open(SHORT, "云溪县　今年　新建水库三座座。\n");
    const answered: string[] = [];
    const ask = async (uri: string): Promise<void> => {
      await client.diagnostics(uri);
      answered.push(uri);
    };
    await Promise.all([ask(URI), ask(SHORT)]);
    assert.deepEqual(answered, [SHORT, URI]);
  });

  test("is answered for its newest version alone", async () => {
    const client = await connectInMemory();
    await client.open(URI, TEXT);
    const stale = client.ask<DocumentDiagnosticReport>("textDocument/diagnostic", URI);
    const rejected = assert.rejects(stale, { code: LSPErrorCodes.ContentModified });
    const start = { line: 0, character: 0 };
    await client.edit(URI, { range: { start, end: start }, newText: "云溪县\n" });
    await rejected;
    assertShown(await client.diagnostics(URI), `云溪县\n${TEXT}`);
  });

  test("is formatted as the command line fixes it", async () => {
    const client = await connectInMemory();
    await client.open(URI, TEXT);
    const edits = await client.ask<TextEdit[]>("textDocument/formatting", URI, { options: OPTIONS });
    assert.deepEqual({ value: TextDocument.applyEdits(client.document(URI), edits) }, fixText(TEXT, DEFAULT_SETTINGS));
  });

  test("is given up where formatting is cancelled", async () => {
    const client = await connectInMemory({ capabilities: { ...FULL, window: { workDoneProgress: true } } });
    await client.open(URI, TEXT);
    await client.diagnostics(URI);
    const source = new CancellationTokenSource();
    const work = client.connection.sendRequest(
      "textDocument/formatting",
      { textDocument: { uri: URI }, options: OPTIONS },
      source.token,
    );
    source.cancel();
    await assert.rejects(work, { code: LSPErrorCodes.RequestCancelled });
  });
});
