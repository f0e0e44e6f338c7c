/** What the server offers for each article: a lens above it, its clean text, its heading brought home, the page to be read. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  CodeActionTriggerKind,
  type CodeLens,
  type DefinitionLink,
  type DocumentLink,
  type TextEdit,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { ArticleText, HeadlineMoves, PageStatus, ReadPage } from "../../server/protocol.ts";
import { BRIDGE, BRIDGE_HEADLINE, TEA, TEA_HEADLINE } from "../core/articles/stock.ts";
import { connectInMemory, editsOf, FULL, type LspClient } from "../support/lsp-client.ts";

const URI = "file:///papers/yunxi-1-front.txt";
const COMMANDS = ["galley.copyArticle", "galley.restoreHeadlines", "galley.showPlace", "galley.showFindings"];
const BYLINE = "□ 本报记者 苏南星";
/** The bridge's headline opens the page; its article comes behind the tea. */
const PAGE = `${[BRIDGE_HEADLINE, TEA_HEADLINE, ...TEA, ...BRIDGE, BYLINE, "（下转第二版）"].join("\n\n")}\n`;
const HOME = `${[TEA_HEADLINE, ...TEA, BRIDGE_HEADLINE, BYLINE, ...BRIDGE, "（下转第二版）"].join("\n\n")}\n`;

async function open(text = PAGE, greeting = {}, world = {}): Promise<LspClient> {
  const client = await connectInMemory({ options: { commands: COMMANDS }, ...greeting }, world);
  await client.open(URI, text);
  return client;
}

const lenses = (client: LspClient): Promise<CodeLens[]> => client.ask("textDocument/codeLens", URI);
const titles = (all: readonly CodeLens[]): string[] => all.map(({ command }) => command?.title ?? "");
const ids = (all: readonly CodeLens[]): string[] => all.map(({ command }) => command?.command ?? "");

describe("the lenses above an article", () => {
  test("say how long it is and what is wrong with it, and lead to its headline and to what can be done", async () => {
    const client = await open();
    const all = await lenses(client);
    const start = client.find(URI, BRIDGE[0]?.slice(0, 8) ?? "");
    const bridge = all.filter(({ range }) => range.start.line === start.line);
    assert.deepEqual(ids(bridge), [COMMANDS[3], COMMANDS[2], COMMANDS[1], COMMANDS[0]]);
    const length = BRIDGE.join("").replace(/\s/g, "").length;
    assert.deepEqual(titles(bridge), [
      `${length} 字 · ${BRIDGE.length} 段 · 2 处要看`,
      "标题在第 1 行",
      "移回标题",
      "复制全文",
    ]);
    assert.deepEqual(bridge[1]?.command?.arguments, [URI, 0, 0]);
    assert.deepEqual(bridge[3]?.command?.arguments, [URI, start.line, start.character]);
    const tea = all.filter(({ range }) => range.start.line === 2);
    assert.match(titles(tea)[0] ?? "", /段$/);
    assert.deepEqual(ids(tea), [COMMANDS[3], COMMANDS[0]]);
  });

  test("say at the top what a key will mend and what needs a person", async () => {
    const client = await open(`${PAGE}\n全县有 16 个乡镇。\n`, {
      options: { commands: [...COMMANDS, "galley.fixAll"] },
    });
    const top = (await lenses(client)).filter(({ range }) => range.start.line === 0);
    assert.deepEqual(
      top.map(({ command }) => [command?.title, command?.command]),
      [
        ["1 处可一键修好", "galley.fixAll"],
        ["2 处要看", "galley.showFindings"],
      ],
    );
    const { fixable, needPerson, byRule } = await client.ask<PageStatus>("galley/status", URI);
    assert.deepEqual([fixable, needPerson], [1, 2]);
    assert.deepEqual(byRule[0], { rule: "detached-headline", title: "标题离开正文", needPerson: true, count: 2 });
  });

  test("name no command that the client does not run", async () => {
    const all = await lenses(await open(PAGE, { options: {}, locale: "en" }));
    assert.ok(all.every(({ command }) => command?.command === ""));
    const [top, ...articles] = titles(all);
    assert.equal(top, "2 to decide");
    assert.equal(articles.length, 2);
    assert.ok(articles.every((title) => /characters · \d+ paragraphs/.test(title)));
  });

  test("go and come with the setting, and the client is told to look anew", async () => {
    const capabilities = { ...FULL, workspace: { ...FULL.workspace, codeLens: { refreshSupport: true } } };
    const client = await open(PAGE, { capabilities });
    let ring = (): void => {};
    client.connection.onRequest("workspace/codeLens/refresh", () => {
      ring();
      return null;
    });
    const configured = async (settings: unknown): Promise<CodeLens[]> => {
      const told = new Promise<void>((resolve) => {
        ring = resolve;
      });
      await client.configure(settings);
      await told;
      return lenses(client);
    };
    assert.ok((await lenses(client)).length > 0);
    assert.deepEqual(await configured({ codeLens: false }), []);
    assert.ok((await configured({ codeLens: true })).length > 0);
    assert.deepEqual(client.shown, []);
  });
});

