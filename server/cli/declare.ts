/** Declares the program and its commands to the parser of command lines. */

import { Command } from "commander";
import pkg from "../../package.json" with { type: "json" };
import type { Locale, Localised } from "../core/text/locale.ts";
import { COMMANDS, type CommandLine } from "./commands.ts";
import { widthOf } from "./formats/columns.ts";
import type { ExitCode, Io } from "./io.ts";
import { commonOptions, type Say } from "./options.ts";
import { type CommonOptions, createSession } from "./session.ts";
import { helpOption, helpTitle } from "./usage.ts";

/** The program. `finish` is told the exit code of the command that ran. */
export function declareProgram(io: Io, locale: Locale, finish: (code: ExitCode) => void): Command {
  const say: Say = (text) => text[locale];
  const program = new Command("galley")
    .description(say(ABOUT))
    .version(pkg.version, "-v, --version", say({ zh: "显示版本", en: "show the version" }))
    .addOption(commonOptions(say)[0])
    .helpOption("-h, --help", say(HELP))
    .helpCommand("help [command]", say({ zh: "显示一个命令的帮助", en: "show the help of a command" }))
    .configureHelp({
      displayWidth: widthOf,
      styleTitle: (title) => say(helpTitle(title)),
      optionDescription: (option) => say(helpOption(option)),
    })
    .addHelpText("after", `\n${say(EXIT_CODES)}`);
  for (const command of COMMANDS as readonly CommandLine<CommonOptions>[]) {
    const declared = program
      .command(command.usage)
      .description(say(command.summary))
      .helpOption("-h, --help", say(HELP));
    for (const option of [...command.options(say), ...commonOptions(say)]) declared.addOption(option);
    declared.action(async () => {
      const options = declared.opts<CommonOptions>();
      const session = createSession(io, locale, options, command.changesPages);
      const found = await command.work(session, declared.args, options);
      finish(session.failures.length > 0 ? 2 : found === true ? 1 : 0);
    });
  }
  return program;
}

const ABOUT: Localised = {
  zh: "校报纸文本：找出断行、乱空格等毛病并修好，一字不丢。",
  en: "Proofs newspaper text: finds broken lines, stray blanks and the like, and mends them without losing a character.",
};
const HELP: Localised = { zh: "显示帮助", en: "show help" };
const EXIT_CODES: Localised = {
  zh: "路径可以是文件、文件夹、通配符，或 -（标准输入）；不写时 check 和 fix 取当前文件夹。\n退出码：0 没有问题，1 check 发现问题，2 有事没能做成。",
  en: "A path is a file, a folder, a glob, or - for stdin; without one, check and fix take the current folder.\nExit codes: 0 nothing to report, 1 check has findings, 2 something could not be done.",
};
