/** `galley fix`: mends pages in place, or shows what they would become. */

import { encode } from "../host/encodings.ts";
import { Refusal } from "../host/refusal.ts";
import { patchOf } from "./formats/patch.ts";
import type { Filter } from "./jsonl.ts";
import { mend, mendText } from "./mend.ts";
import { forEachPage, forOnePage, type InputPage } from "./pages.ts";
import type { Session } from "./session.ts";

export interface FixOptions {
  /** Print the fixed page instead of writing it. */
  readonly stdout?: boolean;
  /** Print what would change, and write nothing. */
  readonly diff?: boolean;
  /** Apply fixes that do more than touch white space and look-alike characters, too. */
  readonly unsafe?: boolean;
}

/** Mends all pages. A page that cannot be written back exactly as it was read is left alone. */
export async function fix(session: Session, paths: readonly string[], options: FixOptions): Promise<void> {
  if (options.diff) await forEachPage(session, paths, (page) => printDiff(session, page, options));
  else if (options.stdout || paths.includes("-")) await printFixed(session, paths, options);
  else await fixInPlace(session, paths, options);
}

/** `fix --jsonl`. */
export function fixFilter({ unsafe = false }: FixOptions): Filter {
  return (text, settings) => ({ text: mendText(text, settings, unsafe) });
}

const HAN = /\p{Script=Han}/u;

async function fixInPlace(session: Session, paths: readonly string[], options: FixOptions): Promise<void> {
  let pages = 0;
  let changed = 0;
  let fixes = 0;
  let left = 0;
  await forEachPage(session, paths, async (page) => {
    // A folder may hold text files that are no pages at all; one without a Han character is left as it is.
    if (page.listed && !HAN.test(page.text)) return;
    refuseInexact(page);
    const { text, mended, left: unmended } = mend(page.text, page.settings, options.unsafe);
    if (text !== page.text) {
      await session.io.files.replace(page.path ?? page.name, await encode(text, page.encoding), page.bytes);
      changed += 1;
      fixes += mended;
      await session.print(
        `${page.name}  ${session.say({ zh: `修好 ${mended} 处`, en: `${count(mended, "fix", "fixes")}` })}\n`,
      );
    }
    pages += 1;
    left += unmended;
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
    const text = mendText(page.text, page.settings, options.unsafe);
    await session.io.stdout.write(text === page.text ? page.bytes : await encode(text, page.encoding));
  });
}

async function printDiff(session: Session, page: InputPage, options: FixOptions): Promise<void> {
  refuseInexact(page);
  const text = mendText(page.text, page.settings, options.unsafe);
  if (text === page.text) return;
  const patch = await patchOf(page.name === "-" ? "stdin" : page.name, page.text, text, options.unsafe === true);
  if (patch === undefined) throw new Refusal(TOO_MUCH);
  const { colours } = session;
  const coloured = patch.split("\n").map((line) => {
    if (/^(---|\+\+\+) /.test(line)) return colours.bold(line);
    if (line.startsWith("@@")) return colours.cyan(line);
    if (line.startsWith("-")) return colours.red(line);
    return line.startsWith("+") ? colours.green(line) : line;
  });
  await session.print(coloured.join("\n"));
}

function refuseInexact({ exact }: InputPage): void {
  if (!exact) throw new Refusal(INEXACT);
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
const INEXACT = {
  zh: "这份 GB18030 文本里有旧编码，照原样写不回去，没有修改；请先转成 UTF-8",
  en: "this GB18030 text holds old codes that cannot be written back as they were; left alone. Convert it to UTF-8 first",
};
