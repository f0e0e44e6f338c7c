/** The server as it is shipped, its code shared among files that are loaded when they are needed: what it loads late works there, too. */

import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { build } from "esbuild";
import iconv from "iconv-lite";
import { SERVER } from "../../scripts/share-code.ts";
import { ENCODING, type EncodingName, TOOL, type ToolReply } from "../../server/protocol.ts";
import { startServer } from "./start-server.ts";

describe("the server in shared files", { timeout: 120_000 }, () => {
  let folder = "";
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "galley-shared-"));
    await build({ ...SERVER, outdir: folder });
  });
  after(() => rm(folder, { recursive: true, force: true }));

  test("reads GB18030 and Big5, and answers an assistant", async () => {
    const server = await startServer({}, [join(folder, "server.cjs")]);
    for (const [name, text] of [
      ["gb18030", "云溪县今年把修建乡村道路列为十件实事之首。"],
      ["big5", "關於加強鄉村道路養護的通知，沿線的老問題得到了緩解。"],
    ] as const) {
      const base64 = iconv.encode(text, name).toString("base64");
      assert.equal((await server.request<EncodingName>(ENCODING, { base64 })).name, name);
    }
    const reply = await server.request<ToolReply>(TOOL, {
      tool: "outline",
      text: "春茶开采\n\n　　本报讯 春茶昨天开采。\n",
    });
    assert.ok("texts" in reply);
  });
});
