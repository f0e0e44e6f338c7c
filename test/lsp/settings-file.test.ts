/** `.galley/settings.json` in an editor: for which pages it holds, what goes before it, and what is said of its faults. */

import assert from "node:assert/strict";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import type { Diagnostic } from "vscode-languageserver";
import { createStoredSettings } from "../../server/host/stored-settings.ts";
import { CLEAN_TEXT, type PlainText } from "../../server/protocol.ts";
import { PAGE as NEWSPAPER } from "../cli/page.ts";
import { inFolder, type TestFolder } from "../support/cli.ts";
import { connectInMemory, FULL, type Greeting, type LspClient, PUSHED } from "../support/lsp-client.ts";

const PAGE = "这里有 12 公里， 很长。\n";
const SPACED = '{ "numberSpacing": "spaced" }';

interface Opened {
  readonly client: LspClient;
  /** What the log was told. */
  readonly warnings: readonly string[];
  uriOf(name: string): string;
  /** Rules with their severities, in page order, of a page that is opened if it is not. */
  found(name: string): Promise<string[]>;
  /** Tells the server that a file is written, or gone. */
  written(name: string, content: string | undefined): Promise<void>;
}

async function connected({ path }: TestFolder, greeting: Greeting = {}): Promise<Opened> {
  const warnings: string[] = [];
  const log = { info: () => {}, warn: (text: string) => void warnings.push(text), error: () => {} };
  const storedSettings = createStoredSettings({ read: (file) => readFile(file) });
  const uriOf = (name: string): string => pathToFileURL(join(path, name)).href;
  const folders = greeting.folders?.map(uriOf) ?? [pathToFileURL(path).href];
  const client = await connectInMemory({ ...greeting, folders }, { storedSettings, log });
  const open = new Set<string>();
  return {
    client,
    warnings,
    uriOf,
    async found(name) {
      if (!open.has(name)) await client.open(uriOf(name), PAGE);
      open.add(name);
      return shown(await client.diagnostics(uriOf(name)));
    },
    async written(name, content) {
      if (content === undefined) await rm(join(path, name));
      else await writeFile(join(path, name), content);
      const changes = [{ uri: uriOf(name), type: content === undefined ? 3 : 2 }];
      await client.connection.sendNotification("workspace/didChangeWatchedFiles", { changes });
    },
  };
}

const SEVERITIES = ["", "error", "warning", "information", "hint"];

function shown(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ code, severity = 0 }) => `${code} ${SEVERITIES[severity]}`);
}

/** What is found where nothing is set. */
const BY_DEFAULT = ["spaced-number hint", "stray-blank hint"];
const NO_BLANKS = '{ "rules": { "stray-blank": "off" } }';

