/** Puts in force, page by page, the settings that hold for it, with what the house says of it: the client's go before the settings file's, those before the defaults. */

import type { Connection, DidChangeConfigurationParams } from "vscode-languageserver";
import type { Settings } from "../core/page/settings.ts";
import { type Switches, sameSwitches } from "../core/page/switches.ts";
import { type SetValues, settingsOf, switchesOf } from "../core/setting-table.ts";
import type { HouseFiles } from "../workspace/house.ts";
import type { Log } from "../workspace/log.ts";
import { describe } from "../workspace/log.ts";
import type { FileChange } from "../workspace/name-service.ts";
import type { OpenPage, Pages } from "../workspace/pages.ts";
import type { SetByFolder } from "../workspace/set-by-folder.ts";
import type { StoredSettings } from "../workspace/stored-settings.ts";
import { innermostFolder } from "../workspace/workspace-folders.ts";
import type { Client } from "./client.ts";
import { createClientSettings } from "./client-settings.ts";
import { DidChangeConfigurationNotification } from "./library.ts";
import { oneAtATime } from "./one-at-a-time.ts";

export interface Configuration {
  /** Takes the client's settings as initialization options gave them. */
  take(section: unknown): void;
  /** Asks the client to tell when its settings change. */
  start(): void;
  changed(params: DidChangeConfigurationParams): Promise<void>;
  filesChanged(changes: readonly FileChange[]): Promise<void>;
  /** The editor shows another text of a file of the house. */
  houseEdited(): Promise<void>;
  /** The workspace has other folders now. */
  foldersChanged(): Promise<void>;
  /** Puts the settings of an open page in force; nothing where they are. */
  settle(uri: string): Promise<void> | undefined;
  closed(uri: string): void;
  /** What holds for a page (URI), open or not; without one, for what is no page. */
  settingsFor(uri: string | undefined): Promise<Settings>;
  /** What the client has set in each folder of the workspace. */
  byFolder(): Promise<SetByFolder>;
  /** What is turned on and off for a page. */
  switchesOf(uri: string): Switches;
  /** What is turned on and off for all pages alike. */
  readonly ofWindow: Switches;
}

export interface ConfigurationOptions {
  readonly connection: Connection;
  /** The client as it is known now. */
  readonly client: () => Client;
  readonly pages: Pages;
  readonly stored: StoredSettings;
  readonly house: HouseFiles;
  readonly log: Log;
  /** Called with the pages whose settings are others than before. */
  readonly onChange: (pages: readonly OpenPage[]) => void;
  /** Called when what is drawn in the text may look different for any reason. */
  readonly onView: () => void;
  /** Called when the client may have set something else. */
  readonly onSet: () => void;
}

export function createConfiguration(options: ConfigurationOptions): Configuration {
  const { connection, client, pages, stored, house, log, onChange, onView, onSet } = options;
  const own = createClientSettings({ connection, client, log, onLate: () => void clientSet() });
  /** Switches of the open pages whose settings are in force. */
  const settled = new Map<string, Switches>();
  const settling = new Map<string, Promise<unknown>>();
  /** Counts the changes of settings: what was found before the last one does not count. */
  let changes = 0;

  const setFor = async (uri: string | undefined): Promise<SetValues> => {
    const { folders } = client();
    const [only] = folders.length === 1 ? folders : [];
    const folder = (uri && innermostFolder(uri, folders)) ?? only;
    // What is no file belongs to the workspace, which has a settings file where it is one folder.
    const inFile = uri?.startsWith("file:") ? stored.forPage(uri) : folder && stored.forFolder(folder);
    const [before, after] = await Promise.all([own.of(folder), inFile]);
    return { ...after, ...before };
  };
  /** Puts in force what holds for a page as of the last change; says what is other than before. */
  const apply = async (uri: string): Promise<{ readonly settings: boolean; readonly switches: boolean }> => {
    for (;;) {
      const asOf = changes;
      const [set, ofHouse] = await Promise.all([setFor(uri), house.forPage(uri)]);
      if (asOf !== changes) continue;
      if (!pages.get(uri)) return { settings: false, switches: false };
      const [before, now] = [settled.get(uri), switchesOf(set)];
      settled.set(uri, now);
      const settings = pages.configure(uri, { ...settingsOf(set), ...ofHouse });
      return { settings, switches: !before || !sameSwitches(before, now) };
    }
  };
  const settle = (uri: string): Promise<void> | undefined => {
    if (settled.has(uri)) return undefined;
    const begun = settling.get(uri) ?? apply(uri).finally(() => settling.delete(uri));
    settling.set(uri, begun);
    return begun.then(() => undefined);
  };
  /** Looks anew what holds for the pages in force; those that are settling go on by the change themselves. */
  const applyAnew = oneAtATime(async () => {
    const open = pages.all().filter(({ uri }) => settled.has(uri));
    const found = await Promise.all(open.map(async ({ uri }) => ({ uri, ...(await apply(uri)) })));
    const changed = found.flatMap(({ uri, settings }) => (settings ? (pages.get(uri) ?? []) : []));
    if (changed.length > 0) onChange(changed);
    if (found.some(({ settings, switches }) => settings || switches)) onView();
  });
  const reapply = (): Promise<void> => {
    changes += 1;
    return applyAnew();
  };
  /** The client may have set something else. */
  const clientSet = async (): Promise<void> => {
    onSet();
    await reapply();
  };
  return {
    take: own.take,
    start() {
      if (!client().registersConfiguration) return;
      connection.client
        .register(DidChangeConfigurationNotification.type, { section: "galley" })
        .catch((error: unknown) => log.error(`client/registerCapability: ${describe(error)}`));
    },
    async changed({ settings }) {
      const sections: unknown = settings;
      if (client().configuration) own.forget();
      else if (typeof sections === "object" && sections !== null && "galley" in sections) own.take(sections.galley);
      // A client that sends no section of ours has not taken back what it said when it connected.
      else return;
      await clientSet();
    },
    async filesChanged(files) {
      if ([stored.changed(files), house.changed(files)].includes(true)) await reapply();
    },
    houseEdited: reapply,
    async foldersChanged() {
      own.forget();
      await clientSet();
    },
    settle,
    closed(uri) {
      settled.delete(uri);
    },
    settingsFor: async (uri) => ({ ...settingsOf(await setFor(uri)), ...(uri && (await house.forPage(uri))) }),
    async byFolder() {
      const { folders } = client();
      const [elsewhere, ...sets] = await Promise.all([undefined, ...folders].map((folder) => own.of(folder)));
      return { folders: folders.map((uri, place) => ({ uri, set: sets[place] ?? {} })), elsewhere: elsewhere ?? {} };
    },
    switchesOf: (uri) => settled.get(uri) ?? switchesOf(own.taken),
    get ofWindow() {
      return switchesOf(own.taken);
    },
  };
}
