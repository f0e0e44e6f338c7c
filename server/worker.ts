/** The heavy thread: dictionary, gazetteer and recogniser live here and nowhere else in the server. */

import { parentPort } from "node:worker_threads";
import { version } from "../package.json";
import { createLexicons } from "./host/lexicons.ts";
import { createDesk } from "./host/mention-desk.ts";
import type { FromWorker, ToWorker } from "./host/messages.ts";
import { mentionReader } from "./host/page-mentions.ts";
import { loadSegmenter } from "./host/segmenter.ts";
import { createVillages } from "./host/villages.ts";
import { createWorkspaceDesk, placed } from "./host/workspace-desk.ts";

if (!parentPort) throw new Error("worker: this file is started by the language server, as a thread.");
const port = parentPort;
const post = (message: FromWorker): void => port.postMessage(message);

const loaded = loadSegmenter();
if ("failure" in loaded) post({ log: "warn", message: `${loaded.failure.zh} ${loaded.failure.en}` });
const lexicons = createLexicons(({ uri, text, faults }) => post({ faults: { uri, faults: placed(text, faults) } }));
const villages = createVillages(({ zh, en }) => post({ log: "warn", message: `${zh} ${en}` }));
const reader = mentionReader("segmenter" in loaded ? loaded.segmenter : undefined, lexicons, villages);
const desk = createDesk(reader.open, post, createWorkspaceDesk(reader, lexicons, post, version));
port.on("message", (message: ToWorker) => desk(message));
