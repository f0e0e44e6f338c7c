/** `textDocument/codeAction`: the fix of a finding, of all in its paragraph, of all of its rule, of the whole page; headings brought home. */

import type { CodeAction, CodeActionParams, Diagnostic, WorkspaceEdit } from "vscode-languageserver";
import { articleAt } from "../../core/articles/article-at.ts";
import { type Checked, checkedEdits } from "../../core/fix/checked.ts";
import { safeEdits } from "../../core/fix/edits.ts";
import { type Moves, movesFor } from "../../core/fix/headline-moves.ts";
import { fixWholePage } from "../../core/fix/whole-page.ts";
import { blockAt } from "../../core/layout/index.ts";
import { articleName } from "../../core/outline.ts";
import type { Finding } from "../../core/page/finding.ts";
import { RULES } from "../../core/rules/index.ts";
import type { Localised } from "../../core/text/locale.ts";
import type { TextEdit } from "../../core/text/text.ts";
import {
  ADD_TO_LEXICON_COMMAND,
  FIX_ALL_KIND,
  type FixData,
  type ProtocolEdit,
  type ProtocolPosition,
  RESTORE_ARTICLE_KIND,
  RESTORE_PAGE_KIND,
} from "../../protocol.ts";
import type { Asked, Feature } from "../feature.ts";
import { CodeActionKind, CodeActionTriggerKind } from "../library.ts";

export const codeActions: Feature<CodeActionParams, CodeAction[] | null> = {
  method: "textDocument/codeAction",
  provides: (client) => (client.codeActions ? { codeActionProvider: { codeActionKinds: KINDS } } : {}),
  empty: null,
  answer(asked, params) {
    const { only, triggerKind } = params.context;
    const actions: CodeAction[] = [];
    if (wants(only, CodeActionKind.QuickFix)) actions.push(...quickFixes(asked, params));
    // What touches the whole page is offered to who asks for it, never on the move of a cursor.
    const invoked = !only && triggerKind !== CodeActionTriggerKind.Automatic;
    if (only ? wants(only, FIX_ALL_KIND) : invoked) actions.push(...fixAll(asked));
    // Moves are tried out, which takes a few analyses: for the page only where moves are what is asked for.
    if (only ? wants(only, RESTORE_ARTICLE_KIND) : invoked) actions.push(...bringHome(asked, params));
    if (only && wants(only, RESTORE_PAGE_KIND)) actions.push(...bringAllHome(asked));
    if (invoked && !actions.some(({ command }) => command?.command === ADD_TO_LEXICON_COMMAND))
      actions.push(...addToLexicon(asked, params));
    return actions;
  },
};

/** What ends a finding about a name that is right as it stands. */
function addUnsettled({ page, client }: Asked, { unsettled, diagnostics, start }: Offer): CodeAction[] {
  if (unsettled === undefined || !client.commands.has(ADD_TO_LEXICON_COMMAND)) return [];
  const title = client.say({ zh: `“${unsettled}”无误，加入本社词库`, en: `Add “${unsettled}” to the house lexicon` });
  const command = { title, command: ADD_TO_LEXICON_COMMAND, arguments: [page.uri, start.line, start.character] };
  return [{ title, kind: CodeActionKind.QuickFix, diagnostics, command }];
}

/** Whether there is a name is found out when the action is chosen: no fix waits for a dictionary. */
function addToLexicon({ page, client }: Asked, { range }: CodeActionParams): CodeAction[] {
  if (!client.commands.has(ADD_TO_LEXICON_COMMAND)) return [];
  const title = client.say({ zh: "把这里的名称加入本社词库", en: "Add the name here to the house lexicon" });
  const { line, character } = range.start;
  const command = { title, command: ADD_TO_LEXICON_COMMAND, arguments: [page.uri, line, character] };
  return [{ title, kind: CodeActionKind.Refactor, command }];
}

const KINDS = [CodeActionKind.QuickFix, FIX_ALL_KIND, RESTORE_ARTICLE_KIND, RESTORE_PAGE_KIND];

/** A kind is wanted where nothing is said, and where it or a kind above it is named. */
function wants(only: readonly string[] | undefined, kind: string): boolean {
  return !only || only.some((wanted) => wanted === "" || kind === wanted || kind.startsWith(`${wanted}.`));
}

/** A fix that can be had in the range that was asked about. */
interface Offer extends Omit<FixData, "version"> {
  readonly rule: string;
  readonly diagnostics: Diagnostic[];
  /** Where the finding begins. */
  readonly start: ProtocolPosition;
}

function quickFixes(asked: Asked, params: CodeActionParams): CodeAction[] {
  const offers = offersIn(asked, params);
  const rules = new Set(offers.filter(({ safety }) => safety === "safe").map(({ rule }) => rule));
  return [
    ...offers.flatMap((offer) => [...fixOne(asked, offer), ...addUnsettled(asked, offer)]),
    ...fixParagraph(asked, params),
    ...[...rules].flatMap((rule) => fixRule(asked, rule, params.context.diagnostics)),
  ];
}

/** The fixes that came with the diagnostics of this version; where the client keeps none, those of the analysis. */
function offersIn(asked: Asked, { range, context }: CodeActionParams): Offer[] {
  const carried = context.diagnostics.flatMap((diagnostic) => {
    const data = diagnostic.data as FixData | undefined;
    if (typeof diagnostic.code !== "string" || data?.version !== asked.page.version) return [];
    return [{ ...data, rule: diagnostic.code, diagnostics: [diagnostic], start: diagnostic.range.start }];
  });
  if (carried.length > 0) return carried;
  const { analysis, at, client } = asked;
  const span = at.span(range);
  return [...analysis.findings, ...asked.nameFindings()].flatMap(({ fix, rule, unsettled, ...found }) => {
    if (!fix || found.start > span.end || found.end < span.start) return [];
    const here = JSON.stringify(at.range(found));
    const same = (shown: Diagnostic): boolean => shown.code === rule && JSON.stringify(shown.range) === here;
    return [
      {
        rule,
        title: client.say(fix.title),
        safety: fix.safety,
        edits: fix.edits.map(at.edit),
        diagnostics: context.diagnostics.filter(same),
        start: at.position(found.start),
        ...(unsettled === undefined ? {} : { unsettled }),
      },
    ];
  });
}

