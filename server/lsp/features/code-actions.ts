/** `textDocument/codeAction`: the fix of a finding, of all in its paragraph, of all of its rule, of the whole page; headings brought home. */

import type { CodeAction, CodeActionParams, Diagnostic } from "vscode-languageserver";
import { articleAt } from "../../core/articles/article-at.ts";
import { blockAt } from "../../core/layout/index.ts";
import { articleName } from "../../core/outline.ts";
import { countFindings, findingsTouching } from "../../core/page/analysis.ts";
import type { EntityType } from "../../core/page/mention.ts";
import { mentionAt } from "../../core/page/mention-spans.ts";
import { RULES } from "../../core/rules/index.ts";
import type { Localised } from "../../core/text/locale.ts";
import {
  ADD_TO_LEXICON_COMMAND,
  EXPORT_ARTICLE_KIND,
  FIX_ALL_KIND,
  type FixData,
  type ProtocolPosition,
  RESTORE_ARTICLE_KIND,
  RESTORE_COMMAND,
  RESTORE_PAGE_KIND,
} from "../../protocol.ts";
import { canRun } from "../execute.ts";
import { type Asked, type Feature, then } from "../feature.ts";
import { CodeActionKind, CodeActionTriggerKind } from "../library.ts";
import { acceptOffers, savingAfter } from "./accept-actions.ts";
import { acceptingEdit, type EditOrder, editAtOnce, exportFile, fixableIn, isFixable } from "./action-edits.ts";

export const codeActions: Feature<CodeActionParams, CodeAction[] | null> = {
  method: "textDocument/codeAction",
  provides: (client) =>
    client.codeActions ? { codeActionProvider: { codeActionKinds: KINDS, resolveProvider: client.resolvesEdits } } : {},
  empty: null,
  answer(asked, params) {
    const { only, triggerKind } = params.context;
    const actions: CodeAction[] = [];
    const accepting = wants(only, CodeActionKind.QuickFix) ? acceptances(asked, params) : [];
    const invoked = !only && triggerKind !== CodeActionTriggerKind.Automatic;
    if (wants(only, CodeActionKind.QuickFix)) actions.push(...quickFixes(asked, params));
    // What touches the whole page is offered beside a fix, and to who asks for it, but it makes no light bulb where nothing is wrong.
    const beside = actions.length > 0 && asked.client.resolvesEdits;
    if (only && wants(only, FIX_ALL_KIND)) actions.push(...fixAll(asked, FIX_ALL_KIND));
    else if (invoked || beside) actions.push(...fixAll(asked, CodeActionKind.QuickFix));
    if (only ? wants(only, RESTORE_ARTICLE_KIND) : invoked) actions.push(...bringHome(asked, params));
    // A client with commands of its own has these in its menus.
    const beyond = invoked && !asked.client.commands.has(RESTORE_COMMAND);
    if (only ? wants(only, RESTORE_PAGE_KIND) : beyond) actions.push(...bringAllHome(asked));
    if (only ? wants(only, EXPORT_ARTICLE_KIND) : beyond) actions.push(...exportArticle(asked, params));
    if (invoked && !actions.some(({ command }) => command?.command === ADD_TO_LEXICON_COMMAND))
      actions.push(...addToLexicon(asked, params));
    // Behind all that mends something.
    return then(accepting, (last) => [...actions, ...last]);
  },
};

/** What ends a finding about a name that is right as it stands. */
function addUnsettled({ page, client }: Asked, { unsettled, diagnostics, start }: Offer): CodeAction[] {
  if (unsettled === undefined || !canRun(client, ADD_TO_LEXICON_COMMAND)) return [];
  const title = client.say({ zh: `“${unsettled}”无误，加入本社词库`, en: `Add “${unsettled}” to the house lexicon` });
  const command = { title, command: ADD_TO_LEXICON_COMMAND, arguments: [page.uri, start.line, start.character] };
  return [{ title, kind: CodeActionKind.QuickFix, diagnostics, command }];
}

/** Offered for a name that is known to stand there: no fix waits for a dictionary. */
function addToLexicon({ page, analysis, at, client, mentions }: Asked, { range }: CodeActionParams): CodeAction[] {
  const mention = mentionAt(analysis, mentions.known(page) ?? [], at.offset(range.start));
  if (!mention || !NAMES.includes(mention.type) || !canRun(client, ADD_TO_LEXICON_COMMAND)) return [];
  const { entity } = mention;
  const title = client.say({ zh: `把“${entity}”加入本社词库`, en: `Add “${entity}” to the house lexicon` });
  const { line, character } = range.start;
  const command = { title, command: ADD_TO_LEXICON_COMMAND, arguments: [page.uri, line, character] };
  return [{ title, kind: CodeActionKind.Refactor, command }];
}

/** What accepts the findings in the range. */
function acceptances(asked: Asked, params: CodeActionParams): CodeAction[] | Promise<CodeAction[]> {
  const { page, client } = asked;
  const offers = acceptOffers(asked, params);
  if (offers.length === 0) return [];
  if (client.resolvesEdits)
    return offers.map(({ action, order }) => ({ ...action, data: { uri: page.uri, version: page.version, ...order } }));
  const made = offers.map(async ({ action, order }) => {
    const edit = await acceptingEdit(asked, order);
    return edit ? [{ ...action, edit, ...savingAfter(client, edit) }] : [];
  });
  return Promise.all(made).then((actions) => actions.flat());
}

