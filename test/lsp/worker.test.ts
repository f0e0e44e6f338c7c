/** The way to the worker thread and back: asked by number, cancelled, outdated, failing, dying. */

import assert from "node:assert/strict";
import { EventEmitter } from "node:events";
import { describe, test } from "node:test";
import { CancellationToken, CancellationTokenSource } from "vscode-languageserver";
import type { Mention } from "../../server/core/page/mention.ts";
import { Sheets } from "../../server/core/sheets.ts";
import { createWorkerClient } from "../../server/host/worker-client.ts";
import type { FromWorker, ToWorker, WorkerPage } from "../../server/host/worker-messages.ts";
import { createQueue } from "../../server/host/worker-queue.ts";
import type { Thread } from "../../server/host/worker-thread.ts";
import type { MentionQuery } from "../../server/workspace/mention-service.ts";
import type { PageAnswers } from "../../server/workspace/page-answers.ts";
import { createPages } from "../../server/workspace/pages.ts";
import { NO_FACTS } from "../support/no-facts.ts";

const token = CancellationToken.None;

/** One mention, which names the page's whole text. */
function mentionsOf({ text }: WorkerPage): PageAnswers {
  const mention: Mention = { block: 0, start: 0, end: text.length, type: "TERM", text, entity: text };
  return {
    mentions: () => [mention],
    card: () => ({ mention, markdown: text }),
    entry: () => undefined,
    addition: () => undefined,
    findings: () => [],
    facts: () => NO_FACTS,
    sheets: new Sheets(),
  };
}

/** A thread that lives in this one, with a real desk in it. */
function fakeThread(open: (page: WorkerPage) => PageAnswers = mentionsOf): Thread & EventEmitter & { got: ToWorker[] } {
  const events = new EventEmitter();
  const desk = createQueue(open, (message: FromWorker) => void events.emit("message", message));
  const got: ToWorker[] = [];
  return Object.assign(events, {
    got,
    postMessage(message: ToWorker) {
      got.push(structuredClone(message));
      desk(structuredClone(message));
    },
    terminate: () => void events.emit("exit", 1),
  }) as never;
}

function setUp(open?: (page: WorkerPage) => PageAnswers) {
  const threads: ReturnType<typeof fakeThread>[] = [];
  const lines: string[] = [];
  const write = (line: string): void => void lines.push(line);
  const start = (): Thread => {
    const thread = fakeThread(open);
    threads.push(thread);
    return thread;
  };
  const client = createWorkerClient(start, { info: write, warn: write, error: write });
  const pages = createPages();
  const query = (text: string, uri = "a"): MentionQuery => ({ page: pages.put(uri, 1, text), token });
  return { client, threads, lines, query };
}

describe("the worker", () => {
  test("is started by the first question and answers all of them", async () => {
    const { client, threads, query } = setUp();
    assert.equal(threads.length, 0);
    const asked = query("云溪县");
    const [mentions, card] = await Promise.all([client.mentions(asked), client.card(asked, 1, "zh")]);
    assert.deepEqual([mentions[0]?.entity, card?.markdown], ["云溪县", "云溪县"]);
    assert.equal(threads.length, 1);
  });

  test("is sent a page once a version", async () => {
    const { client, threads, query } = setUp();
    const first = query("云溪县");
    await client.mentions(first);
    await client.card(first, 0, "en");
    await client.mentions(query("青川市"));
    const sent = threads[0]?.got.filter((message) => "page" in message);
    assert.equal(sent?.length, 2);
    client.forget("a");
    client.forget("b");
    assert.deepEqual(threads[0]?.got.at(-1), { forget: "a" });
  });

  test("lays a page out when it is first asked about, and once", async () => {
    const opened: string[] = [];
    const { client, query } = setUp((page) => {
      opened.push(page.text);
      return mentionsOf(page);
    });
    const asked = query("云溪县");
    await client.mentions(asked);
    await client.mentions(asked);
    assert.deepEqual(opened, ["云溪县"]);
  });

  test("is asked for the mentions of a version once, whoever wants them", async () => {
    const { client, threads, query } = setUp();
    const asked = query("云溪县");
    const both = await Promise.all([client.mentions(asked), client.mentions(asked)]);
    assert.equal(both[0], both[1]);
    await client.mentions(asked);
    const questions = () => threads[0]?.got.filter((message) => "question" in message).length;
    assert.equal(questions(), 1);
    client.changed([{ uri: "file:///w/.galley/entities.yaml", kind: "written" }]);
    await client.mentions(asked);
    assert.equal(questions(), 2, "a lexicon that has changed names them anew");
  });

  test("does no work for a version that another has followed", async () => {
    const opened: string[] = [];
    const { client, query } = setUp((page) => {
      opened.push(page.text);
      return mentionsOf(page);
    });
    const [old, now] = await Promise.all([client.mentions(query("旧")), client.mentions(query("新"))]);
    assert.deepEqual(old, []);
    assert.equal(now[0]?.entity, "新");
    assert.deepEqual(opened, ["新"]);
  });

  test("does no work for a question that was cancelled", async () => {
    const opened: string[] = [];
    const { client, query } = setUp((page) => {
      opened.push(page.text);
      return mentionsOf(page);
    });
    const source = new CancellationTokenSource();
    const answer = client.card({ ...query("云溪县"), token: source.token }, 0, "zh");
    source.cancel();
    assert.equal(await answer, undefined);
    await client.mentions(query("青川市", "b"));
    assert.deepEqual(opened, ["青川市"]);
    assert.equal(await client.card({ ...query("云溪县"), token: source.token }, 0, "zh"), undefined);
  });

  test("that fails at a page logs it and answers the next", async () => {
    const { client, lines, query } = setUp((page) => {
      if (page.text === "坏") throw new Error("bad page");
      return mentionsOf(page);
    });
    assert.deepEqual(await client.mentions(query("坏", "b")), []);
    assert.match(lines.join(), /bad page/);
    assert.equal((await client.mentions(query("好")))[0]?.entity, "好");
  });

  test("that dies leaves empty answers and is started again, but not for ever", async () => {
    const { client, threads, lines, query } = setUp(() => {
      throw new Error("not reached");
    });
    for (let i = 0; i < 5; i += 1) {
      const answer = client.mentions(query("云溪县"));
      threads[i]?.emit("error", new Error("out of memory"));
      threads[i]?.emit("exit", 1);
      assert.deepEqual(await answer, []);
    }
    assert.equal(threads.length, 3);
    assert.equal(lines.length, 3, "each death is logged once");
    assert.match(lines.at(-1) ?? "", /out of memory.*not started again/s);
  });

  test("that cannot be started leaves empty answers", async () => {
    const lines: string[] = [];
    const write = (line: string): void => void lines.push(line);
    const start = (): never => {
      throw new Error("no threads here");
    };
    const client = createWorkerClient(start, { info: write, warn: write, error: write });
    const { query } = setUp();
    assert.deepEqual(await client.mentions(query("云")), []);
    assert.match(lines.join(), /no threads here/);
  });

  test("ends with the server, quietly", async () => {
    const { client, lines, query } = setUp();
    await client.mentions(query("云"));
    client.close();
    assert.deepEqual(lines, []);
    assert.deepEqual(await client.mentions(query("溪")), []);
  });

  test("passes on what the thread has to log", async () => {
    const { client, threads, lines, query } = setUp();
    await client.mentions(query("云"));
    threads[0]?.emit("message", { log: "warn", message: "no dictionary" });
    assert.deepEqual(lines, ["no dictionary"]);
  });
});
