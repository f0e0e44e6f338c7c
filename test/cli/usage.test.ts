/** How the program is called: help, version, languages, usage errors, and `galley explain`. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import pkg from "../../package.json" with { type: "json" };
import { RULES } from "../../server/core/rules/index.ts";
import { shownExample } from "../../server/core/rules/rule.ts";
import { inFolder, runCli } from "../support/cli.ts";
import { PAGE } from "./page.ts";

const COMMANDS = ["check", "fix", "outline", "entities", "export", "explain"];

describe("galley", () => {
  test("--version", async () => {
    assert.deepEqual(await runCli(["--version"]), {
      ...(await runCli(["-v"])),
      code: 0,
      out: `${pkg.version}\n`,
      err: "",
    });
  });

  test("--help lists the commands, in either language", async () => {
    for (const [argv, heading] of [
      [["--help"], "Commands:"],
      [["--help", "--lang", "zh"], "命令："],
      [["--lang=zh", "help"], "命令："],
    ] as const) {
      const { out, code, err } = await runCli(argv);
      assert.deepEqual([code, err], [0, ""]);
      assert.ok(out.includes(heading), out);
      for (const command of COMMANDS) assert.match(out, new RegExp(`^ +${command} `, "m"));
    }
  });

  test("each command has its help", async () => {
    for (const command of COMMANDS) {
      const { out, code } = await runCli([command, "--help"]);
      assert.equal(code, 0);
      assert.match(out, new RegExp(`^Usage: galley ${command} `));
    }
  });

  test("called with nothing it shows its help and exits 2", async () => {
    const { out, err, code } = await runCli([]);
    assert.deepEqual([out, code], ["", 2]);
    assert.match(err, /^Usage: galley /);
  });

  test("speaks the language of the environment, Chinese where it names none", async () => {
    const said = async (env: Record<string, string>): Promise<string> => (await runCli(["explain", "x"], { env })).err;
    assert.match(await said({ LANG: "en_US.UTF-8" }), /there is no rule/);
    assert.match(await said({ LANG: "en_US.UTF-8", LC_ALL: "zh_CN.UTF-8" }), /没有名为/);
    assert.match(await said({ LC_ALL: "", LANG: "de_DE.UTF-8" }), /there is no rule/);
    assert.match(await said({}), /没有名为/);
  });

  const errors: readonly [argv: string[], en: RegExp, zh: RegExp][] = [
    [["chekc"], /unknown command 'chekc'/, /没有 chekc 这个命令，想用的是不是 check/],
    [["check", "--fromat", "json"], /unknown option '--fromat'/, /没有 --fromat 这个选项，想用的是不是 --format/],
    [
      ["check", "--format", "xml"],
      /argument 'xml' is invalid/,
      /选项 --format 不能是 xml，只能是 pretty、json、sarif、github 之一/,
    ],
    [["check", "--format"], /option '--format' argument missing/, /选项 --format 后面缺少值/],
    [["check", "--lang", "de"], /argument 'de' is invalid/, /不能是 de，只能是 zh、en 之一/],
    [["fix", "--stdout", "--diff"], /cannot be used with/, /不能同时使用/],
    [["outline"], /name a file/, /缺少文件名/],
    [["outline", "a", "b"], /too many arguments/, /参数太多/],
    [["check", "--rule", "no-such=off"], /there is no rule “no-such”/, /没有名为“no-such”的规则/],
    [["check", "--rule", "broken-line-wrap=loud"], /write RULE=SEVERITY/, /应写成“规则=级别”/],
    [["check", "--config", "gone.json", "-"], /cannot read the settings file/, /无法读取设置文件/],
  ];
  for (const [argv, en, zh] of errors) {
    test(`galley ${argv.join(" ")}: says what is wrong, exit 2`, async () => {
      for (const [env, expected] of [
        [{ LANG: "en" }, en],
        [{}, zh],
      ] as const) {
        const { out, err, code } = await runCli(argv, { env });
        assert.equal(code, 2);
        assert.equal(out, "");
        assert.match(err, /^galley: /);
        assert.match(err, expected);
        assert.doesNotMatch(err, /^ +at /m);
      }
    });
  }
});

describe("galley explain", () => {
  test("lists all rules with their titles", async () => {
    const { out, code } = await runCli(["explain"]);
    assert.equal(code, 0);
    assert.deepEqual(
      out
        .trimEnd()
        .split("\n")
        .map((line) => line.split("  ")[0]),
      RULES.map(({ id }) => id),
    );
    for (const { title } of RULES) assert.ok(out.includes(title.en));
  });

  test("says of each rule what it is, why it matters, an example and its fix", async () => {
    for (const { id, title, why, examples } of RULES) {
      const { out, code } = await runCli(["explain", id]);
      assert.equal(code, 0);
      assert.ok(out.startsWith(`${id}  ${title.en}`));
      assert.ok(out.includes(why.en));
      for (const example of examples) {
        for (const text of [shownExample(example), ("fixed" in example && example.fixed) || ""])
          for (const line of text.split("\n")) assert.ok(out.includes(line.trim()));
      }
    }
  });
});

describe("galley explain --at", () => {
  test("shows a line end, what it is taken for, and the evidence, strongest first", () =>
    inFolder({ "page.txt": PAGE }, async ({ run }) => {
      const { out, code, err } = await run(["explain", "--at", "page.txt:3"]);
      assert.deepEqual([code, err], [0, ""]);
      const [place, shown, verdict, widths, , ...evidence] = out.trimEnd().split("\n");
      assert.equal(place, "page.txt:3");
      assert.equal(shown, "以来，云溪县把河道治理作⟦⏎⟧为改善民生的头等大事，先");
      assert.match(verdict ?? "", /^A wrap: /);
      assert.match(widths ?? "", /^line [\d.]+ em wide, /);
      const nats = evidence.map((line) => Number(/^ +([+−][\d.]+) {2}\S/.exec(line)?.[1]?.replace("−", "-")));
      assert.ok(nats.length > 0 && nats.every(Number.isFinite), out);
      assert.deepEqual(
        nats.map(Math.abs),
        nats.map(Math.abs).sort((a, b) => b - a),
      );
      const last = PAGE.split("\n").findIndex((line) => line.endsWith("都说好。")) + 1;
      assert.match((await run(["explain", "--at", `page.txt:${last}`])).out, /^No wrap: /m);
    }));

  test("says what it cannot explain", () =>
    inFolder({ "page.txt": PAGE }, async ({ run }) => {
      for (const [place, problem] of [
        ["page.txt", /--at takes FILE:LINE/],
        ["page.txt:2", /page\.txt: a blank line/],
        ["page.txt:0", /no such line/],
        ["page.txt:9999", /no such line; the page has \d+/],
        ["gone.txt:1", /gone\.txt: no such file/],
      ] as const) {
        const { out, err, code } = await run(["explain", "--at", place]);
        assert.deepEqual([out, code], ["", 2]);
        assert.match(err, problem);
      }
      assert.match((await run(["explain", "stray-blank", "--at", "page.txt:3"])).err, /not both/);
    }));
});
