/** Settings of the client: asked for folder by folder, sent, given at the start; and what is said about those that cannot be used. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { createPages, type Pages } from "../../server/workspace/pages.ts";
import { connectInMemory, FULL, type Greeting, type LspClient } from "../support/lsp-client.ts";

const URI = "file:///a.txt";
const NO_QUESTIONS = { ...FULL, workspace: {} };
const SPACED = { numberSpacing: "spaced" };

/** A client with a page open, and its settings in force. */
async function connect(greeting: Greeting, uri = URI): Promise<{ client: LspClient; pages: Pages }> {
  const pages = createPages();
  const client = await connectInMemory(greeting, { pages });
  await client.open(uri, "2022 年");
  await client.pull(uri);
  return { client, pages };
}

describe("settings", () => {
  test("are asked for when the client answers such a question, before the first answer about a page", async () => {
    const { client, pages } = await connect({ settings: SPACED });
    assert.equal(pages.settingsOf(URI).numberSpacing, "spaced");
    await client.configure({ numberSpacing: "none" });
    await client.until(() => client.refreshes === 1);
    assert.equal(pages.settingsOf(URI).numberSpacing, "none");
  });

  test("that change nothing cause no work", async () => {
    const { client } = await connect({ settings: {} });
    await client.configure({ numberSpacing: "none", rules: {} });
    await client.configure(SPACED);
    await client.until(() => client.refreshes > 0);
    assert.equal(client.refreshes, 1);
  });

  test("are taken as they are sent by a client that cannot be asked", async () => {
    const { client, pages } = await connect({ capabilities: NO_QUESTIONS });
    await client.configure(SPACED);
    await client.pull(URI);
    assert.equal(pages.settingsOf(URI).numberSpacing, "spaced");
    await client.connection.sendNotification("workspace/didChangeConfiguration", { settings: {} });
    await client.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
    await client.pull(URI);
    assert.equal(pages.settingsOf(URI).numberSpacing, "spaced", "nothing said is nothing changed");
  });

  test("given with the greeting hold for the first answer", async () => {
    const { pages } = await connect({ capabilities: NO_QUESTIONS, options: { settings: SPACED } });
    assert.equal(pages.settingsOf(URI).numberSpacing, "spaced");
  });

  test("of the client's own are passed over", async () => {
    const { client } = await connect({ settings: { trace: { server: "off" }, ...SPACED } });
    assert.deepEqual(client.shown, []);
  });
});

describe("settings of folders", () => {
  const [A, B] = ["file:///w/a", "file:///w/b"];
  const greeting = { folders: [A, B], settings: (scope?: string) => (scope === B ? SPACED : {}) };

  test("are asked for once a folder, whatever pages are opened and closed in it", async () => {
    const { client, pages } = await connect(greeting, `${A}/1.txt`);
    for (const uri of [`${A}/2.txt`, `${B}/1.txt`, `${B}/seeds/2.txt`]) {
      await client.open(uri, "2022 年");
      await client.pull(uri);
    }
    await client.close(`${B}/1.txt`);
    await client.open(`${B}/1.txt`, "2022 年");
    await client.pull(`${B}/1.txt`);
    assert.deepEqual(client.questions, [A, B]);
    assert.deepEqual(
      [`${A}/1.txt`, `${A}/2.txt`, `${B}/1.txt`, `${B}/seeds/2.txt`].map((uri) => pages.settingsOf(uri).numberSpacing),
      ["none", "none", "spaced", "spaced"],
    );
  });

  test("that change have the pages of that folder checked again, and no other", async () => {
    const { client } = await connect(greeting, `${A}/1.txt`);
    await client.open(`${B}/1.txt`, "2022 年");
    const [a, b] = [await client.pull(`${A}/1.txt`), await client.pull(`${B}/1.txt`)];
    await client.configure((scope?: string) => (scope === B ? {} : {}));
    await client.until(() => client.refreshes > 0);
    assert.equal((await client.pull(`${A}/1.txt`, a.resultId)).kind, "unchanged");
    assert.equal((await client.pull(`${B}/1.txt`, b.resultId)).kind, "full");
  });

  test("do not hold for what is in none: that has the workspace's", async () => {
    for (const uri of ["untitled:Untitled-1", "git:/w/b/1.txt?HEAD", "file:///elsewhere/1.txt"]) {
      const { client } = await connect(greeting, uri);
      assert.deepEqual(client.questions, [undefined], uri);
    }
    const { client } = await connect({ folders: [A] }, "untitled:Untitled-1");
    assert.deepEqual(client.questions, [A], "the only folder is the workspace");
  });

  test("hold for a page whose folder joins the workspace later", async () => {
    const capabilities = { ...FULL, workspace: { ...FULL.workspace, workspaceFolders: true } };
    const { client, pages } = await connect({ ...greeting, capabilities, folders: [A] }, `${B}/1.txt`);
    assert.equal(pages.settingsOf(`${B}/1.txt`).numberSpacing, "none");
    const event = { added: [{ uri: B, name: "b" }], removed: [] };
    await client.connection.sendNotification("workspace/didChangeWorkspaceFolders", { event });
    await client.until(() => client.refreshes > 0);
    assert.equal(pages.settingsOf(`${B}/1.txt`).numberSpacing, "spaced");
  });
});

describe("a setting that cannot be used", () => {
  test("is told once, in the user's language, and the rest holds", async () => {
    const settings = { colour: "red", rules: { "no-such-rule": "warning" }, ...SPACED };
    const { client, pages } = await connect({ settings, locale: "en" });
    await client.until(() => client.shown.length === 2);
    assert.ok(client.shown.some(({ message }) => message.includes("galley.colour")));
    assert.ok(client.shown.some(({ message }) => message.includes("no-such-rule")));
    assert.ok(client.shown.every(({ type }) => type === 2));
    assert.equal(pages.settingsOf(URI).numberSpacing, "spaced");
    await client.configure({ ...settings, numberSpacing: "none" });
    await client.until(() => client.refreshes === 1);
    assert.equal(client.shown.length, 2);
  });

  test("is told in Chinese to who reads Chinese", async () => {
    const { client } = await connect({ settings: { numberSpacing: "wide" }, locale: "zh-cn" });
    await client.until(() => client.shown.length === 1);
    assert.match(client.shown[0]?.message ?? "", /设置 galley\.numberSpacing 不能是 "wide"/);
  });

  test("is told in plain text, whatever its name or value is", async () => {
    const settings = { rules: { "[x](command:y)": "off" }, numberSpacing: "[x](https://y.z)" };
    const { client } = await connect({ settings });
    await client.until(() => client.shown.length === 2);
    for (const { message } of client.shown) assert.doesNotMatch(message, /\]\(/);
  });

  test("does not bury the editor in messages", async () => {
    const rules = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`no-rule-${i}`, "off"]));
    const { client } = await connect({ settings: { rules } });
    await client.open(URI, "2022 年");
    await client.pull(URI);
    assert.equal(client.shown.length, 10);
  });
});

test("a client that fails to answer the question leaves the defaults", async () => {
  const errors: string[] = [];
  const log = { info: () => {}, warn: () => {}, error: (text: string) => void errors.push(text) };
  const pages = createPages();
  const client = await connectInMemory({ settings: SPACED }, { pages, log });
  client.connection.onRequest("workspace/configuration", () => {
    throw new Error("no settings here");
  });
  await client.open(URI, "2022 年");
  await client.pull(URI);
  assert.equal(pages.settingsOf(URI).numberSpacing, "none");
  assert.match(errors.join("\n"), /^workspace\/configuration: /);
});
