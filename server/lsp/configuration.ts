/** Keeps the settings as the client has them, and tells the user once about each that cannot be used. */

import type { Connection, DidChangeConfigurationParams } from "vscode-languageserver";
import { sameSettings } from "../core/page/settings.ts";
import { type Switches, sameSwitches } from "../core/page/switches.ts";
import { parseSettings } from "../core/parse-settings.ts";
import { settingsOf, switchesOf } from "../core/setting-table.ts";
import type { Log } from "../workspace/log.ts";
import { describe } from "../workspace/log.ts";
import type { Pages } from "../workspace/pages.ts";
import type { Client } from "./client.ts";
import { DidChangeConfigurationNotification, MessageType, ShowMessageNotification } from "./library.ts";

export interface Configuration {
  /** Takes the settings as initialization options gave them. */
  take(section: unknown): void;
  /** Asks the client for its settings, where it answers such a question, and to be told when they change. */
  start(): Promise<void>;
  changed(params: DidChangeConfigurationParams): Promise<void>;
  /** What is turned on and off now. */
  readonly switches: Switches;
}

export interface ConfigurationOptions {
  readonly connection: Connection;
  /** The client as it is known now. */
  readonly client: () => Client;
  readonly pages: Pages;
  readonly log: Log;
  /** Called when settings come into force that differ from those before. */
  readonly onChange: () => void;
  /** Called when what is drawn in the text may look different for any reason. */
  readonly onView: () => void;
}

/** The settings in force for the pages: the defaults until the client has said what it has. */
export function createConfiguration({
  connection,
  client,
  pages,
  log,
  onChange,
  onView,
}: ConfigurationOptions): Configuration {
  const told = new Set<string>();
  let switches = switchesOf({});
  const take = (section: unknown): void => {
    const { set, problems } = parseSettings(section);
    const [settings, before] = [settingsOf(set), switches];
    switches = switchesOf(set);
    const turned = !sameSwitches(switches, before);
    for (const problem of problems) {
      const message = client().say(problem);
      if (told.has(message)) continue;
      told.add(message);
      log.warn(message);
      void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
    }
    const changed = !sameSettings(settings, pages.settings);
    if (changed) {
      pages.configure(settings);
      onChange();
    }
    if (changed || turned) onView();
  };
  let asked = 0;
  const ask = async (): Promise<void> => {
    asked += 1;
    const mine = asked;
    try {
      const section: unknown = await connection.workspace.getConfiguration("galley");
      // Of two questions under way only the later one's answer counts.
      if (mine === asked) take(section);
    } catch (error) {
      log.error(`workspace/configuration: ${describe(error)}`);
    }
  };
  return {
    take,
    get switches() {
      return switches;
    },
    async start() {
      const { configuration, registersConfiguration } = client();
      if (registersConfiguration) {
        connection.client
          .register(DidChangeConfigurationNotification.type, { section: "galley" })
          .catch((error: unknown) => log.error(`client/registerCapability: ${describe(error)}`));
      }
      if (configuration) await ask();
    },
    async changed({ settings }) {
      if (client().configuration) return ask();
      // A client that sends no section of ours has not taken back what it said when it connected.
      const sections: unknown = settings;
      if (typeof sections === "object" && sections !== null && "galley" in sections) take(sections.galley);
    },
  };
}
