/** An article over two pages: one in the outline, when it is copied and when the page is read, from whichever page one asks. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { DocumentSymbol } from "vscode-languageserver";
import type { ArticleText, ReadPage } from "../../server/protocol.ts";
import { connectInMemory, type LspClient } from "../support/lsp-client.ts";

const HEADLINE = "乡村道路修到群众心坎上";
const BEGINS = "本报讯 云溪县今年把修建乡村道路列为十件实事之首，先修出行最难的村，再修连接产业的路，";
const GOES_ON = "路通了，云溪县各乡镇的山货出得去了，修建乡村道路省下的运费，合作社算了一笔账。";
const NOTICE = ["图书馆夜间开放到十点", "本报讯 图书馆近日把夜间开放时间延长到十点，新添座位六百个。"];
const page = (number: number, ...blocks: readonly string[]): string =>
  `${[`第${number}版　2022年8月16日 星期二`, ...blocks].join("\n\n")}\n`;
const FRONT = page(1, HEADLINE, `${BEGINS}（下转第三版）`, ...NOTICE);
const LATER = page(3, ...NOTICE, `（上接第一版）${GOES_ON}`);
const WHOLE = `${HEADLINE}\n\n${BEGINS}${GOES_ON}\n`;

const FILES: Record<string, string> = {
  "file:///papers/A1.txt": FRONT,
  "file:///papers/A2.txt": page(2, ...NOTICE),
  "file:///papers/A3.txt": LATER,
};
const [FIRST = "", , THIRD = ""] = Object.keys(FILES);

/** A window in which one page is open; what of the others is read from the disk is put down. */
async function open(
  uri: string,
  text?: string,
  files: Readonly<Record<string, string>> = FILES,
): Promise<{ client: LspClient; read: string[] }> {
  const read: string[] = [];
  const neighbours = {
    beside: async () => Object.keys(files),
    read: async (other: string) => {
      read.push(other);
      return files[other];
    },
  };
  const client = await connectInMemory({ options: { locale: "zh-cn" } }, { neighbours });
  await client.open(uri, text ?? files[uri] ?? "");
  return { client, read };
}

async function copied(client: LspClient, uri: string, words: string): Promise<ArticleText | null> {
  return client.ask("galley/article", uri, { position: client.find(uri, words) });
}

describe("an article over two pages", () => {
  test("is named and its other page told in the outline of either", async () => {
    const symbols = async (uri: string): Promise<DocumentSymbol[]> =>
      (await open(uri)).client.ask("textDocument/documentSymbol", uri);
    const told = async (uri: string): Promise<string[]> =>
      (await symbols(uri)).map(({ name, detail }) => `${name}|${detail ?? ""}`);
    assert.deepEqual(await told(FIRST), [`${HEADLINE}|下转第3版`, `${NOTICE[0]}|`]);
    assert.deepEqual(await told(THIRD), [`${NOTICE[0]}|`, `${HEADLINE}|上接第1版`]);
  });

  test("is copied whole from either page", async () => {
    for (const [uri, words] of [
      [FIRST, "云溪县今年"],
      [THIRD, "山货出得去"],
    ] as const) {
      const article = await copied((await open(uri)).client, uri, words);
      assert.deepEqual([article?.name, article?.text], [HEADLINE, WHOLE]);
      assert.equal(article?.characters, (BEGINS + GOES_ON).replace(/\s/gu, "").length);
    }
  });

  test("is read whole on its first page; its rest leads there", async () => {
    const read = async (uri: string): Promise<ReadPage> => (await open(uri)).client.ask("galley/readPage", uri);
    const [article] = (await read(FIRST)).articles;
    assert.deepEqual(
      article?.body.map(({ kind, text, uri }) => [kind, text, uri]),
      [
        ["paragraph", BEGINS, undefined],
        ["elsewhere", "以下在第3版", THIRD],
        ["paragraph", GOES_ON, THIRD],
      ],
    );
    const rest = (await read(THIRD)).articles.at(-1);
    assert.equal(rest?.name, HEADLINE);
    assert.deepEqual(
      rest?.body.map(({ kind, text, uri }) => [kind, text, uri]),
      [
        ["elsewhere", `上接第1版　${HEADLINE}`, FIRST],
        ["paragraph", GOES_ON, undefined],
      ],
    );
  });

  test("has the words that the other page has in the editor, saved or not", async () => {
    const { client, read } = await open(FIRST);
    await client.open(THIRD, LATER.replace("合作社", "供销社"));
    assert.match((await copied(client, FIRST, "云溪县今年"))?.text ?? "", /供销社算了一笔账/u);
    assert.deepEqual(read, []);
  });

  test("is found by the folios where the names of the files have no numbers", async () => {
    const files = {
      "file:///papers/%E8%A6%81%E9%97%BB.txt": FRONT,
      "file:///papers/%E7%BB%8F%E6%B5%8E.txt": page(2, ...NOTICE),
      "file:///papers/%E5%8E%BF%E5%9F%9F.txt": LATER,
      "file:///papers/%E5%8E%BF%E5%9F%9F.pdf": LATER,
    };
    for (const [uri = "", words = ""] of [
      [Object.keys(files)[0], "云溪县今年"],
      [Object.keys(files)[2], "山货出得去"],
    ]) {
      const { client, read } = await open(uri, undefined, files);
      assert.equal((await copied(client, uri, words))?.text, WHOLE);
      assert.ok(!read.some((other) => other.endsWith(".pdf")));
    }
  });

  test("is left as it is where the other page says otherwise, and nothing is read for a page without jump lines", async () => {
    const { client } = await open(FIRST, FRONT.replace("下转第三版", "下转第二版"));
    assert.match((await copied(client, FIRST, "云溪县今年"))?.text ?? "", /（下转第二版）\n$/u);
    const { client: other, read } = await open("file:///papers/A2.txt");
    await copied(other, "file:///papers/A2.txt", "夜间开放时间");
    assert.deepEqual(read, []);
  });
});
