/** `galley export --output`: an issue in files with a list of them, an article over pages once, all of it or nothing. */

import assert from "node:assert/strict";
import { cp, mkdir, readdir, readFile, realpath, rename, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, test } from "node:test";
import { draftOf } from "../../server/host/drafts.ts";
import { inFolder, type TestFolder } from "../support/cli.ts";

const HEADLINE = "乡村道路修到群众心坎上";
const BEGINS = "本报讯 云溪县今年把修建乡村道路列为十件实事之首，先修出行最难的村，再修连接产业的路，";
const GOES_ON = "路通了，云溪县各乡镇的山货出得去了，修建乡村道路省下的运费，合作社算了一笔账。";
const NOTICE = ["图书馆夜间开放到十点", "本报讯 图书馆近日把夜间开放时间延长到十点，新添座位六百个。"];
const page = (number: number, ...blocks: readonly string[]): string =>
  `${[`第${number}版　2022年8月16日 星期二`, ...blocks].join("\n\n")}\n`;

/** The tenth page stands before the second by its name, and the same notice is on two pages. */
const ISSUE = {
  "今日/A1.txt": page(1, HEADLINE, `${BEGINS}（下转第十版）`, ...NOTICE),
  "今日/A10.txt": page(10, `（上接第一版）${GOES_ON}`, ...NOTICE),
  "今日/A2.txt": page(2, "茶园里的新农人", "本报讯 茶园里来了几位年轻人，他们学着种茶制茶，把新茶卖到了外省。"),
  "今日/readme.txt": "Extracted with an extractor.\n",
};

interface Manifest {
  readonly format: string;
  readonly pages: readonly {
    readonly page: string;
    readonly source: string;
    readonly file: string;
    readonly date: string;
    readonly uri: string;
    readonly articles: readonly { readonly name: string; readonly uri: string; readonly pages?: readonly string[] }[];
  }[];
}

async function manifestIn({ read }: TestFolder, folder = "out"): Promise<Manifest> {
  return JSON.parse(await read(`${folder}/manifest.json`));
}

const EXPORT = ["export", "今日", "--output", "out", "--no-entities"];

