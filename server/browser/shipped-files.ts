/** Stands in for `server/host/shipped-files.ts` in a browser: fetches the extension's own files, where the client says they are. */

/** The name under which the build ships jieba in WebAssembly. */
export const JIEBA_WASM = "jieba.wasm";

let folder = "";

/** Says where the folder of data is; before anything is read. */
export function setDataFolder(url: string): void {
  folder = url;
}

/**
 * Fetches a file of data, and waits for it as the disk is waited for elsewhere: only the thread of names does so. Throws where it
 * can't be had.
 */
export function readShipped(file: string): Uint8Array<ArrayBuffer> {
  const request = new XMLHttpRequest();
  request.open("GET", `${folder}/${file}`, false);
  request.responseType = "arraybuffer";
  request.send();
  if (request.status !== 200) throw Object.assign(new Error(`HTTP ${request.status}`), { code: "ENOENT" });
  return new Uint8Array(request.response);
}

export function readJiebaWasm(): Uint8Array<ArrayBuffer> {
  return readShipped(JIEBA_WASM);
}

/** Only bundles run in a browser. */
export function isSource(): boolean {
  return false;
}

/** What is used of the browser's; the project's types are Node's. */
declare class XMLHttpRequest {
  open(method: string, url: string, async: boolean): void;
  send(): void;
  responseType: "arraybuffer";
  readonly status: number;
  readonly response: ArrayBuffer;
}
