/** `galley mcp`: lets an assistant ask about pages, over the Model Context Protocol on standard input and output. */

import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import pkg from "../../package.json" with { type: "json" };
import { Refusal, reasonOf } from "../host/refusal.ts";
import { createTools, INSTRUCTIONS } from "./mcp/tools.ts";
import type { Session } from "./session.ts";

/** Serves until the other side hangs up. Files are read in these folders only; without any, in the working folder. */
export async function mcp(session: Session, paths: readonly string[]): Promise<void> {
  const [first = session.cwd, ...others] = paths.map((path) => resolve(session.cwd, path));
  for (const folder of [first, ...others]) await checkFolder(folder);
  const serveTools = await session.io.loadServeTools();
  await serveTools(createTools(session, [first, ...others]), {
    version: pkg.version,
    instructions: session.say(INSTRUCTIONS),
  });
}

async function checkFolder(folder: string): Promise<void> {
  const state = await stat(folder).catch((error: unknown) => {
    const { zh, en } = reasonOf(error);
    throw new Refusal({ zh: `${folder}：${zh}`, en: `${folder}: ${en}` });
  });
  if (!state.isDirectory()) throw new Refusal({ zh: `${folder} 不是文件夹`, en: `${folder} is no folder` });
}
