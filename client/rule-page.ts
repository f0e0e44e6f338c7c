/** What is said of a rule: its heading in the documentation that comes with the extension, shown as VS Code shows Markdown. */

import { commands, Range, Uri, ViewColumn, window, workspace } from "vscode";

/** The command that shows a rule; takes its id. */
export const SHOW_RULE_COMMAND = "galley.showRule";

/** The link on a finding that runs the command; the server puts the rule's id for `{rule}`. */
export const RULE_LINK = `command:${SHOW_RULE_COMMAND}?%5B%22{rule}%22%5D`;

/** Shows a rule beside the page; `home` is the folder of the extension. */
export async function showRule(home: Uri, rule: unknown): Promise<void> {
  const documentation = Uri.joinPath(home, "docs", "rules.md");
  const fragment = typeof rule === "string" ? rule : "";
  try {
    await commands.executeCommand("markdown.showPreviewToSide", documentation.with({ fragment }));
  } catch {
    // VS Code's own Markdown extension can be switched off.
    const document = await workspace.openTextDocument(documentation);
    const heading = document.positionAt(Math.max(0, document.getText().indexOf(`\n## ${fragment}\n`) + 1));
    await window.showTextDocument(document, { viewColumn: ViewColumn.Beside, selection: new Range(heading, heading) });
  }
}
