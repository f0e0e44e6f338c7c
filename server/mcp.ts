/**
 * Speaks the Model Context Protocol over standard input and output, for `galley mcp`: a bundle of its own, with the protocol's
 * library alone, so that no other command has to load that.
 */

import { fromJsonSchema, McpServer } from "@modelcontextprotocol/server";
import { serveStdio } from "@modelcontextprotocol/server/stdio";
import type { ServeTools, ToolInput } from "./cli/mcp/tool.ts";

/** No tool changes anything or goes beyond what it is given. */
const READS_ONLY = { readOnlyHint: true, idempotentHint: true, openWorldHint: false };

export const serveTools: ServeTools = async (tools, { version, instructions }) => {
  const ended = new Promise<void>((resolve) => {
    process.stdin.once("end", resolve);
    process.stdin.once("close", resolve);
  });
  const { close } = serveStdio(() => {
    const server = new McpServer({ name: "galley", title: "Galley 清样", version }, { instructions });
    for (const { name, title, description, input, run } of tools) {
      const inputSchema = fromJsonSchema<ToolInput>(input);
      server.registerTool(name, { title, description, inputSchema, annotations: READS_ONLY }, async (given) => {
        const { texts, failed } = await run(given);
        return { content: texts.map((text) => ({ type: "text" as const, text })), ...(failed && { isError: true }) };
      });
    }
    return server;
  });
  await ended;
  await close();
};
