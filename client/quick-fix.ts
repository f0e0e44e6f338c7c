/** Quick fixes at the cursor, asked for by the key when VS Code is ready to show them. */

import { commands, Disposable, EventEmitter, languages, window, workspace } from "vscode";
import type { Server } from "./server.ts";

/**
 * Milliseconds that are waited at most, after the cursor moved or findings changed, for VS Code to have had the light bulb's fixes.
 * It asks for these after 250 ms; fixes that a key has asked for before that and that are not there yet it gives up then, and says
 * that there are none.
 */
const PATIENCE = 600;

/** Shows the quick fixes at the cursor, once VS Code has asked for the light bulb's. */
export interface QuickFix extends Disposable {
  show(): Promise<void>;
}

export function createQuickFix(server: Pick<Server, "onDidOfferFixes">): QuickFix {
  /** When VS Code will have asked at the latest. */
  let settledAt = 0;
  const settled = new EventEmitter<void>();
  const unsettle = (): void => {
    settledAt = performance.now() + PATIENCE;
  };
  const watching = Disposable.from(
    settled,
    window.onDidChangeTextEditorSelection(unsettle),
    window.onDidChangeActiveTextEditor(unsettle),
    languages.onDidChangeDiagnostics(unsettle),
    server.onDidOfferFixes((range) => {
      // What was offered where the cursor was before does not count.
      if (!window.activeTextEditor?.selection.isEqual(range)) return;
      settledAt = 0;
      settled.fire();
    }),
  );
  return {
    async show() {
      const wait = settledAt - performance.now();
      if (wait > 0 && hasLightBulb()) {
        await new Promise<void>((resolve) => {
          const go = (): void => {
            clearTimeout(timer);
            listening.dispose();
            resolve();
          };
          const timer = setTimeout(go, wait);
          const listening = settled.event(go);
        });
      }
      await commands.executeCommand("editor.action.quickFix");
    },
    dispose: () => watching.dispose(),
  };
}

/** Without a light bulb VS Code asks for fixes when it is told to, and never else. */
function hasLightBulb(): boolean {
  const { document } = window.activeTextEditor ?? {};
  return workspace.getConfiguration("editor.lightbulb", document).get("enabled") !== "off";
}
