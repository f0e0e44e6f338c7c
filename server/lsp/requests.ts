/** Who answers each request of a client: each answer behind the guard, so that a mistake in one is no more than its empty answer. */

import type {
  CodeAction,
  CodeActionParams,
  Connection,
  ExecuteCommandParams,
  ResponseError,
  WorkspaceDiagnosticReport,
  WorkspaceSymbolParams,
} from "vscode-languageserver";
import { ISSUE, TOOL } from "../protocol.ts";
import type { Log } from "../workspace/log.ts";
import type { MentionService } from "../workspace/mention-service.ts";
import type { NameService } from "../workspace/name-service.ts";
import type { Pages } from "../workspace/pages.ts";
import { acceptInTurn } from "./accept-in-turn.ts";
import { resolveAction } from "./action-request.ts";
import type { Client } from "./client.ts";
import { runCommand } from "./command-request.ts";
import type { Configuration } from "./configuration.ts";
import type { Feature, PageParams } from "./feature.ts";
import { diagnostics } from "./features/diagnostics.ts";
import { FEATURES } from "./features/index.ts";
import { FOLDER_FEATURES } from "./features/learn-names.ts";
import { type EncodingOf, TEXT_FEATURES } from "./features/text-requests.ts";
import { workspaceSymbols } from "./features/workspace-symbols.ts";
import { contentModified, guard, type Handler, isRecord } from "./guard.ts";
import type { HouseDocuments } from "./house-documents.ts";
import type { IssueDesk } from "./issue.ts";
import {
  type CancellationToken,
  CodeActionRequest,
  DocumentDiagnosticReportKind,
  WorkspaceSymbolRequest,
} from "./library.ts";
import type { PageQuestions } from "./page-questions.ts";
import { createToolRequests } from "./tool-request.ts";
import type { WorkspaceDiagnostics } from "./workspace-diagnostics.ts";

const CODE_ACTION_RESOLVE = "codeAction/resolve";
const EXECUTE_COMMAND = "workspace/executeCommand";
const WORKSPACE_DIAGNOSTIC = "workspace/diagnostic";

/** What the answers are made from. */
export interface RequestTools {
  readonly connection: Connection;
  /** The client as it is known now. */
  readonly client: () => Client;
  readonly pages: Pages;
  readonly configuration: Configuration;
  readonly mentions: MentionService;
  readonly names: NameService;
  readonly questions: PageQuestions;
  readonly houseDocuments: HouseDocuments;
  readonly issue: IssueDesk;
  readonly workspaceDiagnostics: WorkspaceDiagnostics;
  readonly encodingOf: EncodingOf;
  readonly log: Log;
  /** Why no request may be made now; nothing where they may. */
  readonly refused: () => ResponseError | undefined;
}

export function registerRequests(tools: RequestTools): void {
  const { connection, configuration, mentions, names, questions, issue, workspaceDiagnostics, encodingOf, log } = tools;
  const register = <P>(method: string, handler: Handler<P, unknown>, empty: unknown): void => {
    const guarded = guard(method, handler, empty, log);
    // Parameters may be left out or be a list; behind them stands the token.
    connection.onRequest(method, (...given: unknown[]) => {
      const params = given.length > 1 && isRecord(given[0]) ? given[0] : {};
      return tools.refused() ?? guarded(params as P, given.at(-1) as CancellationToken);
    });
  };
  const symbols = ({ query }: WorkspaceSymbolParams, token: CancellationToken) =>
    workspaceSymbols(query, { open: questions.open(), mentions, names, token });
  register(WorkspaceSymbolRequest.method, symbols, []);
  register(ISSUE, () => issue.answer(), { pages: [], titles: {}, errorRates: {} });
  connection.languages.diagnostics.onWorkspace((params, token, _, partial) => {
    const answer = () => workspaceDiagnostics.answer(params, token, partial);
    return guard(WORKSPACE_DIAGNOSTIC, answer, { items: [] }, log)(params, token) as Promise<WorkspaceDiagnosticReport>;
  });
  const inTurn = acceptInTurn();
  const resolve = (action: CodeAction, token: CancellationToken) => resolveAction(action, token, { ...tools, inTurn });
  register(CODE_ACTION_RESOLVE, resolve, {});
  const execute = (params: ExecuteCommandParams, token: CancellationToken) => runCommand(params, token, tools);
  register(EXECUTE_COMMAND, execute, null);
  register(TOOL, createToolRequests(tools), null);
  for (const { method, empty, answer } of FOLDER_FEATURES)
    register(method, (params: unknown, token): unknown => answer(names, params, token), empty);
  const { settingsFor } = configuration;
  for (const { method, answer } of TEXT_FEATURES)
    register(method, (params: unknown, token): unknown => answer({ settingsFor, encodingOf, token }, params), null);
  for (const feature of FEATURES) {
    const answer = (params: PageParams, token: CancellationToken): unknown =>
      answerFeature(feature, params, token, tools);
    register(feature.method, answer, feature.empty);
  }
}

function answerFeature(
  feature: Feature,
  params: PageParams,
  token: CancellationToken,
  { client, pages, questions, houseDocuments, workspaceDiagnostics, log }: RequestTools,
): unknown {
  const { uri } = params.textDocument;
  const page = pages.get(uri);
  if (!page && houseDocuments.has(uri))
    return feature.method === CodeActionRequest.method
      ? houseDocuments.codeActions(params as CodeActionParams)
      : feature.empty;
  if (!page && client().checksFolder && feature.method === diagnostics.method) {
    const kind = DocumentDiagnosticReportKind.Full;
    return workspaceDiagnostics.ofClosed(uri).then((items) => ({ kind, items }));
  }
  if (!page) {
    log.warn(`${feature.method}: ${uri} is not open.`);
    return feature.empty;
  }
  const preparing = questions.prepare(page);
  const answer = (): unknown => feature.answer(questions.asked(page, token), params);
  const result = preparing ? preparing.then(() => (questions.isWanted(page, token) ? answer() : undefined)) : answer();
  if (!(result instanceof Promise)) return result;
  return result.then((late) => (pages.isCurrent(page) ? late : contentModified()));
}
