/** In which language a run speaks. */

import { type Locale, localeOf } from "../core/text/locale.ts";
import type { Io } from "./io.ts";

/** `--lang` decides, for help and usage errors too; then the environment, which also answers where it names no language of ours. */
export function localeFrom(argv: readonly string[], env: Io["env"]): Locale {
  const at = argv.indexOf("--lang");
  const asked = at >= 0 ? argv[at + 1] : argv.find((arg) => arg.startsWith("--lang="))?.slice("--lang=".length);
  const known = asked === "zh" || asked === "en" ? asked : undefined;
  return known ?? localeOf(env.LC_ALL || env.LC_MESSAGES || env.LANG);
}
