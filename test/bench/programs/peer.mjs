/**
 * `node peer.mjs NAME FOLDER FILE`: formats a file with a program of another project, which stands in the folder, and
 * writes it to standard output. One text a process: AutoCorrect gives a second large one back as it was.
 */

import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [name, folder, path] = process.argv.slice(2);
const require = createRequire(join(folder, "package.json"));
const load = (module) => import(pathToFileURL(require.resolve(module)).href);

const FORMAT = {
  async "autocorrect-node"(text) {
    return require("autocorrect-node").format(text);
  },
  async pangu(text) {
    return require("pangu").pangu.spacingText(text);
  },
  async zhlint(text) {
    const { run } = await load("zhlint");
    return run(text, { rules: { preset: "default" } }).result;
  },
  /** With the rules that there are for Chinese: brackets, and blanks between Han characters and between them and others. */
  async textlint(text) {
    const [{ createLinter }, { TextlintKernelDescriptor }, { moduleInterop }] = await Promise.all(
      ["textlint", "@textlint/kernel", "@textlint/module-interop"].map(load),
    );
    const rules = [
      "zh-half-and-full-width-bracket",
      "ja-no-space-between-full-width",
      "ja-space-between-half-and-full-width",
    ].map((ruleId) => ({ ruleId, rule: moduleInterop(require(`textlint-rule-${ruleId}`)), options: true }));
    const plugin = moduleInterop(require("@textlint/textlint-plugin-text"));
    const plugins = [{ pluginId: "text", plugin, options: true }];
    const linter = createLinter({ descriptor: new TextlintKernelDescriptor({ rules, plugins, filterRules: [] }) });
    return (await linter.fixText(text, path)).output;
  },
};

const format = FORMAT[name];
if (!format) throw new Error(`no such peer: ${name}`);
writeFileSync(1, await format(readFileSync(path, "utf8")));
