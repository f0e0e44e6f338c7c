/** What the server asks about files beside a page; the host looks. */

export interface Neighbours {
  /** URIs of the files in the folder of a page, itself included; none where it is no file. Never throws. */
  beside(uri: string): Promise<readonly string[]>;
  /** The text of such a file, in whatever encoding it is; nothing where it cannot be read. Never throws. */
  read(uri: string): Promise<string | undefined>;
}

/** For a host without files. */
export const NO_NEIGHBOURS: Neighbours = { beside: async () => [], read: async () => undefined };
