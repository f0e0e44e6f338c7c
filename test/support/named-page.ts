/** A page whose names a test's own service finds, and a client that has it open. */

import { analyze } from "../../server/core/analyze.ts";
import type { Mention } from "../../server/core/page/mention.ts";
import type { MentionService } from "../../server/workspace/mention-service.ts";
import { type NameService, NO_NAMES } from "../../server/workspace/name-service.ts";
import { NO_MENTIONS } from "./idle-services.ts";
import { connectInMemory, type LspClient } from "./lsp-client.ts";

export const URI = "file:///a.txt";
/** A narrow column in which the wrap of the third line cuts a name. */
export const PAGE = [
  "　　本报讯 8月15日，县水利",
  "局局长苏禾田到工地看望",
  "建设者。在工地上，苏",
  "禾田说，“苏禾田方案”可行。",
  "",
].join("\n");

const NAMES: readonly [RegExp, Partial<Mention> & Pick<Mention, "type">][] = [
  [/“[^”]+”/g, { type: "TERM" }],
  [/苏禾田/g, { type: "PER", role: "县水利局局长" }],
  [/县水利局/g, { type: "ORG" }],
  [/8月15日/g, { type: "DATE", value: { kind: "date", edtf: "2022-08-15" } }],
];

/** The names of a page, as the service finds them. */
export function found(text: string): Mention[] {
  return analyze(text).blocks.flatMap((block) =>
    NAMES.flatMap(([pattern, given]) =>
      [...block.text.matchAll(pattern)].map(({ index: start, 0: name }) => {
        const span = { block: block.index, start, end: start + name.length };
        return { ...span, text: name, entity: name, ...given } as Mention;
      }),
    ),
  );
}

export const mentions: MentionService = { ...NO_MENTIONS, mentions: async ({ page }) => found(page.text) };

/** A client that has {@link PAGE} open; `names` stand in for the services of the workspace. */
export async function open(names: Partial<NameService> = {}, settings: unknown = {}): Promise<LspClient> {
  const client = await connectInMemory(
    { settings, options: { settings } },
    { mentions, names: { ...NO_NAMES, ...names } },
  );
  await client.open(URI, PAGE);
  return client;
}
