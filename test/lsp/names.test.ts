/** References, tokens, hints and symbols, on names that a test's own services find. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  type InlayHint,
  type Location,
  type ProgressToken,
  type SemanticTokens,
  type SymbolInformation,
  SymbolKind,
} from "vscode-languageserver";
import type { Mention } from "../../server/core/page/mention.ts";
import { ENTITY_TOKENS, HEADING_TOKENS } from "../../server/protocol.ts";
import type { MentionService } from "../../server/workspace/mention-service.ts";
import { type IndexPlan, type IndexProgress, type NameService, NO_NAMES } from "../../server/workspace/name-service.ts";
import { eventually } from "../support/eventually.ts";
import { NO_MENTIONS } from "../support/idle-services.ts";
import { connectInMemory, FULL, type LspClient } from "../support/lsp-client.ts";
import { found, mentions, open, PAGE, URI } from "../support/named-page.ts";

const OTHER = "file:///b.txt";

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

describe("hover", () => {
  const card = { markdown: "**苏禾田**\n\n本页 3 处" };
  const hoverText = async (names: Partial<NameService>, commands: readonly string[]): Promise<string> => {
    const service: MentionService = {
      ...mentions,
      card: async ({ page }) => ({ ...card, mention: found(page.text).find(({ type }) => type === "PER") as Mention }),
    };
    const client = await connectInMemory(
      { options: { commands } },
      { mentions: service, names: { ...NO_NAMES, ...names } },
    );
    await client.open(URI, PAGE);
    const position = client.find(URI, "局长苏", 3);
    const hover = await client.ask<{ contents: { value: string } }>("textDocument/hover", URI, { position });
    return hover.contents.value.replace(card.markdown, "");
  };
  const references = async () => [{ uri: OTHER, place: [4, 1, 4, 4] as const }];

  test("counts the other pages, and links what can be done with the name", async () => {
    assert.equal(await hoverText({}, []), "");
    assert.equal(await hoverText({ references }, []), " · 其他 1 版 1 处");
    const commands = ["galley.findReferences", "galley.addToLexicon"];
    const linked = await hoverText({ references }, commands);
    assert.match(linked, /^ · 其他 1 版 1 处 · \[全部引用\]\(command:[^()]*\) · \[加入本社词库\]\(command:[^()]*\)$/);
    const query = /addToLexicon\?([^)]*)/.exec(linked)?.[1] ?? "";
    assert.deepEqual(JSON.parse(decodeURIComponent(query)), [URI, 1, 4]);
    const entry = async () => ({ uri: "file:///.galley/entities.yaml", place: [2, 10, 2, 13] as const });
    assert.doesNotMatch(await hoverText({ references, entry }, commands), /加入本社词库/);
  });
});

describe("semantic tokens", () => {
  const colours = async (client: LspClient, method: string, more = {}): Promise<string[]> => {
    const { data } = await client.ask<SemanticTokens>(method, URI, more);
    const words: string[] = [];
    let [line, character] = [0, 0];
    for (let i = 0; i < data.length; i += 5) {
      const [down = 0, right = 0, length = 0, kind = 0, isInHeading] = data.slice(i, i + 5);
      character = down > 0 ? right : character + right;
      line += down;
      const range = { start: { line, character }, end: { line, character: character + length } };
      const type = [...ENTITY_TOKENS, ...HEADING_TOKENS][kind];
      words.push(`${type}${isInHeading ? " in a heading" : ""} ${client.document(URI).getText(range)}`);
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

  test("set headings and bylines as such, names over them", async () => {
    const kicker = "水利工程传来捷报：";
    const text = "水库昨天上午建成，两岸的田地从此都能灌溉，村民们不再为用水发愁。".repeat(3);
    const page = [kicker, "苏禾田来信", "——水库工地见闻", "□ 本报记者 苏禾田", text, "两岸的新貌", text, text];
    const client = await connectInMemory({}, { mentions });
    await client.open(URI, `${page.join("\n\n")}\n`);
    assert.deepEqual(await colours(client, "textDocument/semanticTokens/full"), [
      `kicker ${kicker}`,
      "person in a heading 苏禾田",
      "headline 来信",
      "deck ——水库工地见闻",
      "byline □ 本报记者 ",
      "person 苏禾田",
      "crosshead 两岸的新貌",
    ]);
  });

  test("leave what is only likely a name plain", async () => {
    const guessed = (text: string): Mention[] =>
      found(text).map((mention) => (mention.type === "PER" ? { ...mention, likely: true } : mention));
    const service: MentionService = { ...mentions, mentions: async ({ page }) => guessed(page.text) };
    const client = await connectInMemory({}, { mentions: service });
    await client.open(URI, PAGE);
    const shown = await colours(client, "textDocument/semanticTokens/full");
    assert.ok(shown.some((one) => one.startsWith("organisation")));
    assert.deepEqual(
      shown.filter((one) => one.startsWith("person")),
      [],
    );
  });

  test("can be turned off", async () => {
    const client = await open({}, { semanticTokens: false });
    assert.deepEqual(await colours(client, "textDocument/semanticTokens/full"), []);
  });
});

test("inlay hints repeat no year that is written out", async () => {
  const settings = { inlayHints: { dates: true } };
  const year = (text: string): Mention[] =>
    text.startsWith("2024")
      ? [
          {
            block: 0,
            start: 0,
            end: 6,
            type: "DATE",
            text: "2024 年",
            entity: "2024",
            value: { kind: "date", edtf: "2024" },
          },
        ]
      : found(text);
  const service: MentionService = { ...NO_MENTIONS, mentions: async ({ page }) => year(page.text) };
  const client = await connectInMemory({ settings, options: { settings } }, { mentions: service });
  await client.open(URI, "2024 年建成。\n");
  const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
  assert.deepEqual(await client.ask("textDocument/inlayHint", URI, { range }), []);
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

describe("symbols of the workspace", () => {
  test("are headlines and names, of open pages as they are now and of others as indexed", async () => {
    const client = await open({
      symbols: async () => [
        { name: "苏禾田", kind: "PER", uri: URI, place: [90, 0, 90, 3] },
        { name: "苏禾田来信", kind: "headline", uri: OTHER, place: [4, 1, 4, 6] },
      ],
    });
    const found = await client.request<SymbolInformation[]>("workspace/symbol", { query: "苏禾" });
    assert.deepEqual(
      found.map(({ name, kind, containerName, location }) => [
        name,
        kind,
        containerName,
        location.uri,
        location.range.start.line,
      ]),
      [
        ["苏禾田", SymbolKind.Object, "县水利局局长", URI, 1],
        ["苏禾田来信", SymbolKind.File, undefined, OTHER, 4],
        ["“苏禾田方案”", SymbolKind.String, undefined, URI, 3],
      ],
    );
  });
});

test("symbols of pages that are not open stand before those of open ones where they match better", async () => {
  const client = await open({ symbols: async () => [{ name: "方案", kind: "TERM", uri: OTHER, place: [4, 1, 4, 3] }] });
  const found = await client.request<SymbolInformation[]>("workspace/symbol", { query: "方案" });
  assert.deepEqual(
    found.map(({ name }) => name),
    ["方案", "“苏禾田方案”"],
  );
});

describe("the index", () => {
  const index = { pages: ["**/seeds/**/*.txt"], storage: "/somewhere" };

  test("is started over the workspace's folders, shows its progress, and can be stopped", async () => {
    let plan: IndexPlan | undefined;
    let report = (_: IndexProgress): void => {};
    let stopped = 0;
    const names: NameService = {
      ...NO_NAMES,
      index(wanted, onProgress) {
        plan = wanted;
        report = onProgress;
      },
      stopIndexing() {
        stopped += 1;
      },
    };
    const capabilities = { ...FULL, window: { workDoneProgress: true } };
    const client = await connectInMemory(
      { capabilities, folders: ["file:///w"], options: { index } },
      { mentions, names },
    );
    const tokens: ProgressToken[] = [];
    const kinds: string[] = [];
    client.connection.onRequest("window/workDoneProgress/create", ({ token }: { token: ProgressToken }) => {
      tokens.push(token);
      return null;
    });
    client.connection.onNotification(
      "$/progress",
      ({ value }: { value: { kind: string } }) => void kinds.push(value.kind),
    );
    // Settings are asked for first, by which its pages are checked.
    await eventually(() => plan);
    assert.deepEqual(plan, { folders: ["file:///w"], ...index });
    report({ done: 1, of: 3 });
    for (let done = 1; done <= 50; done += 1) report({ done, of: 100 });
    await eventually(() => kinds.includes("report"));
    assert.equal(tokens.length, 1, "a few pages are not worth a bar");
    await client.connection.sendNotification("window/workDoneProgress/cancel", { token: tokens[0] });
    await eventually(() => stopped > 0);
    report({ done: 0, of: 0 });
    await eventually(() => kinds.includes("end"));
  });

  test("is not made where it is turned off, where there is no folder, or where the client has not asked for it", async () => {
    let started = 0;
    const count = (): void => {
      started += 1;
    };
    const names: NameService = { ...NO_NAMES, index: count };
    for (const greeting of [
      { options: { index, settings: { index: false } }, folders: ["file:///w"] },
      { options: { index } },
      { folders: ["file:///w"] },
    ]) {
      const client = await connectInMemory(greeting, { mentions, names });
      await client.diagnostics("file:///none");
    }
    assert.equal(started, 0);
  });
});
