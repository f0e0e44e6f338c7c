/** Code actions: for a finding, its paragraph, its rule and the page; bound to a version, and only what was asked for. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type CodeAction, CodeActionTriggerKind, LSPErrorCodes, type Range } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { CHOOSING, connectInMemory, editsOf, FULL, type LspClient } from "../support/lsp-client.ts";
import { markedPages } from "./marked.ts";

const URI = "file:///a.txt";
/** Two paragraphs; the first has two findings with a safe fix, one without, and one with an unsafe fix. */
const PAGE = "云溪县　今年　新建水库※三座座＃。\n\n青川市的工程　进展顺利。\n";

async function open(text = PAGE, greeting = {}): Promise<LspClient> {
  const client = await connectInMemory(greeting, { pages: markedPages() });
  await client.open(URI, text);
  return client;
}

function at(client: LspClient, words: string, length = words.length): Range {
  const start = client.find(URI, words);
  return { start, end: { line: start.line, character: start.character + length } };
}

function apply(client: LspClient, action: CodeAction | undefined): string {
  assert.ok(action, "the action is offered");
  return TextDocument.applyEdits(client.document(URI), editsOf(action, URI));
}

const titles = (actions: readonly CodeAction[]): string[] => actions.map(({ title }) => title);

describe("quick fixes", () => {
  test("mend the finding, its paragraph, all of its rule", async () => {
    const client = await open();
    const range = at(client, "　");
    const diagnostics = (await client.diagnostics(URI)).slice(0, 1);
    const only = ["quickfix"];
    const actions = await client.codeActions(URI, range, { diagnostics, only });
    assert.equal(actions.length, 3);
    const [one, paragraph, rule] = actions;
    assert.equal(one?.title, "删去空格");
    assert.equal(one?.isPreferred, true);
    assert.deepEqual(one?.diagnostics, diagnostics);
    assert.equal(apply(client, one), PAGE.replace("　", ""));
    assert.equal(paragraph?.title, "修复本段全部 2 处");
    assert.equal(apply(client, paragraph), PAGE.replace("　今年　", "今年"));
    assert.match(rule?.title ?? "", /^修复全页 3 处“.+”$/);
    assert.equal(apply(client, rule), PAGE.replaceAll("　", ""));
    assert.ok(actions.every(({ kind }) => kind === "quickfix"));
  });

  test("need no second analysis", async () => {
    const pages = markedPages();
    const client = await connectInMemory({}, { pages });
    await client.open(URI, PAGE);
    const diagnostics = (await client.diagnostics(URI)).slice(0, 1);
    await client.codeActions(URI, at(client, "　"), { diagnostics });
    assert.equal(pages.analyses(), 1);
  });

  test("are found without the diagnostics' data too, and name the diagnostics they mend", async () => {
    const client = await open();
    const [first] = await client.diagnostics(URI);
    assert.ok(first);
    const { data: _, ...bare } = first;
    const [action] = await client.codeActions(URI, at(client, "　"), { diagnostics: [bare] });
    assert.equal(apply(client, action), PAGE.replace("　", ""));
    assert.deepEqual(action?.diagnostics, [bare]);
  });

  test("of an older version are not used", async () => {
    const client = await open();
    const diagnostics = (await client.diagnostics(URI)).slice(0, 1);
    const start = { line: 0, character: 0 };
    await client.edit(URI, { range: { start, end: start }, newText: "本报讯 " });
    const [action] = await client.codeActions(URI, at(client, "　"), { diagnostics });
    assert.equal(apply(client, action), `本报讯 ${PAGE.replace("　", "")}`);
  });

  test("that change the text stand alone, say so, and are never preferred", async () => {
    const client = await open();
    const range = at(client, "＃");
    const actions = await client.codeActions(URI, range, { diagnostics: [], only: ["quickfix"] });
    const unsafe = actions.filter((action) => apply(client, action).includes("座座。"));
    assert.deepEqual(titles(unsafe), ["删去重字（改动文字）"]);
    assert.equal(unsafe[0]?.isPreferred, undefined);
    const english = await open(PAGE, { locale: "en" });
    const [first] = await english.codeActions(URI, range);
    assert.equal(first?.title, "Remove the double (changes words)");
  });

  test("that are doubtful say so, are never preferred, and stay out of every fix of several places", async () => {
    const page = "云溪县　今年　新建水库\t三座。\n";
    const client = await open(page);
    const actions = await client.codeActions(URI, at(client, "\t"), { diagnostics: [] });
    const doubtful = actions.filter((action) => !apply(client, action).includes("\t"));
    assert.deepEqual(titles(doubtful), ["删去空格（存疑）"]);
    assert.equal(apply(client, doubtful[0]), page.replace("\t", ""));
    assert.equal(doubtful[0]?.isPreferred, undefined);
    assert.deepEqual(titles(actions).slice(1), ["修复本段全部 2 处", "修复全页 2 处（不改动文字）"]);
  });

  test("are none where there is nothing to mend", async () => {
    const client = await open("云溪县新建水库※三座。\n");
    assert.deepEqual(await client.codeActions(URI, at(client, "※")), []);
  });
});

