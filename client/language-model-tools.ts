/** Tools for language models in VS Code: what `galley mcp` offers elsewhere, for the page that is open or a text that is given. */

import {
  Disposable,
  LanguageModelTextPart,
  type LanguageModelTool,
  LanguageModelToolResult,
  l10n,
  lm,
  window,
} from "vscode";
import { TOOL, type ToolReply, type ToolRequest } from "../server/protocol.ts";
import { isPage } from "./language.ts";
import type { Server } from "./server.ts";

/** As package.json describes them, each `galley_` and its name. */
const TOOLS: readonly ToolRequest["tool"][] = ["check", "outline", "entities", "fix"];

/** What package.json says that they take. */
interface Input {
  /** Without it the page in the active editor is meant. */
  readonly text?: string;
}

export function registerTools(server: Server): Disposable {
  return Disposable.from(...TOOLS.map((tool) => lm.registerTool(`galley_${tool}`, toolOf(server, tool))));
}

function toolOf(server: Server, tool: ToolRequest["tool"]): LanguageModelTool<Input> {
  return {
    prepareInvocation: () => ({ invocationMessage: l10n.t("Galley: reading the page") }),
    async invoke({ input }) {
      const reply = await server.request<ToolReply>(TOOL, { tool, ...subjectOf(input) });
      if (!reply)
        throw new Error(l10n.t("Galley gave no answer: the page was changed meanwhile, or the server has stopped."));
      if ("refused" in reply) throw new Error(reply.refused);
      return new LanguageModelToolResult(reply.texts.map((text) => new LanguageModelTextPart(text)));
    },
  };
}

/** The text, else the page that the editor shows. */
function subjectOf({ text }: Input): Pick<ToolRequest, "text" | "uri"> {
  if (typeof text === "string") return { text };
  const document = window.activeTextEditor?.document;
  if (!isPage(document)) throw new Error(l10n.t("No newspaper page is open: give the text of one."));
  return { uri: document.uri.toString() };
}
