/** What the worker thread does with the files of the workspace: says which it is reading, and leaves alone what was set aside. */

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import type { FromWorker } from "../../server/host/worker-messages.ts";
import { createWorkspaceAnswers } from "../../server/host/workspace-answers.ts";
import { NO_HOUSE } from "../../server/workspace/house.ts";
import type { Lexicons } from "../../server/workspace/lexicons.ts";
import { NO_STORED_SETTINGS } from "../../server/workspace/stored-settings.ts";
import { NO_FACTS } from "../support/no-facts.ts";

const folder = await mkdtemp(join(tmpdir(), "galley-aside-"));
after(() => rm(folder, { recursive: true, force: true }));

const NO_LEXICONS = { forFolder: () => undefined, forPage: () => undefined, forget: () => {} } as unknown as Lexicons;
const CHECK = { findings: 0, fixable: 0, needing: 0, places: [], errors: { characters: 0, errors: [] } };

test("the files of pages that were set aside are not read, until they are not set aside any more", async () => {
  const [good, bad] = ["good.txt", "bad.txt"].map((name) => pathToFileURL(join(folder, name)).href) as [string, string];
  for (const uri of [good, bad]) await writeFile(new URL(uri), "云溪县");
  const told: FromWorker[] = [];
  let rested = (): void => {};
  const post = (message: FromWorker): void => {
    told.push(message);
    if ("progress" in message && message.progress.of === 0) rested();
  };
  const rest = () => new Promise<void>((resolve) => (rested = resolve));
  const reading = () => new Set(told.splice(0).flatMap((message) => ("reading" in message ? [message.reading] : [])));
  const answers = createWorkspaceAnswers(
    {
      indexed: () => ({ headlines: [], entities: [], facts: NO_FACTS }),
      checked: () => CHECK,
      found: () => ({ listed: [], unlisted: { findings: 0, needPerson: 0 } }),
    },
    { lexicons: NO_LEXICONS, stored: NO_STORED_SETTINGS, house: NO_HOUSE },
    post,
    "0.0.0",
  );
  answers.setAside([bad]);
  let resting = rest();
  answers.index({ folders: [pathToFileURL(folder).href], pages: ["**/*.txt"] });
  await resting;
  assert.deepEqual(reading(), new Set([good, undefined]), "each page is told before it is read, and taken back");
  answers.setAside([]);
  resting = rest();
  answers.changed([{ uri: bad, kind: "written" }]);
  await resting;
  assert.deepEqual(reading(), new Set([bad, undefined]));
});