describe("fixing the whole page", () => {
  test("applies every safe fix and no other", async () => {
    const client = await open();
    const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } };
    for (const only of [["source.fixAll.galley"], ["source.fixAll"], ["source"], [""]]) {
      const actions = await client.codeActions(URI, range, { only });
      const all = actions.filter(({ kind }) => kind === "source.fixAll.galley");
      assert.equal(all.length, 1, only.join());
      assert.equal(apply(client, all[0]), PAGE.replaceAll("　", ""));
    }
  });

  test("is a quick fix for who asks and beside the fix of a finding, not on each move of a cursor", async () => {
    const client = await open(`${PAGE}\n北边的天气晴好。\n`, { capabilities: CHOOSING });
    const { Automatic, Invoked } = CodeActionTriggerKind;
    const offered = async (words: string, context: object): Promise<boolean> =>
      (await client.codeActions(URI, at(client, words), context)).some(
        ({ title, kind }) => title === "修复全页 3 处（不改动文字）" && kind === "quickfix",
      );
    assert.equal(await offered("　", { triggerKind: Automatic }), true);
    assert.equal(await offered("　", { only: ["quickfix"] }), true);
    assert.equal(await offered("北边", { triggerKind: Automatic }), false);
    assert.equal(await offered("北边", { triggerKind: Invoked }), true);
    assert.equal(await offered("　", { only: ["source"] }), false);
  });

  test("is never made before it is chosen on the move of a cursor", async () => {
    const client = await open();
    const actions = await client.codeActions(URI, at(client, "　"), { triggerKind: CodeActionTriggerKind.Automatic });
    assert.ok(!titles(actions).includes("修复全页 3 处（不改动文字）"));
  });

  test("is offered as what saving asks for to who asks for that kind alone", async () => {
    const client = await open();
    const range = at(client, "　");
    const kinds = async (context: object): Promise<(string | undefined)[]> =>
      (await client.codeActions(URI, range, context)).map(({ kind }) => kind);
    assert.ok((await kinds({ triggerKind: CodeActionTriggerKind.Automatic, only: ["source.fixAll"] })).length === 1);
    assert.deepEqual(await kinds({ only: ["refactor"] }), []);
    assert.deepEqual(await kinds({ only: ["source.organizeImports"] }), []);
    assert.deepEqual(await kinds({ only: ["source.fixAll.eslint"] }), []);
  });

  test("is not offered where there is nothing to do", async () => {
    const client = await open("云溪县新建水库※三座座＃。\n");
    assert.deepEqual(await client.codeActions(URI, at(client, "云"), { only: ["source"] }), []);
  });
});

