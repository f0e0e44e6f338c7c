/** The index as a data structure, and the keeper that has it follow the disk: always what a new one would be. */

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import fc from "fast-check";
import {
  createIndexKeeper,
  type IndexDisk,
  type IndexKeeper,
  type IndexTools,
} from "../../server/host/index-keeper.ts";
import { createIndexStore, type IndexStore } from "../../server/host/index-store.ts";
import type { IndexedPage } from "../../server/workspace/index-entries.ts";
import type { FileChange, IndexProgress } from "../../server/workspace/name-service.ts";
import type { PageCheck } from "../../server/workspace/page-check.ts";
import { createIndex, type PageIndex, rankOf } from "../../server/workspace/page-index.ts";
import { NO_FACTS } from "../support/no-facts.ts";

/** A page of one headline and a name a character, which is enough to tell indexes apart. */
function pageOf(text: string): IndexedPage {
  const entities = [...new Set(text)].map((char) => ({
    type: "PER" as const,
    entity: char,
    places: [...text.matchAll(new RegExp(char, "gu"))].map(
      ({ index }) => [0, index, 0, index + 1] as [number, number, number, number],
    ),
  }));
  return { headlines: [{ name: text, place: [0, 0, 0, text.length] }], entities, facts: NO_FACTS };
}

const NAMES = "苏禾田罗庚";

/** All that can be asked of an index. */
function answersOf(index: PageIndex): unknown {
  return {
    uris: index.uris(),
    references: [...NAMES].map((entity) => index.references({ type: "PER", entity })),
    symbols: [...NAMES, ""].map((query) => index.search(query, 1000)),
  };
}

function scratch(pages: ReadonlyMap<string, string>): PageIndex {
  const index = createIndex();
  for (const [uri, text] of pages) index.put(uri, pageOf(text));
  return index;
}

const texts = fc.string({ unit: fc.constantFrom(...NAMES), minLength: 1, maxLength: 5 });
const uris = fc.constantFrom("file:///w/a.txt", "file:///w/b.txt", "file:///w/d/c.txt", "file:///w/d/e.txt");

describe("the index", () => {
  test("is what its pages make of it, whatever came and went", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(uris, fc.option(texts))), (steps) => {
        const index = createIndex();
        const pages = new Map<string, string>();
        for (const [uri, text] of steps) {
          if (text === null) {
            index.delete(uri);
            pages.delete(uri);
          } else {
            index.put(uri, pageOf(text));
            pages.set(uri, text);
          }
        }
        assert.deepEqual(answersOf(index), answersOf(scratch(pages)));
      }),
    );
  });

  test("finds names that begin with the query first, then those that hold it, then those that hold its characters", () => {
    const names = ["云溪县", "青川市云溪县", "云岭小溪", "石门镇"];
    const ranked = names.map((name) => [rankOf(name, "云溪"), name] as const).sort(([a], [b]) => b - a);
    assert.deepEqual(
      ranked.map(([rank, name]) => `${Math.floor(rank)} ${name}`),
      ["3 云溪县", "2 青川市云溪县", "1 云岭小溪", "0 石门镇"],
    );
    assert.ok(rankOf("石门镇", "") > 0, "an empty query finds everything");
  });

  test("knows no dates", () => {
    assert.deepEqual(createIndex().references({ type: "DATE", entity: "2022-08-15" }), []);
  });
});

/** A disk in memory; `tick` is its clock. */
function memoryDisk() {
  const files = new Map<string, { text: string; mtime: number }>();
  let tick = 0;
  let reads = 0;
  const disk: IndexDisk = {
    list: async () => [...files.keys()],
    async stat(uri) {
      const file = files.get(uri);
      return file && { mtime: file.mtime, size: Buffer.byteLength(file.text) };
    },
    async read(uri) {
      reads += 1;
      const file = files.get(uri);
      if (!file) throw new Error("gone");
      return Buffer.from(file.text);
    },
  };
  const write = (uri: string, text: string): void => {
    tick += 1;
    files.set(uri, { text, mtime: tick });
  };
  return { disk, files, write, reads: () => reads };
}

const PLAN = { folders: ["file:///w"], pages: ["**/*.txt"], storage: "memory" };

const NOTHING_FOUND: PageCheck = {
  findings: 0,
  fixable: 0,
  needing: 0,
  places: [],
  errors: { characters: 0, errors: [] },
};

interface More {
  readonly store?: IndexStore;
  readonly mark?: () => string;
  readonly check?: IndexTools["check"];
  readonly checkMark?: () => string;
  /** What is told of pages that were checked, and how many findings they have. */
  readonly checked?: unknown[];
  readonly log?: string[];
}

function keeperOn(disk: IndexDisk, more: More = {}) {
  const progress: IndexProgress[] = [];
  const keeper = createIndexKeeper({
    disk,
    read: (_, text) => pageOf(text),
    lexiconMark: more.mark ?? (() => ""),
    check: more.check ?? (() => NOTHING_FOUND),
    checkMark: more.checkMark ?? (() => ""),
    onChecked: (uri, file) => void more.checked?.push([uri, file?.check.findings]),
    store: more.store ?? { load: async () => new Map(), save: async () => {} },
    onProgress: (step) => void progress.push(step),
    onError: (message) => void more.log?.push(message),
    later: setImmediate,
  });
  return { keeper, progress };
}