describe("a settings file", () => {
  test("holds for the pages at and below its folder, and the nearest one alone", () =>
    inFolder({ "a/.galley/settings.json": SPACED, "a/in/.galley/settings.json": NO_BLANKS }, async (folder) => {
      const { found } = await connected(folder);
      assert.deepEqual(await found("a/1.txt"), ["stray-blank hint"]);
      assert.deepEqual(await found("a/far/down/1.txt"), ["stray-blank hint"]);
      assert.deepEqual(await found("a/in/1.txt"), ["spaced-number hint"]);
      assert.deepEqual(await found("b/1.txt"), BY_DEFAULT);
    }));

  test("comes after what the editor has set, rule by rule and key by key", () =>
    inFolder(
      { ".galley/settings.json": '{ "rules": { "stray-blank": "off", "spaced-number": "error" }, "codeLens": false }' },
      async (folder) => {
        const { client, found, uriOf } = await connected(folder, { settings: { rules: { "stray-blank": "warning" } } });
        assert.deepEqual(await found("1.txt"), ["spaced-number error", "stray-blank warning"]);
        assert.deepEqual(await client.ask("textDocument/codeLens", uriOf("1.txt")), []);
        await client.configure({ rules: { "spaced-number": "off" }, codeLens: true });
        await client.until(() => client.refreshes > 0);
        assert.deepEqual(await found("1.txt"), []);
        assert.notDeepEqual(await client.ask("textDocument/codeLens", uriOf("1.txt")), []);
      },
    ));

  test("comes after what a client without questions said in its greeting", () =>
    inFolder({ ".galley/settings.json": NO_BLANKS }, async (folder) => {
      const options = { settings: { rules: { "spaced-number": "off" } } };
      const { found } = await connected(folder, { capabilities: { ...FULL, workspace: {} }, options });
      assert.deepEqual(await found("1.txt"), []);
    }));

  test("that is written, changed or deleted has its pages checked again, and no others", () =>
    inFolder({ "a/.galley/x": "", "b/.galley/settings.json": SPACED }, async (folder) => {
      const { client, found, written, uriOf } = await connected(folder);
      await found("a/1.txt");
      await found("b/1.txt");
      const other = await client.pull(uriOf("b/1.txt"));
      for (const [content, then] of [
        [SPACED, ["stray-blank hint"]],
        [NO_BLANKS, ["spaced-number hint"]],
        [undefined, BY_DEFAULT],
      ] as const) {
        const before = client.refreshes;
        await written("a/.galley/settings.json", content);
        await client.until(() => client.refreshes > before);
        assert.deepEqual(await found("a/1.txt"), then);
      }
      assert.equal((await client.pull(uriOf("b/1.txt"), other.resultId)).kind, "unchanged");
      assert.deepEqual(client.questions, [pathToFileURL(folder.path).href], "a file is no question to the editor");
    }));

  test("has its pages sent again to an editor that does not ask, and no others", () =>
    inFolder({ "a/.galley/x": "" }, async (folder) => {
      const { client, written, uriOf } = await connected(folder, { capabilities: PUSHED });
      for (const name of ["a/1.txt", "b/1.txt"]) {
        await client.open(uriOf(name), PAGE);
        await client.published(({ uri, diagnostics }) => uri === uriOf(name) && diagnostics.length === 2);
      }
      await written("a/.galley/settings.json", NO_BLANKS);
      await client.published(({ uri, diagnostics }) => uri === uriOf("a/1.txt") && diagnostics.length === 1);
      assert.equal(client.publications.filter(({ uri }) => uri === uriOf("b/1.txt")).length, 1);
    }));

  test("differs from folder to folder of the workspace; what is no file has that of the only folder", () =>
    inFolder({ "a/.galley/settings.json": SPACED, "b/.galley/settings.json": NO_BLANKS }, async (folder) => {
      const both = await connected(folder, { folders: ["a", "b"] });
      assert.deepEqual(await both.found("a/1.txt"), ["stray-blank hint"]);
      assert.deepEqual(await both.found("b/1.txt"), ["spaced-number hint"]);
      await both.client.open("untitled:1", PAGE);
      assert.deepEqual(shown(await both.client.diagnostics("untitled:1")), BY_DEFAULT);
      const { client } = await connected(folder, { folders: ["a"] });
      for (const uri of ["untitled:1", "git:/1.txt"]) {
        await client.open(uri, PAGE);
        assert.deepEqual(shown(await client.diagnostics(uri)), ["stray-blank hint"]);
      }
    }));

  test("holds for text that is made clean for a page, or for the workspace", () =>
    inFolder({ "a/.galley/settings.json": SPACED }, async (folder) => {
      const { client, uriOf } = await connected(folder);
      const clean = async (more: object) =>
        (await client.request<PlainText>(CLEAN_TEXT, { text: "共 3条。\n", ...more })).text;
      assert.equal(await clean({ uri: uriOf("a/1.txt") }), "共 3 条。\n");
      assert.equal(await clean({}), "共3条。\n");
    }));

  test("is watched by an editor that can", () =>
    inFolder({}, async (folder) => {
      const capabilities = {
        ...FULL,
        workspace: { ...FULL.workspace, didChangeWatchedFiles: { dynamicRegistration: true } },
      };
      const { client } = await connected(folder, { capabilities });
      await client.until(() => client.watched.includes("**/.galley/settings.json"));
    }));
});

