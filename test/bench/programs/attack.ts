/**
 * A program that runs every command and request on one attack, size after size; the bench bundles it and reads what it prints,
 * one {@link Attacked} as JSON a line. Arguments: one {@link AttackTask} as JSON.
 */

import { CancellationToken } from "vscode-languageserver";
import { loadResources } from "../../../server/host/resources.ts";
import { loadSegmenter } from "../../../server/host/segmenter.ts";
import { MARKED_PAGE, PAGE_STATUS, READ_PAGE } from "../../../server/protocol.ts";
import { NO_NAMES } from "../../../server/workspace/name-service.ts";
import { createAnswerer, type PageAnswers } from "../../../server/workspace/page-answers.ts";
import type { OpenPage } from "../../../server/workspace/pages.ts";
import { ATTACKS, type Attack } from "../../support/attacks.ts";
import { inFolder } from "../../support/cli.ts";
import { connectInMemory } from "../../support/lsp-client.ts";

/** Attacks by their numbers, and the sizes of each. */
export type AttackTask = readonly { readonly number: number; readonly sizes: readonly number[] }[];

/** What one size took. */
export interface Attacked {
  readonly number: number;
  readonly size: number;
  /** CPU seconds by command or request. */
  readonly seconds: Readonly<Record<string, number>>;
  /** The most memory that the process has held, in bytes. */
  readonly peak: number;
}

const COMMANDS: readonly (readonly [name: string, ...argv: string[]])[] = [
  ["check", "check", "a.txt"],
  ["check --names", "check", "--names", "--format", "json", "a.txt"],
  ["fix", "fix", "--stdout", "a.txt"],
  ["outline", "outline", "a.txt"],
  ["entities", "entities", "--format", "json", "a.txt"],
  ["export", "export", "--format", "json", "a.txt"],
  ["explain", "explain", "--at", "a.txt:1"],
];

const PLACE = { position: { line: 0, character: 1 } };
const RANGE = { range: { start: { line: 0, character: 0 }, end: { line: 40, character: 0 } } };
const REQUESTS: readonly (readonly [method: string, params: object])[] = [
  ["textDocument/diagnostic", {}],
  ["textDocument/documentSymbol", {}],
  ["textDocument/codeAction", { ...RANGE, context: { diagnostics: [] } }],
  ["textDocument/formatting", { options: { tabSize: 2, insertSpaces: true } }],
  ["textDocument/rangeFormatting", { ...RANGE, options: { tabSize: 2, insertSpaces: true } }],
  ["textDocument/foldingRange", {}],
  ["textDocument/selectionRange", { positions: [PLACE.position] }],
  ["textDocument/codeLens", {}],
  ["textDocument/documentLink", {}],
  ["textDocument/inlayHint", RANGE],
  ["textDocument/semanticTokens/full", {}],
  ["textDocument/hover", PLACE],
  ["textDocument/documentHighlight", PLACE],
  ["textDocument/definition", PLACE],
  ["textDocument/references", { ...PLACE, context: { includeDeclaration: true } }],
  ["textDocument/prepareRename", PLACE],
  [READ_PAGE, {}],
  [PAGE_STATUS, {}],
  [MARKED_PAGE, {}],
  ["galley/restoreHeadlines", {}],
];

const segmenter = loadSegmenter();
const answerer = createAnswerer(loadResources(segmenter, () => {}));

void attacked();

async function attacked(): Promise<void> {
  let isWarm = false;
  for (const { number, sizes } of JSON.parse(process.argv[2] ?? "") as AttackTask) {
    const { text } = ATTACKS[number] as Attack;
    if (!isWarm) await take(text(2000));
    isWarm = true;
    for (const size of sizes) {
      const seconds = await take(text(size));
      const one: Attacked = { number, size, seconds, peak: process.resourceUsage().maxRSS * 1024 };
      process.stdout.write(`${JSON.stringify(one)}\n`);
    }
  }
}

async function take(text: string): Promise<Record<string, number>> {
  const seconds: Record<string, number> = {};
  const timed = async (name: string, work: () => Promise<unknown>): Promise<void> => {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    seconds[name] = (user + system) / 1e6;
  };
  await inFolder({ "a.txt": text }, async (folder) => {
    for (const [name, ...argv] of COMMANDS) await timed(name, () => folder.run(argv, { dictionary: segmenter }));
  });
  const read = new Map<OpenPage, PageAnswers>();
  const answersOf = (page: OpenPage): PageAnswers => {
    const answers = read.get(page) ?? answerer.open(page);
    read.set(page, answers);
    return answers;
  };
  const client = await connectInMemory(
    {},
    {
      mentions: {
        mentions: async ({ page }) => answersOf(page).mentions(),
        known: (page) => read.get(page)?.mentions(),
        card: async ({ page }, offset, locale) => answersOf(page).card(offset, locale),
        forget: () => {},
        close: () => {},
      },
      names: { ...NO_NAMES, findings: async ({ page }, settings) => answersOf(page).findings(settings) },
    },
  );
  await client.open("file:///a.txt", text);
  for (const [method, params] of REQUESTS)
    await timed(method.replace(/^.*?\//u, ""), () =>
      client.connection
        .sendRequest(method, { textDocument: { uri: "file:///a.txt" }, ...params }, CancellationToken.None)
        .catch(() => {}),
    );
  client.connection.dispose();
  return seconds;
}
