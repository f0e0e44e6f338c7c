/** Shows the user a message that is text and nothing else, whatever it quotes. */

import type { Connection } from "vscode-languageserver";
import { MessageType, ShowMessageNotification } from "./library.ts";

export function showWarning(connection: Connection, text: string): void {
  show(connection, text, MessageType.Warning);
}

export function showInformation(connection: Connection, text: string): void {
  show(connection, text, MessageType.Info);
}

/** VS Code makes a link of `[…](…)`, commands included; with a blank between the two it is what it reads. */
function show(connection: Connection, text: string, type: MessageType): void {
  void connection.sendNotification(ShowMessageNotification.type, { type, message: text.replaceAll("](", "] (") });
}
