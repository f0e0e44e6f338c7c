/** Quick fixes at the cursor, asked for by the key when VS Code is ready to show them. */

import {
  commands,
  Disposable,
  EventEmitter,
  languages,
  type Selection,
  type TextDocument,
  window,
  workspace,
} from "vscode";
import type { Server } from "./server.ts";

/**
 * VS Code looks for the light bulb's fixes 250 ms after the cursor moved or findings changed. Fixes that a key has asked for before that
 * and that are not there yet it gives up then, and says that there are none. So many ms after the move it has looked where it asks
 * nobody, and at the latest been answered where it asks.
 */
const LOOKED = 400;
const ANSWERED = 1500;
/** Findings may come at any time, after which VS Code looks again: so often the key asks in all. */
const TRIES = 3;
/** So many ms after an answer VS Code has shown it. */
const SHOWN = 100;

/** Shows the quick fixes at the cursor, once VS Code has asked for the light bulb's. */
export interface QuickFix extends Disposable {
  show(): Promise<void>;
}

export function createQuickFix(server: Pick<Server, "onDidOfferFixes" | "onDidGetFixes">): QuickFix {
  let isSettled = true;
  let movedAt = 0;
  const settled = new EventEmitter<void>();
  const unsettle = (): void => {
    isSettled = false;
    movedAt = performance.now();
  };
  const watching = Disposable.from(
    settled,
    window.onDidChangeTextEditorSelection(unsettle),
    window.onDidChangeActiveTextEditor(unsettle),
    languages.onDidChangeDiagnostics(unsettle),
    server.onDidOfferFixes((range) => {
      // What was offered where the cursor was before does not count.
      if (!window.activeTextEditor?.selection.isEqual(range)) return;
      isSettled = true;
      settled.fire();
    }),
  );
  /** Waits until VS Code has looked for the light bulb's fixes at the cursor. */
  const ready = async (): Promise<void> => {
    const { document, selection } = window.activeTextEditor ?? {};
    const bulb = workspace.getConfiguration("editor.lightbulb", document).get("enabled");
    const asks = bulb === "on" || (document && selection && !isInWhiteSpace(document, selection));
    const wait = movedAt + (asks ? ANSWERED : LOOKED) - performance.now();
    if (bulb !== "off" && !isSettled && wait > 0) {
      await new Promise<void>((resolve) => {
        const go = (): void => {
          clearTimeout(timer);
          listening.dispose();
          resolve();
        };
        const timer = setTimeout(go, wait);
        // The window has the answer a little later; asked in between, it was seen to show nothing.
        const listening = settled.event(() => setTimeout(go, SHOWN));
      });
    }
  };
  /** Asks for the quick fixes; says whether VS Code has given them up for the light bulb's. */
  const ask = async (): Promise<boolean> => {
    const isGivenUp = new Promise<boolean>((resolve) => {
      const end = (givenUp: boolean): void => {
        clearTimeout(timer);
        listening.dispose();
        if (givenUp) unsettle();
        resolve(givenUp);
      };
      let timer = setTimeout(() => end(false), ANSWERED);
      const listening = server.onDidGetFixes((gets) => {
        if (!gets) return end(true);
        clearTimeout(timer);
        timer = setTimeout(() => end(false), SHOWN);
      });
    });
    await commands.executeCommand("editor.action.quickFix");
    return isGivenUp;
  };
  return {
    async show() {
      for (let tries = 0; tries < TRIES; tries += 1) {
        await ready();
        if (!(await ask())) return;
      }
    },
    dispose: () => watching.dispose(),
  };
}

/** Whether a cursor is where VS Code expects no fix: in an empty line, or with white space on both sides. */
function isInWhiteSpace(document: TextDocument, { isEmpty, active }: Selection): boolean {
  const { text } = document.lineAt(active.line);
  const beside = text.slice(Math.max(0, active.character - 1), active.character + 1);
  return isEmpty && beside.trim() === "";
}
