/** What an assistant in the client asks: of an open page, or of a text that is none. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { PAGE_STATUS, TOOL, type ToolReply, type ToolRequest } from "../../server/protocol.ts";
import type { CheckAnswer, OutlineAnswer } from "../../server/workspace/tool-answers.ts";
import { connectInMemory, type LspClient } from "../support/lsp-client.ts";

const URI = "file:///a.txt";
const PAGE = [
  "云溪县春茶开采",
  "",
  "　　本报讯 2月 30",
  "",
  "日，云溪县县长罗长庚到茶山看望",
  "",
  "茶农。罗长庚说，茶农都很高兴。",
  "",
].join("\n");

async function open(locale = "en", settings = {}): Promise<LspClient> {
  const client = await connectInMemory({ locale, settings });
  await client.open(URI, PAGE);
  return client;
}

async function ask(client: LspClient, request: ToolRequest): Promise<readonly string[]> {
  const reply = await client.request<ToolReply>(TOOL, request);
  assert.ok("texts" in reply, JSON.stringify(reply));
  return reply.texts;
}

const told = async <T>(client: LspClient, request: ToolRequest): Promise<T> =>
  JSON.parse((await ask(client, request))[0] ?? "") as T;

describe("the tools of an assistant", () => {
  test("tell of an open page and of the same text alike, and leave no page behind", async () => {
    const client = await open();
    const ofPage = await told<CheckAnswer>(client, { tool: "check", uri: URI });
    assert.deepEqual(
      ofPage.findings.map(({ line, rule, words }) => [line, rule, words]),
      [[3, "impossible-date", "2月 30 日"]],
    );
    assert.ok(ofPage.fixable > 0);
    assert.deepEqual(await told(client, { tool: "check", text: PAGE }), ofPage);
    assert.equal(await client.ask(PAGE_STATUS, "galley-given:1"), null);
    const { articles } = await told<OutlineAnswer>(client, { tool: "outline", uri: URI });
    assert.deepEqual(
      articles.map(({ name, firstLine, lastLine }) => [name, firstLine, lastLine]),
      [["云溪县春茶开采", 1, 7]],
    );
  });

  test("go by the settings in force, and speak the client's language", async () => {
    const off = await open("en", { rules: { "impossible-date": "off" } });
    for (const subject of [{ uri: URI }, { text: PAGE }])
      assert.equal((await told<CheckAnswer>(off, { tool: "check", ...subject })).needPerson, 0);
    const [zh, en] = await Promise.all(
      ["zh-cn", "en"].map(async (locale) => told<CheckAnswer>(await open(locale), { tool: "check", text: PAGE })),
    );
    assert.notEqual(zh?.findings[0]?.message, en?.findings[0]?.message);
  });

  test("give the fixed text, and leave the page as it is", async () => {
    const client = await open("zh-cn");
    const [text, said] = await ask(client, { tool: "fix", uri: URI });
    assert.match(text ?? "", /到茶山看望茶农。罗长庚说/);
    assert.equal(text?.replace(/\s/g, ""), PAGE.replace(/\s/g, ""));
    assert.match(said ?? "", /还有 1 处要人判断/);
    assert.equal(client.document(URI).version, 1);
  });

  test("answer nothing about a page that is not open, nor to what is no tool", async () => {
    const client = await open();
    assert.equal(await client.request(TOOL, { tool: "check", uri: "file:///b.txt" }), null);
    assert.equal(await client.request(TOOL, { tool: "check" }), null);
    assert.equal(await client.request(TOOL, { tool: "write", text: PAGE }), null);
  });
});