/** What the lexicon takes. */
const NAMES: readonly EntityType[] = ["PER", "LOC", "ORG", "TERM"];

const KINDS = [CodeActionKind.QuickFix, FIX_ALL_KIND, RESTORE_ARTICLE_KIND, RESTORE_PAGE_KIND, EXPORT_ARTICLE_KIND];

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
  return [...findingsTouching(analysis, span), ...asked.lateFindings()].flatMap(
    ({ fix, rule, unsettled, ...found }) => {
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
    },
  );
}

function fixOne(asked: Asked, { title, safety, edits, diagnostics }: Offer): CodeAction[] {
  const { client } = asked;
  const mark = safety === "safe" ? "" : client.say(safety === "unsafe" ? UNSAFE : DOUBTFUL);
  const action = { title: `${title}${mark}`, kind: CodeActionKind.QuickFix, diagnostics };
  // A preferred fix is made by one key without a look, which only a safe one may be.
  const preferred = safety === "safe" && client.preferred ? { isPreferred: true } : {};
  return offered(asked, { ...action, ...preferred }, { make: "one", safety, edits });
}

/** Short, as VS Code cuts a longer entry off in its menu. */
const UNSAFE: Localised = { zh: "（改动文字）", en: " (changes words)" };
const DOUBTFUL: Localised = { zh: "（存疑）", en: " (doubtful)" };

function fixParagraph(asked: Asked, { range }: CodeActionParams): CodeAction[] {
  const { analysis, at, client } = asked;
  const block = blockAt(analysis.blocks, at.offset(range.start));
  if (!block) return [];
  const count = fixableIn(analysis, block).length;
  if (count < 2) return [];
  const title = client.say({ zh: `修复本段全部 ${count} 处`, en: `Fix all ${count} in this paragraph` });
  return offered(asked, { title, kind: CodeActionKind.QuickFix }, { make: "paragraph", offset: block.start });
}

function fixRule(asked: Asked, rule: string, shown: readonly Diagnostic[]): CodeAction[] {
  const count = countFindings(asked.analysis, (finding) => finding.rule === rule && isFixable(finding));
  if (count < 2) return [];
  const name = RULES.find(({ id }) => id === rule)?.title ?? { zh: rule, en: rule };
  const title = asked.client.say({
    zh: `修复全页 ${count} 处“${name.zh}”`,
    en: `Fix all ${count} on this page: ${name.en}`,
  });
  const diagnostics = shown.filter(({ code }) => code === rule);
  return offered(asked, { title, kind: CodeActionKind.QuickFix, diagnostics }, { make: "rule", rule });
}

/** As a quick fix, since menus of fixes leave out what is of another kind, or as what saving and the command ask for. */
function fixAll(asked: Asked, kind: string): CodeAction[] {
  const { analysis, client } = asked;
  const count = countFindings(analysis, isFixable);
  if (count === 0) return [];
  const title = client.say({
    zh: `修复全页 ${count} 处（不改动文字）`,
    en: `Fix all ${count} on this page (no words change)`,
  });
  return offered(asked, { title, kind }, { make: "all" });
}

/** Brings home what stands apart of the article at the place asked about. */
function bringHome(asked: Asked, { range }: CodeActionParams): CodeAction[] {
  const { analysis, at, client } = asked;
  const article = articleAt(analysis, at.offset(range.start));
  if (!article?.detached.length) return [];
  const name = articleName(article, client.locale);
  const title = client.say({
    zh: `把《${name}》的标题移回正文之前`,
    en: `Move the heading of “${name}” above its article`,
  });
  return offered(asked, { title, kind: RESTORE_ARTICLE_KIND }, { make: "restore", article: article.index });
}

/** For editors that cannot put an article on the clipboard: a file of its own, clean. */
function exportArticle(asked: Asked, { range }: CodeActionParams): CodeAction[] {
  const { page, analysis, at, client } = asked;
  const article = articleAt(analysis, at.offset(range.start));
  if (!article || !client.createsFiles || !client.documentChanges || !page.uri.startsWith("file:")) return [];
  const name = articleName(article, client.locale);
  const file = decodeURIComponent(exportFile(page.uri, article.index).split("/").at(-1) ?? "");
  const title = client.say({ zh: `把《${name}》的清稿存为 ${file}`, en: `Save “${name}” clean as ${file}` });
  return offered(asked, { title, kind: EXPORT_ARTICLE_KIND }, { make: "export", article: article.index });
}

function bringAllHome(asked: Asked): CodeAction[] {
  const count = asked.analysis.articles.reduce((sum, { detached }) => sum + detached.length, 0);
  if (count === 0) return [];
  const title = asked.client.say({
    zh: `把全页离开正文的 ${count} 处标题、署名移回正文之前`,
    en: `Move ${count} headings and bylines that stand apart above their articles`,
  });
  return offered(asked, { title, kind: RESTORE_PAGE_KIND }, { make: "restore" });
}

/**
 * An action whose edits are made when it is chosen, as those of a page take time; for a client that can't ask then, they are made at once.
 */
function offered(asked: Asked, action: CodeAction, order: EditOrder): CodeAction[] {
  const { page, client } = asked;
  if (client.resolvesEdits) return [{ ...action, data: { uri: page.uri, version: page.version, ...order } }];
  const made = editAtOnce(asked, order);
  if ("value" in made) return made.value ? [{ ...action, edit: made.value }] : [];
  return client.disabledActions ? [{ ...action, disabled: { reason: client.say(made.refused) } }] : [];
}
