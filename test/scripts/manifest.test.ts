/** The manifest: every text in both languages, and what those ask for who give it away. */

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const text = (...path: string[]) => readFileSync(join(ROOT, ...path), "utf8");
const keys = (...path: string[]) => Object.keys(JSON.parse(text(...path))).sort();

describe("the manifest", () => {
  test("has each of its texts in English and Chinese, and no other", () => {
    const used = [...text("package.json").matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key ?? "");
    const wanted = [...new Set(used)].sort();
    assert.deepEqual(keys("package.nls.json"), wanted);
    assert.deepEqual(keys("package.nls.zh-cn.json"), wanted);
  });

  test("has what the client says in Chinese, and no other", () => {
    const sources = readdirSync(join(ROOT, "client")).filter((name) => name.endsWith(".ts"));
    const said = sources.flatMap((name) => [...text("client", name).matchAll(/l10n\.t\(\s*"((?:[^"\\]|\\.)*)"/g)]);
    assert.deepEqual(keys("client", "l10n", "bundle.l10n.zh-cn.json"), [...new Set(said.map(([, one]) => one))].sort());
  });
});

test("the manifest has what the Marketplace and Open VSX show, and nothing that keeps it from npm", () => {
  const manifest = JSON.parse(text("package.json"));
  const { name, publisher, displayName, license, icon, galleryBanner, categories, keywords, pricing, qna } = manifest;
  for (const shown of [name, publisher, displayName, license, icon, galleryBanner?.color, pricing, qna])
    assert.ok(shown);
  assert.ok(existsSync(join(ROOT, icon)));
  assert.ok(categories.length > 0 && keywords.length > 0 && keywords.length <= 30);
  assert.equal("private" in manifest, false);
  for (const program of Object.values(manifest.bin)) assert.match(text(String(program)), /^#!\/usr\/bin\/env node\n/);
});

test("the manifest has nothing start in a window without pages", () => {
  const { activationEvents } = JSON.parse(text("package.json"));
  for (const event of activationEvents) assert.match(event, /^onLanguage:newspaper$|^workspaceContains:/);
});

describe("the walkthrough", () => {
  const { contributes } = JSON.parse(text("package.json"));
  const [walkthrough, ...others] = contributes.walkthroughs;
  const own = new Set(contributes.commands.map(({ command }: { command: string }) => command));
  const views = Object.values<{ id: string }[]>(contributes.views).flatMap((list) => list.map(({ id }) => id));
  /** VS Code has them. */
  const foreign = new Set(["workbench.action.files.openFolder", ...views.map((view) => `${view}.focus`)]);

  test("has five steps, each with a picture that takes the colours of the theme", () => {
    assert.deepEqual(others, []);
    assert.equal(walkthrough.steps.length, 5);
    for (const { media } of walkthrough.steps) {
      const picture = text(media.svg);
      assert.match(picture, /var\(--vscode-/);
      // Words of the interface would be of one language; of the page's own there may be any.
      assert.doesNotMatch(picture, /<script|href=|处要看|修好/);
      assert.ok(media.altText);
    }
  });

  test("leads to commands and views that there are, in both languages to the same, and ends a step by one of them", () => {
    const [en, zh] = ["package.nls.json", "package.nls.zh-cn.json"].map((name) => JSON.parse(text(name)));
    for (const { id, description, completionEvents } of walkthrough.steps) {
      const linksIn = (words: string) =>
        [...words.matchAll(/\]\(command:(?:toSide:)?([^)]+)\)/g)].map(([, command]) => command ?? "");
      const key = description.replaceAll("%", "");
      const links = linksIn(en[key]);
      assert.ok(links.length > 0, id);
      assert.deepEqual(linksIn(zh[key]), links);
      for (const command of links) assert.ok(own.has(command) || foreign.has(command), command);
      assert.ok(completionEvents.length > 0, id);
      for (const event of completionEvents) {
        const [kind, name] = event.split(":");
        if (kind === "onCommand") assert.ok(own.has(name), event);
        else if (kind === "onView") assert.ok(views.includes(name), event);
        else {
          assert.equal(event, "onContext:galley.hasPages");
          assert.match(text("client", "issue-view.ts"), /"galley\.hasPages"/);
        }
      }
    }
  });
});
