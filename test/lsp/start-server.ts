/** Starts a server's process for a test, and ends it when the file's tests are over, should a test have failed to. */

import { after } from "node:test";
import { type ServerProcess, spawnServer } from "../support/lsp-client.ts";

const started: ServerProcess[] = [];

after(() => {
  for (const { process } of started) if (process.exitCode === null) process.kill("SIGKILL");
});

export async function startServer(...how: Parameters<typeof spawnServer>): Promise<ServerProcess> {
  const server = await spawnServer(...how);
  started.push(server);
  return server;
}
