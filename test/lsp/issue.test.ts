/** The pages of an issue that are not open, in a server's process with its worker: their findings, and what the Issue view is told. */

import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import iconv from "iconv-lite";
import {
  CancellationTokenSource,
  type Diagnostic,
  DocumentDiagnosticReportKind,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver";
import { ISSUE, ISSUE_CHANGED, type Issue, type IssueChange, type IssuePage } from "../../server/protocol.ts";
import { FULL, type ServerProcess } from "../support/lsp-client.ts";
import { startServer } from "./start-server.ts";

/** A page with a wrap that a key mends, and a quotation mark that a person has to look at. */
const page = (n: number): string =>
  [
    `第${n}版 要闻`,
    "",
    "水渠通水",
    "",
    `　　本报讯 （记者 钟晓岚） 第${n}条`,
    "水渠昨天在云溪县青石镇通水。今",
    "年 3月以来，全县新修水渠三条，旱",
    "地变成了“水田。",
    "",
  ].join("\n");
const PAGES = 30;
const CLEAN = "水渠通水\n\n　　本报讯 水渠昨天通水。\n";

let folder = "";
let server: ServerProcess;
const uriOf = (name: string): string => pathToFileURL(join(folder, "版面（一）", name)).href;
const put = (name: string, content: string | Uint8Array): Promise<void> =>
  writeFile(join(folder, "版面（一）", name), content);

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "galley-issue-"));
  await mkdir(join(folder, "版面（一）"));
  for (let n = 1; n <= PAGES; n += 1) await put(`${n}.txt`, page(n));
  await put("gb.txt", iconv.encode(page(40), "gb18030"));
  await put("clean.txt", CLEAN);
  const capabilities = {
    ...FULL,
    workspace: { ...FULL.workspace, didChangeWatchedFiles: { dynamicRegistration: true } },
  };
  const settings = { checkFolder: true, rules: { "spaced-number": "error" } };
  const options = { locale: "zh-cn", index: { pages: ["**/*.txt"] }, settings };
  server = await startServer({ capabilities, options, settings, folders: [pathToFileURL(folder).href] });
});
after(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

/** Tells the server what has become of a file. */
const changed = (name: string, type: 1 | 2 | 3): Promise<void> =>
  server.connection.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri: uriOf(name), type }] });

/** What is told of pages while a request is open, as it comes. */
class Listening {
  readonly told: WorkspaceDocumentDiagnosticReport[] = [];
  readonly answer: Promise<unknown>;
  readonly #source = new CancellationTokenSource();
  #check = (): void => {};

  constructor(token: string, previousResultIds: readonly { uri: string; value: string }[] = []) {
    server.connection.onNotification("$/progress", (params: { token: string; value: WorkspaceDiagnosticReport }) => {
      if (params.token !== token) return;
      this.told.push(...params.value.items);
      this.#check();
    });
    const params = { previousResultIds, partialResultToken: token };
    this.answer = server.connection
      .sendRequest("workspace/diagnostic", params, this.#source.token)
      .catch((error: unknown) => error);
  }

  /** The last that was told of a page, once it passes the test. */
  until(name: string, holds: (report: WorkspaceDocumentDiagnosticReport) => boolean = () => true) {
    const uri = decodeURIComponent(uriOf(name));
    return new Promise<WorkspaceDocumentDiagnosticReport>((resolve) => {
      this.#check = () => {
        const last = this.told.findLast((report) => decodeURIComponent(report.uri) === uri);
        if (last && holds(last)) resolve(last);
      };
      this.#check();
    });
  }

  async cancel(): Promise<unknown> {
    this.#source.cancel();
    return this.answer;
  }
}

const itemsOf = (report: WorkspaceDocumentDiagnosticReport): Diagnostic[] =>
  report.kind === DocumentDiagnosticReportKind.Full ? report.items : [];

