/** Findings of a page's issue in the editor: from the index and the open pages, in a server's process with its worker. */

import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import type { Diagnostic } from "vscode-languageserver";
import {
  ISSUE,
  ISSUE_CHANGED,
  type Issue,
  type IssueChange,
  type IssuePage,
  type IssuePlace,
} from "../../server/protocol.ts";
import { FULL, type ServerProcess } from "../support/lsp-client.ts";
import { startServer } from "./start-server.ts";

const page = (number: number, day: string): string =>
  `第${number}版　2022年8月${day}\n\n乡村道路修到群众心坎上\n\n　　本报讯 云溪县今年把修建乡村道路列为十件实事之首。\n`;
const TODAY = "16日　星期二";
const YESTERDAY = "15日　星期一";

let folder = "";
let server: ServerProcess;
const uriOf = (...path: string[]): string => pathToFileURL(join(folder, ...path)).href;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "galley-issue-"));
  for (const name of ["版面", "storage"]) await mkdir(join(folder, name));
  for (const number of [1, 2, 3, 4])
    await writeFile(join(folder, "版面", `A${number}.txt`), page(number, number === 3 ? YESTERDAY : TODAY));
  const capabilities = {
    ...FULL,
    workspace: { ...FULL.workspace, didChangeWatchedFiles: { dynamicRegistration: true } },
  };
  const options = { locale: "zh-cn", index: { pages: ["**/*.txt"], storage: join(folder, "storage") } };
  server = await startServer({ capabilities, options, folders: [uriOf()] });
});
after(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

/** What was sent last of a page by its issue, once it is as asked for. */
async function shownOn(
  uri: string,
  isAsked: (found: readonly Diagnostic[]) => boolean,
): Promise<readonly Diagnostic[]> {
  const last = (): readonly Diagnostic[] =>
    server.publications.filter((sent) => sent.uri === uri).at(-1)?.diagnostics ?? [];
  await server.until(() => isAsked(last()));
  return last();
}

/** Writes other words in the place of some on an open page. */
function change(uri: string, words: string, newText: string): Promise<void> {
  const range = { start: server.find(uri, words), end: server.find(uri, words, words.length) };
  return server.edit(uri, { range, newText });
}

/** The places of a page that is not open, as the Issue view has them, once they are as many as asked for. */
async function placesOf(name: string, count: number): Promise<readonly IssuePlace[]> {
  const uri = uriOf("版面", name);
  const isAsked = (pages: readonly IssuePage[]): readonly IssuePlace[] | undefined => {
    const page = pages.find((one) => decodeURIComponent(one.uri) === decodeURIComponent(uri));
    return page?.places.length === count ? page.places : undefined;
  };
  const later = new Promise<readonly IssuePlace[]>((resolve) => {
    server.connection.onNotification(ISSUE_CHANGED, ({ pages }: IssueChange) => {
      const places = isAsked(pages);
      if (places) resolve(places);
    });
  });
  const { pages } = await server.request<Issue>(ISSUE, {});
  return isAsked(pages) ?? later;
}

describe("a folio that differs from its issue", () => {
  test("is a place of its page, and counts in its error rate, before anybody opens it", async () => {
    const [place] = await placesOf("A3.txt", 1);
    assert.equal(place?.rule, "folio-differs");
    assert.equal(place.message, "这一版的日期是2022年8月15日，第1版等同期各版是2022年8月16日");
    assert.deepEqual(place.range.start, { line: 0, character: 4 });
    const { pages } = await server.request<Issue>(ISSUE, {});
    assert.ok((pages.find(({ uri }) => uri.endsWith("A3.txt"))?.errorRate?.perTenThousand ?? 0) > 0);
  });

  test("is none any more once the other pages on the disk say so, and one again", async () => {
    const written = async (name: string, text: string): Promise<void> => {
      await writeFile(join(folder, "版面", name), text);
      await server.connection.sendNotification("workspace/didChangeWatchedFiles", {
        changes: [{ uri: uriOf("版面", name), type: 2 }],
      });
    };
    const gone = placesOf("A3.txt", 0);
    await written("A4.txt", page(4, YESTERDAY));
    // Two against two: which day is right cannot be told.
    await gone;
    const back = placesOf("A3.txt", 1);
    await written("A4.txt", page(4, TODAY));
    await back;
  });

  test("is found by pages that are not open, behind the page's own findings, and leads to the other place", async () => {
    const uri = uriOf("版面", "A3.txt");
    await server.open(uri, page(3, YESTERDAY));
    assert.ok((await server.diagnostics(uri)).every(({ code }) => code !== "folio-differs"));
    const [found] = await shownOn(uri, (all) => all.length === 1);
    assert.equal(found?.code, "folio-differs");
    assert.equal(found.message, "这一版的日期是2022年8月15日，第1版等同期各版是2022年8月16日");
    const [related] = found.relatedInformation ?? [];
    assert.equal(related?.location.uri, uriOf("版面", "A1.txt"));
    assert.deepEqual(related.location.range, {
      start: { line: 0, character: 4 },
      end: { line: 0, character: related.location.range.end.character },
    });
  });

  test("is found no more once it is right, on the page as it is in the editor", async () => {
    const uri = uriOf("版面", "A3.txt");
    await change(uri, YESTERDAY, TODAY);
    await shownOn(uri, (all) => all.length === 0);
  });

  test("is found on an open page when another open one changes", async () => {
    const [third, fourth] = [uriOf("版面", "A3.txt"), uriOf("版面", "A4.txt")];
    await server.open(fourth, page(4, TODAY));
    await change(third, "第3版", "第4版");
    const [found] = await shownOn(fourth, (all) => all.length === 1);
    assert.equal(found?.message, "同一期里有两个第4版");
  });
});
