/** What the worker thread does with the files of the workspace: says which it is reading, and leaves alone what was set aside. */

import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { articlesOf, layOutText } from "../../server/core/analyze.ts";
import { pageFacts } from "../../server/core/issue/page-facts.ts";
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

test("what goes by an issue is not placed on a text that it was not found in", async () => {
  const issue = join(folder, "issue");
  await mkdir(issue);
  const text = (n: number): string =>
    `2024年5月20日 第${n}版 要闻\n\n水渠通水\n\n　　本报讯 水渠昨天在云溪县通水。\n（下转第${n + 1}版）\n`;
  const [first, second] = [1, 2].map((n) => pathToFileURL(join(issue, `${n}.txt`)).href) as [string, string];
  await writeFile(new URL(first), text(1));
  await writeFile(new URL(second), text(2));
  let toldOfIssues = (): void => {};
  const told = new Promise<void>((resolve) => {
    toldOfIssues = resolve;
  });
  const shown: string[][] = [];
  const answers = createWorkspaceAnswers(
    {
      indexed: (_, page) => ({
        headlines: [],
        entities: [],
        facts: pageFacts({ ...layOutText(page), ...articlesOf(page), text: page }, []),
      }),
      checked(_, _page, _settings, more = []) {
        if (more.length > 0) toldOfIssues();
        return CHECK;
      },
      found(_, _page, _settings, more = []) {
        shown.push(more.map(({ rule }) => rule));
        return { listed: [], unlisted: { findings: 0, needPerson: 0 } };
      },
    },
    { lexicons: NO_LEXICONS, stored: NO_STORED_SETTINGS, house: NO_HOUSE },
    () => {},
    "0.0.0",
  );
  answers.index({ folders: [pathToFileURL(issue).href], pages: ["**/*.txt"] });
  await told;
  await answers.answer({ ask: "found", file: first });
  await writeFile(new URL(first), `通讯\n\n${text(1)}`);
  await answers.answer({ ask: "found", file: first });
  assert.deepEqual(shown, [["lost-jump"], []]);
});
