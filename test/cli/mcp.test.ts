/** `galley mcp`, spoken to as an assistant's program does: a process of its own, over standard input and output. */

import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { build } from "esbuild";
import iconv from "iconv-lite";
import { COMMON } from "../../scripts/bundling.ts";
import type { CheckAnswer, EntitiesAnswer, OutlineAnswer } from "../../server/workspace/tool-answers.ts";
import { program } from "../support/program.ts";

const PAGE = [
  "云溪县春茶开采",
  "",
  "　　本报讯（记者 苏禾田）2月 30",
  "",
  "日，云溪县县长罗长庚到茶山看望",
  "",
  "茶农。罗长庚说，全县今年采茶12公",
  "",
  "斤，茶农都很高兴，明年还要再种三",
  "",
  "百亩茶。",
  "",
].join("\n");

interface Answer {
  readonly texts: readonly string[];
  readonly failed: boolean;
}

describe("galley mcp", { timeout: 120_000 }, () => {
  let folder = "";
  const clients: Client[] = [];

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "galley-mcp-"));
    await mkdir(join(folder, "pages"));
    await writeFile(join(folder, "pages", "a.txt"), PAGE);
    await writeFile(join(folder, "pages", "gb.txt"), iconv.encode(PAGE, "gb18030"));
    await writeFile(join(folder, "pages", "doubtful.txt"), iconv.encode("距繼續縮", "gb18030"));
    await writeFile(join(folder, "pages", "notes.md"), "notes");
    await writeFile(join(folder, "outside.txt"), PAGE);
    await symlink(join(folder, "outside.txt"), join(folder, "pages", "link.txt"));
  });
  after(async () => {
    for (const client of clients) await client.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function connect(...args: string[]): Promise<Client> {
    return connectTo(program("cli"), args);
  }

  async function connectTo(start: readonly string[], args: readonly string[]): Promise<Client> {
    const client = new Client({ name: "test", version: "1.0.0" });
    clients.push(client);
    const cwd = join(folder, "pages");
    await client.connect(
      new StdioClientTransport({ command: process.execPath, args: [...start, "mcp", ...args], cwd }),
    );
    return client;
  }

  async function ask(client: Client, name: string, given: Record<string, unknown>): Promise<Answer> {
    const { content, isError } = await client.callTool({ name, arguments: given });
    return { texts: content.map((part) => (part.type === "text" ? part.text : "")), failed: isError === true };
  }

  async function told<T>(client: Client, name: string, given: Record<string, unknown>): Promise<T> {
    const { texts, failed } = await ask(client, name, given);
    assert.equal(failed, false, texts.join());
    return JSON.parse(texts[0] ?? "") as T;
  }

  test("offers four tools that change nothing, in the language that was asked for", async () => {
    for (const [lang, title, word] of [
      ["zh", "校对", "断行"],
      ["en", "Check", "Broken lines"],
    ] as const) {
      const client = await connect("--lang", lang);
      assert.equal(client.getServerVersion()?.name, "galley");
      assert.match(client.getInstructions() ?? "", lang === "zh" ? /先问这些工具/ : /instead of guessing/);
      const { tools } = await client.listTools();
      assert.deepEqual(
        tools.map(({ name }) => name),
        ["check", "outline", "entities", "fix"],
      );
      assert.ok(tools.every(({ annotations }) => annotations?.readOnlyHint === true));
      assert.equal(tools[0]?.title, title);
      assert.match(tools[0]?.description ?? "", new RegExp(word));
    }
  });

  test("answers about a text and about a file alike, whatever its encoding", async () => {
    const client = await connect("--lang", "en");
    const answers = [{ text: PAGE }, { path: "a.txt" }, { path: "gb.txt" }, { path: join(folder, "pages", "a.txt") }];
    const [first, ...others] = await Promise.all(answers.map((given) => told<CheckAnswer>(client, "check", given)));
    assert.ok(first);
    assert.deepEqual(
      first.findings.map(({ line, rule, words, severity }) => ({ line, rule, words, severity })),
      [{ line: 3, rule: "impossible-date", words: "2月 30 日", severity: "error" }],
    );
    assert.ok(first.fixable >= 4);
    assert.ok((first.fixableByRule["broken-line-wrap"] ?? 0) >= 2);
    for (const other of others) assert.deepEqual(other, first);
  });

  test("tells the articles and what they mention, with their lines", async () => {
    const client = await connect("--lang", "en");
    const { articles } = await told<OutlineAnswer>(client, "outline", { path: "a.txt" });
    assert.deepEqual(
      articles.map(({ name, firstLine, lastLine }) => [name, firstLine, lastLine]),
      [["云溪县春茶开采", 1, 11]],
    );
    const { entities } = await told<EntitiesAnswer>(client, "entities", { text: PAGE });
    const person = entities.find(({ name }) => name === "罗长庚");
    assert.deepEqual(person, { type: "PER", name: "罗长庚", about: "云溪县县长", lines: [5, 7] });
    assert.ok(entities.some(({ type, name }) => type === "QTY" && name.startsWith("12公")));
  });

  test("gives the fixed text back and writes no file", async () => {
    const client = await connect("--lang", "zh");
    const { texts, failed } = await ask(client, "fix", { path: "gb.txt" });
    assert.equal(failed, false);
    assert.match(texts[0] ?? "", /到茶山看望茶农。罗长庚说，全县今年采茶12公斤，茶农都很高兴，明年还要再种三百亩茶。/);
    assert.equal(texts[0]?.replace(/\s/g, ""), PAGE.replace(/\s/g, ""));
    assert.match(texts[1] ?? "", /修好 \d+ 处.*文件没有改动/s);
    assert.deepEqual(await readFile(join(folder, "pages", "gb.txt")), iconv.encode(PAGE, "gb18030"));
  });

  test("reads nothing outside its folders, and says why it does not read", async () => {
    const client = await connect("--lang", "en");
    for (const [given, reason] of [
      [{ path: "../outside.txt" }, /outside the folders that may be read/],
      [{ path: join(folder, "outside.txt") }, /outside the folders that may be read/],
      [{ path: "link.txt" }, /outside the folders that may be read/],
      [{ path: "." }, /outside the folders that may be read/],
      [{ path: "notes.md" }, /only \.txt files are read/],
      [{ path: "gone.txt" }, /no such file/],
      [{ path: "doubtful.txt" }, /GB18030 or Big5: too few characters to tell/],
      [{}, /give either text or path/],
      [{ text: PAGE, path: "a.txt" }, /give either text or path/],
      [{ text: 1 }, /text/],
    ] as const) {
      const { texts, failed } = await ask(client, "check", given);
      assert.equal(failed, true, JSON.stringify(given));
      assert.match(texts.join(), reason);
    }
    assert.equal((await ask(client, "check", { path: "doubtful.txt", encoding: "gb18030" })).failed, false);
    const both = await connect("--lang", "en", folder, join(folder, "pages"));
    assert.equal((await ask(both, "outline", { path: "outside.txt" })).failed, false);
  });

  test("answers as it is shipped, the protocol in a bundle beside the command line", async () => {
    const shipped = join(folder, "dist");
    const entries = { cli: "server/cli.ts", mcp: "server/mcp.ts" };
    for (const [name, entry] of Object.entries(entries)) {
      const outfile = join(shipped, `${name}.cjs`);
      const { metafile } = await build({
        ...COMMON,
        external: ["nodejieba"],
        entryPoints: [entry],
        outfile,
        metafile: true,
      });
      const holds = (library: string): boolean => Object.keys(metafile.inputs).some((path) => path.includes(library));
      assert.deepEqual([holds("@modelcontextprotocol"), holds("server/core")], [name === "mcp", name === "cli"]);
    }
    const client = await connectTo([join(shipped, "cli.cjs")], ["--lang", "en"]);
    assert.equal((await told<OutlineAnswer>(client, "outline", { path: "a.txt" })).articles.length, 1);
  });

  test("goes by the settings of the folder", async () => {
    const client = await connect("--lang", "en", "--rule", "impossible-date=off");
    assert.equal((await told<CheckAnswer>(client, "check", { text: PAGE })).needPerson, 0);
  });

  test("leaves out what the house has accepted", async () => {
    const house = join(folder, "pages", ".galley");
    await mkdir(house);
    await writeFile(
      join(house, "accepted.yaml"),
      "accepted:\n  - {rule: impossible-date, page: a.txt, text: 2月30日}\n",
    );
    const client = await connect("--lang", "en");
    assert.equal((await told<CheckAnswer>(client, "check", { path: "a.txt" })).needPerson, 0);
    assert.equal((await told<CheckAnswer>(client, "check", { path: "gb.txt" })).needPerson, 1);
    await rm(house, { recursive: true });
  });
});
