/** The work of every command by its name: where a filter and a thread of the command line begin. */

import { type CrewPort, serveCrew } from "../host/crew-messages.ts";
import { createLexiconFinder } from "../host/lexicon-files.ts";
import { loadSegmenter } from "../host/segmenter.ts";
import type { CheckOptions } from "./check.ts";
import type { ExportOptions } from "./export.ts";
import type { FixOptions } from "./fix.ts";
import { type FilterJob, lineWork } from "./jsonl.ts";
import { pageWork } from "./pages.ts";
import { type Answer, createAnswerer, type Job, type StartWork, voiceOf } from "./work.ts";

/** A command as a filter, in this folder (absolute path); its code is loaded when this is called. */
export async function filterJob(command: Job["command"], options: object, cwd: string): Promise<FilterJob> {
  switch (command) {
    case "check": {
      const { checkFilter } = await import("./check.ts");
      const { names = false } = options as CheckOptions;
      const isHeavy = names || createLexiconFinder().forFolder(cwd) !== undefined;
      return { command, options: { names }, start: checkFilter({ names }), isHeavy };
    }
    case "fix": {
      const { unsafe = false } = options as FixOptions;
      return { command, options: { unsafe }, start: (await import("./fix.ts")).fixFilter({ unsafe }), isHeavy: false };
    }
    case "outline":
      return { command, options: {}, start: (await import("./outline.ts")).outlineFilter, isHeavy: false };
    case "entities":
      return { command, options: {}, start: (await import("./entities.ts")).entitiesFilter, isHeavy: true };
    case "export": {
      const { format, entities } = options as ExportOptions;
      const { exportFilter, holdsNames } = await import("./export.ts");
      const own = { format, entities };
      return { command, options: own, start: exportFilter(own), isHeavy: holdsNames(own) };
    }
  }
}

/** Takes a job from the port and does its tasks. A task is some pages or lines; it is answered for each. */
export function serveWork(port: CrewPort<Job, readonly unknown[], readonly Answer<unknown>[]>): void {
  serveCrew(port, async (job) => {
    const { locale, coloured, cwd } = job;
    const answer = createAnswerer(await workOf(job), { ...voiceOf(locale, coloured), cwd, loadSegmenter });
    return async (inputs) => {
      const answers: Answer<unknown>[] = [];
      for (const input of inputs) answers.push(await answer(input));
      return answers;
    };
  });
}

/** The work that a job names. What it is given is what its command sends, so its types are those of the command. */
async function workOf({ command, lines, options, cwd }: Job): Promise<StartWork<unknown, unknown>> {
  const filter = lines && (await filterJob(command, options, cwd));
  if (lines && filter) return lineWork(filter.start, lines.settings) as StartWork<unknown, unknown>;
  if (command === "check") {
    const { checkWork } = await import("./check.ts");
    return pageWork(checkWork(options as CheckOptions)) as StartWork<unknown, unknown>;
  }
  if (command === "export") {
    const { exportWork } = await import("./export-issue.ts");
    return pageWork(exportWork(options as ExportOptions)) as StartWork<unknown, unknown>;
  }
  const { diffWork, fixWork } = await import("./fix.ts");
  const given = options as FixOptions;
  return pageWork<unknown>(given.diff ? diffWork(given) : fixWork(given)) as StartWork<unknown, unknown>;
}
