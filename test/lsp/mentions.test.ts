/** Hover, highlights and definition, on mentions that a test's own service finds. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { DefinitionLink, DocumentHighlight, Hover, Location } from "vscode-languageserver";
import { LSPErrorCodes } from "vscode-languageserver";
import { analyze } from "../../server/core/analyze.ts";
import type { Block } from "../../server/core/layout/index.ts";
import type { Mention } from "../../server/core/page/mention.ts";
import type { MentionService } from "../../server/workspace/mention-service.ts";
import { createPages } from "../../server/workspace/pages.ts";
import { connectInMemory, FULL, type LspClient } from "../support/lsp-client.ts";

const URI = "file:///a.txt";
/** A narrow column in which the wrap of the third line cuts a name. */
const PAGE = [
  "　　本报讯 县水利局",
  "局长苏禾田昨天到工地看",
  "望建设者。在工地上，苏",
  "禾田说，水库明年完工。",
  "",
  "　　苏禾田还看望了村民。",
  "",
].join("\n");

/** Finds each 苏禾田 in the joined text; the first one has a title. */
function findSu(text: string): Mention[] {
  const mentions: Mention[] = [];
  for (const block of analyze(text).blocks) {
    for (const { index: start, 0: name } of block.text.matchAll(/苏禾田/g)) {
      const role = mentions.length === 1 ? { role: "县水利局局长" } : {};
      const mention = { block: block.index, start, end: start + 3, type: "PER", text: name, entity: name } as const;
      mentions.push({ ...mention, ...role });
    }
  }
  return mentions;
}

/** A service on {@link findSu}; `gate` holds its answers back. */
function service(gate: Promise<void> = Promise.resolve()): MentionService {
  return {
    async mentions({ page }) {
      await gate;
      return findSu(page.text);
    },
    async card({ page }, offset) {
      await gate;
      const mention = findSu(page.text).find(({ block: home, start, end }) => {
        const block = analyze(page.text).blocks[home];
        const piece = block?.pieces.find((part) => part.page <= offset && offset <= part.page + part.length);
        const joined = piece ? piece.joined + offset - piece.page : -1;
        return start <= joined && joined <= end;
      });
      return mention && { mention, markdown: "**苏禾田** · 人物\n\n> 县水利局局长&nbsp;[去看](command:x)" };
    },
    known: () => undefined,
    forget: () => {},
    close: () => {},
  };
}

async function open(mentions = service(), greeting = {}): Promise<LspClient> {
  const client = await connectInMemory(greeting, { mentions });
  await client.open(URI, PAGE);
  return client;
}

const words = (client: LspClient, ranges: readonly { range: Location["range"] }[]): string[] =>
  ranges.map(({ range }) => client.document(URI).getText(range));

describe("hover", () => {
  test("shows the card over the part of the name that is under the pointer", async () => {
    const client = await open();
    for (const [at, part] of [
      ["，苏", "苏"],
      ["禾田说", "禾田"],
    ] as const) {
      const position = client.find(URI, at, 1);
      const hover = await client.ask<Hover>("textDocument/hover", URI, { position });
      assert.deepEqual(hover.contents, {
        kind: "markdown",
        value: "**苏禾田** · 人物\n\n> 县水利局局长&nbsp;[去看](command:x)",
      });
      assert.equal(hover.range && client.document(URI).getText(hover.range), part);
    }
  });

  test("is plain text for a client that shows no Markdown", async () => {
    const capabilities = { ...FULL, textDocument: { hover: { contentFormat: ["plaintext" as const] } } };
    const client = await open(service(), { capabilities });
    const hover = await client.ask<Hover>("textDocument/hover", URI, { position: client.find(URI, "苏禾田还", 1) });
    assert.deepEqual(hover.contents, { kind: "plaintext", value: "苏禾田 · 人物\n\n县水利局局长 去看" });
  });

  test("is nothing where there is no mention", async () => {
    const client = await open();
    const position = client.find(URI, "村民", 1);
    assert.equal(await client.ask("textDocument/hover", URI, { position }), null);
  });
});

