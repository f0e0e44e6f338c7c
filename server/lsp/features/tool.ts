/** `galley/tool`: what an assistant asks of a page, answered as `galley mcp` answers. */

import { withFindings } from "../../core/analyze.ts";
import type { ToolReply, ToolRequest } from "../../protocol.ts";
import { checkAnswer, entitiesAnswer, fixAnswer, fixedSummary, outlineAnswer } from "../../workspace/tool-answers.ts";
import type { Asked } from "../feature.ts";

export async function toolReply(asked: Asked, tool: ToolRequest["tool"]): Promise<ToolReply | null> {
  const { page, analysis, client, mentions, token } = asked;
  switch (tool) {
    case "check":
      return json(checkAnswer(withFindings(analysis, asked.lateFindings()), client.locale));
    case "outline":
      return json(outlineAnswer(analysis, client.locale));
    case "entities":
      return json(entitiesAnswer(analysis, await mentions.mentions({ page, token }), client.locale));
    case "fix": {
      const made = fixAnswer(analysis);
      if ("refused" in made) return { refused: client.say(made.refused) };
      return { texts: [made.value.text, client.say(fixedSummary(made.value))] };
    }
    default:
      return null;
  }
}

function json(answer: object): ToolReply {
  return { texts: [JSON.stringify(answer)] };
}