describe("galley export of an issue", () => {
  test("lists pages and articles in their order, an article over pages once", () =>
    inFolder(ISSUE, async (folder) => {
      const { out, err, code } = await folder.run([...EXPORT, "--format", "ninjs"]);
      assert.deepEqual([out, err, code], ["", "galley: out: 3 pages, 4 articles\n", 0]);
      const { format, pages } = await manifestIn(folder);
      assert.equal(format, "ninjs");
      assert.deepEqual(
        pages.map(({ page, source, file, date }) => [page, source, file, date]),
        [
          ["1", "A1.txt", "pages/A1.json", "2022-08-16"],
          ["2", "A2.txt", "pages/A2.json", "2022-08-16"],
          ["10", "A10.txt", "pages/A10.json", "2022-08-16"],
        ],
      );
      assert.deepEqual(
        pages.map(({ articles }) => articles.map(({ name, pages }) => [name, pages?.join()].filter(Boolean).join(" "))),
        [[`${HEADLINE} 1,10`, NOTICE[0]], ["茶园里的新农人"], [NOTICE[0]]],
      );
    }));

  test("ninjs: uris of which none comes twice, those of the manifest; the article whole", () =>
    inFolder(ISSUE, async (folder) => {
      await folder.run([...EXPORT, "--format", "ninjs"]);
      const { pages } = await manifestIn(folder);
      const listed = pages.flatMap(({ uri, articles }) => [uri, ...articles.map((article) => article.uri)]);
      assert.equal(new Set(listed).size, listed.length);
      const items = await Promise.all(pages.map(async ({ file }) => JSON.parse(await folder.read(`out/${file}`))));
      const written = items.flatMap(({ uri, associations }) => [
        uri,
        ...associations.map((item: { uri: string }) => item.uri),
      ]);
      assert.deepEqual(written, listed);
      assert.equal(items[0].associations[0].bodies[0].value, BEGINS + GOES_ON);
    }));

  test("each format has its files; JSON says where an article goes on", () =>
    inFolder(ISSUE, async (folder) => {
      for (const [format, name] of [
        ["text", "A1.txt"],
        ["markdown", "A1.md"],
        ["json", "A1.json"],
      ] as const) {
        const { code } = await folder.run(["export", "今日", "--output", format, "--format", format, "--no-entities"]);
        assert.equal(code, 0);
        assert.ok((await folder.read(`${format}/pages/${name}`)).includes(BEGINS + GOES_ON));
      }
      const { articles } = JSON.parse(await folder.read("json/pages/A1.json"));
      assert.deepEqual(articles[0].continued, [{ file: "A10.txt", page: "10", firstLine: 3, lastLine: 3 }]);
      assert.ok(!(await folder.read("text/pages/A10.txt")).includes(GOES_ON));
    }));

  test("is the same with threads, names and all", () =>
    inFolder(ISSUE, async (folder) => {
      const names = ["export", "今日", "--format", "json", "--output"];
      await folder.run([...names, "one"]);
      await folder.run([...names, "two", "--jobs", "2"], { threads: { after: 0 } });
      assert.deepEqual(await manifestIn(folder, "one"), await manifestIn(folder, "two"));
    }));

  test("writes nothing where a page cannot be read", () =>
    inFolder(ISSUE, async (folder) => {
      const { err, code } = await folder.run(EXPORT, {
        disk: (files) => ({
          read: async (path) => {
            if (path.endsWith("A2.txt")) throw new Error("broken disk");
            return files.read(path);
          },
        }),
      });
      assert.equal(code, 2);
      assert.match(
        err,
        /A2\.txt: .*broken disk\)\ngalley: out: not everything could be read, so nothing was written\n$/u,
      );
      assert.deepEqual(await readdir(folder.path), ["今日"]);
    }));

  test("writes nothing where a file cannot be written, and an earlier export stays", () => {
    // Behind the longer ending of the exported page this name is one that no disk takes.
    const [long, longer] = [`${"a".repeat(251)}.txt`, page(3, ...NOTICE)];
    return inFolder({ ...ISSUE, [`明日/${long}`]: longer }, async (folder) => {
      await folder.run(EXPORT);
      const { code } = await folder.run([
        ...["export", "明日", "--output", "out", "--format", "json", "--no-entities", "--replace"],
      ]);
      assert.equal(code, 2);
      assert.equal((await manifestIn(folder)).pages.length, 3);
      assert.deepEqual((await readdir(folder.path)).sort(), ["out", "今日", "明日"].sort());
    });
  });

  test("leaves alone what is there, and replaces an earlier export only when told to", () =>
    inFolder({ ...ISSUE, "mine/letter.txt": "信\n" }, async (folder) => {
      await folder.run(EXPORT);
      const again = await folder.run([...EXPORT, "--format", "json"]);
      assert.equal(again.code, 2);
      assert.match(again.err, /nothing was written; name another one, or replace an earlier export with --replace/u);
      assert.equal((await manifestIn(folder)).format, "text");
      assert.equal((await folder.run([...EXPORT, "--format", "json", "--replace"])).code, 0);
      assert.equal((await manifestIn(folder)).format, "json");
      assert.deepEqual((await readdir(`${folder.path}/out/pages`)).sort(), ["A1.json", "A10.json", "A2.json"]);
      const mine = await folder.run(["export", "今日", "--output", "mine", "--replace", "--lang", "zh"]);
      assert.deepEqual([mine.code, mine.err], [2, "galley: mine: 文件夹里的东西不是导出的，没有写入；换一个名字\n"]);
      assert.deepEqual((await readdir(folder.path)).sort(), ["mine", "out", "今日"]);
    }));

  test("replaces nothing that somebody has put beside an earlier export, nor what another program lists in its manifest.json", () =>
    inFolder({ ...ISSUE, "site/manifest.json": '{"name":"site"}\n', "site/src/a.js": "" }, async (folder) => {
      await folder.run(EXPORT);
      await writeFile(`${folder.path}/out/notes.txt`, "我的\n");
      const beside = await folder.run([...EXPORT, "--replace"]);
      assert.equal(beside.code, 2);
      assert.match(beside.err, /something else in this folder \(notes\.txt\), so nothing was written/u);
      assert.equal(await readFile(`${folder.path}/out/notes.txt`, "utf8"), "我的\n");
      assert.equal((await folder.run(["export", "今日", "--output", "site", "--replace"])).code, 2);
      assert.deepEqual((await readdir(`${folder.path}/site`)).sort(), ["manifest.json", "src"]);
    }));

  test("is not written round the folder that is exported, nor into it by a link", () =>
    inFolder({ ...ISSUE }, async (folder) => {
      await folder.run(EXPORT);
      await cp(`${folder.path}/今日`, `${folder.path}/out/今日`, { recursive: true });
      assert.equal((await folder.run(["export", "out/今日", "--output", "out", "--replace"])).code, 2);
      assert.ok((await readdir(`${folder.path}/out/今日`)).length > 0);
      await symlink(`${folder.path}/今日`, `${folder.path}/link`);
      assert.equal((await folder.run(["export", "今日", "--output", "link/out"])).code, 2);
      assert.equal((await readdir(`${folder.path}/今日`)).includes("out"), false);
    }));

  test("is not written into the folder that is exported, nor of a folder without pages", () =>
    inFolder({ ...ISSUE, "empty/readme.txt": "Nothing yet.\n" }, async (folder) => {
      const inside = await folder.run(["export", "今日", "--output", "今日/out"]);
      assert.deepEqual([inside.code, (await readdir(`${folder.path}/今日`)).includes("out")], [2, false]);
      const { code, err } = await folder.run(["export", "empty", "--output", "out"]);
      assert.equal(code, 2);
      assert.match(err, /there is no page to export; nothing was written/u);
      assert.deepEqual((await readdir(folder.path)).sort(), ["empty", "今日"]);
    }));

  test("a folder without --output is told of it", () =>
    inFolder(ISSUE, async ({ run }) => {
      assert.match((await run(["export", "今日"])).err, /with --output a folder/u);
    }));

  test("a pattern does not export beside its own pages, where it may match the export the next time", () =>
    inFolder(ISSUE, async ({ path, run }) => {
      assert.equal((await run(["export", "今日/**/*.txt", "--output", "今日/out"])).code, 2);
      assert.equal((await readdir(`${path}/今日`)).includes("out"), false);
      assert.equal((await run(["export", "今日/**/*.txt", "--output", "out"])).code, 0);
    }));

  test("what failed leaves no folder above it", () =>
    inFolder({ "bad.txt": Buffer.from([0xff, 0xfe, 0xff]) }, async ({ path, run }) => {
      assert.equal((await run(["export", "bad.txt", "--output", "deep/down/out"])).code, 2);
      assert.deepEqual(await readdir(path), ["bad.txt"]);
    }));

  test("standard input and a folder without a name are refused", () =>
    inFolder({}, async ({ path, run }) => {
      const piped = await run(["export", "-", "--output", "out"], { stdin: "本报讯\n" });
      assert.deepEqual([piped.code, (await run(["export", ".", "--output", ""])).code], [2, 2]);
      assert.match(piped.err, /leave --output out/u);
      assert.deepEqual(await readdir(path), []);
    }));

  test("an export that a killed run had moved away is back, and its drafts are gone", () =>
    inFolder(ISSUE, async (folder) => {
      await folder.run(EXPORT);
      const out = join(await realpath(folder.path), "out");
      const left = draftOf(out).replace(`-${process.pid}-`, "-4194304-");
      await rename(out, `${left}-old`);
      await mkdir(left);
      assert.match((await folder.run(EXPORT)).err, /replace an earlier export with --replace/u);
      assert.ok((await readdir(out)).includes("manifest.json"));
      assert.equal(
        (await readdir(folder.path)).some((name) => name.startsWith(".galley-")),
        false,
      );
    }));
});
