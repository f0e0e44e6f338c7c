/** `galley check`: its formats, its exit codes, and what it says of pages it cannot read. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { analyze } from "../../server/core/analyze.ts";
import { RULES } from "../../server/core/rules/index.ts";
import { inFolder } from "../support/cli.ts";
import { CLEAN_PAGE, PAGE } from "./page.ts";

const FINDINGS = analyze(PAGE).findings;

/** The place of an offset in `PAGE`, all of whose characters are one code unit. */
function placeOf(offset: number): { line: number; character: number } {
  const lines = PAGE.slice(0, offset).split("\n");
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

const [FIRST] = FINDINGS;
assert.ok(FIRST);
const START = placeOf(FIRST.start);
const END = placeOf(FIRST.end);

describe("galley check", () => {
  test("exits 1 with findings, 0 without", () =>
    inFolder({ "page.txt": PAGE, "clean.txt": CLEAN_PAGE }, async ({ run }) => {
      assert.equal((await run(["check", "page.txt"])).code, 1);
      const clean = await run(["check", "clean.txt"]);
      assert.deepEqual(clean, { ...clean, code: 0, out: "1 page, nothing found.\n", err: "" });
      assert.equal((await run(["check"])).code, 1, "without a path, the folder");
    }));

  test("pretty: a line a finding with place, severity, excerpt, message and rule; then a count by rule", () =>
    inFolder({ "page.txt": PAGE }, async ({ run }) => {
      const { out } = await run(["check", "page.txt"]);
      const [heading, first, ...rest] = out.split("\n");
      assert.equal(heading, "page.txt");
      const place = `${START.line + 1}:${START.character + 1}`;
      assert.match(first ?? "", new RegExp(`^ +${place} {2}hint {2}\\S+ .* {2}broken-line-wrap$`));
      assert.equal(
        /hint {2}(\S+)/
          .exec(first ?? "")?.[1]
          ?.replace(/[⟦⟧]/g, "")
          .includes("作⏎为改善"),
        true,
      );
      assert.equal(rest.indexOf(""), FINDINGS.length - 1);
      assert.match(out, new RegExp(`\n1 page, ${FINDINGS.length} findings: broken-line-wrap \\d+, `));
      assert.match(out, /\d+ can be mended by `galley fix`/);
    }));

  test("pretty in Chinese, in colour", () =>
    inFolder({ "page.txt": PAGE }, async ({ run }) => {
      const { out } = await run(["check", "page.txt", "--lang", "zh", "--color"]);
      assert.match(out, /\x1b\[36m建议/);
      assert.match(out, /1 页，\d+ 处：broken-line-wrap \d+/);
    }));

  test("pretty: columns count characters, and what cannot be seen is shown", () =>
    inFolder({ "page.txt": "𠮷祥村的 8 月 21 日。\n" }, async ({ run }) => {
      const { out } = await run(["check", "page.txt"]);
      assert.match(out, /^ +1:5 {2}\w+ {2}𠮷祥村的⟦␣/m);
    }));

  test("colour is for a terminal, unless the environment or an option says otherwise", () =>
    inFolder({ "page.txt": PAGE }, async ({ run }) => {
      const coloured = async (...[args, options]: [string[], Parameters<typeof run>[1]]): Promise<boolean> =>
        (await run(["check", "page.txt", ...args], options)).out.includes("\x1b");
      assert.equal(await coloured([], {}), false);
      assert.equal(await coloured([], { isTerminal: true }), true);
      assert.equal(await coloured([], { isTerminal: true, env: { NO_COLOR: "1" } }), false);
      assert.equal(await coloured([], { isTerminal: true, env: { TERM: "dumb" } }), false);
      assert.equal(await coloured([], { env: { FORCE_COLOR: "1" } }), true);
      assert.equal(await coloured(["--no-color"], { isTerminal: true }), false);
    }));

  test("json: file, rule, severity, message, range and fix, as scripts rely on it", () =>
    inFolder({ "a/page.txt": PAGE, "b.txt": CLEAN_PAGE }, async ({ run }) => {
      const { out, code } = await run(["check", "--format", "json", "."]);
      assert.equal(code, 1);
      const [page, clean] = JSON.parse(out);
      const { characters } = clean.errorRate;
      assert.deepEqual(clean, {
        file: "b.txt",
        findings: [],
        errorRate: { charges: [], errors: 0, characters, perTenThousand: 0 },
      });
      assert.equal(page.file, "a/page.txt");
      assert.equal(page.findings.length, FINDINGS.length);
      const [first] = page.findings;
      assert.deepEqual(Object.keys(first), ["rule", "severity", "message", "start", "end", "fix"]);
      assert.deepEqual([first.rule, first.severity, first.start, first.end], ["broken-line-wrap", "hint", START, END]);
      assert.equal(first.fix.safety, "safe");
      const [edit] = first.fix.edits;
      assert.deepEqual(Object.keys(edit), ["start", "end", "newText"]);
    }));

  test("json of nothing is still JSON", () =>
    inFolder({}, async ({ run }) => {
      const { out, code } = await run(["check", "--format", "json", "none.txt"]);
      assert.deepEqual([JSON.parse(out), code], [[], 2]);
    }));

  test("github: a workflow command a finding", () =>
    inFolder({ "a,b.txt": PAGE }, async ({ run }) => {
      const { out } = await run(["check", "--format", "github", "a,b.txt"]);
      const lines = out.trimEnd().split("\n");
      assert.equal(lines.length, FINDINGS.length);
      const place = `line=${START.line + 1},endLine=${END.line + 1},col=${START.character + 1}`;
      const endColumn = START.line === END.line ? `,endColumn=${END.character + 1}` : "";
      const expected = `::notice file=a%2Cb.txt,${place}${endColumn},title=broken-line-wrap::`;
      assert.equal(lines[0]?.slice(0, expected.length), expected);
    }));

  test("sarif: what the standard requires, and the safe fixes", () =>
    inFolder({ "第 1 版.txt": PAGE }, async ({ run }) => {
      const { out } = await run(["check", "--format", "sarif", "."]);
      const log = JSON.parse(out);
      assert.equal(log.version, "2.1.0");
      const [sarif] = log.runs;
      const { driver } = sarif.tool;
      assert.equal(driver.name, "Galley");
      assert.deepEqual(
        driver.rules.map(({ id }: { id: string }) => id),
        RULES.map(({ id }) => id),
      );
      assert.equal(sarif.columnKind, "utf16CodeUnits");
      assert.deepEqual(sarif.invocations, [{ executionSuccessful: true, toolExecutionNotifications: [] }]);
      assert.equal(sarif.results.length, FINDINGS.length);
      for (const result of sarif.results) {
        assert.equal(driver.rules[result.ruleIndex].id, result.ruleId);
        assert.ok(["note", "warning", "error"].includes(result.level));
        assert.notEqual(result.message.text, "");
        const { artifactLocation, region } = result.locations[0].physicalLocation;
        assert.deepEqual(artifactLocation, { uri: encodeURIComponent("第 1 版.txt"), uriBaseId: "CWD" });
        assert.ok(region.startLine >= 1 && region.startColumn >= 1 && region.endLine >= region.startLine);
        for (const fix of result.fixes ?? []) {
          for (const change of fix.artifactChanges) {
            assert.deepEqual(change.artifactLocation, artifactLocation);
            for (const { deletedRegion } of change.replacements) assert.ok(deletedRegion.startLine >= 1);
          }
        }
      }
      assert.ok(sarif.results.some(({ fixes }: { fixes?: unknown }) => fixes));
    }));

  test("sarif and json name what could not be read, and hold the rest", () =>
    inFolder({ "a.txt": PAGE }, async ({ run }) => {
      const { out, err, code } = await run(["check", "--format", "sarif", "a.txt", "gone.txt"]);
      const [sarif] = JSON.parse(out).runs;
      assert.equal(code, 2);
      assert.equal(sarif.results.length, FINDINGS.length);
      assert.equal(sarif.invocations[0].executionSuccessful, false);
      assert.equal(sarif.invocations[0].toolExecutionNotifications[0].message.text, "gone.txt: no such file");
      assert.equal(err, "galley: gone.txt: no such file\n");
    }));

  test("- is standard input", () =>
    inFolder({}, async ({ run }) => {
      const { out, code } = await run(["check", "--format", "json", "-"], { stdin: PAGE });
      assert.deepEqual([JSON.parse(out)[0].file, code], ["-", 1]);
      assert.match((await run(["check", "-"], { stdin: PAGE })).out, /^\(standard input\)\n/);
    }));

  test("a page that is reached several ways is checked once", () =>
    inFolder({ "a.txt": CLEAN_PAGE }, async ({ run }) => {
      const { out } = await run(["check", "a.txt", "./a.txt", ".", "*.txt"]);
      assert.equal(out, "1 page, nothing found.\n");
    }));
});

describe("settings of galley check", () => {
  const rules = async (argv: string[], files: Record<string, string> = {}): Promise<Record<string, string>> => {
    const severities: Record<string, string> = {};
    await inFolder({ "page.txt": PAGE, ...files }, async ({ run }) => {
      const { out } = await run(["check", "--format", "json", "page.txt", ...argv]);
      for (const { rule, severity } of JSON.parse(out)[0].findings) severities[rule] = severity;
    });
    return severities;
  };

  test("--rule sets a severity or turns a rule off", async () => {
    const severities = await rules(["--rule", "broken-line-wrap=error", "--rule", "spaced-number=off"]);
    assert.equal(severities["broken-line-wrap"], "error");
    assert.equal(severities["spaced-number"], undefined);
  });

  test("the settings file holds, --config takes its place, --rule goes before both", async () => {
    const files = {
      ".galley/settings.json": '{ "rules": { "broken-line-wrap": "off", "spaced-number": "hint" } }',
      "other.json": '{ "rules": { "broken-line-wrap": "information" } }',
    };
    assert.deepEqual(await rules(["--rule", "split-number=off"], files), { "spaced-number": "hint" });
    assert.equal((await rules(["--config", "other.json"], files))["broken-line-wrap"], "information");
    assert.equal((await rules(["--rule", "broken-line-wrap=error"], files))["broken-line-wrap"], "error");
  });

  test("--number-spacing spaced keeps the blanks beside numbers", async () => {
    assert.ok("spaced-number" in (await rules([])));
    const page = "这里有 12 公里。\n";
    await inFolder({ "page.txt": page }, async ({ run }) => {
      assert.equal((await run(["fix", "--stdout", "--number-spacing", "spaced", "page.txt"])).out, page);
    });
  });

  test("an unknown setting or rule in the file is told once, and the rest is done", () =>
    inFolder(
      {
        ".galley/settings.json": '{ "colour": 1, "rules": { "no-such-rule": "off" } }',
        "a.txt": CLEAN_PAGE,
        "b.txt": CLEAN_PAGE,
      },
      async ({ run, path }) => {
        const { err, code, out } = await run(["check"]);
        assert.equal(code, 0);
        assert.match(out, /^2 pages, nothing found/);
        const lines = err.trimEnd().split("\n");
        assert.equal(lines.length, 2);
        assert.ok(lines.every((line) => line.startsWith(`galley: ${path}/.galley/settings.json: `)));
        assert.match(err, /galley\.colour/);
        assert.match(err, /“no-such-rule”/);
      },
    ));

  test("pages under a settings file that cannot be read are left alone", () =>
    inFolder(
      { "a/.galley/settings.json": "{", "a/page.txt": PAGE, "b/clean.txt": CLEAN_PAGE },
      async ({ run, read }) => {
        const { err, out, code } = await run(["fix"]);
        assert.equal(code, 2);
        assert.match(err, /^galley: a\/page\.txt: the settings file .*settings\.json is not valid JSON/);
        assert.match(out, /^1 page, nothing to fix/);
        assert.equal(await read("a/page.txt"), PAGE);
      },
    ));
});
