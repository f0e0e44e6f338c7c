/** Findings that are accepted in an editor: the light bulb adds them to the house's file, they go, and come back when they are taken back. */

import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, beforeEach, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import iconv from "iconv-lite";
import type { ClientCapabilities, CodeAction, Diagnostic, WorkspaceEdit } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { createHouseFiles } from "../../server/host/house-files.ts";
import { HOUSE_READER } from "../../server/host/house-reader.ts";
import { SAVE_HOUSE_FILE_COMMAND } from "../../server/protocol.ts";
import { CHOOSING, connectInMemory, FULL, type Greeting, type LspClient, PUSHED } from "../support/lsp-client.ts";

const PAGE = "　　王某某说：“路修好了，山货就有了出路。\n\n　　李某某说：“桥也通了 ，日子就更好过。\n";

let folder = "";
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "galley-accepted-"));
});
after(() => rm(folder, { recursive: true }));
beforeEach(() => rm(join(folder, ".galley"), { recursive: true, force: true }));

const uriOf = (...path: string[]): string => pathToFileURL(join(folder, ...path)).href;
const page = (): string => uriOf("seeds", "a.txt");
const file = (): string => uriOf(".galley", "accepted.yaml");

async function write(content: string, ...path: string[]): Promise<void> {
  await mkdir(dirname(join(folder, ...path)), { recursive: true });
  await writeFile(join(folder, ...path), content);
}

async function connect(greeting: Greeting = {}, text = PAGE): Promise<LspClient> {
  const house = createHouseFiles(async () => HOUSE_READER);
  const client = await connectInMemory({ folders: [uriOf()], ...greeting }, { house });
  await write(text, "seeds", "a.txt");
  await client.open(page(), text);
  return client;
}

/** The places of a rule's findings, as the words after them. */
async function found(client: LspClient, rule = "unpaired-mark"): Promise<string[]> {
  const text = client.document(page());
  return (await client.diagnostics(page()))
    .filter(({ code }) => code === rule)
    .map(({ range }) => text.getText().slice(text.offsetAt(range.end), text.offsetAt(range.end) + 2));
}

async function accepts(client: LspClient, words = "“路", more: object = {}): Promise<CodeAction[]> {
  const start = client.find(page(), words);
  const all = await client.diagnostics(page());
  const diagnostics = all.filter(({ range }) => JSON.stringify(range.start) === JSON.stringify(start));
  const actions = await client.codeActions(page(), { start, end: start }, { diagnostics, only: ["quickfix"], ...more });
  return actions.filter(({ title }) => title.startsWith("不再提示"));
}

/** What an edit makes of the file of accepted findings. */
function applied(edit: WorkspaceEdit | undefined, before = ""): string {
  const document = TextDocument.create(file(), "yaml", 0, before);
  const edits = (edit?.documentChanges ?? []).flatMap((change) => ("edits" in change ? change.edits : []));
  return TextDocument.applyEdits(document, [...(edit?.changes?.[file()] ?? []), ...(edits as never[])]);
}

