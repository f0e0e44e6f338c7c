/**
 * What the protocol's library has at run time, for all of this room. Each file that imports it from the library itself is
 * given a copy of all its three hundred names by the bundler, made anew at every start.
 */

export {
  CancellationToken,
  CancellationTokenSource,
  CodeActionKind,
  CodeActionRequest,
  CodeActionTriggerKind,
  DiagnosticSeverity,
  DiagnosticTag,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticReportKind,
  DocumentHighlightKind,
  ErrorCodes,
  FileChangeType,
  FoldingRangeKind,
  InlayHintKind,
  LSPErrorCodes,
  MarkupKind,
  MessageType,
  PositionEncodingKind,
  ResponseError,
  SemanticTokensBuilder,
  ShowMessageNotification,
  SymbolKind,
  TextDocumentSyncKind,
  WatchKind,
  WorkspaceSymbolRequest,
} from "vscode-languageserver";
