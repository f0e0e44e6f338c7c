/** Shows the user a message that is text and nothing else, whatever it quotes. */

import type { Connection } from "vscode-languageserver";
import { asPlainText } from "../protocol.ts";
import { MessageType, ShowMessageNotification } from "./library.ts";

export function showWarning(connection: Connection, text: string): void {
  show(connection, text, MessageType.Warning);
}

export function showInformation(connection: Connection, text: string): void {
  show(connection, text, MessageType.Info);
}

function show(connection: Connection, text: string, type: MessageType): void {
  void connection.sendNotification(ShowMessageNotification.type, { type, message: asPlainText(text) });
}
