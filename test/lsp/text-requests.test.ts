/** Requests about text that is no open page: made clean, and how bytes were written. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import iconv from "iconv-lite";
import { CLEAN_TEXT, ENCODING, type EncodingName, type PlainText } from "../../server/protocol.ts";
import { connectInMemory } from "../support/lsp-client.ts";
import { startServer } from "./start-server.ts";

const SPACED = { numberSpacing: "spaced" };
const PARAGRAPH =
  "云溪县今年把修建乡村道路列为十件实事之首，从年初到\n\n现在已经完成总里程的七成，沿线群众出行难的老问题得\n\n到了缓解，山货也能当天运到青川市里去卖。\n";

describe("a text that is no page", () => {
  test("is made clean by the settings in force", async () => {
    const client = await connectInMemory({ options: { settings: SPACED }, settings: SPACED });
    const clean = await client.request<PlainText>(CLEAN_TEXT, { text: `${PARAGRAPH}\n共3条。\n` });
    assert.equal(clean.text, `${PARAGRAPH.replaceAll("\n\n", "")}\n共 3 条。\n`);
  });

  test("that is none is answered with nothing", async () => {
    const client = await connectInMemory();
    for (const method of [CLEAN_TEXT, ENCODING])
      for (const params of [{}, { text: 1, base64: 2 }, []]) assert.equal(await client.request(method, params), null);
  });
});

test("the server tells how the bytes of a file were written", async () => {
  const client = await startServer();
  const text = "云溪县人民政府關於加強鄉村道路養護的通知，沿線群眾出行難的老問題得到了緩解。";
  for (const [name, bytes] of [
    ["utf-8", Buffer.from(text)],
    ["gb18030", iconv.encode(text, "gb18030")],
    ["big5", iconv.encode("關於加強鄉村道路養護的通知，沿線的老問題得到了緩解。", "big5")],
    ["big5-hkscs", iconv.encode("佢哋話今日唔嚟嘅喇，啲嘢唔係咁樣做㗎。", "big5")],
    ["utf-16le", Buffer.from(`\ufeff${text}`, "utf16le")],
  ] as const) {
    const base64 = bytes.toString("base64");
    assert.equal((await client.request<EncodingName>(ENCODING, { base64 })).name, name);
  }
  assert.equal(await client.request(ENCODING, { base64: Buffer.alloc(100).toString("base64") }), null);
});
