/** What is generated from the table of settings: groups of the manifest, and the schema of a settings file. */

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { describe, test } from "node:test";
import manifest from "../../package.json" with { type: "json" };
import { configuration } from "../../scripts/manifest-settings.ts";
import { settingsSchema } from "../../scripts/settings-schema.ts";
import { SETTINGS } from "../../server/core/setting-table.ts";

interface Group {
  readonly title: string;
  readonly order: number;
  readonly properties: Readonly<Record<string, { readonly scope: string; readonly default: unknown }>>;
}

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly definitions?: Readonly<Record<string, Schema>>;
  readonly $ref?: string;
  readonly markdownDescription?: string;
  readonly enum?: readonly string[];
}

describe("the manifest's settings", () => {
  const groups = configuration() as Group[];

  test("are those of the table, each in one group, groups in order", () => {
    const names = groups.flatMap(({ properties }) => Object.keys(properties));
    assert.deepEqual(names.sort(), SETTINGS.map(({ name }) => `galley.${name}`).sort());
    assert.deepEqual(
      groups.map(({ title, order }) => [title, order]),
      [
        ["%setting.group.general%", 1],
        ["%setting.group.rules%", 2],
        ["%setting.group.editor%", 3],
        ["%setting.group.window%", 4],
      ],
    );
  });

  test("may differ from folder to folder, but for those of the whole window", () => {
    const ofWindow = groups.flatMap(({ properties }) =>
      Object.entries(properties).flatMap(([name, { scope }]) => (scope === "resource" ? [] : [[name, scope]])),
    );
    assert.deepEqual(ofWindow, [
      ["galley.index", "window"],
      ["galley.checkFolder", "window"],
      ["galley.trace.server", "window"],
    ]);
  });
});

describe("the schema of a settings file", () => {
  const schema = settingsSchema() as Schema;
  const resolved = ({ $ref = "" }: Schema) => schema.definitions?.[$ref.replace("#/definitions/", "")];

  test("is the one that VS Code uses for it", () => {
    const rows = manifest.contributes.jsonValidation;
    const { url = "" } = rows.find(({ fileMatch }) => fileMatch.includes("**/.galley/settings.json")) ?? {};
    assert.equal(url, "./schemas/settings.schema.json");
    assert.ok(existsSync(new URL(`../../${url}`, import.meta.url)));
  });

  test("knows each setting of a page, nested and dotted, and says what it means in both languages", () => {
    for (const { name, scope, means } of SETTINGS) {
      const [head = "", ...rest] = name.split(".");
      const nested =
        rest.length > 0 ? schema.properties?.[head]?.properties?.[rest.join(".")] : schema.properties?.[head];
      const dotted = Object.entries(schema.patternProperties ?? {}).filter(([pattern]) =>
        new RegExp(pattern).test(name),
      );
      if (scope === "window") {
        assert.deepEqual([nested, dotted], [undefined, []], name);
        continue;
      }
      assert.equal(dotted.length, 1, name);
      assert.match(`galley.${name}`, new RegExp(dotted[0]?.[0] ?? ""));
      for (const one of [nested, dotted[0]?.[1]]) {
        const text = (one && resolved(one)?.markdownDescription) ?? "";
        assert.ok(text.includes(means.zh) && text.includes(means.en), name);
      }
    }
  });
});
