/** What a client has set, folder by folder: its settings may differ from one folder of the workspace to the next. */

import type { SetValues } from "../core/setting-table.ts";
import { innermostFolder } from "./workspace-folders.ts";

export interface SetByFolder {
  /** What is set for the pages of each folder of the workspace (URI). */
  readonly folders: readonly { readonly uri: string; readonly set: SetValues }[];
  /** What is set for pages in none of them. */
  readonly elsewhere: SetValues;
}

/** What the client has set for a page (URI). */
export function setForPage(uri: string, { folders, elsewhere }: SetByFolder): SetValues {
  const folder = innermostFolder(
    uri,
    folders.map((each) => each.uri),
  );
  return folders.find((each) => each.uri === folder)?.set ?? elsewhere;
}
