/** Settings that stand in files beside the pages; the host finds and reads them. */

import type { SetValues } from "../core/setting-table.ts";
import type { FileFaults } from "./file-faults.ts";
import type { FileChange } from "./name-service.ts";

export interface StoredSettings {
  /** What is set for a page (URI); nothing for what is no file. Never rejects. */
  forPage(uri: string): Promise<SetValues>;
  /** What is set for the pages of a folder (URI). */
  forFolder(uri: string): Promise<SetValues>;
  /** Files have changed on the disk. Says whether other settings may hold now. */
  changed(changes: readonly FileChange[]): boolean;
  /** Is told of faults in settings files, each time one has been read; an empty list where they are mended or the file is gone. */
  onFaults(listener: (faults: FileFaults) => void): void;
}

/** For a host that has no files. */
export const NO_STORED_SETTINGS: StoredSettings = {
  forPage: async () => ({}),
  forFolder: async () => ({}),
  changed: () => false,
  onFaults: () => {},
};
