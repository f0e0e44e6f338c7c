/** What the house's files say of the pages of a run; their faults are told once. */

import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createHouseFiles } from "../host/house-files.ts";
import { Refusal } from "../host/refusal.ts";
import type { FileFaults } from "../workspace/file-faults.ts";
import type { AcceptedRead, HouseSettings } from "../workspace/house.ts";
import type { WorkContext } from "./work.ts";

/**
 * Gives what holds for a page (absolute path); without one, for what stands in the working folder.
 * @throws Refusal where a file that holds for it cannot be read: what it accepts would be changed as if it did not
 */
export type HouseSettingsFor = (path: string | undefined, warn: WorkContext["warn"]) => Promise<HouseSettings>;

export function houseSettings(cwd: string, need: AcceptedRead): HouseSettingsFor {
  const files = createHouseFiles(async () => (await import("../host/house-reader.ts")).HOUSE_READER);
  const untold: FileFaults[] = [];
  files.onFaults((faults) => void untold.push(faults));
  return async (path, warn) => {
    const { href } = pathToFileURL(path ?? join(cwd, "-"));
    const says = await files.forPage(href);
    const unreadable = await files.unreadable(href, need);
    if (unreadable)
      throw new Refusal({ zh: `${unreadable.path}：${unreadable.zh}`, en: `${unreadable.path}: ${unreadable.en}` });
    for (const { path: file, faults } of untold.splice(0))
      for (const { range, zh, en } of faults) await warn({ zh, en }, `${file}:${range.start.line + 1}`);
    return says;
  };
}
