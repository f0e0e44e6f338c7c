/** Quick fixes that accept a finding: here, on this page, everywhere; each adds an entry to the house's file of accepted findings. */

import type { CodeAction, CodeActionParams, Diagnostic, WorkspaceEdit } from "vscode-languageserver";
import { acceptanceOf, mayBeAccepted } from "../../core/accepted.ts";
import type { AcceptanceScope } from "../../core/page/acceptance.ts";
import { findingsTouching } from "../../core/page/analysis.ts";
import type { Finding } from "../../core/page/finding.ts";
import { RULES } from "../../core/rules/index.ts";
import type { Localised } from "../../core/text/locale.ts";
import { SAVE_HOUSE_FILE_COMMAND } from "../../protocol.ts";
import type { Client } from "../client.ts";
import type { Asked } from "../feature.ts";
import { CodeActionKind } from "../library.ts";

/** A finding to accept, as an action carries it until it is chosen. */
export interface AcceptOrder {
  readonly make: "accept";
  readonly scope: AcceptanceScope;
  readonly rule: string;
  readonly start: number;
  readonly end: number;
}

/** An action without its edits, and what makes them. */
export interface AcceptOffer {
  readonly action: CodeAction;
  readonly order: AcceptOrder;
}

const SCOPES: readonly AcceptanceScope[] = ["here", "page", "everywhere"];

/** What accepts the findings in a range: those of the diagnostics that were asked about, where there are any. */
export function acceptOffers(asked: Asked, { range, context }: CodeActionParams): AcceptOffer[] {
  const { analysis, at, house, page } = asked;
  if (!house.takes(page.uri)) return [];
  const span = at.span(range);
  const touching = [...findingsTouching(analysis, span), ...asked.lateFindings()].filter(
    ({ start, end }) => start <= span.end && end >= span.start,
  );
  const offers = touching.flatMap((finding) => {
    const diagnostics = context.diagnostics.filter((shown) => shows(asked, shown, finding));
    return context.diagnostics.length > 0 && diagnostics.length === 0 ? [] : [{ finding, diagnostics }];
  });
  return offers
    .filter(({ finding }) => mayBeAccepted(analysis.text, finding))
    .slice(0, MOST_FINDINGS)
    .flatMap(({ finding, diagnostics }) =>
      SCOPES.map((scope) => {
        const { rule, start, end } = finding;
        const title = asked.client.say(titleOf(asked, finding, scope));
        return {
          action: { title, kind: CodeActionKind.QuickFix, diagnostics },
          order: { make: "accept" as const, scope, rule, start, end },
        };
      }),
    );
}

/** Findings at one place for which a menu has room. */
const MOST_FINDINGS = 3;

/** The finding that an order means, where the page still has it. */
export function orderedFinding(
  { analysis, lateFindings }: Asked,
  { rule, start, end }: AcceptOrder,
): Finding | undefined {
  return [...findingsTouching(analysis, { start, end }), ...lateFindings()].find(
    (finding) => finding.rule === rule && finding.start === start && finding.end === end,
  );
}

function shows({ at }: Asked, { code, range }: Diagnostic, finding: Finding): boolean {
  return code === finding.rule && JSON.stringify(range) === JSON.stringify(at.range(finding));
}

function titleOf({ analysis }: Asked, finding: Finding, scope: AcceptanceScope): Localised {
  const name = RULES.find(({ id }) => id === finding.rule)?.title ?? { zh: finding.rule, en: finding.rule };
  if (scope === "here") return { zh: `不再提示“${name.zh}”：此处`, en: `Accept here: ${name.en}` };
  const { before = "", text = "", after = "" } = acceptanceOf(analysis.text, finding, scope, "");
  const words = shortened(before + text + after);
  if (scope === "page")
    return { zh: `不再提示“${name.zh}”：本版（${words}）`, en: `Accept on this page (${words}): ${name.en}` };
  return { zh: `不再提示“${name.zh}”：全部（${words}）`, en: `Accept everywhere (${words}): ${name.en}` };
}

function shortened(words: string): string {
  const characters = [...words];
  return characters.length <= LONGEST ? words : `${characters.slice(0, LONGEST).join("")}…`;
}

const LONGEST = 8;

/** The command that saves the file which an action edits, where the client has it. */
export function savingAfter(client: Client, { changes, documentChanges }: WorkspaceEdit): Pick<CodeAction, "command"> {
  if (!client.commands.has(SAVE_HOUSE_FILE_COMMAND)) return {};
  const edited = documentChanges?.flatMap((change) => ("edits" in change ? change.textDocument.uri : []));
  const [uri] = edited ?? Object.keys(changes ?? {});
  return { command: { title: "", command: SAVE_HOUSE_FILE_COMMAND, arguments: [uri] } };
}
