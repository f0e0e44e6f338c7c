/** Which settings hold for a page. */

import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, test } from "node:test";
import { DEFAULT_SETTINGS } from "../../server/core/page/settings.ts";
import { diskFiles } from "../../server/host/files.ts";
import { Refusal } from "../../server/host/refusal.ts";
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
        assert.equal(far.settings.numberSpacing, "spaced");
        assert.equal(far.path, join(path, ".galley/settings.json"));
        const near = await forFolder(join(path, "inner"));
        assert.deepEqual([near.settings.numberSpacing, near.problems], ["none", []]);
      },
    ));

  test("without one, the defaults hold", async () => {
    const missing = Object.assign(new Error(), { code: "ENOENT" });
    const { forFolder } = settingsFiles({ read: () => Promise.reject(missing) });
    assert.deepEqual(await forFolder("/a/b"), { settings: DEFAULT_SETTINGS, problems: [] });
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

  test("one that is no JSON, or may not be read, is refused by name", () =>
    inFolder({ ".galley/settings.json": "{ not json" }, async ({ path }) => {
      await assert.rejects(settingsFiles(diskFiles(path)).forFolder(path), (error) => {
        assert.ok(error instanceof Refusal);
        assert.match(error.reason.en, /settings\.json is not valid JSON/);
        return true;
      });
      const denied = settingsFiles({ read: () => Promise.reject(Object.assign(new Error(), { code: "EACCES" })) });
      await assert.rejects(denied.from("s.json"), /cannot read the settings file s\.json: permission denied/);
    }));

  test("one that is a folder is refused, not passed over", () =>
    inFolder({ ".galley/settings.json/a.json": "{}" }, async ({ path }) => {
      await assert.rejects(settingsFiles(diskFiles(path)).forFolder(path), /settings\.json: this is a folder/);
    }));

  test("an empty one sets nothing", () =>
    inFolder({ "s.json": "\n" }, async ({ path }) => {
      assert.deepEqual((await settingsFiles(diskFiles(path)).from("s.json")).settings, DEFAULT_SETTINGS);
    }));
});
