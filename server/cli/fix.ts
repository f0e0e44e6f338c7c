/** `galley fix`: fixes pages in place, or shows what they would become. */

import { analyze } from "../core/analyze.ts";
import { fixText, fixWholePage } from "../core/fix/whole-page.ts";
import type { Analysis } from "../core/page/analysis.ts";
import type { Settings } from "../core/page/settings.ts";
import { encode } from "../host/encodings.ts";
import { Refusal } from "../host/refusal.ts";
import { patchOf } from "./formats/patch.ts";
import type { StartFilter } from "./jsonl.ts";
import { forEachPage, forOnePage, type InputPage } from "./pages.ts";
import type { Session } from "./session.ts";
import { onOneLine } from "./terminal.ts";
import type { Voice, WorkContext } from "./work.ts";

export interface FixOptions {
  /** Print the fixed page instead of writing it. */
  readonly stdout?: boolean;
  /** Print what would change, and write nothing. */
  readonly diff?: boolean;
  /** Apply fixes that do more than touch white space and look-alike characters, and doubtful ones, too. */
  readonly unsafe?: boolean;
}

/** Fixes all pages. A page that cannot be written back exactly as it was read is left alone. */
export async function fix(session: Session, paths: readonly string[], options: FixOptions): Promise<void> {
  if (options.diff) await printDiffs(session, paths, options);
  else if (options.stdout || paths.includes("-")) await printFixed(session, paths, options);
  else await fixInPlace(session, paths, options);
}

/** What fixing made of a page. */
export interface FixedFile {
  /** The file's new content; nothing where nothing changes. */
  readonly bytes?: Uint8Array;
  /** How many findings are fixed, and how many are left. */
  readonly fixed: number;
  readonly left: number;
}

/** The work on a page that is fixed in place; gives nothing where it is left alone. */
export function fixWork(
  options: FixOptions,
): (context: WorkContext) => (page: InputPage) => Promise<FixedFile | undefined> {
  return () => async (page) => {
    // A folder may hold text files that are no pages at all; one without a Han character is left as it is.
    if (page.listed && !HAN.test(page.text)) return undefined;
    refuseInexact(page);
    const { text, fixed, left } = fixAndCount(page, options);
    return { fixed, left, ...(text !== page.text && { bytes: await encode(text, page.encoding) }) };
  };
}

/** The work on a page that is shown as a diff: the patch, coloured, or "" where nothing changes. */
export function diffWork(options: FixOptions): (context: WorkContext) => (page: InputPage) => Promise<string> {
  return (context) => (page) => diffOf(context, page, options);
}

/** `fix --jsonl`. */
export function fixFilter(options: FixOptions): StartFilter {
  return () => (text, settings) => ({ text: fixedText(text, settings, options) });
}

const HAN = /\p{Script=Han}/u;

