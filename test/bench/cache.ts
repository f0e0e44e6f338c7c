/** Where the bench keeps what it need not make anew: under node_modules, which git and the package leave alone. */

import { join } from "node:path";
import { ROOT } from "../../scripts/bundling.ts";

export const CACHE = join(ROOT, "node_modules", ".cache", "galley-bench");