describe("accepting a finding", () => {
  test("is offered after the fixes, here, on this page and everywhere, and never preferred", async () => {
    const client = await connect();
    const actions = await accepts(client);
    assert.deepEqual(
      actions.map(({ title }) => title),
      ["不再提示“标点不成对”：此处", "不再提示“标点不成对”：本版（“）", "不再提示“标点不成对”：全部（“）"],
    );
    assert.ok(actions.every(({ isPreferred, kind }) => !isPreferred && kind === "quickfix"));
    const start = client.find(page(), "了 ，");
    const all = await client.codeActions(page(), { start, end: start }, { only: ["quickfix"] });
    const first = all.findIndex(({ title }) => title.startsWith("不再提示"));
    assert.ok(first > 0 && all.slice(first).every(({ title }) => title.startsWith("不再提示")));
  });

  test("makes the file in the workspace's folder, and the finding is gone while the file is not even saved", async () => {
    const client = await connect({ capabilities: WITH_FILES, options: { commands: [SAVE_HOUSE_FILE_COMMAND] } });
    assert.deepEqual(await found(client), ["路修", "桥也"]);
    const [here] = await accepts(client);
    assert.deepEqual(here?.edit?.documentChanges?.[0], {
      kind: "create",
      uri: file(),
      options: { ignoreIfExists: true },
    });
    assert.deepEqual(here?.command?.arguments, [file()]);
    const made = applied(here?.edit);
    assert.match(
      made,
      /\naccepted:\n {2}- rule: unpaired-mark\n {4}page: seeds\/a\.txt\n {4}before: .*\n {4}text: "“"\n/u,
    );
    const refreshes = client.refreshes;
    await client.open(file(), made, "yaml");
    await client.until(() => client.refreshes > refreshes);
    assert.deepEqual(await found(client), ["桥也"]);
    await client.close(file());
    assert.deepEqual(await found(client), ["路修", "桥也"]);
  });

  test("adds to the file that is there, in the nearest folder .galley, when it is chosen", async () => {
    await write("# 本社\naccepted:\n  - {rule: stray-blank, text: 别处}\n", ".galley", "accepted.yaml");
    const client = await connect({ capabilities: CHOOSING });
    const [, onPage] = await accepts(client);
    assert.equal(onPage?.edit, undefined);
    const chosen = await client.request<CodeAction>("codeAction/resolve", onPage);
    const before = await readFile(join(folder, ".galley", "accepted.yaml"), "utf8");
    assert.equal(
      applied(chosen.edit, before),
      `${before}  - rule: unpaired-mark\n    page: seeds/a.txt\n    text: "“"\n`,
    );
  });

  test("twice in quick succession begins one list: the second entry is made for the file with the first", async () => {
    const client = await connect({ capabilities: CHOOSING });
    const chosen = await Promise.all([accepts(client, "“路"), accepts(client, "“桥")]);
    const [first, second] = chosen.map(([here]) => client.request<CodeAction>("codeAction/resolve", here));
    const made = applied((await first)?.edit);
    await client.open(file(), made, "yaml");
    const both = applied((await second)?.edit, made);
    assert.ok(both.startsWith(made));
    assert.equal(both.match(/^accepted:$/gmu)?.length, 1);
    assert.equal(both.match(/rule: unpaired-mark/gu)?.length, 2);
  });

  test("is made for what another program has just written, though nobody has told of it yet", async () => {
    await write("accepted:\n  - {rule: stray-blank, text: 别处}\n", ".galley", "accepted.yaml");
    const client = await connect({ capabilities: CHOOSING });
    const [, onPage] = await accepts(client);
    const now = "accepted:\n  - {rule: stray-blank, text: 别处}\n  - {rule: stray-blank, text: 他处}\n";
    await write(now, ".galley", "accepted.yaml");
    const { edit } = await client.request<CodeAction>("codeAction/resolve", onPage);
    assert.equal(applied(edit, now), `${now}  - rule: unpaired-mark\n    page: seeds/a.txt\n    text: "“"\n`);
  });

  for (const encoding of ["gb18030", "big5", "utf-16le"])
    test(`is written into a file of ${encoding} as it was written, for an editor would take it for UTF-8`, async () => {
      const before = "# 水庫完工，天氣晴朗，適合出行。\naccepted:\n  - {rule: stray-blank, text: 別處}\n";
      const bytes = (text: string): Buffer => iconv.encode(text, encoding, { addBOM: encoding === "utf-16le" });
      await mkdir(join(folder, ".galley"));
      await writeFile(join(folder, ".galley", "accepted.yaml"), bytes(before));
      const client = await connect({ capabilities: CHOOSING });
      const chosen = [(await accepts(client))[1], (await accepts(client, "“桥"))[0]];
      for (const { edit, command } of await Promise.all(
        chosen.map((one) => client.request<CodeAction>("codeAction/resolve", one)),
      ))
        assert.deepEqual([edit, command], [undefined, undefined]);
      const now = await readFile(join(folder, ".galley", "accepted.yaml"));
      const added = iconv.decode(now, encoding).replace(/^\ufeff/u, "");
      assert.ok(added.startsWith(`${before}  - rule: unpaired-mark\n    page: seeds/a.txt\n    text: "“"\n`));
      // The second one's words are simplified characters, which Big5 lacks.
      assert.equal(added.match(/rule: unpaired-mark/gu)?.length, encoding === "big5" ? 1 : 2);
      assert.equal(client.shown.length, encoding === "big5" ? 1 : 0);
      assert.deepEqual(bytes(added), now);
      const refreshes = client.refreshes;
      await client.connection.sendNotification("workspace/didChangeWatchedFiles", {
        changes: [{ uri: file(), type: 2 }],
      });
      await client.until(() => client.refreshes > refreshes);
      assert.deepEqual(await found(client), []);
    });

  test("is refused, with the reason, where the file is open in another encoding than it has", async () => {
    const client = await connect({ capabilities: CHOOSING });
    await client.open(file(), "accepted:\n  - {rule: stray-blank, text: \ufffd\ufffd}\n", "yaml");
    const [here] = await accepts(client);
    const { edit } = await client.request<CodeAction>("codeAction/resolve", here);
    assert.equal(edit, undefined);
    await client.until(() => client.shown.some(({ message }) => message.includes("编码")));
  });

  test("is taken up from the disk, and by clients that are sent their diagnostics", async () => {
    const client = await connect({ capabilities: PUSHED });
    await client.published(({ uri, diagnostics }) => uri === page() && diagnostics.length > 0);
    await write('accepted:\n  - {rule: unpaired-mark, text: "“"}\n', ".galley", "accepted.yaml");
    await client.connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: file(), type: 1 }],
    });
    await client.until(() => {
      const last = client.publications.filter(({ uri }) => uri === page()).at(-1);
      return last?.diagnostics.every(({ code }) => code !== "unpaired-mark") === true;
    });
  });

  test("leaves what was accepted as it is when the page is fixed", async () => {
    await write("accepted:\n  - {rule: stray-blank, before: 通, text: 了，}\n", ".galley", "accepted.yaml");
    const client = await connect();
    assert.deepEqual(await client.ask("textDocument/formatting", page(), { options: {} }), []);
  });

  test("is not offered on a page that is no file, nor for what is surely a wrap", async () => {
    const client = await connect();
    await client.open("untitled:a", PAGE);
    const start = client.find("untitled:a", "“路");
    const actions = await client.codeActions("untitled:a", { start, end: start }, { only: ["quickfix"] });
    assert.deepEqual(
      actions.filter(({ title }) => title.startsWith("不再提示")),
      [],
    );
    const wrapped =
      "青川市云溪镇的便民大厅从去年冬天开门到今年夏\n天，一共为乡亲们代办了大大小小的事情几百件，\n\n最远的一位老人从三十里外的山上赶来。\n";
    const other = await connect({}, wrapped);
    assert.ok((await other.diagnostics(page())).some(({ code }) => code === "broken-line-wrap"));
    const end = other.find(page(), "夏", 1);
    const offered = await other.codeActions(page(), { start: end, end }, { only: ["quickfix"] });
    assert.ok(offered.length > 0);
    assert.ok(offered.every(({ title }) => !title.includes("段内断行”：此处")));
  });
});

