/** The way to the worker thread and back: asked by number, cancelled, outdated, failing, dying. */

import assert from "node:assert/strict";
import { EventEmitter } from "node:events";
import { describe, test } from "node:test";
import { CancellationToken, CancellationTokenSource } from "vscode-languageserver";
import type { Mention } from "../../server/core/page/mention.ts";
import { pageSpans } from "../../server/core/page/mention-spans.ts";
import { DEFAULT_SETTINGS } from "../../server/core/page/settings.ts";
import { Sheets } from "../../server/core/sheets.ts";
import type { Localised } from "../../server/core/text/locale.ts";
import { createWorkerClient } from "../../server/host/worker-client.ts";
import type { Clock } from "../../server/host/worker-link.ts";
import type { FromWorker, ToWorker, WorkerPage } from "../../server/host/worker-messages.ts";
import { createQueue } from "../../server/host/worker-queue.ts";
import type { Thread } from "../../server/host/worker-thread.ts";
import type { MentionQuery } from "../../server/workspace/mention-service.ts";
import { createAnswerer, type PageAnswers } from "../../server/workspace/page-answers.ts";
import { createPages } from "../../server/workspace/pages.ts";
import { realWeights, region } from "../support/mentions.ts";
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
function fakeThread(open: (page: WorkerPage) => PageAnswers = mentionsOf): FakeThread {
  const events = new EventEmitter();
  const thread = Object.assign(events, {
    got: [] as ToWorker[],
    hangs: false,
    postMessage(message: ToWorker) {
      thread.got.push(structuredClone(message));
      desk(structuredClone(message));
    },
    terminate: () => void events.emit("exit", 1),
  });
  const desk = createQueue(open, (message: FromWorker) => void (thread.hangs || events.emit("message", message)));
  return thread;
}

interface FakeThread extends Thread {
  readonly got: ToWorker[];
  /** Whether it says nothing more. */
  hangs: boolean;
  emit(event: string, what: unknown): unknown;
}

/** A clock that stands still until it is turned. */
function stillClock(): Clock & { turn(ms: number): void } {
  let time = 0;
  const due = new Map<object, { readonly at: number; run(): void }>();
  return {
    now: () => time,
    after(ms, run) {
      const key = {};
      due.set(key, { at: time + ms, run });
      return () => void due.delete(key);
    },
    turn(ms) {
      const end = time + ms;
      for (;;) {
        const [next] = [...due].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at);
        if (!next) break;
        const [key, { at, run }] = next;
        due.delete(key);
        time = at;
        run();
      }
      time = end;
    },
  };
}

