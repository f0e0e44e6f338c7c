/** `galley/tool`: what an assistant asks of an open page, or of a text that is a page only as long as the answer takes. */

import type { CancellationToken } from "vscode-languageserver";
import type { ToolRequest } from "../protocol.ts";
import type { MentionService } from "../workspace/mention-service.ts";
import type { Pages } from "../workspace/pages.ts";
import type { Configuration } from "./configuration.ts";
import { contentModified } from "./guard.ts";
import type { PageQuestions } from "./page-questions.ts";

/** Begins the URIs of texts that an assistant gives; what is open counts for the workspace, but these don't. */
const GIVEN = "galley-given:";

export interface ToolTools {
  readonly pages: Pages;
  readonly configuration: Configuration;
  readonly mentions: MentionService;
  readonly questions: PageQuestions;
}

export function createToolRequests({
  pages,
  configuration,
  mentions,
  questions,
}: ToolTools): (request: ToolRequest, token: CancellationToken) => Promise<unknown> {
  let givenTexts = 0;
  return async ({ tool, uri, text }, token) => {
    const given = typeof text === "string" ? pages.put(`${GIVEN}${++givenTexts}`, 1, text) : undefined;
    const page = given ?? pages.get(uri ?? "");
    if (!page) return null;
    try {
      await questions.prepare(page);
      if (!questions.isWanted(page, token)) return contentModified();
      // Few ask, and it needs the calendar, which no page needs when it is opened.
      const { toolReply } = await import("./features/tool.ts");
      const reply = await toolReply(questions.asked(page, token), tool);
      return questions.isWanted(page, token) ? reply : contentModified();
    } finally {
      if (given) {
        pages.close(given.uri);
        configuration.closed(given.uri);
        mentions.forget(given.uri);
      }
    }
  };
}