describe("the article at the cursor", () => {
  const article = (client: LspClient, words: string): Promise<ArticleText | null> =>
    client.ask("galley/article", URI, { position: client.find(URI, words) });

  test("is clean text with heading and byline, wherever in it the cursor is, its far headline included", async () => {
    const client = await open();
    const wanted = `${[BRIDGE_HEADLINE, BYLINE.slice(2), ...BRIDGE].join("\n\n")}\n`;
    for (const words of [BRIDGE_HEADLINE, BRIDGE[0] ?? "", BRIDGE[2] ?? "", BYLINE]) {
      const found = await article(client, words);
      assert.equal(found?.text, wanted, words);
      assert.equal(found?.name, BRIDGE_HEADLINE);
    }
    assert.match((await article(client, TEA[1] ?? ""))?.text ?? "", new RegExp(`^${TEA_HEADLINE}\n\n`));
  });

  test("is none where no article is", async () => {
    const client = await open("第3版\n");
    assert.equal(await article(client, "版"), null);
  });

  test("keeps the page's line breaks", async () => {
    const client = await open(PAGE.replaceAll("\n", "\r\n"));
    assert.match((await article(client, TEA[1] ?? ""))?.text ?? "", /^[^\r\n]+\r\n\r\n[^\r\n]/);
  });
});

describe("headings brought home", () => {
  const apply = (client: LspClient, edits: readonly TextEdit[]): string =>
    TextDocument.applyEdits(client.document(URI), [...edits]);

  test("of the page, of one article, and none the second time", async () => {
    const client = await open();
    const all = await client.ask<HeadlineMoves>("galley/restoreHeadlines", URI);
    assert.deepEqual([all.moved, all.left], [2, 0]);
    assert.equal(apply(client, all.edits as TextEdit[]), HOME);
    const position = client.find(URI, BRIDGE[1] ?? "");
    const one = await client.ask<HeadlineMoves>("galley/restoreHeadlines", URI, { position });
    assert.deepEqual(one, all);
    const tea = await client.ask<HeadlineMoves>("galley/restoreHeadlines", URI, {
      position: { line: 4, character: 0 },
    });
    assert.deepEqual([tea.moved, tea.left, tea.edits], [0, 0, []]);
    const again = await open(HOME);
    assert.deepEqual((await again.ask<HeadlineMoves>("galley/restoreHeadlines", URI)).edits, []);
  });

  test("are code actions of a kind of their own, which no fix-all and no save includes", async () => {
    const client = await open();
    const start = client.find(URI, BRIDGE[1] ?? "");
    const range = { start, end: start };
    const [article] = await client.codeActions(URI, range, { only: ["refactor.move.galley.article"] });
    assert.equal(article?.title, `把《${BRIDGE_HEADLINE}》的标题移回正文之前`);
    assert.equal(apply(client, article ? editsOf(article, URI) : []), HOME);
    const both = await client.codeActions(URI, range, { only: ["refactor"] });
    assert.deepEqual(
      both.map(({ kind }) => kind),
      ["refactor.move.galley.article", "refactor.move.galley.page"],
    );
    const invoked = await client.codeActions(URI, range, { triggerKind: CodeActionTriggerKind.Invoked });
    assert.ok(invoked.some(({ kind }) => kind === "refactor.move.galley.article"));
    for (const context of [
      { only: ["source.fixAll"] },
      { only: ["source"] },
      { only: ["quickfix"] },
      { triggerKind: CodeActionTriggerKind.Automatic },
    ]) {
      const actions = await client.codeActions(URI, range, context);
      assert.ok(!actions.some(({ kind }) => kind?.startsWith("refactor")));
    }
  });
});

