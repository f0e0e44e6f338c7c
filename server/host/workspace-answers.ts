/** What the worker knows of the workspace: the index of its pages, and the lexicons that hold in it. */

import { existsSync } from "node:fs";
import type { LexiconFault } from "../core/house/index.ts";
import { positionsOf } from "../core/text/positions.ts";
import { pageOf } from "../core/text/text.ts";
import type { Lexicons } from "../workspace/lexicons.ts";
import type { FileFaults } from "../workspace/name-service.ts";
import type { Answerer } from "../workspace/page-answers.ts";
import { INDEX_DISK } from "./index-disk.ts";
import { createIndexKeeper } from "./index-keeper.ts";
import { createIndexStore } from "./index-store.ts";
import { isLexiconFile, lexiconsGoneWith, pathOf } from "./lexicon-files.ts";
import type { FromWorker } from "./worker-messages.ts";
import type { WorkspaceAnswers } from "./worker-queue.ts";

/** `version` is Galley's: an index that another one has stored is made anew. */
export function createWorkspaceAnswers(
  reader: Pick<Answerer, "indexed">,
  lexicons: Lexicons,
  post: (message: FromWorker) => void,
  version: string,
): WorkspaceAnswers {
  const keeper = createIndexKeeper({
    disk: INDEX_DISK,
    read: reader.indexed,
    lexiconMark: (uri) => lexicons.forPage(uri)?.mark ?? "",
    store: createIndexStore(version),
    onProgress: (progress) => post({ progress }),
    onError: (message) => post({ log: "warn", message }),
    // A turn between two pages, in which questions are answered.
    later: setImmediate,
  });
  return {
    answer: (question) =>
      question.ask === "references"
        ? keeper.index.references(question.key)
        : keeper.index.search(question.query, MOST_SYMBOLS),
    index: (plan) => keeper.start(plan),
    stopIndexing: () => keeper.stop(),
    changed(changes) {
      const lexiconUris = changes.flatMap(({ uri }) => lexiconsGoneWith(uri));
      if (lexiconUris.length > 0) {
        lexicons.forget();
        for (const uri of lexiconUris) {
          const path = pathOf(uri);
          if (path === undefined) continue;
          // Read at once, so that its faults are told; what is gone has none.
          if (existsSync(path)) lexicons.from(path);
          else post({ faults: { uri, faults: [] } });
        }
        keeper.lexiconsChanged();
      }
      keeper.changed(changes.filter(({ uri }) => !isLexiconFile(uri)));
      return lexiconUris.length > 0;
    },
  };
}

/** An editor shows no more, and asks again for each character that is typed. */
const MOST_SYMBOLS = 200;

/** Faults of a file with their places in it. */
export function placed(text: string, faults: readonly LexiconFault[]): FileFaults["faults"] {
  const at = positionsOf(pageOf(text));
  return faults.map(({ message, ...span }) => ({ range: at.range(span), ...message }));
}
