/** Whether a file lies in a folder. */

import { isAbsolute, relative, sep } from "node:path";

/** Both are absolute paths; what links lead to is not looked at. The folder itself does not lie in it. */
export function isInside(folder: string, path: string | undefined): boolean {
  if (path === undefined) return false;
  const way = relative(folder, path);
  return way !== "" && !isAbsolute(way) && way.split(sep)[0] !== "..";
}
