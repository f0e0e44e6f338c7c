/** Galley's keys are free: VS Code gives none of them to a command of its own. */

import assert from "node:assert/strict";
import { extensions, Uri, workspace } from "vscode";

/** Calls VS Code's own command of that key. */
const STANDS_IN = "galley.quickFix";

interface Binding {
  readonly key: string;
  readonly mac?: string;
  readonly command: string;
}

describe("keys", () => {
  it("collide with no default of VS Code", async () => {
    const own: readonly Binding[] = extensions.getExtension("galley.galley")?.packageJSON.contributes.keybindings;
    assert.ok(own.length > 0);
    const listed = await workspace.openTextDocument(Uri.parse("vscode://defaultsettings/keybindings.json"));
    const all: readonly Binding[] = JSON.parse(listed.getText().replaceAll(/^\s*\/\/.*$/gm, ""));
    assert.ok(all.length > 300);
    for (const { key, command } of own.filter((one) => one.command !== STANDS_IN)) {
      const others = all.filter((one) => one.key === key && !one.command.startsWith("galley."));
      assert.deepEqual(others, [], `${command} has the key of another command`);
      assert.ok(all.some((one) => one.key === key && one.command === command));
    }
  });
});
