/** Settings as the client has them: asked for once for each folder of the workspace, or taken as they are sent. */

import type { Connection } from "vscode-languageserver";
import { parseSettings } from "../core/parse-settings.ts";
import type { SetValues } from "../core/setting-table.ts";
import type { Log } from "../workspace/log.ts";
import { describe } from "../workspace/log.ts";
import type { Client } from "./client.ts";
import { showWarning } from "./show-message.ts";

export interface ClientSettings {
  /** Takes settings that hold wherever the client is not asked, or does not answer. */
  take(section: unknown): void;
  /** What was last taken. */
  readonly taken: SetValues;
  /** What the client has set for the pages of a folder (URI), or for those in none. Never rejects. */
  of(folder: string | undefined): Promise<SetValues>;
  /** Has each folder asked for anew when it is next needed. */
  forget(): void;
}

export interface ClientSettingsOptions {
  readonly connection: Connection;
  /** The client as it is known now. */
  readonly client: () => Client;
  readonly log: Log;
  /** Called when an answer has come after all that was not waited for any longer. */
  readonly onLate: () => void;
}

/** A client that does not say what is set has its pages read by what is known, after so long, in ms. */
const PATIENCE = 3_000;

/** Faulty settings that are told in messages; a file of thousands of them would bury the editor. All are in the log. */
const MOST_SHOWN = 10;

export function createClientSettings({ connection, client, log, onLate }: ClientSettingsOptions): ClientSettings {
  const answers = new Map<string | undefined, Promise<SetValues>>();
  const told = new Set<string>();
  let taken: SetValues = {};
  /** Tells once of each setting that cannot be used. */
  const read = (section: unknown): SetValues => {
    const { set, problems } = parseSettings(section);
    for (const problem of problems) {
      const message = client().say(problem);
      if (told.has(message)) continue;
      told.add(message);
      log.warn(message);
      if (told.size <= MOST_SHOWN) showWarning(connection, message);
    }
    return set;
  };
  const ask = async (folder: string | undefined): Promise<SetValues> => {
    try {
      const scope = folder === undefined ? {} : { scopeUri: folder };
      return read(await connection.workspace.getConfiguration({ ...scope, section: "galley" }));
    } catch (error) {
      log.error(`workspace/configuration: ${describe(error)}`);
      return taken;
    }
  };
  /** What is set as far as it was said in time. */
  const askFor = async (folder: string | undefined, isWanted: () => boolean): Promise<SetValues> => {
    const answer = ask(folder);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const silence = new Promise<undefined>((resolve) => {
      timer = setTimeout(resolve, PATIENCE, undefined);
    });
    const inTime = await Promise.race([answer, silence]);
    clearTimeout(timer);
    if (inTime) return inTime;
    log.warn(`workspace/configuration: no answer for ${PATIENCE / 1000} s; what is known so far holds until it comes.`);
    void answer.then((set) => {
      if (!isWanted()) return;
      answers.set(folder, Promise.resolve(set));
      onLate();
    });
    return taken;
  };
  return {
    take(section) {
      taken = read(section);
    },
    get taken() {
      return taken;
    },
    async of(folder) {
      if (!client().configuration) return taken;
      let answer = answers.get(folder);
      if (!answer) {
        const asked: Promise<SetValues> = askFor(folder, () => answers.get(folder) === asked);
        answer = asked;
        answers.set(folder, asked);
      }
      return answer;
    },
    forget: () => answers.clear(),
  };
}
