/** Runs a command line and tells the exit code. */

import { type Command, CommanderError } from "commander";
import { reasonOf } from "../host/refusal.ts";
import { declareProgram } from "./declare.ts";
import type { ExitCode, Io } from "./io.ts";
import { localeFrom } from "./locale-from.ts";
import { forTerminal, NO_COLOURS } from "./terminal.ts";
import { usageError } from "./usage.ts";

/** Runs the command line `argv` (without the program's name). Never rejects: what goes wrong is told on stderr. */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  const locale = localeFrom(argv, io.env);
  const said = { out: "", err: "" };
  let outcome: ExitCode = 0;
  const program = declareProgram(io, locale, (code) => {
    outcome = code;
  });
  for (const command of [program, ...program.commands]) gather(command, said);
  try {
    await program.parseAsync(argv, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError && HELP.includes(error.code)) outcome = error.exitCode === 0 ? 0 : 2;
    else {
      outcome = 2;
      const reason = (error instanceof CommanderError ? usageError(error) : reasonOf(error))[locale];
      said.err += `galley: ${forTerminal(reason, NO_COLOURS)}\n`;
    }
  }
  if (said.out !== "") await io.stdout.write(said.out);
  if (said.err !== "") await io.stderr.write(said.err);
  return outcome;
}

/** What the parser throws where help or the version was shown. */
const HELP: readonly string[] = ["commander.help", "commander.helpDisplayed", "commander.version"];

/** Keeps the parser from writing to the process' streams and from ending it. */
function gather(command: Command, said: { out: string; err: string }): void {
  command.exitOverride().configureOutput({
    writeOut: (text) => {
      said.out += text;
    },
    writeErr: (text) => {
      said.err += text;
    },
    // Usage errors are thrown as well, and told in the user's language by whoever catches them.
    outputError: () => {},
  });
}
