/** Stands in for `server/host/nodejieba.ts` in a browser, where nothing native runs. */

export function createNodejieba(): never {
  throw new Error("nothing native runs in a browser");
}