async function started(keeper: IndexKeeper): Promise<void> {
  keeper.start(PLAN);
  await keeper.settled();
}

/** Something that happens to the disk, and of which the editor tells. */
type Event =
  | { readonly do: "write"; readonly uri: string; readonly text: string }
  | { readonly do: "delete"; readonly uri: string }
  | { readonly do: "rename"; readonly uri: string; readonly to: string }
  | { readonly do: "remove folder" };

const events: fc.Arbitrary<Event> = fc.oneof(
  fc.record({ do: fc.constant("write" as const), uri: uris, text: texts }),
  fc.record({ do: fc.constant("delete" as const), uri: uris }),
  fc.record({ do: fc.constant("rename" as const), uri: uris, to: uris }),
  fc.record({ do: fc.constant("remove folder" as const) }),
);

describe("the keeper of the index", () => {
  test("has what a new one would have, whatever happened to the files, and in whatever haste", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(events, fc.boolean()), { maxLength: 12 }),
        fc.boolean(),
        async (steps, early) => {
          const { disk, files, write } = memoryDisk();
          write("file:///w/a.txt", "苏禾");
          write("file:///w/d/c.txt", "田");
          const { keeper } = keeperOn(disk);
          keeper.start(PLAN);
          if (!early) await keeper.settled();
          for (const [event, wait] of steps) {
            const changes: FileChange[] = [];
            const remove = (uri: string): void => {
              if (files.delete(uri)) changes.push({ uri, kind: "deleted" });
            };
            if (event.do === "write") {
              write(event.uri, event.text);
              changes.push({ uri: event.uri, kind: "written" });
            } else if (event.do === "delete") remove(event.uri);
            else if (event.do === "rename") {
              const text = files.get(event.uri)?.text;
              if (text !== undefined && event.uri !== event.to) {
                remove(event.uri);
                write(event.to, text);
                changes.push({ uri: event.to, kind: "written" });
              }
            } else {
              for (const uri of [...files.keys()]) if (uri.startsWith("file:///w/d/")) files.delete(uri);
              changes.push({ uri: "file:///w/d", kind: "deleted" });
            }
            keeper.changed(changes);
            if (wait) await keeper.settled();
          }
          await keeper.settled();
          const now = new Map([...files].map(([uri, { text }]) => [uri, text]));
          assert.deepEqual(answersOf(keeper.index), answersOf(scratch(now)));
        },
      ),
      { numRuns: 200 },
    );
  });

  test("reads only what has changed when it is opened again, and is the same", async () => {
    const folder = await mkdtemp(join(tmpdir(), "galley-index-"));
    try {
      const { disk, write, files, reads } = memoryDisk();
      for (const uri of ["file:///w/a.txt", "file:///w/b.txt", "file:///w/c.txt"]) write(uri, "苏禾田");
      const plan = { ...PLAN, storage: folder };
      const open = async (version: string) => {
        const { keeper } = keeperOn(disk, { store: createIndexStore(version) });
        keeper.start(plan);
        await keeper.settled();
        return keeper;
      };
      await open("1");
      assert.equal(reads(), 3);
      write("file:///w/b.txt", "罗");
      files.delete("file:///w/c.txt");
      write("file:///w/d.txt", "庚");
      const again = await open("1");
      assert.equal(reads(), 5);
      const now = new Map([...files].map(([uri, { text }]) => [uri, text]));
      assert.deepEqual(answersOf(again.index), answersOf(scratch(now)));
      await open("1");
      assert.equal(reads(), 5, "nothing has changed");
      await open("2");
      assert.equal(reads(), 8, "another version reads all anew");
      for (const damaged of ["", "{", '{"format":1,"version":"2","pages":[1,["a",null]]}']) {
        await writeFile(join(folder, "index.json"), damaged);
        assert.deepEqual(answersOf((await open("2")).index), answersOf(scratch(now)));
      }
      const stored = await readFile(join(folder, "index.json"), "utf8");
      assert.equal(JSON.parse(stored).pages.length, 3);
      for (const [whole, spoiled] of [
        ['"entities":[', '"entities":[null,'],
        ['"headlines":[', '"headlines":[{"name":"苏"},'],
        ['"places":[[0,', '"places":[["0",'],
        ['"persons":[]', '"persons":{}'],
        ['"jumps":{', '"jumps":null,"others":{'],
        ['"places":[],"errors"', '"places":[{"rule":"x"}],"errors"'],
      ] as const) {
        assert.ok(stored.includes(whole), whole);
        await writeFile(join(folder, "index.json"), stored.replace(whole, spoiled));
        const before = reads();
        assert.deepEqual(answersOf((await open("2")).index), answersOf(scratch(now)), spoiled);
        assert.equal(reads(), before + 1, "the page of which it tells such things is read anew");
      }
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test("does not read again what was only touched", async () => {
    const { disk, write } = memoryDisk();
    write("file:///w/a.txt", "苏");
    let made = 0;
    const keeper = createIndexKeeper({
      disk,
      read: (_, text) => {
        made += 1;
        return pageOf(text);
      },
      lexiconMark: () => "",
      check: () => NOTHING_FOUND,
      checkMark: () => "",
      onChecked: () => {},
      store: { load: async () => new Map(), save: async () => {} },
      onProgress: () => {},
      onError: () => {},
      later: setImmediate,
    });
    await started(keeper);
    write("file:///w/a.txt", "苏");
    keeper.changed([{ uri: "file:///w/a.txt", kind: "written" }]);
    await keeper.settled();
    assert.equal(made, 1);
  });

  test("reads pages anew when another lexicon holds", async () => {
    const { disk, write, reads } = memoryDisk();
    write("file:///w/a.txt", "苏");
    let mark = "1";
    const { keeper } = keeperOn(disk, { mark: () => mark });
    await started(keeper);
    keeper.marksChanged();
    await keeper.settled();
    assert.equal(reads(), 1);
    mark = "2";
    keeper.marksChanged();
    await keeper.settled();
    assert.equal(reads(), 2);
  });

  test("checks pages anew by other settings, without reading their names again, and tells of each once", async () => {
    const { disk, write, files } = memoryDisk();
    write("file:///w/a.txt", "苏禾");
    let mark = "1";
    const checked: unknown[] = [];
    const check = (_: string, text: string): PageCheck => ({ ...NOTHING_FOUND, findings: text.length + Number(mark) });
    const { keeper } = keeperOn(disk, { check, checkMark: () => mark, checked });
    await started(keeper);
    const page = keeper.index.get("file:///w/a.txt");
    keeper.changed([{ uri: "file:///w/a.txt", kind: "written" }]);
    await keeper.settled();
    mark = "2";
    keeper.marksChanged();
    await keeper.settled();
    assert.equal(keeper.index.get("file:///w/a.txt"), page);
    files.delete("file:///w/a.txt");
    keeper.changed([{ uri: "file:///w/a.txt", kind: "deleted" }]);
    await keeper.settled();
    assert.deepEqual(checked, [
      ["file:///w/a.txt", 3],
      ["file:///w/a.txt", 4],
      ["file:///w/a.txt", undefined],
    ]);
  });

  test("can be stopped, and follows changes from then on", async () => {
    const { disk, write } = memoryDisk();
    for (let i = 0; i < 50; i += 1) write(`file:///w/${i}.txt`, "苏");
    const { keeper, progress } = keeperOn(disk);
    keeper.start(PLAN);
    await new Promise<void>((resolve) => {
      const look = (): void => (progress.length > 3 ? resolve() : void setImmediate(look));
      look();
    });
    keeper.stop();
    await keeper.settled();
    const left = keeper.index.uris().length;
    assert.ok(left > 0 && left < 50, `${left} pages`);
    assert.deepEqual(progress.at(-1), { done: 0, of: 0 });
    write("file:///w/new.txt", "苏");
    keeper.changed([{ uri: "file:///w/new.txt", kind: "written" }]);
    await keeper.settled();
    assert.equal(keeper.index.uris().length, left + 1);
  });

  test("goes on past files that cannot be read, are none of text, or lie among libraries", async () => {
    const { disk, write } = memoryDisk();
    write("file:///w/a.txt", "苏");
    write("file:///w/b.txt", "\u0000".repeat(50));
    write("file:///w/node_modules/x/seeds/c.txt", "苏");
    const log: string[] = [];
    const { keeper, progress } = keeperOn(disk, { log });
    await started(keeper);
    assert.deepEqual(keeper.index.uris(), ["file:///w/a.txt"]);
    assert.match(log.join(), /b\.txt/);
    assert.deepEqual(progress, [
      { done: 1, of: 2 },
      { done: 2, of: 2 },
      { done: 0, of: 0 },
    ]);
  });

  test("follows no file outside the workspace, though it is told of its changes", async () => {
    const { disk, write, reads } = memoryDisk();
    const { keeper } = keeperOn(disk);
    keeper.start(PLAN);
    await keeper.settled();
    const outside = [
      "file:///other/a.txt",
      "file:///w/../b.txt",
      "file:///w/%2e%2e/c.txt",
      "file:///w2/d.txt",
      "http://w/e.txt",
    ];
    for (const uri of outside) write(uri, "苏禾");
    keeper.changed(outside.map((uri) => ({ uri, kind: "written" })));
    await keeper.settled();
    assert.deepEqual([keeper.index.uris(), reads()], [[], 0]);
  });

  test("takes no file of the house for a page, though it is told of its changes", async () => {
    const { disk, write } = memoryDisk();
    const { keeper } = keeperOn(disk);
    await started(keeper);
    write("file:///w/.galley/accepted.yaml", "苏");
    keeper.changed([{ uri: "file:///w/.galley/accepted.yaml", kind: "written" }]);
    await keeper.settled();
    assert.deepEqual(keeper.index.uris(), []);
  });
});
