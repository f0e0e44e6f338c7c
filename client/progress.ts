/** Work of the server's that a person waits for: shown as a notification with a button that ends it, which the status bar has none for. */

import { ProgressLocation, window } from "vscode";
import { type BaseLanguageClient, type Middleware, WorkDoneProgressCancelNotification } from "vscode-languageclient";
import { FIXING } from "../server/protocol.ts";

const TITLES: readonly string[] = Object.values(FIXING);

interface Shown {
  report(percentage: number): void;
  end(): void;
}

/** What shows the fixing of a page; other progress is left to the client's library, which shows it in the status bar. */
export function showFixing(client: () => BaseLanguageClient): Required<Pick<Middleware, "handleWorkDoneProgress">> {
  const shown = new Map<number | string, Shown>();
  return {
    handleWorkDoneProgress(token, params, next) {
      if (params.kind === "begin" && TITLES.includes(params.title)) {
        const cancel = (): void => {
          void client().sendNotification(WorkDoneProgressCancelNotification.type, { token });
        };
        shown.set(token, show(params.title, cancel));
        return;
      }
      const mine = shown.get(token);
      if (params.kind === "report" && mine) return mine.report(params.percentage ?? 0);
      if (params.kind === "end") {
        mine?.end();
        shown.delete(token);
      }
      next(token, params);
    },
  };
}

function show(title: string, cancel: () => void): Shown {
  let end = (): void => undefined;
  let report = (_percentage: number): void => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  void window.withProgress({ location: ProgressLocation.Notification, title, cancellable: true }, (progress, token) => {
    token.onCancellationRequested(cancel);
    let reported = 0;
    report = (percentage) => {
      progress.report({ increment: percentage - reported });
      reported = percentage;
    };
    return ended;
  });
  return { report: (percentage) => report(percentage), end };
}
