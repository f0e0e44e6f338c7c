/** Folding and the selection that grows from sentence to page. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { FoldingRange, Position, SelectionRange } from "vscode-languageserver";
import { analyze } from "../../server/core/analyze.ts";
import type { Block } from "../../server/core/layout/types.ts";
import { connectInMemory, FULL, type LspClient } from "../support/lsp-client.ts";
import { randomPage } from "../support/typesetter/index.ts";

const URI = "file:///a.txt";

async function open(text: string, greeting = {}): Promise<LspClient> {
  const client = await connectInMemory(greeting);
  await client.open(URI, text);
  return client;
}

describe("folding", () => {
  test("is by article and by paragraph, each fold inside the page and more than a line", async () => {
    const { text: page } = randomPage(11);
    const client = await open(page);
    const folds = await client.ask<FoldingRange[]>("textDocument/foldingRange", URI);
    const { articles, blocks, roles } = analyze(page);
    const paragraphs = blocks.filter(({ firstLine, lastLine }) => lastLine > firstLine);
    const crossheads = roles.filter((role) => role === "crosshead");
    assert.ok(folds.length > 0 && folds.length <= articles.length + crossheads.length + paragraphs.length);
    assert.equal(new Set(folds.map(({ startLine }) => startLine)).size, folds.length, "one fold on a line");
    for (const { startLine, endLine } of folds) {
      assert.ok(startLine < endLine && endLine < client.document(URI).lineCount);
      const isBelow = ({ index, lastLine }: Block): boolean =>
        lastLine === startLine && /^(?:headline|crosshead)$/.test(roles[index] ?? "");
      const isHeaded = articles.some(({ blocks: own }) => own[0]?.firstLine === startLine) || blocks.some(isBelow);
      assert.ok(isHeaded || paragraphs.some((block) => block.firstLine === startLine && block.lastLine === endLine));
    }
  });

  test("leaves headline and crosshead in sight, all lines of them", async () => {
    const text = "水库昨天上午建成，两岸的田地从此都能灌溉，村民们不再为用水发愁。".repeat(3);
    const page = ["水利工程传来捷报：", "青石水库大坝如期合龙", text, "两岸的新貌", text, text];
    const client = await open(`${page.join("\n\n")}\n`);
    const folds = await client.ask<FoldingRange[]>("textDocument/foldingRange", URI);
    assert.deepEqual(
      folds.map(({ startLine, endLine }) => [startLine, endLine]),
      [
        [2, 10],
        [6, 10],
      ],
    );
  });

  test("keeps to the number of folds that the client takes", async () => {
    const limited = { ...FULL, textDocument: { ...FULL.textDocument, foldingRange: { rangeLimit: 2 } } };
    const client = await open(randomPage(11).text, { capabilities: limited });
    const folds = await client.ask<FoldingRange[]>("textDocument/foldingRange", URI);
    assert.equal(folds.length, 2);
  });
});

describe("selection", () => {
  const texts = (client: LspClient, chain: SelectionRange | undefined): string[] => {
    const out: string[] = [];
    for (let step = chain; step; step = step.parent) out.push(client.document(URI).getText(step.range));
    return out;
  };
  const select = (client: LspClient, ...positions: Position[]): Promise<SelectionRange[]> =>
    client.ask("textDocument/selectionRange", URI, { positions });

  test("grows from the word to the sentence, the paragraph and the page", async () => {
    const page = "　　云溪县的水库建成了。“真好！”老人说。\n\n　　青川市的工程进展顺利。\n";
    const client = await open(page);
    const [chain] = await select(client, client.find(URI, "老人"));
    const steps = texts(client, chain);
    assert.equal(steps[0], "老人");
    assert.equal(steps[1], "老人说。");
    assert.equal(steps[2], "云溪县的水库建成了。“真好！”老人说。");
    assert.equal(steps.at(-1), page);
    const [quote] = await select(client, client.find(URI, "”"));
    assert.ok(texts(client, quote).includes("“真好！”"));
  });

  test("begins with a word that a line end cuts in two, whichever half the cursor is in", async () => {
    const page = [
      "　　青石镇的茶园里一片忙碌，县里请",
      "来省农科院的技术人员，手把手教大家修",
      "剪茶树，两千多户农户由此增加收入，三",
      "千多亩老茶园重新有了样子。",
      "",
    ].join("\n");
    const client = await open(page);
    const chains = await select(client, client.find(URI, "修\n"), client.find(URI, "剪"), client.find(URI, "剪", 1));
    assert.deepEqual(
      chains.map((chain) => texts(client, chain)[0]),
      ["修\n剪", "修\n剪", "茶树"],
    );
  });

  test("answers each position, each range inside its parent", async () => {
    const { text: page } = randomPage(12);
    const client = await open(page);
    const document = client.document(URI);
    const positions = Array.from({ length: 60 }, (_, i) => document.positionAt(Math.floor((i * page.length) / 59)));
    const chains = await select(client, ...positions);
    assert.equal(chains.length, positions.length);
    chains.forEach((chain, i) => {
      const offset = document.offsetAt(positions[i] as Position);
      let [start, end] = [offset, offset];
      for (let step: SelectionRange | undefined = chain; step; step = step.parent) {
        const [from, to] = [document.offsetAt(step.range.start), document.offsetAt(step.range.end)];
        assert.ok(from <= start && end <= to, "a range holds the narrower one");
        [start, end] = [from, to];
      }
    });
  });

  test("on a page without text is the page", async () => {
    const client = await open("");
    const start = { line: 0, character: 0 };
    assert.deepEqual(await select(client, start), [{ range: { start, end: start } }]);
  });
});
