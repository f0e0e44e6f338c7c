/** `node --import ./scripts/source.mjs FILE.ts`: runs TypeScript source as it is, in a process or a worker thread. */

import { register } from "node:module";
import { register as registerTypeScript } from "tsx/esm/api";

registerTypeScript();
register("./text-files.mjs", import.meta.url);