describe("the open file of accepted findings", () => {
  const text = [
    "accepted:",
    "  - rule: unpaired-mark",
    "    page: seeds/a.txt",
    "    text: “",
    "  - rule: unpaired-mark",
    "    page: seeds/a.txt",
    "    text: ）",
    "  - rule: stray-blank",
    "    page: seeds/gone.txt",
    "  - rule: no-such-rule",
    "",
  ].join("\n");

  /** The last diagnostics of the file, once there are so many. */
  async function told(client: LspClient, count: number): Promise<Diagnostic[]> {
    const last = (): Diagnostic[] => client.publications.filter(({ uri }) => uri === file()).at(-1)?.diagnostics ?? [];
    await client.until(() => last().length === count);
    return last();
  }

  test("says what is wrong in it, and which entries have no effect any more", async () => {
    const client = await connect();
    await client.open(file(), text, "yaml");
    const diagnostics = await told(client, 3);
    assert.deepEqual(
      diagnostics.map(({ range, message }) => [range.start.line, message]),
      [
        [9, "没有名为“no-such-rule”的规则。"],
        [4, "这一版上已经没有它所指的问题，这一条不起作用。"],
        [7, "没有这个版面了，这一条不起作用。"],
      ],
    );
  });

  test("has its entries taken back, one by one or all that have no effect", async () => {
    const client = await connect();
    await client.open(file(), text, "yaml");
    const diagnostics = await told(client, 3);
    const actionsAt = (words: string): Promise<CodeAction[]> => {
      const start = client.find(file(), words);
      const here = diagnostics.filter(({ range }) => range.start.line <= start.line && start.line <= range.end.line);
      return client.codeActions(file(), { start, end: start }, { diagnostics: here });
    };
    const [takeBack] = await actionsAt("“");
    assert.equal(takeBack?.title, "不再接受：删去这一条，恢复提示");
    assert.equal(applied(takeBack?.edit, text), text.replace(/ {2}- rule: unpaired-mark\n.*\n {4}text: “\n/u, ""));
    // The dash and the indent belong to the entry.
    const [atDash] = await actionsAt("  - rule: unpaired-mark");
    assert.deepEqual(atDash?.edit, takeBack?.edit);
    const [remove, removeAll] = await actionsAt("）");
    assert.equal(remove?.title, "删去这一条");
    assert.equal(remove?.diagnostics?.length, 1);
    assert.equal(removeAll?.title, "删去全部 2 条不起作用的");
    assert.doesNotMatch(applied(removeAll?.edit, text), /）|gone/);
    assert.match(applied(removeAll?.edit, text), /text: “/);
  });

  test("is no page", async () => {
    const client = await connect();
    await client.open(file(), text, "yaml");
    assert.deepEqual(await client.diagnostics(file()), []);
    assert.equal(await client.ask("textDocument/documentSymbol", file()), null);
  });
});

const WITH_FILES: ClientCapabilities = {
  ...FULL,
  workspace: { ...FULL.workspace, workspaceEdit: { documentChanges: true, resourceOperations: ["create"] } },
};
