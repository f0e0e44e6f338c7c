/** Of VS Code's settings only those are sent that somebody has set. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { explicitSettings } from "../../client/explicit-settings.ts";

type Values = Record<string, unknown>;

/** A section as VS Code hands it out: values nested, with methods beside them. */
function sectionOf(levels: Readonly<Record<"default" | "global" | "workspace" | "workspaceFolder", Values>>) {
  const inOrder = [levels.default, levels.global, levels.workspace, levels.workspaceFolder];
  const merged: Values = {};
  for (const level of inOrder)
    for (const [name, value] of Object.entries(level)) {
      const keys = name.split(".");
      let at = merged;
      for (const key of keys.slice(0, -1)) {
        at[key] ??= {};
        at = at[key] as Values;
      }
      at[keys.at(-1) ?? ""] = value;
    }
  const inspect = (name: string) => ({
    key: `galley.${name}`,
    ...Object.fromEntries(Object.entries(levels).map(([level, values]) => [`${level}Value`, values[name]])),
  });
  const get = (name: string) => inOrder.findLast((level) => level[name] !== undefined)?.[name];
  return { ...merged, inspect, get, has: () => true, update: async () => {} };
}

test("what is set by the user, in the workspace or its folder is sent, by its value in force; defaults are not", () => {
  const section = sectionOf({
    default: { numberSpacing: "none", codeLens: true, "rules.stray-blank": "warning", "rules.split-number": "warning" },
    global: { codeLens: false, "rules.stray-blank": "off" },
    workspace: { "rules.stray-blank": "hint" },
    workspaceFolder: { numberSpacing: "none" },
  });
  assert.deepEqual(explicitSettings(section), { numberSpacing: "none", codeLens: false, "rules.stray-blank": "hint" });
});

test("what Galley does not know is sent too, so that it is told", () => {
  const section = sectionOf({
    default: { codeLens: true },
    global: { "rules.no-such-rule": "off", colour: ["red"] },
    workspace: {},
    workspaceFolder: {},
  });
  assert.deepEqual(explicitSettings(section), { "rules.no-such-rule": "off", colour: ["red"] });
});

test("where nothing is set, nothing is sent", () => {
  const section = sectionOf({
    default: { codeLens: true, index: true },
    global: {},
    workspace: {},
    workspaceFolder: {},
  });
  assert.deepEqual(explicitSettings(section), {});
});
