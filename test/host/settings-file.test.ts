/** Which settings hold for a page. */

import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, test } from "node:test";
import { diskFiles } from "../../server/host/files.ts";
import { settingsFiles } from "../../server/host/settings-file.ts";
import { inFolder } from "../support/cli.ts";

describe("settings files", () => {
  test("the nearest one at or above the folder holds", () =>
    inFolder(
      {
        ".galley/settings.json": '{ "numberSpacing": "spaced" }',
        "inner/.galley/settings.json": '{ "$schema": "x", "galley.numberSpacing": "none" }',
      },
      async ({ path }) => {
        const { forFolder } = settingsFiles(diskFiles(path));
        const far = await forFolder(join(path, "some", "where"));
        assert.equal(far?.set.numberSpacing, "spaced");
        assert.equal(far?.path, join(path, ".galley/settings.json"));
        const near = await forFolder(join(path, "inner"));
        assert.deepEqual([near?.set.numberSpacing, near?.faults], ["none", []]);
      },
    ));

  test("without one, nothing is set", async () => {
    const missing = Object.assign(new Error(), { code: "ENOENT" });
    const { forFolder } = settingsFiles({ read: () => Promise.reject(missing) });
    assert.equal(await forFolder("/a/b"), undefined);
  });

  test("each file is read once", async () => {
    const asked: string[] = [];
    const { forFolder } = settingsFiles({
      read: async (path) => {
        asked.push(path);
        throw Object.assign(new Error(), { code: "ENOENT" });
      },
    });
    await forFolder("/a/b");
    await forFolder("/a/c");
    assert.deepEqual(asked, [...new Set(asked)]);
  });

  test("one that changed is read anew when the others are forgotten", async () => {
    let text = '{ "numberSpacing": "spaced" }';
    const { forFolder, forget } = settingsFiles({ read: async () => Buffer.from(text) });
    assert.equal((await forFolder("/a"))?.set.numberSpacing, "spaced");
    text = "{}";
    assert.equal((await forFolder("/a"))?.set.numberSpacing, "spaced");
    forget();
    assert.equal((await forFolder("/a"))?.set.numberSpacing, undefined);
  });

  test("one that may not be read, or is a folder, is refused by name, not passed over", () =>
    inFolder({ ".galley/settings.json/a.json": "{}" }, async ({ path }) => {
      const denied = settingsFiles({ read: () => Promise.reject(Object.assign(new Error(), { code: "EACCES" })) });
      const { refusal } = await denied.from("s.json");
      assert.equal(refusal?.reason.en, "cannot read the settings file s.json: permission denied");
      const folder = await settingsFiles(diskFiles(path)).forFolder(path);
      assert.match(folder?.refusal?.reason.en ?? "", /settings\.json: this is a folder/);
    }));

  test("one of more than 16 MB is refused", async () => {
    const { refusal } = await settingsFiles({ read: async () => new Uint8Array(16_000_001) }).from("s.json");
    assert.match(refusal?.reason.zh ?? "", /^无法读取设置文件 s\.json：超过 16 MB/u);
  });

  test("one that is named and not there is refused", async () => {
    const { refusal } = await settingsFiles(diskFiles("/")).from("/gone.json");
    assert.match(refusal?.reason.zh ?? "", /^无法读取设置文件 \/gone\.json：/);
  });
});

describe("a settings file", () => {
  /** The file as it is read, and what its faults stand at. */
  const read = async (text: string) => {
    const file = await settingsFiles({ read: async () => Buffer.from(text) }).from("s.json");
    return { ...file, at: file.faults.map(({ start, end }) => file.text.slice(start, end)) };
  };

  test("may have comments, commas after the last, a BOM, and $schema", async () => {
    const { set, faults } = await read(
      '\ufeff{\n  // 本报\n  "$schema": "x",\n  "numberSpacing": "spaced", /* 空 */\n}\n',
    );
    assert.deepEqual([set, faults], [{ numberSpacing: "spaced" }, []]);
  });

  test("that is empty, or holds a comment only, sets nothing", async () => {
    for (const text of ["", "\n", "// 以后再说\n"]) {
      const { set, faults } = await read(text);
      assert.deepEqual([set, faults], [{}, []]);
    }
  });

  test("has each fault at its place, and the rest counts", async () => {
    const { set, at, faults, refusal } = await read(
      '{ "colour": 1, "rules": { "no-such-rule": "off", "stray-blank": "loud", "split-number": "hint" }, "codeLens": [1], "index": true }',
    );
    assert.deepEqual(set, { "rules.split-number": "hint" });
    assert.deepEqual(at, ['"colour"', '"no-such-rule"', '"loud"', "[1]", '"index"']);
    assert.match(faults.at(-1)?.message.en ?? "", /galley\.index is for a whole window/);
    assert.equal(refusal, undefined);
  });

  test("has the fault of a name that stands twice at the one that counts", async () => {
    const file = await read('{ "numberSpacing": "none", "numberSpacing": "wide" }');
    assert.deepEqual([file.at, file.faults[0]?.start], [['"wide"'], 44]);
  });

  test("that is no JSON says so at the place; what can be read is set", async () => {
    const { set, at, faults, refusal } = await read('{ "numberSpacing": "spaced" "codeLens": false, "rules": {');
    assert.deepEqual(set, { numberSpacing: "spaced", codeLens: false });
    assert.deepEqual(at, ['"codeLens"']);
    assert.equal(faults[0]?.message.zh, "不是有效的 JSON：缺逗号或右括号。");
    assert.match(refusal?.reason.en ?? "", /^the settings file s\.json is not valid JSON: character 29, a comma/);
  });

  test("that holds something else than settings says so", async () => {
    for (const text of ["[]", "3", '"none"']) assert.deepEqual((await read(text)).at, [text]);
  });
});
