/** What the tests in VS Code have in common: opening a page, and waiting for what VS Code will tell. */

import { join } from "node:path";
import {
  type Diagnostic,
  type Event,
  languages,
  type TextEditor,
  Uri,
  type Uri as UriType,
  window,
  workspace,
} from "vscode";

/** A file of the workspace that the runner laid out. */
export function fileOf(...path: string[]): UriType {
  const root = workspace.workspaceFolders?.[0]?.uri.fsPath;
  if (!root) throw new Error("the suite runs in a workspace");
  return Uri.file(join(root, ...path));
}

export async function open(...path: string[]): Promise<TextEditor> {
  return window.showTextDocument(await workspace.openTextDocument(fileOf(...path)));
}

/** Settles when the condition gives something, asked now and after every event; the test's time limit is the deadline. */
export function until<T, E>(event: Event<E>, condition: () => T | undefined | false): Promise<T> {
  return new Promise((resolve) => {
    const ask = () => {
      const answer = condition();
      if (answer === undefined || answer === false) return;
      subscription.dispose();
      resolve(answer);
    };
    const subscription = event(ask);
    ask();
  });
}

/** Galley's findings for a page, once the condition holds for them. */
export function findings(uri: UriType, condition: (found: readonly Diagnostic[]) => boolean): Promise<Diagnostic[]> {
  return until(languages.onDidChangeDiagnostics, () => {
    const found = languages.getDiagnostics(uri).filter(({ source }) => source === "galley");
    return condition(found) && found;
  });
}

export function ruleOf({ code }: Diagnostic): string {
  return String(typeof code === "object" ? code.value : code);
}