describe("what a client can take", () => {
  test("edits are bound to the version where it can hold to one", async () => {
    const client = await open();
    const [action] = await client.codeActions(URI, at(client, "　"));
    const [change] = action?.edit?.documentChanges ?? [];
    assert.deepEqual(change && "textDocument" in change && change.textDocument, { uri: URI, version: 1 });
    const plain = await open(PAGE, { capabilities: { ...FULL, workspace: {} } });
    const [unbound] = await plain.codeActions(URI, at(plain, "　"));
    assert.deepEqual(Object.keys(unbound?.edit ?? {}), ["changes"]);
    assert.equal(apply(plain, unbound), PAGE.replace("　", ""));
  });

  test("a client that knows only commands is promised no actions", async () => {
    const client = await open(PAGE, { capabilities: { textDocument: { codeAction: {} } } });
    assert.equal(client.server.capabilities.codeActionProvider, undefined);
  });
});

describe("a safe fix that would lose a character", () => {
  const LOSING = "云溪县✂今年　新建✂水库。\n";
  const askAt = async (context: object, capabilities: object = FULL): Promise<CodeAction[]> => {
    const client = await open(LOSING, { capabilities });
    const diagnostics = (await client.diagnostics(URI)).slice(0, 1);
    return client.codeActions(URI, at(client, "✂"), { diagnostics, ...context });
  };

  test("can't be chosen, and says why", async () => {
    for (const only of ["quickfix", "source.fixAll.galley"]) {
      const actions = await askAt({ only: [only] });
      assert.ok(actions.length > 0, only);
      assert.ok(actions.every(({ edit }) => edit === undefined));
      for (const { disabled } of actions) assert.match(disabled?.reason ?? "", /没有修改/);
    }
  });

  test("is left out for a client that shows no reasons", async () => {
    const codeAction = { ...FULL.textDocument?.codeAction, disabledSupport: false };
    const capabilities = { ...FULL, textDocument: { ...FULL.textDocument, codeAction } };
    assert.deepEqual(await askAt({ only: ["quickfix", "source.fixAll.galley"] }, capabilities), []);
  });
});

describe("a client that asks for an action's edits when it is chosen", () => {
  const ASKS = { capabilities: CHOOSING };
  const resolve = (client: LspClient, action: CodeAction | undefined): Promise<CodeAction> =>
    client.request("codeAction/resolve", action);

  test("is told that it can", async () => {
    const told = (client: LspClient): unknown => client.server.capabilities.codeActionProvider;
    assert.equal((told(await open(PAGE, ASKS)) as { resolveProvider: boolean }).resolveProvider, true);
    assert.equal((told(await open()) as { resolveProvider: boolean }).resolveProvider, false);
  });

  test("gets actions without edits, and then the edits that others get at once", async () => {
    const [asking, other] = [await open(PAGE, ASKS), await open()];
    const range = at(other, "　");
    const all = { triggerKind: CodeActionTriggerKind.Invoked };
    const [later, atOnce] = [await asking.codeActions(URI, range, all), await other.codeActions(URI, range, all)];
    assert.deepEqual(titles(later), titles(atOnce));
    assert.ok(later.length > 3);
    for (const [i, action] of later.entries()) {
      assert.equal(action.edit, undefined);
      assert.deepEqual((await resolve(asking, action)).edit, atOnce[i]?.edit, action.title);
    }
  });

  test("gets none for a page that has changed since", async () => {
    const client = await open(PAGE, ASKS);
    const [action] = await client.codeActions(URI, at(client, "　"), { only: ["source.fixAll"] });
    await client.edit(URI, { range: at(client, "座座"), newText: "座" });
    await assert.rejects(resolve(client, action), { code: LSPErrorCodes.ContentModified });
  });

  test("gets an action of somebody else back as it is", async () => {
    const client = await open(PAGE, ASKS);
    const foreign = { title: "Sort lines", data: { of: "another server" } };
    assert.deepEqual(await resolve(client, foreign), foreign);
  });
});
