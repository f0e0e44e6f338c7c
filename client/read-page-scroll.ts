/** The page to be read and its source, kept at the same place whichever of them is scrolled. */

import { Disposable, Range, type TextEditor, TextEditorRevealType, type Webview, window } from "vscode";
import { showPlace } from "./article-commands.ts";
import type { FromPaper, ToPaper } from "./read-page-script.ts";

/** Milliseconds in which an editor that was scrolled from the page to be read says that it has been. */
const ECHO = 300;

/** `uri` is the source's. */
export function scrollTogether(paper: Webview, uri: string): Disposable {
  let echoUntil = 0;
  const isSource = ({ document }: TextEditor): boolean => document.uri.toString() === uri;
  const source = (): TextEditor | undefined => window.visibleTextEditors.find(isSource);
  const lead = (editor = source()): void => {
    const line = editor?.visibleRanges[0]?.start.line;
    if (line !== undefined) void paper.postMessage({ line } satisfies ToPaper);
  };
  return Disposable.from(
    window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
      if (isSource(textEditor) && performance.now() > echoUntil) lead(textEditor);
    }),
    paper.onDidReceiveMessage((told: FromPaper) => {
      if ("begun" in told) return lead();
      echoUntil = performance.now() + ECHO;
      if ("show" in told) return void showPlace(told.page ?? uri, ...told.show);
      const line = Math.floor(told.line);
      source()?.revealRange(new Range(line, 0, line, 0), TextEditorRevealType.AtTop);
    }),
  );
}