describe("workspace/diagnostic", () => {
  let known: { uri: string; value: string }[] = [];

  test("tells of every page what it tells of an open one, whatever its encoding", async () => {
    const listening = new Listening("first");
    for (let n = 1; n <= PAGES; n += 1) await listening.until(`${n}.txt`);
    const told = [await listening.until("7.txt"), await listening.until("gb.txt")];
    for (const [i, [name, text]] of [["7.txt", page(7)] as const, ["gb.txt", page(40)] as const].entries()) {
      await server.open(uriOf(name), text);
      const opened = await server.diagnostics(uriOf(name));
      assert.ok(opened.some(({ code, severity }) => code === "spaced-number" && severity === 1));
      assert.ok(opened.some(({ code }) => code === "unpaired-mark"));
      const bare = opened.map(({ data: _, ...diagnostic }) => diagnostic);
      const asClosed = JSON.stringify(itemsOf(told[i] as WorkspaceDocumentDiagnosticReport));
      const fileOf = (json: string): string => json.replaceAll(/file:\/\/[^"]*/g, decodeURIComponent);
      assert.deepEqual(JSON.parse(fileOf(asClosed)), JSON.parse(fileOf(JSON.stringify(bare))));
      await server.close(uriOf(name));
    }
    await listening.until("clean.txt", (report) => itemsOf(report).length === 0);
    known = listening.told.flatMap(({ uri, resultId }) => (resultId ? [{ uri, value: resultId }] : []));
    assert.equal(((await listening.cancel()) as { code: number }).code, -32800);
  });

  test("goes on with what has changed, and what is unchanged is not told again", async () => {
    const last = new Map(known.map((one) => [one.uri, one]));
    const listening = new Listening("second", [...last.values()]);
    await listening.until("1.txt", ({ kind }) => kind === DocumentDiagnosticReportKind.Unchanged);
    await put("1.txt", CLEAN);
    await changed("1.txt", 2);
    await listening.until("1.txt", (report) => report.kind === "full" && report.items.length === 0);
    await put("new.txt", page(50));
    await changed("new.txt", 1);
    await listening.until("new.txt", (report) => itemsOf(report).length > 0);
    await rm(join(folder, "版面（一）", "new.txt"));
    await changed("new.txt", 3);
    await listening.until("new.txt", (report) => report.kind === "full" && report.items.length === 0);
    const full = listening.told.filter(({ kind }) => kind === "full").map(({ uri }) => decodeURIComponent(uri));
    assert.deepEqual(new Set(full), new Set([uriOf("1.txt"), uriOf("new.txt")].map(decodeURIComponent)));
    await listening.cancel();
  });

  test("leaves an open page to its own request, and tells of it again when it is closed", async () => {
    await server.open(uriOf("2.txt"), CLEAN);
    const listening = new Listening("third");
    await listening.until("3.txt");
    assert.ok(listening.told.every(({ uri }) => decodeURIComponent(uri) !== decodeURIComponent(uriOf("2.txt"))));
    await server.close(uriOf("2.txt"));
    await listening.until("2.txt", (report) => itemsOf(report).length > 0);
    await listening.cancel();
  });

  test("is answered in one piece where the client wants it so", async () => {
    const params = { previousResultIds: [] };
    const { items } = await server.request<WorkspaceDiagnosticReport>("workspace/diagnostic", params);
    assert.equal(items.length, PAGES + 2);
  });

  test("is offered only where the setting asks for it", async () => {
    const options = { index: { pages: ["**/*.txt"] } };
    assert.deepEqual(server.server.capabilities.diagnosticProvider, {
      identifier: "galley",
      interFileDependencies: false,
      workspaceDiagnostics: true,
    });
    const other = await startServer({ options, folders: [pathToFileURL(folder).href] });
    assert.equal(
      (other.server.capabilities.diagnosticProvider as { workspaceDiagnostics: boolean }).workspaceDiagnostics,
      false,
    );
    await other.stop();
  });
});

describe("the issue", () => {
  const nameOf = ({ uri }: Pick<IssuePage, "uri">): string => decodeURIComponent(uri).split("/").at(-1) ?? "";

  test("has all pages with what needs a person, and says what changes", async () => {
    const changes: IssueChange[] = [];
    let check = (): void => {};
    server.connection.onNotification(ISSUE_CHANGED, (change: IssueChange) => {
      changes.push(change);
      check();
    });
    /** The last that was told of a page, once it passes the test; null where it is gone. */
    const told = (name: string, holds: (page: IssuePage | null) => boolean) =>
      new Promise<IssuePage | null>((resolve) => {
        check = () => {
          const all = changes.flatMap(({ pages, gone }) => [
            ...pages.map((one) => [nameOf(one), one] as const),
            ...gone.map((uri) => [nameOf({ uri }), null] as const),
          ]);
          const last = all.findLast(([one]) => one === name);
          if (last && holds(last[1])) resolve(last[1]);
        };
        check();
      });
    const { pages, titles, errorRates } = await server.request<Issue>(ISSUE, {});
    assert.equal(titles["unpaired-mark"], "标点不成对");
    assert.equal(pages.length, PAGES + 2);
    const third = pages.find((one) => nameOf(one) === "3.txt");
    assert.deepEqual(third?.number, { section: "", number: 3 });
    assert.ok(third.fixable > 0);
    assert.deepEqual(
      third.places.map(({ rule, article, range }) => [rule, article, range.start]),
      [["unpaired-mark", "水渠通水", { line: 7, character: 4 }]],
    );
    assert.equal(third.needing, 1);
    const clean = pages.find((one) => nameOf(one) === "clean.txt");
    assert.equal(clean?.needing, 0);
    assert.equal(clean.errorRate, undefined);

    // The same mark on 30 pages counts three times, and a tenth of an error each time; on its own page once.
    assert.match(third.errorRate?.inWords ?? "", /：标点不成对 1 处计 0\.1；共 0\.1 个差错 ÷ 61 字/);
    const [rate, ...others] = Object.entries(errorRates);
    assert.equal(decodeURIComponent(rate?.[0] ?? ""), `${pathToFileURL(folder).href}/版面（一）`);
    assert.match(rate?.[1].inWords ?? "", /：标点不成对 30 处计 0\.3；共 0\.3 个差错/);
    assert.deepEqual(others, []);

    // As it is typed, whatever stands on the disk.
    await server.open(uriOf("3.txt"), page(3));
    const at = server.find(uriOf("3.txt"), "“");
    await server.edit(uriOf("3.txt"), {
      range: { start: at, end: { ...at, character: at.character + 1 } },
      newText: "",
    });
    await told("3.txt", (one) => one?.needing === 0);
    const [rateNow] = Object.values(changes.at(-1)?.errorRates ?? {});
    assert.match(rateNow?.inWords ?? "", /标点不成对 29 处计 0\.3/);
    await server.close(uriOf("3.txt"));
    await told("3.txt", (one) => one?.needing === 1);

    await server.open("untitled:Untitled-1", page(9));
    await told("untitled:Untitled-1", (one) => one?.needing === 1);
    await server.close("untitled:Untitled-1");
    await told("untitled:Untitled-1", (one) => one === null);

    await rm(join(folder, "版面（一）", "4.txt"));
    await changed("4.txt", 3);
    await told("4.txt", (one) => one === null);
  });

  describe("counts by the settings that hold", () => {
    /** Settles when 5.txt, which is not open, has so many places that need a person. */
    const fiveNeeds = (places: number): Promise<void> =>
      new Promise((resolve) => {
        server.connection.onNotification(ISSUE_CHANGED, ({ pages }: IssueChange) => {
          if (pages.find((one) => nameOf(one) === "5.txt")?.needing === places) resolve();
        });
      });
    const settingsFile = (): string => join(folder, ".galley", "settings.json");
    const settingsChanged = (type: 1 | 3): Promise<void> =>
      server.connection.sendNotification("workspace/didChangeWatchedFiles", {
        changes: [{ uri: pathToFileURL(settingsFile()).href, type }],
      });

    test("those of the settings file, as soon as it is written and until it is gone", async () => {
      const without = fiveNeeds(0);
      await mkdir(join(folder, ".galley"));
      await writeFile(settingsFile(), '{ "rules": { "unpaired-mark": "off" } }');
      await settingsChanged(1);
      await without;
      const again = fiveNeeds(1);
      await rm(settingsFile());
      await settingsChanged(3);
      await again;
    });

    test("those of the client", async () => {
      const without = fiveNeeds(0);
      await server.configure({ checkFolder: true, rules: { "unpaired-mark": "off" } });
      await without;
    });
  });
});
