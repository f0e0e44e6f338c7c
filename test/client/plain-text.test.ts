/** Names of files, settings and texts of pages as VS Code shows them in messages, lists and trees: no link, no icon, no turned line. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { nameOf } from "../../client/issue-model.ts";
import { asPlainText } from "../../server/protocol.ts";

/** How VS Code finds a link in a message (`parseLinkedText`). */
const LINK = /\[[^\]]+\]\((?:https?:\/\/|command:|file:)[^)\s]+/i;

describe("a text of others", () => {
  for (const [given, shown] of [
    ["[点这里](command:workbench.action.quit)", "[点这里] (command:workbench.action.quit)"],
    ["[[a](http://b.example)](file:///c)", "[[a] (http://b.example)] (file:///c)"],
    ["$(zap) 头版", "$ (zap) 头版"],
    ["头版\u202etxt.exe\u2066\u001b\n二", "头版\ufffdtxt.exe\ufffd\ufffd\n二"],
    ["《论坛》（一）[下]", "《论坛》（一）[下]"],
  ] as const)
    test(JSON.stringify(given), () => {
      assert.equal(asPlainText(given), shown);
      assert.doesNotMatch(asPlainText(given), LINK);
    });

  test("a page's name in the issue and in messages", () => {
    assert.equal(nameOf({ uri: "file:///w/%5Ba%5D%28command%3Ax%29%24%28zap%29.txt" }), "[a] (command:x)$ (zap)");
  });
});
