/** The thread of names in a browser: dictionary, gazetteer and recogniser live here, as in the worker of other hosts. */

import { placed } from "../host/file-faults.ts";
import { loadResources } from "../host/resources.ts";
import { loadSegmenter } from "../host/segmenter.ts";
import type { FromWorker, ToWorker } from "../host/worker-messages.ts";
import { createQueue } from "../host/worker-queue.ts";
import type { FileText } from "../protocol.ts";
import { createAnswerer } from "../workspace/page-answers.ts";
import { createToldLexicons } from "./lexicons.ts";
import type { Port } from "./port.ts";
import { setDataFolder } from "./shipped-files.ts";

/** The lexicon that holds for a page, told before the page is asked about. */
export interface PageLexicon {
  readonly page: string;
  readonly file: FileText | undefined;
}

/** Answers the server at the other end of the port; `data` is the address of the folder of data, read at the first question. */
export function answerNames(server: Port, data: string): void {
  setDataFolder(data);
  const post = (message: FromWorker): void => server.postMessage(message);
  const lexicons = createToldLexicons((uri, text, faults) => post({ faults: { uri, faults: placed(text, faults) } }));
  let answer: ((message: ToWorker) => void) | undefined;
  const start = (): ((message: ToWorker) => void) => {
    const resources = loadResources(loadSegmenter(), ({ zh, en }) => post({ log: "warn", message: `${zh} ${en}` }));
    // There is no index, and a lexicon that is told anew changes what pages name.
    return createQueue(createAnswerer({ ...resources, lexicons }).open, post, {
      answer: () => undefined,
      issueFindings: () => [],
      checkBy: () => {},
      setAside: () => {},
      index: () => {},
      stopIndexing: () => {},
      changed: () => true,
    });
  };
  server.onmessage = (event) => {
    const message = event.data as ToWorker | { readonly lexicon: PageLexicon };
    answer ??= start();
    if ("lexicon" in message) {
      lexicons.tell(message.lexicon.page, message.lexicon.file);
      answer({ changed: [] });
    } else answer(message);
  };
}
