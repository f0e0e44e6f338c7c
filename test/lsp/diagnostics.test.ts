/** Diagnostics: asked for and sent, of the version that is open, in the user's language. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Diagnostic, DocumentDiagnosticReport } from "vscode-languageserver";
import { connectInMemory, FULL, PUSHED } from "../support/lsp-client.ts";
import { markedPages } from "./marked.ts";

const URI = "file:///%E6%B8%85%E6%A0%B7/a.txt";
const PAGE = "云溪县今年　新建水库三座。\r\n\r\n青川市※的工程\u{20BB7}＃进展顺利。\r\n";
const codes = (items: readonly Diagnostic[]): unknown[] => items.map(({ code }) => code);

describe("diagnostics a client asks for", () => {
  test("stand where the findings stand, in Chinese by default", async () => {
    const client = await connectInMemory({}, { pages: markedPages() });
    await client.open(URI, PAGE);
    const items = await client.diagnostics(URI);
    assert.deepEqual(codes(items), ["stray-blank", "unpaired-mark", "repeated-character"]);
    assert.deepEqual(items[0]?.range, { start: { line: 0, character: 5 }, end: { line: 0, character: 6 } });
    assert.deepEqual(items[2]?.range, { start: { line: 2, character: 9 }, end: { line: 2, character: 10 } });
    assert.deepEqual(
      items.map(({ message, severity, source }) => [message, severity, source]),
      [
        ["多余的空格", 2, "galley"],
        ["标点不成对", 1, "galley"],
        ["字重复了", 3, "galley"],
      ],
    );
  });

  test("carry the fix with the version it is for, and the places that explain them", async () => {
    const client = await connectInMemory({}, { pages: markedPages() });
    await client.open(URI, PAGE);
    const [stray, unpaired] = await client.diagnostics(URI);
    assert.deepEqual(stray?.data, {
      version: 1,
      title: "删去空格",
      safety: "safe",
      edits: [{ range: stray?.range, newText: "" }],
    });
    assert.equal(unpaired?.data, undefined);
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
    assert.deepEqual(unpaired?.relatedInformation, [{ location: { uri: URI, range }, message: "从这里起" }]);
  });

  test("link to the documentation that the client or the host names", async () => {
    const host = await connectInMemory({}, { pages: markedPages(), ruleLink: (rule) => `https://example.org/${rule}` });
    await host.open(URI, PAGE);
    assert.equal((await host.diagnostics(URI))[0]?.codeDescription?.href, "https://example.org/stray-blank");
    const options = { ruleLink: "command:galley.explain?%5B%22{rule}%22%5D" };
    const own = await connectInMemory({ options }, { pages: markedPages() });
    await own.open(URI, PAGE);
    assert.equal(
      (await own.diagnostics(URI))[0]?.codeDescription?.href,
      "command:galley.explain?%5B%22stray-blank%22%5D",
    );
  });

  test("hold only what the client understands", async () => {
    const capabilities = { textDocument: { diagnostic: {} } };
    const client = await connectInMemory({ capabilities }, { pages: markedPages(), ruleLink: () => "x:y" });
    await client.open(URI, PAGE);
    for (const item of await client.diagnostics(URI)) {
      assert.deepEqual(Object.keys(item).sort(), ["code", "message", "range", "severity", "source"]);
    }
  });

  test("are said to be unchanged until the page or the settings change", async () => {
    const pages = markedPages();
    const client = await connectInMemory({}, { pages });
    await client.open(URI, PAGE);
    const first = await client.pull(URI);
    assert.deepEqual(await client.pull(URI, first.resultId), { kind: "unchanged", resultId: first.resultId });
    assert.equal(pages.analyses(), 1);
    await client.edit(URI, {
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      newText: "　",
    });
    const second = await client.pull(URI, first.resultId);
    assert.equal(second.kind === "full" && second.items.length, 4);
    await client.configure({ numberSpacing: "spaced" });
    await client.until(() => client.refreshes > 0);
    const third = await client.pull(URI, second.resultId);
    assert.deepEqual(third.kind === "full" && codes(third.items), ["unpaired-mark", "repeated-character"]);
  });

  test("of a page closed and opened again are not taken for the old ones", async () => {
    const client = await connectInMemory({}, { pages: markedPages() });
    await client.open(URI, PAGE);
    const before = await client.pull(URI);
    await client.close(URI);
    await client.open(URI, "云溪　县");
    const after = await client.pull(URI, before.resultId);
    assert.equal(after.kind === "full" && after.items.length, 1);
  });

  test("of a page that is not open are none, and the log says so", async () => {
    const warnings: string[] = [];
    const log = { info: () => {}, warn: (text: string) => void warnings.push(text), error: () => {} };
    const client = await connectInMemory({}, { log });
    assert.deepEqual(await client.pull("file:///nowhere.txt"), { kind: "full", items: [] });
    assert.match(warnings.join(), /nowhere/);
  });

  test("are as many as the setting says, those that need a person first, and the rest is counted at the top", async () => {
    const settings = { maxFindings: 10 };
    const client = await connectInMemory({ settings }, { pages: markedPages() });
    await client.open(URI, `${"云　\n".repeat(12)}${"※\n".repeat(3)}`);
    const [told, ...items] = await client.diagnostics(URI);
    assert.match(String(told?.message), /^另有 5 处问题没有列出（/);
    assert.deepEqual(told?.range.start, { line: 0, character: 0 });
    assert.deepEqual(
      items.map(({ range }) => range.start.line),
      [0, 1, 2, 3, 4, 5, 6, 12, 13, 14],
    );
  });

  test("speak English to a client that does", async () => {
    for (const greeting of [{ locale: "en-GB" }, { locale: "zh-cn", options: { locale: "en" } }]) {
      const client = await connectInMemory(greeting, { pages: markedPages() });
      await client.open(URI, PAGE);
      assert.equal((await client.diagnostics(URI))[0]?.message, "A stray blank");
    }
  });

  test("are not sent as well", async () => {
    const client = await connectInMemory({ capabilities: FULL }, { pages: markedPages() });
    await client.open(URI, PAGE);
    await client.diagnostics(URI);
    await client.close(URI);
    await client.pull(URI);
    assert.deepEqual(client.publications, []);
  });
});

describe("diagnostics a client is sent", () => {
  test("come with the page's version when it is opened, and are taken back when it is closed", async () => {
    const client = await connectInMemory({ capabilities: PUSHED }, { pages: markedPages() });
    assert.equal(client.server.capabilities.diagnosticProvider, undefined);
    await client.open(URI, PAGE);
    const sent = await client.published(({ version }) => version === 1);
    assert.equal(sent.uri, URI);
    assert.deepEqual(codes(sent.diagnostics), ["stray-blank", "unpaired-mark", "repeated-character"]);
    await client.close(URI);
    await client.published(({ diagnostics }) => diagnostics.length === 0);
  });

  test("are of the last version of a burst of edits, and cost one analysis", async () => {
    const pages = markedPages();
    const client = await connectInMemory({ capabilities: PUSHED }, { pages });
    await client.open(URI, PAGE);
    await client.published(({ version }) => version === 1);
    const before = pages.analyses();
    const start = { line: 0, character: 0 };
    const edits = Array.from({ length: 20 }, () => client.edit(URI, { range: { start, end: start }, newText: "　" }));
    await Promise.all(edits);
    const sent = await client.published(({ version }) => version === 21);
    assert.equal(sent.diagnostics.length, 23);
    const versions = client.publications.map(({ version }) => version ?? 0);
    assert.deepEqual(
      versions,
      [...versions].sort((a, b) => a - b),
    );
    assert.ok(pages.analyses() - before < 10, `${pages.analyses() - before} analyses for 20 edits`);
  });

  test("are sent again when the settings change", async () => {
    const client = await connectInMemory({ capabilities: PUSHED }, { pages: markedPages() });
    await client.open(URI, PAGE);
    await client.published(({ diagnostics }) => diagnostics.length === 3);
    await client.configure({ numberSpacing: "spaced" });
    await client.published(({ diagnostics }) => diagnostics.length === 2);
  });

  test("leave the version out where the client does not know it", async () => {
    const client = await connectInMemory({ capabilities: {} }, { pages: markedPages() });
    await client.open(URI, PAGE);
    const sent = await client.published(({ diagnostics }) => diagnostics.length === 3);
    assert.deepEqual(Object.keys(sent).sort(), ["diagnostics", "uri"]);
  });

  test("go to one page without touching another", async () => {
    const pages = markedPages();
    const client = await connectInMemory({ capabilities: PUSHED }, { pages });
    await client.open(URI, PAGE);
    await client.open("file:///b.txt", "青川　市");
    await client.published(({ uri }) => uri === "file:///b.txt");
    await client.edit(URI, {
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
      newText: "",
    });
    await client.published(({ version }) => version === 2);
    assert.equal(client.publications.filter(({ uri }) => uri === "file:///b.txt").length, 1);
    assert.equal(pages.analyses(), 3);
  });
});

test("a report belongs to the version that was open when it was asked for", async () => {
  const client = await connectInMemory({}, { pages: markedPages() });
  await client.open(URI, "云");
  await client.pull(URI);
  const reports: Promise<DocumentDiagnosticReport>[] = [];
  for (let i = 0; i < 10; i += 1) {
    const end = { line: 0, character: 0 };
    await client.edit(URI, { range: { start: end, end }, newText: "　" });
    reports.push(client.pull(URI));
  }
  const counts = (await Promise.all(reports)).map((report) => (report.kind === "full" ? report.items.length : -1));
  assert.deepEqual(counts, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
});
