/** Settings: asked for, sent, given at the start; and what is said about those that cannot be used. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { createPages, type Pages } from "../../server/workspace/pages.ts";
import { connectInMemory, FULL, type Greeting, type LspClient } from "../support/lsp-client.ts";

const URI = "file:///a.txt";
const NO_QUESTIONS = { ...FULL, workspace: {} };

async function connect(greeting: Greeting): Promise<{ client: LspClient; pages: Pages }> {
  const pages = createPages();
  return { client: await connectInMemory(greeting, { pages }), pages };
}

describe("settings", () => {
  test("are asked for when the client answers such a question", async () => {
    const { client, pages } = await connect({ settings: { numberSpacing: "spaced" } });
    await client.until(() => client.refreshes === 1);
    assert.equal(pages.settings.numberSpacing, "spaced");
    await client.configure({ numberSpacing: "none" });
    await client.until(() => client.refreshes === 2);
    assert.equal(pages.settings.numberSpacing, "none");
  });

  test("that change nothing cause no work", async () => {
    const { client } = await connect({ settings: {} });
    await client.configure({ numberSpacing: "none", rules: {} });
    await client.configure({ numberSpacing: "spaced" });
    await client.until(() => client.refreshes > 0);
    assert.equal(client.refreshes, 1);
  });

  test("are taken as they are sent by a client that cannot be asked", async () => {
    const { client, pages } = await connect({ capabilities: NO_QUESTIONS });
    await client.configure({ numberSpacing: "spaced" });
    await client.pull(URI);
    assert.equal(pages.settings.numberSpacing, "spaced");
    await client.connection.sendNotification("workspace/didChangeConfiguration", { settings: {} });
    await client.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
    await client.pull(URI);
    assert.equal(pages.settings.numberSpacing, "spaced", "nothing said is nothing changed");
  });

  test("given with the greeting hold for the first answer", async () => {
    const options = { settings: { numberSpacing: "spaced" } };
    const { client, pages } = await connect({ capabilities: NO_QUESTIONS, options });
    await client.pull(URI);
    assert.equal(pages.settings.numberSpacing, "spaced");
  });

  test("of the client's own are passed over", async () => {
    const { client } = await connect({ settings: { trace: { server: "off" }, numberSpacing: "spaced" } });
    await client.until(() => client.refreshes === 1);
    assert.deepEqual(client.shown, []);
  });
});

describe("a setting that cannot be used", () => {
  test("is told once, in the user's language, and the rest holds", async () => {
    const settings = { colour: "red", rules: { "no-such-rule": "warning" }, numberSpacing: "spaced" };
    const { client, pages } = await connect({ settings, locale: "en" });
    await client.until(() => client.shown.length === 2);
    assert.ok(client.shown.some(({ message }) => message.includes("galley.colour")));
    assert.ok(client.shown.some(({ message }) => message.includes("no-such-rule")));
    assert.ok(client.shown.every(({ type }) => type === 2));
    assert.equal(pages.settings.numberSpacing, "spaced");
    await client.configure({ ...settings, numberSpacing: "none" });
    await client.until(() => client.refreshes === 2);
    assert.equal(client.shown.length, 2);
  });

  test("is told in Chinese to who reads Chinese", async () => {
    const { client } = await connect({ settings: { numberSpacing: "wide" }, locale: "zh-cn" });
    await client.until(() => client.shown.length === 1);
    assert.match(client.shown[0]?.message ?? "", /设置 galley\.numberSpacing 不能是 "wide"/);
  });
});

test("a client that fails to answer the question leaves the defaults", async () => {
  const errors: string[] = [];
  const log = { info: () => {}, warn: () => {}, error: (text: string) => void errors.push(text) };
  const pages = createPages();
  const client = await connectInMemory({}, { pages, log });
  client.connection.onRequest("workspace/configuration", () => {
    throw new Error("no settings here");
  });
  await client.configure({ numberSpacing: "spaced" });
  await client.pull(URI);
  await client.request("textDocument/diagnostic", { textDocument: { uri: URI } });
  assert.equal(pages.settings.numberSpacing, "none");
});
