/** References, tokens, hints and symbols, on names that a test's own services find. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { InlayHint, Location, SemanticTokens } from "vscode-languageserver";
import { analyze } from "../../server/core/analyze.ts";
import type { Mention } from "../../server/core/mentions/types.ts";
import type { MentionService } from "../../server/lsp/mentions.ts";
import { NO_MENTIONS } from "../../server/lsp/mentions.ts";
import { type NameService, NO_NAMES } from "../../server/lsp/names.ts";
import { ENTITY_TOKENS } from "../../server/protocol.ts";
import { connectInMemory, type LspClient } from "../support/lsp-client.ts";

const URI = "file:///a.txt";
const OTHER = "file:///b.txt";
/** A narrow column in which the wrap of the third line cuts a name. */
const PAGE = [
  "　　本报讯 8月15日，县水利",
  "局局长苏禾田到工地看望",
  "建设者。在工地上，苏",
  "禾田说，“苏禾田方案”可行。",
  "",
].join("\n");

const NAMES: readonly [RegExp, Partial<Mention> & Pick<Mention, "type">][] = [
  [/“[^”]+”/g, { type: "TERM" }],
  [/苏禾田/g, { type: "PER", role: "县水利局局长" }],
  [/县水利局/g, { type: "ORG" }],
  [/8月15日/g, { type: "DATE", value: { kind: "date", edtf: "2022-08-15" } }],
];

function found(text: string): Mention[] {
  return analyze(text).blocks.flatMap((block) =>
    NAMES.flatMap(([pattern, given]) =>
      [...block.text.matchAll(pattern)].map(({ index: start, 0: name }) => {
        const span = { block: block.index, start, end: start + name.length };
        return { ...span, text: name, entity: name, ...given } as Mention;
      }),
    ),
  );
}

const mentions: MentionService = { ...NO_MENTIONS, mentions: async ({ page }) => found(page.text) };

async function open(names: Partial<NameService> = {}, settings: unknown = {}): Promise<LspClient> {
  const client = await connectInMemory(
    { settings, options: { settings } },
    { mentions, names: { ...NO_NAMES, ...names } },
  );
  await client.open(URI, PAGE);
  return client;
}

describe("references", () => {
  test("are all mentions on open pages, one range each, the page asked about first", async () => {
    const client = await open();
    await client.open("file:///0.txt", "苏禾田来信。\n");
    const position = client.find(URI, "局长苏", 3);
    const all = await client.ask<Location[]>("textDocument/references", URI, { position, context: {} });
    assert.deepEqual(
      all.map(({ uri, range }) => [uri, client.document(uri).getText(range)]),
      [
        [URI, "苏禾田"],
        [URI, "苏\n禾田"],
        [URI, "苏禾田"],
        ["file:///0.txt", "苏禾田"],
      ],
    );
  });

  test("come from the index for pages that are not open, and the lexicon's entry where it is asked for", async () => {
    const asked: unknown[] = [];
    const client = await open({
      async references(key) {
        asked.push([key.type, key.entity]);
        return [
          { uri: URI, place: [90, 0, 90, 3] },
          { uri: OTHER, place: [4, 1, 4, 4] },
        ];
      },
      entry: async () => ({ uri: "file:///.galley/entities.yaml", place: [2, 10, 2, 13] }),
    });
    const position = client.find(URI, "局长苏", 3);
    const context = { includeDeclaration: true };
    const all = await client.ask<Location[]>("textDocument/references", URI, { position, context });
    assert.deepEqual(asked, [["PER", "苏禾田"]]);
    assert.deepEqual(
      all.map(({ uri, range }) => [uri, range.start.line]),
      [
        ["file:///.galley/entities.yaml", 2],
        [URI, 1],
        [URI, 2],
        [URI, 3],
        [OTHER, 4],
      ],
    );
  });

  test("are nothing where there is no mention", async () => {
    const client = await open();
    const position = client.find(URI, "建设者", 1);
    assert.equal(await client.ask("textDocument/references", URI, { position, context: {} }), null);
  });
});

test("definition goes to the lexicon's entry where there is one", async () => {
  const client = await open({ entry: async () => ({ uri: "file:///.galley/entities.yaml", place: [2, 10, 2, 13] }) });
  const position = client.find(URI, "局长苏", 3);
  const [link] = await client.ask<{ targetUri: string }[]>("textDocument/definition", URI, { position });
  assert.equal(link?.targetUri, "file:///.galley/entities.yaml");
});

describe("semantic tokens", () => {
  const colours = async (client: LspClient, method: string, more = {}): Promise<string[]> => {
    const { data } = await client.ask<SemanticTokens>(method, URI, more);
    const words: string[] = [];
    let [line, character] = [0, 0];
    for (let i = 0; i < data.length; i += 5) {
      const [down = 0, right = 0, length = 0, kind = 0] = data.slice(i, i + 4);
      character = down > 0 ? right : character + right;
      line += down;
      const range = { start: { line, character }, end: { line, character: character + length } };
      words.push(`${ENTITY_TOKENS[kind]} ${client.document(URI).getText(range)}`);
    }
    return words;
  };

  test("colour entities by kind, line by line, names inside terms over them", async () => {
    const client = await open();
    assert.deepEqual(await colours(client, "textDocument/semanticTokens/full"), [
      "date 8月15日",
      "organisation 县水利",
      "organisation 局",
      "person 苏禾田",
      "person 苏",
      "person 禾田",
      "term “",
      "person 苏禾田",
      "term 方案”",
    ]);
    const range = { start: { line: 1, character: 0 }, end: { line: 2, character: 0 } };
    assert.deepEqual(await colours(client, "textDocument/semanticTokens/range", { range }), [
      "organisation 局",
      "person 苏禾田",
    ]);
  });

  test("can be turned off", async () => {
    const client = await open({}, { semanticTokens: false });
    assert.deepEqual(await colours(client, "textDocument/semanticTokens/full"), []);
  });
});

describe("inlay hints", () => {
  const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };

  test("are off by default", async () => {
    assert.deepEqual(await (await open()).ask("textDocument/inlayHint", URI, { range }), []);
  });

  test("show a date's normal form behind it", async () => {
    const client = await open({}, { inlayHints: { dates: true } });
    const hints = await client.ask<InlayHint[]>("textDocument/inlayHint", URI, { range });
    assert.deepEqual(
      hints.map(({ label, position }) => [label, position]),
      [["2022-08-15", client.find(URI, "日，", 1)]],
    );
  });
});

test("a switch that is not true or false is named, and its default holds", async () => {
  const client = await open({}, { semanticTokens: "yes" });
  await client.until(() => client.shown.length > 0);
  assert.match(client.shown[0]?.message ?? "", /galley\.semanticTokens/);
});
