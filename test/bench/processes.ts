/** Whole processes: what a command costs from its start to its end, beside what others and bare floors cost. */

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ROOT } from "../../scripts/bundling.ts";
import { type Figures, keyOf, type Outcome } from "./figures.ts";
import { type Command, outputIn, runOnce, type Taken } from "./one-run.ts";
import { installed, PEERS, type PeerName } from "./peers.ts";
import { type Contestant, inTurn, isList, type Patience, type Runs } from "./rounds.ts";
import { BYTES, type SizeName } from "./sizes.ts";
import { ratioOf, spreadOf } from "./spread.ts";
import { type TextFile, writeLines, writeText } from "./texts.ts";

const CLI = join(ROOT, "dist", "cli.cjs");
const program = (name: string): string => fileURLToPath(new URL(`programs/${name}`, import.meta.url));

export const FLOORS = ["empty node", "read and decode", "look at each character"];
export const FIX = "galley fix";
export const CHECK = "galley check";
export const FIX_LINES = "galley fix --jsonl";
/** The rows of a text as one file, and the one of a text as lines. */
export const PROCESSES = [FIX, CHECK, ...PEERS, ...FLOORS];

/** What one file is measured with, and what lines are. */
export const FILE_SIZES: readonly SizeName[] = ["page", "100 KB", "1 MB", "10 MB"];
export const LINE_SIZES: readonly SizeName[] = ["1 MB", "10 MB", "100 MB"];

export interface ProcessOptions extends Patience {
  readonly sizes: readonly SizeName[];
  /** A folder for texts and output that is thrown away. */
  readonly folder: string;
  /** The page, where it is not the typesetter's. */
  readonly page?: string | undefined;
  wants(name: string): boolean;
  say(line: string): void;
}

/** Measures each size that is asked for, as a file and as lines. */
export async function measureProcesses(options: ProcessOptions): Promise<Figures> {
  const figures: Record<string, Outcome> = {};
  const peers = await installPeers(options);
  const rows = PROCESSES.filter((name) => options.wants(name));
  for (const size of FILE_SIZES.filter((one) => options.sizes.includes(one) && rows.length > 0)) {
    const file = await writeText(options.folder, size, size === "page" ? options.page : undefined);
    const commands = rows.flatMap((name): [string, Command][] => {
      const command = commandOf(name, file, peers);
      if (!command) Object.assign(figures, figuresOf(name, size, file, { failed: "not to be had" }, "not installed"));
      return command ? [[name, command]] : [];
    });
    if (commands.length > 0) Object.assign(figures, await measureSize(commands, size, file, options));
  }
  for (const size of LINE_SIZES.filter((one) => options.sizes.includes(one) && options.wants(FIX_LINES))) {
    const file = await writeLines(options.folder, size);
    const command = { args: [CLI, "fix", "--jsonl"], stdin: file.path };
    Object.assign(figures, await measureSize([[FIX_LINES, command]], size, file, options));
  }
  return figures;
}

async function installPeers({ wants, say }: ProcessOptions): Promise<Map<PeerName, string>> {
  const peers = new Map<PeerName, string>();
  for (const peer of PEERS.filter(wants)) {
    const folder = await installed(peer);
    if (folder) peers.set(peer, folder);
    else say(`${peer} can't be installed: its row stays empty.`);
  }
  return peers;
}

/** How a row of the table is run on a file; nothing where it is not installed. */
function commandOf(name: string, { path }: TextFile, peers: ReadonlyMap<PeerName, string>): Command | undefined {
  const floor = ["empty", "decode", "loop"][FLOORS.indexOf(name)];
  if (floor) return { args: [program("floor.cjs"), floor, path] };
  if (name === FIX) return { args: [CLI, "fix", "--stdout", path] };
  // With findings it ends with 1.
  if (name === CHECK) return { args: [CLI, "check", "--format", "json", path], codes: [0, 1] };
  const folder = peers.get(name as PeerName);
  return folder === undefined ? undefined : { args: [program("peer.mjs"), name, folder, path] };
}

async function measureSize(
  commands: readonly (readonly [string, Command])[],
  size: SizeName,
  file: TextFile,
  { folder, say, ...patience }: ProcessOptions,
): Promise<Figures> {
  say(`${size}: ${commands.map(([name]) => name).join(", ")}`);
  const contestants = commands.map(([name, command]): Contestant => {
    let checked = false;
    return {
      name,
      async run() {
        const run = await runOnce(command, folder, limitOf(size));
        // A program that gives a text back as it was has done something else than its work, and faster.
        if (!checked && "cpu" in run && name !== CHECK && !FLOORS.includes(name)) {
          checked = true;
          if (await sameText(file, folder)) return { failed: "gave the text back unchanged" };
        }
        return run;
      },
    };
  });
  const runs = await inTurn(contestants, patience);
  const figures: Record<string, Outcome> = {};
  for (const [name, own] of runs) {
    if ("failed" in own) say(`${name}, ${size}: ${own.failed}`);
    Object.assign(figures, figuresOf(name, size, file, own));
  }
  const ours = runs.get(FIX);
  for (const peer of PEERS.filter((one) => runs.has(one))) {
    const others = runs.get(peer);
    const key = keyOf("process", `${FIX} / ${peer}`, size, "ratio");
    if (isList(ours) && isList(others)) figures[key] = ratioOf(ours.map(cpuOf), others.map(cpuOf));
    else if (ours && !isList(ours)) figures[key] = outcomeOf(ours);
  }
  return figures;
}

async function sameText({ path }: TextFile, folder: string): Promise<boolean> {
  const [before, after] = await Promise.all([readFile(path), readFile(outputIn(folder))]);
  return before.equals(after);
}

function figuresOf(name: string, size: SizeName, { bytes }: TextFile, runs: Runs, why?: string): Figures {
  const of = (value: (taken: Taken) => number): Outcome =>
    isList(runs) ? spreadOf(runs.map(value)) : outcomeOf(runs, why);
  return {
    [keyOf("process", name, size, "cpu s")]: of(cpuOf),
    [keyOf("process", name, size, "wall s")]: of(({ wall }) => wall),
    [keyOf("process", name, size, "peak MB")]: of(({ peak }) => peak / 1e6),
    [keyOf("process", name, size, "MB/cpu s")]: of(({ cpu }) => bytes / 1e6 / cpu),
  };
}

/** What failed says why on the terminal; a table, which may be published, says that it did. */
function outcomeOf(runs: Exclude<Runs, readonly Taken[]>, why = "failed"): Outcome {
  return "over" in runs ? runs : { missing: why };
}

function cpuOf({ cpu }: Taken): number {
  return cpu;
}

/** Seconds after which a run is ended: a minute, and five seconds for each MB. */
function limitOf(size: SizeName): number {
  return 60 + Math.round((BYTES[size] / 1e6) * 5);
}
