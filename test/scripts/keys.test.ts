/** The keys of commands: every command of the palette has one, on pages, and none that VS Code has taken on any system. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";

interface Binding {
  readonly command: string;
  readonly key: string;
  readonly mac: string;
  readonly when: string;
}

const read = (path: string) => JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));
const { commands, keybindings, menus } = read("../../package.json").contributes;
const bindings: readonly Binding[] = keybindings;
/** What VS Code itself has each key for, as `scripts/default-keys.ts` found it. */
const TAKEN: Readonly<Record<"windows" | "mac" | "linux", Readonly<Record<string, string>>>> =
  read("./default-keys.json");

/** Does what VS Code's own command at its key does, and better. */
const STANDS_FOR: Readonly<Record<string, string>> = { "galley.quickFix": "editor.action.quickFix" };

/** A stroke with its modifiers in one order, as VS Code's list has them in another on each system. */
const inOrder = (stroke: string): string =>
  [...stroke.split("+").slice(0, -1).sort(), stroke.split("+").at(-1)].join("+");
const strokesOf = (key: string): string[] => key.split(" ").map(inOrder);

/** Whether one of two keys is the other or its beginning. */
function collide(one: string, other: string): boolean {
  const [a, b] = [strokesOf(one), strokesOf(other)];
  return a.slice(0, b.length).join(" ") === b.slice(0, a.length).join(" ");
}

describe("the keys of commands", () => {
  test("are had by every command of the palette", () => {
    const hidden = menus.commandPalette.filter(({ when }: Binding) => when === "false");
    const shown = commands.filter(({ command }: Binding) => !hidden.some((one: Binding) => one.command === command));
    for (const { command } of shown)
      assert.ok(
        bindings.some((one) => one.command === command),
        command,
      );
  });

  for (const system of ["windows", "mac", "linux"] as const) {
    test(`are not VS Code's own on ${system}`, () => {
      const taken = Object.entries(TAKEN[system]);
      assert.ok(taken.length > 300);
      for (const { command, key, mac } of bindings) {
        const own = system === "mac" ? mac : key;
        const others = taken.filter(([theirs, what]) => {
          return collide(own, theirs) && !what.split(" ").includes(STANDS_FOR[command] ?? "");
        });
        assert.deepEqual(others, [], `${command} at ${own}`);
      }
    });
  }

  test("are each had by one command", () => {
    for (const [n, one] of bindings.entries())
      for (const other of bindings.slice(n + 1))
        assert.ok(!collide(one.key, other.key) && !collide(one.mac, other.mac), `${one.command}, ${other.command}`);
  });

  test("mean something only where there is a page, or a text to make one of", () => {
    for (const { command, when } of bindings)
      assert.match(when, /editorLangId [!=]= newspaper|galley\.hasPages/, command);
  });

  test("stand in both manuals", () => {
    for (const manual of ["manual.md", "manual.zh-CN.md"]) {
      const text = readFileSync(new URL(`../../docs/${manual}`, import.meta.url), "utf8");
      for (const { key } of bindings) {
        const strokes = key.split(" ").map((stroke) => {
          const keys = stroke.split("+").map((part) => `<kbd>${part[0]?.toUpperCase()}${part.slice(1)}</kbd>`);
          return keys.join("+");
        });
        // The first stroke of a sequence is named once.
        assert.ok(
          strokes.every((stroke) => text.includes(stroke)),
          `${key} in ${manual}`,
        );
      }
    }
  });
});
