/** Names that differ from the house's lexicon, in the editor: when they are shown, and what can be done about them. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type CodeAction, CodeActionTriggerKind, type CodeLens } from "vscode-languageserver";
import type { Finding } from "../../server/core/page/finding.ts";
import { HOUSE_RULES, NAME_RULES } from "../../server/core/rules/index.ts";
import type { PageStatus } from "../../server/protocol.ts";
import { type NameService, NO_NAMES } from "../../server/workspace/name-service.ts";
import { connectInMemory, editsOf, FULL, PUSHED } from "../support/lsp-client.ts";
import { mentions, open, PAGE, URI } from "../support/named-page.ts";

describe("a name that differs from the house's lexicon", () => {
  const start = PAGE.indexOf("苏禾田到");
  const finding: Finding = {
    rule: "name-differs",
    severity: "information",
    start,
    end: start + 3,
    message: { zh: "差一字", en: "one off" },
    fix: {
      title: { zh: "改为词库的“苏禾甜”", en: "Change" },
      safety: "unsafe",
      edits: [{ start: start + 2, end: start + 3, newText: "甜" }],
    },
    unsettled: "苏禾田",
  };
  const COMMANDS = ["galley.addToLexicon"];
  const actionsFor = async (greeting: object, context: object = {}): Promise<CodeAction[]> => {
    const client = await connectInMemory(greeting, { names: { ...NO_NAMES, findings: async () => [finding] } });
    await client.open(URI, PAGE);
    const { diagnostics } = await client.published((sent) =>
      sent.diagnostics.some(({ code }) => code === "name-differs"),
    );
    const shown = diagnostics.filter(({ code }) => code === "name-differs");
    const here = { start: client.find(URI, "苏禾田到"), end: client.find(URI, "禾田到", 1) };
    return client.codeActions(URI, here, { diagnostics: shown, ...context });
  };
  const titles = (actions: readonly CodeAction[]): string[] => actions.map(({ title }) => title);

  test("can be written as the house has it, or added", async () => {
    for (const capabilities of [FULL, PUSHED]) {
      const actions = await actionsFor({ capabilities, options: { commands: COMMANDS } }, { only: ["quickfix"] });
      const [change, add] = actions.filter(({ diagnostics }) => diagnostics?.[0]?.code === "name-differs");
      assert.equal(change?.title, "改为词库的“苏禾甜”（改动文字）");
      assert.equal(change?.isPreferred, undefined);
      assert.deepEqual(
        editsOf(change, URI).map(({ newText }) => newText),
        ["甜"],
      );
      assert.equal(add?.title, "“苏禾田”无误，加入本社词库");
      assert.deepEqual(add.command?.arguments, [URI, 1, 3]);
    }
  });

  test("is offered to be added once", async () => {
    const actions = await actionsFor(
      { options: { commands: COMMANDS } },
      { triggerKind: CodeActionTriggerKind.Invoked },
    );
    assert.equal(actions.filter(({ command }) => command?.command === COMMANDS[0]).length, 1);
  });

  test("is not added by a client that has no such command", async () => {
    const actions = await actionsFor({}, { only: ["quickfix"] });
    assert.ok(!titles(actions).some((title) => title.includes("加入")));
  });

  test("is never changed by what fixes a page", async () => {
    const actions = await actionsFor({}, { only: ["source.fixAll.galley"] });
    assert.ok(actions.every((action) => editsOf(action, URI).every(({ newText }) => !newText.includes("甜"))));
  });
});

describe("findings from the lexicon", () => {
  const differs: NameService["findings"] = async ({ page }, { rules }) => {
    const start = page.text.indexOf("苏禾田");
    const severity = rules["name-differs"];
    if (start < 0 || severity === "off") return [];
    const message = { zh: "不符", en: "differs" };
    return [{ rule: "name-differs", severity: severity ?? "information", start, end: start + 3, message }];
  };

  test("come behind the findings of a client that asks for those itself, and go with the page", async () => {
    const client = await open({ findings: differs });
    assert.ok((await client.diagnostics(URI)).every(({ code }) => code !== "name-differs"));
    const { diagnostics, version } = await client.published(({ diagnostics: all }) => all.length > 0);
    assert.deepEqual([diagnostics.map(({ code, severity }) => [code, severity]), version], [[["name-differs", 3]], 1]);
    await client.close(URI);
    await client.until(() => client.publications.at(-1)?.diagnostics.length === 0);
  });

  test("stand among the findings of a client that is sent them", async () => {
    const client = await connectInMemory(
      { capabilities: PUSHED },
      { mentions, names: { ...NO_NAMES, findings: differs } },
    );
    await client.open(URI, PAGE);
    const { diagnostics } = await client.published(({ diagnostics: all }) =>
      all.some(({ code }) => code === "name-differs"),
    );
    assert.ok(diagnostics.some(({ code }) => code === "broken-line-wrap"));
  });

  test("are counted by the article's lens and the page's status once they have come, and the lenses are asked for anew", async () => {
    let come = (): void => {};
    const gate = new Promise<void>((resolve) => {
      come = resolve;
    });
    const names = {
      ...NO_NAMES,
      findings: async (...asked: Parameters<NameService["findings"]>) => gate.then(() => differs(...asked)),
    };
    const capabilities = { ...FULL, workspace: { ...FULL.workspace, codeLens: { refreshSupport: true } } };
    const client = await connectInMemory({ capabilities }, { mentions, names });
    let refreshed = false;
    client.connection.onRequest("workspace/codeLens/refresh", () => {
      refreshed = true;
      return null;
    });
    await client.open(URI, PAGE);
    const toDecide = async (): Promise<readonly (string | undefined)[]> => {
      const lenses = await client.ask<CodeLens[]>("textDocument/codeLens", URI);
      const status = await client.ask<PageStatus>("galley/status", URI);
      const counts = lenses.map(({ command }) => /(\d+) 处要看/.exec(command?.title ?? "")?.[1]);
      return [...counts.filter((count) => count !== undefined), String(status.needPerson)];
    };
    // The page's lens, its only article's, the status.
    assert.deepEqual(await toDecide(), ["1", "1", "1"]);
    come();
    await client.published(({ diagnostics }) => diagnostics.length > 0);
    assert.deepEqual(await toDecide(), ["2", "2", "2"]);
    assert.equal(refreshed, true);
  });

  test("have the severity that is set, and are not looked for where every rule by names is off", async () => {
    let asked = 0;
    const names: Partial<NameService> = {
      findings(query, settings) {
        asked += 1;
        return differs(query, settings);
      },
    };
    const client = await open(names, { rules: { "name-differs": "error" } });
    const { diagnostics } = await client.published(({ diagnostics: all }) => all.length > 0);
    assert.equal(diagnostics[0]?.severity, 1);
    const before = asked;
    const off = Object.fromEntries([...NAME_RULES, ...HOUSE_RULES].map(({ id }) => [id, "off"]));
    await client.configure({ rules: off });
    await client.until(() => client.publications.at(-1)?.diagnostics.length === 0);
    assert.equal(asked, before);
  });
});