/** A client whose threads are in this one; `open` may let the running thread die or hang. */
function setUp(open: (page: WorkerPage, thread: FakeThread) => PageAnswers = mentionsOf) {
  const threads: FakeThread[] = [];
  const lines: string[] = [];
  const notices: Localised[] = [];
  const returned = { count: 0 };
  const clock = stillClock();
  const write = (line: string): void => void lines.push(line);
  const start = (): Thread => {
    const thread = fakeThread((page) => open(page, thread));
    threads.push(thread);
    return thread;
  };
  const client = createWorkerClient(start, { info: write, warn: write, error: write }, { clock });
  client.onReturn({ back: () => returned.count++, notice: (notice) => void notices.push(notice) });
  const pages = createPages();
  const query = (text: string, uri = "a"): MentionQuery => ({ page: pages.put(uri, 1, text), token });
  return { client, threads, lines, notices, returned, clock, query };
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

  test("lays a page out as the server does, whose blanks beside numbers are as the house sets them", async () => {
    const answerer = createAnswerer({ gazetteer: region(), weights: realWeights() });
    const { client, query } = setUp((page) => answerer.open(page));
    const pages = createPages();
    const text = "1版要闻e云溪县3月5日\n";
    pages.put("a", 1, text);
    pages.configure("a", { ...DEFAULT_SETTINGS, numberSpacing: "spaced" });
    const page = pages.get("a") ?? query(text).page;
    const analysis = pages.analysisOf(page);
    const mentions = await client.mentions({ page, token });
    assert.deepEqual(
      mentions.map((mention) => pageSpans(analysis, mention).map(({ start, end }) => text.slice(start, end))),
      [["云溪县"], ["3月5日"]],
    );
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

  test("that dies leaves empty answers and is started again, ever later, as often as it takes", async () => {
    const { client, threads, lines, notices, returned, clock, query } = setUp();
    const asked = query("云溪县");
    for (const wait of [0, 1000, 2000, 4000, 8000]) {
      const answer = client.mentions(asked);
      threads.at(-1)?.emit("error", new Error("out of memory"));
      threads.at(-1)?.emit("exit", 1);
      assert.deepEqual(await answer, []);
      const before = threads.length;
      if (wait > 0) clock.turn(wait - 1);
      assert.equal(threads.length, before, `not before ${wait} ms are over`);
      clock.turn(1);
      assert.equal(threads.length, before + 1);
    }
    assert.equal(lines.length, 5, "each death is logged once");
    assert.match(lines.at(-1) ?? "", /out of memory.*started again in 8 s/s);
    assert.equal(notices.length, 1, "the user is told once");
    assert.equal(returned.count, 5, "what was answered with nothing is asked again");
    assert.equal((await client.mentions(asked))[0]?.entity, "云溪县", "of the very version that got no answer");
  });

  test("that has lived a minute is started again at once when it dies", async () => {
    const { client, threads, clock, notices, query } = setUp();
    await client.mentions(query("云"));
    for (let i = 1; i < 6; i += 1) {
      clock.turn(60_000);
      threads.at(-1)?.emit("exit", 134);
      clock.turn(0);
      assert.equal(threads.length, i + 1);
    }
    assert.deepEqual(notices, []);
  });

  test("that finds a page too long says so once, whatever is typed, and again when the page was closed", async () => {
    const { client, notices, query } = setUp((page) => ({ ...mentionsOf(page), unreadFrom: 4000 }));
    const long = "file:///w/A%201.txt";
    for (const text of ["云溪县", "云溪县今年"]) {
      const asked = query(text, long);
      await client.mentions(asked);
      await client.card(asked, 0, "zh");
    }
    assert.deepEqual(
      notices.map(({ zh }) => zh),
      ["“A 1.txt”的版面太长，从第 4000 行起没有识别人名、地名和机构名；分成几个文件便可。"],
    );
    client.forget(long);
    await client.mentions(query("云溪县", long));
    assert.equal(notices.length, 2);
  });

  test("that dies twice over a page sets it aside, and names the others", async () => {
    const { client, threads, notices, clock, query } = setUp((page, thread) => {
      if (page.text.includes("毒")) thread.emit("exit", 134);
      return mentionsOf(page);
    });
    const bad = query("毒", "file:///w/A%201.txt");
    for (const _ of [1, 2]) {
      assert.deepEqual(await client.mentions(bad), []);
      clock.turn(1);
    }
    assert.match(notices[0]?.zh ?? "", /A 1\.txt/);
    for (const other of ["b", "c"]) {
      assert.equal((await client.mentions(query("云溪县", other)))[0]?.text, "云溪县");
      assert.deepEqual(await client.mentions(bad), []);
    }
    assert.equal(threads.length, 3, "the third one has not been asked about the page");
    assert.deepEqual(threads[2]?.got[0], { setAside: ["file:///w/A%201.txt"] }, "nor reads it for the index");
  });

  test("tries a page that was set aside again when it was changed, and not at once", async () => {
    const { client, threads, notices, returned, clock, query } = setUp((page, thread) => {
      if (page.text.includes("毒")) thread.emit("exit", 134);
      return mentionsOf(page);
    });
    const ask = (text: string) => client.mentions(query(text, "file:///w/a.txt"));
    for (const _ of [1, 2]) {
      await ask("毒");
      clock.turn(1);
    }
    assert.deepEqual(await ask("云"), [], "the same edit may have left what brings the thread down");
    const before = returned.count;
    clock.turn(30_000);
    assert.equal(returned.count, before + 1, "whoever asks has the page asked about again");
    assert.equal((await ask("云"))[0]?.text, "云");
    await ask("毒毒");
    clock.turn(1);
    assert.equal(threads.length, 4, "another death over it, and the thread is back at once");
    clock.turn(30_000);
    assert.deepEqual(await ask("云云"), [], "it rests for longer than before");
    clock.turn(30_000);
    assert.equal((await ask("云云云"))[0]?.text, "云云云");
    assert.equal(notices.length, 1);
  });

  test("that hangs is ended, its page set aside, and others are answered", async () => {
    const { client, threads, lines, notices, clock, query } = setUp((page, thread) => {
      thread.hangs ||= page.text.includes("圈");
      return mentionsOf(page);
    });
    const [hung, behind] = [client.mentions(query("圈", "file:///w/c.txt")), client.mentions(query("云", "b"))];
    await new Promise((resolve) => setImmediate(resolve));
    clock.turn(120_000);
    assert.deepEqual([await hung, await behind], [[], []]);
    clock.turn(1);
    assert.equal(threads.length, 2);
    assert.match(lines.join(), /said nothing for 120 s.*c\.txt/);
    assert.match(notices[0]?.en ?? "", /c\.txt/);
    assert.equal((await client.mentions(query("云", "b")))[0]?.text, "云");
    assert.deepEqual(await client.mentions(query("圈", "file:///w/c.txt")), []);
    clock.turn(3_600_000);
    assert.equal(threads.length, 2, "a thread that owes nothing is left alone");
  });

  test("reads the file of a page that was set aside again when that has changed", async () => {
    const { client, threads, clock } = setUp();
    const uri = "file:///w/d.txt";
    client.index({ folders: ["file:///w"], pages: ["**/*.txt"] }, () => {});
    for (const _ of [1, 2]) {
      threads.at(-1)?.emit("message", { reading: uri });
      threads.at(-1)?.emit("exit", 134);
      clock.turn(1);
    }
    const got = () => threads.at(-1)?.got ?? [];
    assert.deepEqual(got()[0], { setAside: [uri] });
    clock.turn(30_000);
    client.changed([{ uri, kind: "written" }]);
    assert.deepEqual(got().slice(-2), [{ setAside: [] }, { changed: [{ uri, kind: "written" }] }]);
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