describe("links", () => {
  const links = (client: LspClient): Promise<DocumentLink[]> => client.ask("textDocument/documentLink", URI);
  const beside = (...names: string[]) => ({
    neighbours: {
      beside: async () => names.map((name) => `file:///papers/${encodeURIComponent(name)}`),
      read: async () => undefined,
    },
  });

  test("lead from a far heading to its article, and from a jump line to the page it names", async () => {
    const client = await open(PAGE, {}, beside("yunxi-1-front.txt", "yunxi-2-要闻.txt"));
    const [headline, byline, jump, ...others] = await links(client);
    assert.deepEqual(others, []);
    assert.equal(client.document(URI).getText(headline?.range), BRIDGE_HEADLINE);
    const line = client.find(URI, BRIDGE[0] ?? "").line + 1;
    assert.equal(headline?.target, `${URI}#L${line}`);
    assert.equal(headline?.tooltip, `到它的文章（第 ${line} 行）`);
    assert.equal(client.document(URI).getText(byline?.range), BYLINE);
    assert.equal(byline?.target, headline?.target);
    assert.equal(client.document(URI).getText(jump?.range), "下转第二版");
    assert.equal(jump?.target, `file:///papers/${encodeURIComponent("yunxi-2-要闻.txt")}`);
    assert.equal(jump?.tooltip, "打开 yunxi-2-要闻.txt");
  });

  test("are not made up where the folder has no such page, or the page is no file", async () => {
    assert.equal((await links(await open(HOME, {}, beside("yunxi-1-front.txt", "yunxi-3-要闻.txt")))).length, 0);
    assert.deepEqual(await links(await open(HOME)), []);
  });
});

describe("go to definition", () => {
  test("leads from a far headline to its article and back", async () => {
    const client = await open();
    const target = async (words: string): Promise<string> => {
      const links = await client.ask<DefinitionLink[]>("textDocument/definition", URI, {
        position: client.find(URI, words, 2),
      });
      return links[0] ? client.document(URI).getText(links[0].targetRange) : "";
    };
    assert.equal(await target(BRIDGE_HEADLINE), BRIDGE[0]);
    assert.equal(await target(BRIDGE[0] ?? ""), BRIDGE_HEADLINE);
    const none = client.ask("textDocument/definition", URI, { position: client.find(URI, TEA[0] ?? "", 2) });
    assert.equal(await none, null);
  });
});

describe("the page to be read", () => {
  test("has a table by its rows and a poem by its stanzas, where they begin", async () => {
    const client = await open("今日菜价\n\n品种 单位 今日价 涨跌\n\n香蕉 元 42.46 +31.48\n\n黄瓜 元 15.00 -11.73\n");
    const { articles } = await client.ask<ReadPage>("galley/readPage", URI);
    assert.deepEqual(articles[0]?.body, [
      {
        kind: "table",
        text: "品种\t单位\t今日价\t涨跌\n香蕉\t元\t42.46\t+31.48\n黄瓜\t元\t15.00\t-11.73",
        line: 2,
        character: 0,
        rows: [
          ["品种", "单位", "今日价", "涨跌"],
          ["香蕉", "元", "42.46", "+31.48"],
          ["黄瓜", "元", "15.00", "-11.73"],
        ],
        header: true,
      },
    ]);
    const poem = await open("登鹳雀楼\n\n白日依山尽，黄河入海流。\n欲穷千里目，更上一层楼。\n");
    const [verse] = (await poem.ask<ReadPage>("galley/readPage", URI)).articles[0]?.body ?? [];
    assert.deepEqual(verse?.kind === "verse" && [verse.line, verse.stanzas], [
      2,
      [["白日依山尽，黄河入海流。", "欲穷千里目，更上一层楼。"]],
    ]);
  });

  test("has each article whole, and each line's place in the source", async () => {
    const text = `第1版\n\n${PAGE}`;
    const client = await open(text);
    const { articles, folio, version } = await client.ask<ReadPage>("galley/readPage", URI);
    assert.equal(version, 1);
    assert.deepEqual(folio, ["第1版"]);
    assert.equal(articles.length, 2);
    const bridge = articles[1];
    assert.deepEqual(bridge?.heading, [{ kind: "headline", text: BRIDGE_HEADLINE, line: 2, character: 0 }]);
    assert.deepEqual(
      bridge?.bylines.map((line) => line.text),
      [BYLINE],
    );
    assert.deepEqual(
      bridge?.body.map((line) => line.text),
      [...BRIDGE],
    );
    for (const { heading, body, bylines } of articles) {
      for (const line of [...heading, ...body, ...bylines]) {
        const offset = client.document(URI).offsetAt(line);
        assert.equal(text.slice(offset, offset + 6), line.text.slice(0, 6));
      }
    }
  });

  test("is empty where the page is", async () => {
    const { articles, folio } = await (await open("")).ask<ReadPage>("galley/readPage", URI);
    assert.deepEqual([articles, folio], [[], []]);
  });
});