function fixOne(asked: Asked, { title, safety, edits, diagnostics }: Offer): CodeAction[] {
  const { analysis, at, client } = asked;
  const action = { title, kind: CodeActionKind.QuickFix, diagnostics };
  if (safety === "unsafe")
    return [{ ...action, title: `${title}${client.say(UNSAFE)}`, edit: workspaceEdit(asked, edits) }];
  const spans = edits.map(({ range, newText }) => ({ ...at.span(range), newText }));
  const checked = checkedEdits(analysis.text, spans);
  // A preferred fix is made by one key without a look, which a doubtful one must not be.
  if (safety === "doubtful") return safely(asked, { ...action, title: `${title}${client.say(DOUBTFUL)}` }, checked);
  return safely(asked, client.preferred ? { ...action, isPreferred: true } : action, checked);
}

/** The action with its edits; where a fix would lose something, it can't be chosen and says why, or is left out. */
function safely(asked: Asked, action: CodeAction, checked: Checked<readonly TextEdit[]>): CodeAction[] {
  const { at, client } = asked;
  if ("value" in checked) return [{ ...action, edit: workspaceEdit(asked, checked.value.map(at.edit)) }];
  return client.disabledActions ? [{ ...action, disabled: { reason: client.say(checked.refused) } }] : [];
}

/** Short, as VS Code cuts a longer entry off in its menu. */
const UNSAFE: Localised = { zh: "（改动文字）", en: " (changes words)" };
const DOUBTFUL: Localised = { zh: "（存疑）", en: " (doubtful)" };

function fixParagraph(asked: Asked, { range }: CodeActionParams): CodeAction[] {
  const { analysis, at } = asked;
  const block = blockAt(analysis.blocks, at.offset(range.start));
  if (!block) return [];
  const inside = fixable(analysis.findings).filter(({ start, end }) => start >= block.start && end <= block.end);
  return fixSeveral(asked, inside, {
    zh: `修复本段全部 ${inside.length} 处`,
    en: `Fix all ${inside.length} in this paragraph`,
  });
}

function fixRule(asked: Asked, rule: string, shown: readonly Diagnostic[]): CodeAction[] {
  const all = fixable(asked.analysis.findings).filter((finding) => finding.rule === rule);
  const title = RULES.find(({ id }) => id === rule)?.title ?? { zh: rule, en: rule };
  const actions = fixSeveral(asked, all, {
    zh: `修复全页 ${all.length} 处“${title.zh}”`,
    en: `Fix all ${all.length} on this page: ${title.en}`,
  });
  return actions.map((action) => ({ ...action, diagnostics: shown.filter(({ code }) => code === rule) }));
}

function fixSeveral(asked: Asked, findings: readonly Finding[], title: Localised): CodeAction[] {
  if (findings.length < 2) return [];
  const action = { title: asked.client.say(title), kind: CodeActionKind.QuickFix };
  return safely(asked, action, checkedEdits(asked.analysis.text, safeEdits(findings)));
}

function fixAll(asked: Asked): CodeAction[] {
  const { analysis, client } = asked;
  const count = fixable(analysis.findings).length;
  if (count === 0) return [];
  const fixed = fixWholePage(analysis);
  const title = client.say({
    zh: `修复全页 ${count} 处（不改动文字）`,
    en: `Fix all ${count} on this page (no words change)`,
  });
  return safely(asked, { title, kind: FIX_ALL_KIND }, "value" in fixed ? { value: fixed.value.edits } : fixed);
}

/** Brings home what stands apart of the article at the place asked about. */
function bringHome(asked: Asked, { range }: CodeActionParams): CodeAction[] {
  const article = articleAt(asked.analysis, asked.at.offset(range.start));
  if (!article?.detached.length) return [];
  const name = articleName(article, asked.client.locale);
  return move(asked, movesFor(asked.analysis, article), RESTORE_ARTICLE_KIND, {
    zh: `把《${name}》的标题移回正文之前`,
    en: `Move the heading of “${name}” above its article`,
  });
}

function bringAllHome(asked: Asked): CodeAction[] {
  const moves = movesFor(asked.analysis);
  return move(asked, moves, RESTORE_PAGE_KIND, {
    zh: `把全页 ${moves.moved} 处标题、署名移回正文之前`,
    en: `Move ${moves.moved} headings and bylines of the page above their articles`,
  });
}

function move(asked: Asked, { edits }: Moves, kind: string, title: Localised): CodeAction[] {
  if (edits.length === 0) return [];
  return [{ title: asked.client.say(title), kind, edit: workspaceEdit(asked, edits.map(asked.at.edit)) }];
}

function fixable(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ fix }) => fix?.safety === "safe");
}

/** The edits bound to the version they were made for, where the client can hold to it. */
function workspaceEdit({ page, client }: Asked, edits: readonly ProtocolEdit[]): WorkspaceEdit {
  if (!client.documentChanges) return { changes: { [page.uri]: [...edits] } };
  return { documentChanges: [{ textDocument: { uri: page.uri, version: page.version }, edits: [...edits] }] };
}
