/** `workspace/executeCommand`: runs a command for a client that has none of its own, has it make the edits, and tells its user what there is to tell. */

import type { CancellationToken, ExecuteCommandParams } from "vscode-languageserver";
import type { ActionTools } from "./action-request.ts";
import { execute, pageOfCommand } from "./execute.ts";
import { contentModified } from "./guard.ts";
import { showInformation } from "./show-message.ts";

export async function runCommand(
  { command, arguments: given = [] }: ExecuteCommandParams,
  token: CancellationToken,
  { connection, pages, questions }: ActionTools,
): Promise<unknown> {
  const page = pages.get(pageOfCommand(given) ?? "");
  if (!page) return null;
  await questions.prepare(page);
  if (!questions.isWanted(page, token)) return contentModified();
  const asked = questions.asked(page, token);
  const { answer, edit, said } = await execute(asked, command, given);
  if (!questions.isWanted(page, token)) return contentModified();
  if (edit && !(await connection.workspace.applyEdit(edit)).applied) return null;
  if (said) showInformation(connection, asked.client.say(said));
  return answer;
}
