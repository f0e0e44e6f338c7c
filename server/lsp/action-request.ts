/** `codeAction/resolve`: fills in the edits of an action that was chosen. */

import type { CancellationToken, CodeAction, Connection, ResponseError } from "vscode-languageserver";
import type { Localised } from "../core/text/locale.ts";
import type { Pages } from "../workspace/pages.ts";
import type { AcceptInTurn } from "./accept-in-turn.ts";
import { savingAfter } from "./features/accept-actions.ts";
import { acceptChosen, editOf, isActionData } from "./features/action-edits.ts";
import { contentModified } from "./guard.ts";
import type { PageQuestions } from "./page-questions.ts";
import { showWarning } from "./show-message.ts";

/** A heading that was to be moved and was not. */
const STAYS: Localised = {
  zh: "移动标题会使版面的文章变样，没有移动；请人工处理",
  en: "Nothing was moved: with the heading above it the page would have other articles. This one is for you to move",
};

/** An action of another version of the page is not made. */
export async function resolveAction(
  action: CodeAction,
  token: CancellationToken,
  { connection, pages, questions, inTurn }: ActionTools & { readonly inTurn: AcceptInTurn },
): Promise<CodeAction | ResponseError> {
  const order: unknown = action.data;
  if (!isActionData(order)) return action;
  const page = pages.get(order.uri);
  if (page?.version !== order.version) return contentModified();
  await questions.prepare(page);
  if (!questions.isWanted(page, token)) return contentModified();
  const asked = questions.asked(page, token);
  const { client } = asked;
  if (order.make === "accept") {
    const accepted = await acceptChosen(asked, order, inTurn);
    if ("edit" in accepted) return { ...action, edit: accepted.edit, ...savingAfter(client, accepted.edit) };
    if (accepted.refused) showWarning(connection, client.say(accepted.refused));
    return action;
  }
  const made = await editOf(asked, order);
  if (!questions.isWanted(page, token)) return contentModified();
  if ("value" in made && made.value) return { ...action, edit: made.value };
  showWarning(connection, client.say("refused" in made ? made.refused : STAYS));
  return action;
}

export interface ActionTools {
  readonly connection: Connection;
  readonly pages: Pages;
  readonly questions: PageQuestions;
}
