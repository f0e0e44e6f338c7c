/** The heavy thread: dictionary, gazetteer and recogniser live here and nowhere else in the server. */

import { readFile } from "node:fs/promises";
import { parentPort } from "node:worker_threads";
import { version } from "../package.json";
import type { Localised } from "./core/text/locale.ts";
import { placed } from "./host/file-faults.ts";
import { createHouseFiles } from "./host/house-files.ts";
import { HOUSE_READER } from "./host/house-reader.ts";
import { createLexicons } from "./host/lexicons.ts";
import { loadResources } from "./host/resources.ts";
import { loadSegmenter } from "./host/segmenter.ts";
import { createStoredSettings } from "./host/stored-settings.ts";
import type { FromWorker, ToWorker } from "./host/worker-messages.ts";
import { createQueue } from "./host/worker-queue.ts";
import { createWorkspaceAnswers } from "./host/workspace-answers.ts";
import { createAnswerer } from "./workspace/page-answers.ts";

if (!parentPort) throw new Error("worker: this file is started by the language server, as a thread.");
const port = parentPort;
const post = (message: FromWorker): void => port.postMessage(message);

const lexicons = createLexicons(({ uri, text, faults }) => post({ faults: { uri, faults: placed(text, faults) } }));
/** The faults of settings and of the house's other files are told by the main thread, which reads them too. */
const files = {
  lexicons,
  stored: createStoredSettings({ read: (path) => readFile(path) }),
  house: createHouseFiles(HOUSE_READER),
};
const say = ({ zh, en }: Localised): void => post({ log: "warn", message: `${zh} ${en}` });
const answerer = createAnswerer({ ...loadResources(loadSegmenter(), say), lexicons });
const answer = createQueue(answerer.open, post, createWorkspaceAnswers(answerer, files, post, version));
port.on("message", (message: ToWorker) => answer(message));
