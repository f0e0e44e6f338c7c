/** Quick fixes at the cursor, asked for by the key when VS Code is ready to show them. */

import { commands, Disposable, languages, window } from "vscode";

/**
 * Milliseconds after which VS Code has asked for the light bulb's fixes, which it does 250 ms after the cursor moved or findings
 * changed. Fixes that were asked for before that and are not there yet it gives up then, and says that there are none.
 */
const SETTLED = 300;

/** Shows the quick fixes at the cursor, once it has stood still long enough. */
export interface QuickFix extends Disposable {
  show(): Promise<void>;
}

export function createQuickFix(): QuickFix {
  let moved = 0;
  const note = (): void => {
    moved = performance.now();
  };
  const watching = Disposable.from(
    window.onDidChangeTextEditorSelection(note),
    window.onDidChangeActiveTextEditor(note),
    languages.onDidChangeDiagnostics(note),
  );
  return {
    async show() {
      const begun = performance.now();
      // Whoever moves on meanwhile is waited for too, but not for ever: findings may change all the time.
      for (;;) {
        const now = performance.now();
        const wait = Math.min(moved + SETTLED - now, begun + 2 * SETTLED - now);
        if (wait <= 0) break;
        await new Promise((resolve) => setTimeout(resolve, wait));
      }
      await commands.executeCommand("editor.action.quickFix");
    },
    dispose: () => watching.dispose(),
  };
}
