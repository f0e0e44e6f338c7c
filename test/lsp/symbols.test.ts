/** The outline, nested or flat, and valid for VS Code on every page. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type DocumentSymbol, type SymbolInformation, SymbolKind } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { analyze } from "../../server/core/analyze.ts";
import { connectInMemory, type LspClient } from "../support/lsp-client.ts";
import { randomPage } from "../support/typesetter/index.ts";

const URI = "file:///a.txt";

async function open(text: string, greeting = {}): Promise<LspClient> {
  const client = await connectInMemory(greeting);
  await client.open(URI, text);
  return client;
}

const symbolsOf = <T>(client: LspClient): Promise<T[]> => client.ask("textDocument/documentSymbol", URI);

/** What VS Code demands: names, selections inside ranges, siblings in order and apart, children inside their parent. */
function check(document: TextDocument, symbols: readonly DocumentSymbol[], from: number, to: number): void {
  let last = from;
  for (const { name, range, selectionRange, children = [] } of symbols) {
    assert.notEqual(name, "");
    const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
    assert.ok(last <= start && start <= end && end <= to);
    assert.ok(start <= document.offsetAt(selectionRange.start) && document.offsetAt(selectionRange.end) <= end);
    assert.equal(selectionRange.start.line, selectionRange.end.line);
    check(document, children, start, end);
    last = end;
  }
}

describe("the outline", () => {
  test("is valid for VS Code, one symbol an article, on typeset pages and their remains", async () => {
    for (const seed of [1, 2, 3, 4]) {
      const { text } = randomPage(seed);
      for (const page of [text, text.slice(text.length >> 1), text.replaceAll("\n", "\r\n"), "", "。", "\n \n"]) {
        const client = await open(page);
        const symbols = await symbolsOf<DocumentSymbol>(client);
        check(client.document(URI), symbols, 0, page.length);
        assert.equal(symbols.length, analyze(page).articles.length);
      }
    }
  });

  test("names an article without a headline by its first words, in the user's language", async () => {
    const page = "　　本报讯　云溪县的水库昨天建成，今后两岸的田地都能灌溉。\n";
    const [zh] = await symbolsOf<DocumentSymbol>(await open(page));
    assert.match(zh?.name ?? "", /^（无标题）云溪县的水库/);
    const [en] = await symbolsOf<DocumentSymbol>(await open(page, { locale: "en" }));
    assert.match(en?.name ?? "", /^\(no headline\) 云溪县的水库/);
  });

  test("lists crossheads and captions, and paragraphs only where the setting says so", async () => {
    const { text } = randomPage(2, { articles: [4, 6] });
    const kinds = (symbols: readonly DocumentSymbol[]): SymbolKind[] =>
      symbols.flatMap(({ kind, children = [] }) => [kind, ...kinds(children)]);
    const shown = async (paragraphs?: boolean): Promise<Set<SymbolKind>> => {
      const settings = paragraphs === undefined ? {} : { outline: { paragraphs } };
      return new Set(kinds(await symbolsOf<DocumentSymbol>(await open(text, { settings, options: { settings } }))));
    };
    const [initially, without, all] = [await shown(), await shown(false), await shown(true)];
    assert.deepEqual(initially, without);
    assert.ok(initially.has(SymbolKind.File) && initially.has(SymbolKind.Module));
    assert.ok(!initially.has(SymbolKind.String) && all.has(SymbolKind.String));
  });

  test("is flat for a client that knows no hierarchy", async () => {
    const { text } = randomPage(1);
    const nested = await symbolsOf<DocumentSymbol>(await open(text));
    const flat = await symbolsOf<SymbolInformation>(await open(text, { capabilities: {} }));
    const names = (symbols: readonly DocumentSymbol[]): string[] =>
      symbols.flatMap(({ name, children = [] }) => [name, ...names(children)]);
    assert.deepEqual(
      flat.map(({ name }) => name),
      names(nested),
    );
    assert.ok(flat.every(({ location }) => location.uri === URI));
    const inside = flat.filter(({ containerName }) => containerName !== undefined);
    assert.equal(flat.length - inside.length, nested.length);
  });
});
