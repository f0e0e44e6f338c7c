/** Texts of others that a terminal, a log or a workflow would obey: they are shown, never obeyed, in all that is printed. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { coloursOf, forTerminal, jsonForTerminal } from "../../server/cli/terminal.ts";
import { inFolder, type RunOptions } from "../support/cli.ts";

/** Erase the screen, put words on the clipboard, make a link, ring, go back, turn the line round; and C1's own CSI and OSC. */
const ESCAPES =
  "\u001b[2J\u001b]52;c;Z2FsbGV5\u0007\u001b]8;;http://x.example\u001b\\链\b\u009b2J\u009d0;题\u009c\u202e倒\u2066";
const COMMANDS = ["::error::甲", "  ::stop-commands::乙", "##[error]丙", "字##vso[task.setvariable]丁"];
const PAGE = [
  `云溪${ESCAPES}县今年新修公路`,
  ...COMMANDS,
  `本报讯 云溪县${ESCAPES}今年投资2 亿元，其中3 亿元修路，县长柏长河说，「路通了。`,
  `${ESCAPES}县水务局说，13月32日完工。`,
  // A text with many control characters is no page.
  "云溪县把河道治理作为头等大事，先后清理河道，拆除违建，沿岸新栽柳树，来往的行人都说好。".repeat(20),
].join("\n\n");

/** What a terminal may be told by us: colours. */
const COLOUR = /\u001b\[\d{1,2}m/g;
const OBEYED = /(?!\n|\t)[\p{Cc}\u2028-\u202e\u2066-\u2069]/u;

function assertShown(out: string, of: string): void {
  assert.doesNotMatch(out.replace(COLOUR, ""), OBEYED, of);
  for (const line of out.replace(COLOUR, "").split("\n"))
    assert.doesNotMatch(line, /^\s*::(?!warning file=|error file=|notice file=)|##\w*\[/, of);
}

describe("what people read", () => {
  const name = `页\u001b[2J\n::error::戊${"\u202e"}.txt`;
  const runs: readonly (readonly [argv: readonly string[], options?: RunOptions, isRefused?: boolean])[] = [
    [["check"]],
    [["check", "--color"]],
    [["check", "--format", "github"]],
    [["outline", name]],
    [["outline", name, "--color"]],
    [["entities", name]],
    [["explain", "--at", `${name}:1`]],
    [["explain", "--article", `${name}:1`]],
    [["fix", "--diff"], { isTerminal: true }],
    [["fix", "--diff", "--color"]],
    [["fix", "--stdout", name], { isTerminal: true }],
    [["export", name], { isTerminal: true }],
    [["export", "--format", "markdown", name], { isTerminal: true }],
    [["fix"]],
    [["outline", `${ESCAPES}\n::error::x`], {}, true],
    [[`${ESCAPES}\n::error::x`], {}, true],
    [["check", "--rule", `${ESCAPES}\n::error::x`], {}, true],
    [["export", "--format", "json", name]],
    [["check", "--format", "json"]],
    [["check", "--format", "sarif"]],
    [["outline", "--format", "json", name]],
  ];
  for (const lang of ["en", "zh"])
    test(`is without escape sequences and workflow commands (${lang})`, () =>
      inFolder({ [name]: PAGE, ".galley/settings.json": SETTINGS }, async ({ run }) => {
        for (const [argv, options, isRefused] of runs) {
          const { out, err } = await run([...argv, ...(argv.length > 1 ? ["--lang", lang] : [])], options);
          const told = JSON.stringify(argv);
          assert.notEqual(isRefused ? err : out, "", told);
          assertShown(out, told);
          assertShown(err, told);
        }
      }));
});

/** A settings file whose keys and values are quoted in what is told of it. */
const SETTINGS = JSON.stringify({
  [`${ESCAPES}\n::error::己`]: 1,
  rules: { [`\n##[error]${ESCAPES}`]: "off" },
  numberSpacing: `\n::warning::${ESCAPES}`,
});

describe("what programs read", () => {
  test("a patch and an export are as the page is, where no person reads them", () =>
    inFolder({ "a.txt": PAGE }, async ({ run }) => {
      for (const argv of [
        ["fix", "--diff"],
        ["fix", "--stdout", "a.txt"],
        ["export", "a.txt"],
      ])
        assert.ok((await run(argv)).out.includes("\u001b]52;c;Z2FsbGV5\u0007"), argv[0]);
      const { out } = await run(["export", "a.txt"], { env: { FORCE_COLOR: "1" } });
      assert.equal(out, (await run(["export", "a.txt"])).out);
    }));

  test("JSON says the same, in escapes", async () => {
    const values = { id: `${ESCAPES}\u2028`, list: [COMMANDS, "##", "#[x]", "\u007f"] };
    const json = jsonForTerminal(JSON.stringify(values));
    assertShown(json, "JSON");
    assert.deepEqual(JSON.parse(json), values);
  });

  test("a filter gives the id back, in escapes", () =>
    inFolder({}, async ({ run }) => {
      const { out } = await run(["outline", "--jsonl"], { stdin: JSON.stringify({ id: ESCAPES, text: PAGE }) });
      assertShown(out, "JSON lines");
      assert.equal((JSON.parse(out) as { id: string }).id, ESCAPES);
    }));
});

describe("a text for a terminal", () => {
  test("colours are ours alone", () => {
    const [plain, colours] = [coloursOf(false), coloursOf(true)];
    assert.equal(forTerminal(`${colours.red("甲\u001b[31m乙")}丙`, colours), "\u001b[31m甲�[31m乙\u001b[39m丙");
    assert.equal(forTerminal(`${plain.red("甲\u001b[31m乙")}丙`, plain), "甲�[31m乙丙");
    assert.equal(forTerminal("\ufdd0甲\ufddf", plain), "甲");
  });

  test("a tab, a line end of either sort and an ideographic space stay", () => {
    const text = "甲\t乙\r\n丙\n\u3000丁";
    assert.equal(forTerminal(text, coloursOf(false)), text);
    assert.equal(forTerminal("甲\r乙", coloursOf(false)), "甲�乙");
    const { green } = coloursOf(true);
    assert.equal(forTerminal(`${green("+甲\r")}\n`, coloursOf(true)), "\u001b[32m+甲\r\u001b[39m\n");
  });

  test("a colour before it does not make a command of what would be none", () => {
    assert.equal(forTerminal(coloursOf(true).bold("::error::x"), coloursOf(true)), "\u001b[1m: :error::x\u001b[22m");
    assert.equal(forTerminal("甲::乙 ## 丙", coloursOf(false)), "甲::乙 ## 丙");
  });
});