describe("faults of a settings file", () => {
  const FAULTY = '{\n  "colour": 1,\n  "rules": { "[x](command:y)": "off", "stray-blank": "off" },\n';

  test("are shown in it and told once in the log, in the user's language; the rest counts", () =>
    inFolder({ ".galley/settings.json": `${FAULTY}  "numberSpacing": "wide"\n}\n` }, async (folder) => {
      const { client, found, warnings, uriOf } = await connected(folder, { locale: "zh-cn" });
      assert.deepEqual(await found("1.txt"), ["spaced-number hint"]);
      assert.deepEqual(await found("2.txt"), ["spaced-number hint"]);
      const file = uriOf(".galley/settings.json");
      const { diagnostics } = await client.published(({ uri }) => uri === file);
      assert.deepEqual(
        diagnostics.map(({ message, range: { start, end } }) => [message, start.line, start.character, end.character]),
        [
          ["没有名为 galley.colour 的设置，它不起作用。", 1, 2, 10],
          ["没有名为“[x](command:y)”的规则，设置 galley.rules.[x](command:y) 不起作用。", 2, 13, 29],
          ['设置 galley.numberSpacing 不能是 "wide"，只能是 none、spaced 之一；现当作没有设。', 3, 19, 25],
        ],
      );
      assert.deepEqual(
        warnings,
        diagnostics.map(({ message, range }) => `${file}:${range.start.line + 1}: ${message}`),
      );
      assert.deepEqual(client.shown, []);
    }));

  test("are gone when they are mended, or the file is", () =>
    inFolder({ ".galley/settings.json": "{", "a/.galley/settings.json": '{ "colour": 1 }' }, async (folder) => {
      const { client, found, written, uriOf } = await connected(folder, { locale: "en" });
      await found("1.txt");
      await found("a/1.txt");
      const [file, other] = [".galley/settings.json", "a/.galley/settings.json"].map(uriOf);
      const { diagnostics } = await client.published(({ uri }) => uri === file);
      assert.deepEqual(
        diagnostics.map(({ message }) => message),
        ["This is not valid JSON: it ends too early."],
      );
      await written(".galley/settings.json", "{}");
      await client.published(({ uri, diagnostics: left }) => uri === file && left.length === 0);
      await rm(join(folder.path, "a"), { recursive: true });
      const changes = [{ uri: uriOf("a"), type: 3 }];
      await client.connection.sendNotification("workspace/didChangeWatchedFiles", { changes });
      await client.published(({ uri, diagnostics: left }) => uri === other && left.length === 0);
    }));

  test("are shown as soon as it is written, though no page is open for which it holds", () =>
    inFolder({ "a/.galley/x": "" }, async (folder) => {
      const { client, written, uriOf } = await connected(folder);
      await written("a/.galley/settings.json", '{ "colour": 1 }');
      const { diagnostics } = await client.published(({ uri }) => uri === uriOf("a/.galley/settings.json"));
      assert.equal(diagnostics.length, 1);
    }));
});

test("editor and command line find the same on the same page", () =>
  inFolder(
    {
      ".galley/settings.json": '{ "rules": { "stray-blank": "error" }, "fixableSeverity": "rule" }',
      "a/.galley/settings.json": '{ "galley.numberSpacing": "spaced", "colour": 1, }',
      "1.txt": NEWSPAPER,
      "a/1.txt": NEWSPAPER,
    },
    async (folder) => {
      const { client, uriOf } = await connected(folder, { locale: "en" });
      const { out } = await folder.run(["check", "--format", "json", "."]);
      const files: { file: string; findings: { rule: string; severity: string; start: object; end: object }[] }[] =
        JSON.parse(out);
      assert.equal(files.length, 2);
      for (const { file, findings } of files) {
        await client.open(uriOf(file), NEWSPAPER);
        const diagnostics = await client.diagnostics(uriOf(file));
        assert.deepEqual(
          diagnostics.map(({ code, severity = 0, range }) => [code, SEVERITIES[severity], range.start, range.end]),
          findings.map(({ rule, severity, start, end }) => [rule, severity, start, end]),
        );
      }
      assert.notDeepEqual(files[0]?.findings, files[1]?.findings, "the two folders differ");
    },
  ));