describe("a mention's entity", () => {
  test("is highlighted wherever it stands, on both sides of a wrap", async () => {
    const client = await open();
    const position = client.find(URI, "禾田说", 1);
    const all = await client.ask<DocumentHighlight[]>("textDocument/documentHighlight", URI, { position });
    assert.deepEqual(words(client, all), ["苏禾田", "苏", "禾田", "苏禾田"]);
  });

  test("is defined where its title stands", async () => {
    const client = await open();
    const position = client.find(URI, "苏禾田还", 1);
    const [link] = await client.ask<DefinitionLink[]>("textDocument/definition", URI, { position });
    assert.equal(link?.targetUri, URI);
    assert.deepEqual(link.targetRange.start, client.find(URI, "苏\n"));
    assert.equal(link.originSelectionRange && client.document(URI).getText(link.originSelectionRange), "苏禾田");
  });

  test("is defined by a plain location for a client without links", async () => {
    const client = await open(service(), { capabilities: { textDocument: {} } });
    const position = client.find(URI, "苏禾田还", 1);
    const [place] = await client.ask<Location[]>("textDocument/definition", URI, { position });
    assert.deepEqual(Object.keys(place ?? {}).sort(), ["range", "uri"]);
  });
});

test("a heading that stands apart leads to its article", async () => {
  const pages = createPages((text, settings) => {
    const analysis = analyze(text, settings);
    const [heading, ...blocks] = analysis.blocks as [Block, ...Block[]];
    const [first, last] = [blocks[0], blocks.at(-1)];
    const span = { start: first?.start ?? 0, end: last?.end ?? 0 };
    const parts = { headline: heading, heading: [heading], named: [heading], bylines: [], detached: [heading] };
    return { ...analysis, articles: [{ ...span, index: 0, blocks, ...parts }] };
  });
  const client = await connectInMemory({}, { pages });
  await client.open(URI, `云溪水库建成\n\n${PAGE}`);
  const position = client.find(URI, "云溪", 1);
  const [link] = await client.ask<DefinitionLink[]>("textDocument/definition", URI, { position });
  assert.deepEqual(link?.originSelectionRange, { start: { line: 0, character: 0 }, end: { line: 0, character: 6 } });
  assert.deepEqual(link.targetRange.start, client.find(URI, "本报讯"));
});

describe("an answer that comes late", () => {
  test("is dropped when the page has changed", async () => {
    let release = (): void => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const client = await open(service(gate));
    const position = client.find(URI, "苏禾田还", 1);
    const late = client.ask("textDocument/hover", URI, { position }).catch(({ code }) => code);
    await client.edit(URI, { range: { start: position, end: position }, newText: "先生" });
    await client.diagnostics(URI);
    release();
    assert.equal(await late, LSPErrorCodes.ContentModified);
  });

  test("is dropped when the page was closed", async () => {
    let release = (): void => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const client = await open(service(gate));
    const late = client.ask("textDocument/documentHighlight", URI, { position: client.find(URI, "苏禾田还", 1) });
    await client.close(URI);
    await client.pull(URI);
    release();
    await assert.rejects(late, { code: LSPErrorCodes.ContentModified });
  });

  test("keeps nobody else waiting", async () => {
    const client = await open(service(new Promise(() => {})));
    void client.ask("textDocument/hover", URI, { position: client.find(URI, "苏禾田还", 1) });
    assert.ok(Array.isArray(await client.diagnostics(URI)));
  });
});

test("a service that fails leaves an empty answer and a line in the log", async () => {
  const errors: string[] = [];
  const log = { info: () => {}, warn: () => {}, error: (text: string) => void errors.push(text) };
  const mentions = { ...service(), card: async () => Promise.reject(new Error("dictionary on fire")) };
  const client = await connectInMemory({}, { mentions, log });
  await client.open(URI, PAGE);
  assert.equal(await client.ask("textDocument/hover", URI, { position: client.find(URI, "苏禾田", 1) }), null);
  assert.match(errors.join(), /textDocument\/hover.*dictionary on fire/);
});

describe("the house's lexicon", () => {
  const titlesAt = async (words: string, known: MentionService["known"]): Promise<string[]> => {
    const greeting = { options: { commands: ["galley.addToLexicon"] } };
    const client = await open({ ...service(new Promise(() => {})), known }, greeting);
    const start = client.find(URI, words, 1);
    const actions = await client.codeActions(URI, { start, end: start }, { triggerKind: 1 });
    return actions.map(({ title }) => title).filter((title) => title.includes("词库"));
  };

  test("is offered a name that is known to stand at the cursor, and nothing else", async () => {
    const known: MentionService["known"] = ({ text }) => findSu(text);
    assert.deepEqual(await titlesAt("苏", known), ["把“苏禾田”加入本社词库"]);
    assert.deepEqual(await titlesAt("，苏", () => undefined), []);
    assert.deepEqual(await titlesAt(PAGE.slice(0, 2), known), []);
  });
});