async function fixInPlace(session: Session, paths: readonly string[], options: FixOptions): Promise<void> {
  let pages = 0;
  let changed = 0;
  let fixes = 0;
  let left = 0;
  await forEachPage(session, paths, {
    command: "fix",
    options,
    start: fixWork(options),
    async take(page, value) {
      if (value === undefined) return;
      if (value.bytes) {
        await session.io.files.replace(page.path ?? page.name, value.bytes, page.bytes);
        changed += 1;
        fixes += value.fixed;
        await session.print(
          `${onOneLine(page.name)}  ${session.say({ zh: `修好 ${value.fixed} 处`, en: `${count(value.fixed, "fix", "fixes")}` })}\n`,
        );
      }
      pages += 1;
      left += value.left;
    },
  });
  if (pages === 0) return;
  const { colours } = session;
  const done = session.say(
    changed === 0
      ? { zh: `${pages} 页，没有需要修的地方。`, en: `${count(pages, "page")}, nothing to fix.` }
      : {
          zh: `${pages} 页，改了 ${changed} 页，共修好 ${fixes} 处。`,
          en: `${count(pages, "page")}, ${changed} changed, ${count(fixes, "fix", "fixes")} in all.`,
        },
  );
  await session.print(`${colours.green(done)}\n`);
  if (left === 0) return;
  await session.print(
    `${session.say({
      zh: `还有 ${left} 处要人来看，用 galley check 列出。`,
      en: `${left} more ${left === 1 ? "needs" : "need"} a person's eye: \`galley check\` lists them.`,
    })}\n`,
  );
}

async function printFixed(session: Session, paths: readonly string[], options: FixOptions): Promise<void> {
  const [path] = paths;
  if (path === undefined || paths.length > 1) throw new Refusal(ONE_PAGE);
  await forOnePage(session, path, async (page) => {
    refuseInexact(page);
    const text = fixedText(page.text, page.settings, options);
    if (session.io.isTerminal) return session.print(text);
    await session.write(text === page.text ? page.bytes : await encode(text, page.encoding));
  });
}

async function printDiffs(session: Session, paths: readonly string[], options: FixOptions): Promise<void> {
  // One in colours is for people, wherever it goes.
  const print = session.colours.isColoured ? session.print : session.printPage;
  await forEachPage(session, paths, {
    command: "fix",
    options,
    start: diffWork(options),
    take: async (_, patch) => {
      if (patch !== "") await print(patch);
    },
  });
}

async function diffOf({ colours }: Voice, page: InputPage, options: FixOptions): Promise<string> {
  refuseInexact(page);
  const text = fixedText(page.text, page.settings, options);
  if (text === page.text) return "";
  const patch = await patchOf(page.name === "-" ? "stdin" : page.name, page.text, text, options.unsafe === true);
  if (patch === undefined) throw new Refusal(TOO_MUCH);
  const coloured = patch.split("\n").map((line) => {
    if (/^(---|\+\+\+) /.test(line)) return colours.bold(line);
    if (line.startsWith("@@")) return colours.cyan(line);
    if (line.startsWith("-")) return colours.red(line);
    return line.startsWith("+") ? colours.green(line) : line;
  });
  return coloured.join("\n");
}

/** @throws Refusal where a safe fix would lose something. */
function fixedText(text: string, settings: Settings, options: FixOptions): string {
  if (options.unsafe) return withUnsafeFixes(analyze(text, settings));
  const fixed = fixText(text, settings);
  if ("refused" in fixed) throw new Refusal(fixed.refused);
  return fixed.value;
}

/** The text with all fixes made, the unsafe and doubtful ones too. */
function withUnsafeFixes(analysis: Analysis): string {
  const fixed = fixWholePage(analysis, { unsafe: true });
  if ("refused" in fixed) throw new Refusal(fixed.refused);
  return fixed.value.text;
}

/** The fixed text, how many findings are fixed in it and how many are left. */
function fixAndCount(page: InputPage, options: FixOptions): { text: string; fixed: number; left: number } {
  const before = analyze(page.text, page.settings);
  const text = options.unsafe ? withUnsafeFixes(before) : fixedText(page.text, page.settings, options);
  if (text === page.text) return { text, fixed: 0, left: before.findings.length };
  const after = analyze(text, page.settings);
  const fixable = ({ findings }: Analysis): number =>
    findings.filter(({ fix }) => fix?.safety === "safe" || (options.unsafe && fix)).length;
  return { text, fixed: Math.max(1, fixable(before) - fixable(after)), left: after.findings.length };
}

function refuseInexact({ exact, encoding }: InputPage): void {
  if (exact) return;
  const name = encoding.name === "big5" ? "Big5" : "GB18030";
  throw new Refusal({
    zh: `这份 ${name} 文本里有旧编码，照原样写不回去，没有修改；请先转成 UTF-8`,
    en: `this ${name} text holds old codes that cannot be written back as they were; left alone. Convert it to UTF-8 first`,
  });
}

function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

const ONE_PAGE = {
  zh: "输出到标准输出（--stdout 或 -）时只能处理一页",
  en: "only one page at a time goes to stdout (--stdout, or - as the path)",
};
const TOO_MUCH = {
  zh: "改动太多，差异一时算不完；可用 --stdout 输出整页",
  en: "too much changes for a diff; --stdout prints the whole page",
};
