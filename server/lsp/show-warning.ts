/** Shows the user a message that is text and nothing else, whatever it quotes. */

import type { Connection } from "vscode-languageserver";
import { MessageType, ShowMessageNotification } from "./library.ts";

/** VS Code makes a link of `[…](…)`, commands included; with a blank between the two it is what it reads. */
export function showWarning(connection: Connection, text: string): void {
  const message = text.replaceAll("](", "] (");
  void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
}
