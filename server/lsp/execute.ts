/**
 * `workspace/executeCommand`: what VS Code's client does by commands of its own, for every editor that has none. A command takes
 * the page's URI and a line and character, 0-based, as the client's commands do.
 */

import type { CreateFile, TextDocumentEdit, WorkspaceEdit } from "vscode-languageserver";
import type { Localised } from "../core/text/locale.ts";
import {
  ADD_TO_LEXICON_COMMAND,
  COPY_ARTICLE_COMMAND,
  type HeadlineMoves,
  type LexiconAddition,
  type PageRequest,
  type PlaceRequest,
  RESTORE_COMMAND,
} from "../protocol.ts";
import type { Client } from "./client.ts";
import type { Asked } from "./feature.ts";
import { workspaceEdit } from "./features/action-edits.ts";
import { articleAtCursor } from "./features/article.ts";
import { lexiconAddition } from "./features/lexicon-addition.ts";
import { restoreHeadlines } from "./features/restore.ts";

/** What a command does: its answer, the edits that the editor is to make, and what its user is told. */
export interface Executed {
  readonly answer: unknown;
  readonly edit?: WorkspaceEdit;
  readonly said?: Localised;
}

interface ServerCommand {
  readonly id: string;
  /** Whether the editor has to make edits for it. */
  readonly edits: boolean;
  run(asked: Asked, place: PlaceRequest): Promise<Executed>;
}

const SERVER_COMMANDS: readonly ServerCommand[] = [
  {
    id: COPY_ARTICLE_COMMAND,
    edits: false,
    async run(asked, place) {
      const answer = await articleAtCursor.answer(asked, place);
      return { answer, ...(!answer && { said: NO_ARTICLE }) };
    },
  },
  {
    id: RESTORE_COMMAND,
    edits: true,
    async run(asked, place) {
      const answer = await restoreHeadlines.answer(asked, place);
      return answer ? moved(asked, answer) : { answer };
    },
  },
  {
    id: ADD_TO_LEXICON_COMMAND,
    edits: true,
    async run(asked, place) {
      const answer = await lexiconAddition.answer(asked, place);
      if (!answer) return { answer, said: NOTHING_TO_ADD };
      return { answer, edit: additionEdit(asked.client, answer), said: added(answer) };
    },
  },
];

/** The commands that the server runs for a client: those that the client does not run itself and has the means for. */
export function serverCommands(client: Client): string[] {
  const possible = SERVER_COMMANDS.filter(
    ({ id, edits }) => !client.commands.has(id) && (!edits || client.appliesEdits),
  );
  return possible.map(({ id }) => id);
}

/** Whether an action may name the command. */
export function canRun(client: Client, command: string): boolean {
  return client.commands.has(command) || serverCommands(client).includes(command);
}

/** The URI of the page that a command is about. */
export function pageOfCommand([uri]: readonly unknown[]): string | undefined {
  return typeof uri === "string" ? uri : undefined;
}

/** Runs a command about a page; without a line and character `restore` is for the whole page, the others for its beginning. */
export async function execute(asked: Asked, id: string, [, line, character]: readonly unknown[]): Promise<Executed> {
  const command = SERVER_COMMANDS.find((known) => known.id === id);
  if (!command) return { answer: null };
  const textDocument = { uri: asked.page.uri };
  const isPlace = typeof line === "number";
  if (!isPlace && id === RESTORE_COMMAND)
    return command.run(asked, { textDocument } satisfies PageRequest as PlaceRequest);
  const position = { line: isPlace ? line : 0, character: typeof character === "number" ? character : 0 };
  return command.run(asked, { textDocument, position });
}

function moved(asked: Asked, moves: HeadlineMoves): Executed {
  const { edits, left } = moves;
  const said = left > 0 ? stays(moves.moved, left) : edits.length === 0 ? NOTHING_APART : undefined;
  return {
    answer: moves,
    ...(edits.length > 0 && { edit: workspaceEdit(asked, edits) }),
    ...(said && { said }),
  };
}

/** The file is made first where it is not there; an editor that cannot be told to makes it with the first edit. */
function additionEdit(
  { createsFiles, documentChanges }: Client,
  { uri, exists, edit }: LexiconAddition,
): WorkspaceEdit {
  const edits = [{ ...edit, range: { start: { ...edit.range.start }, end: { ...edit.range.end } } }];
  if (exists || !createsFiles || !documentChanges) return { changes: { [uri]: edits } };
  const create: CreateFile = { kind: "create", uri, options: { ignoreIfExists: true } };
  const fill: TextDocumentEdit = { textDocument: { uri, version: null }, edits };
  return { documentChanges: [create, fill] };
}

const NO_ARTICLE = { zh: "光标处没有文章", en: "There is no article at the cursor" };
const NOTHING_APART = { zh: "没有标题离开正文", en: "No heading stands apart from its article" };
const NOTHING_TO_ADD = {
  zh: "这里没有可以加入词库的名称：光标处没有名称，或词库里已有，或词库文件有错",
  en: "Nothing here can be added: there is no name at the cursor, the lexicon has it, or its file has faults",
};

function added({ name, uri }: LexiconAddition): Localised {
  const file = decodeURIComponent(uri.split("/").slice(-2).join("/"));
  return {
    zh: `“${name}”已加入 ${file}，存盘后生效`,
    en: `“${name}” is added to ${file}; it holds as soon as that is saved`,
  };
}

function stays(count: number, left: number): Localised {
  return {
    zh: `移回 ${count} 处；另有 ${left} 处移动会改变文章的起止，没有移动。先修好全页再试，或逐处处理`,
    en: `Brought home: ${count}. Left in place: ${left}, as moving them would change where articles begin and end. Fix the page first and try again, or deal with each by itself`,
  };
}
