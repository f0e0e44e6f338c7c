/** `galley explain --at FILE:LINE`: why a line's end is a wrap, or why it is not. */

import { type Decision, explainLineEnd } from "../core/layout/decision.ts";
import { pageOf } from "../core/text/text.ts";
import { Refusal } from "../host/refusal.ts";
import { forOnePage } from "./pages.ts";
import type { Session } from "./session.ts";

/** Prints the evidence for and against a wrap at the end of a line. `place` is `FILE:LINE`, lines counted from 1. */
export async function explainLine(session: Session, place: string): Promise<void> {
  const [, file, number] = /^(.+?):(\d+)(?::\d+)?$/s.exec(place) ?? [];
  if (file === undefined || number === undefined) throw new Refusal(SHAPE);
  await forOnePage(session, file, async ({ name, text }) => {
    const page = pageOf(text);
    const line = Number(number) - 1;
    if (!page.lines[line]) throw new Refusal(noSuchLine(page.lines.length));
    const decision = explainLineEnd(page, line);
    if (!decision) throw new Refusal(NO_DECISION);
    await session.print(`${session.colours.underline(`${name}:${number}`)}\n${described(session, decision)}`);
  });
}

/** Characters shown on either side of the line end. */
const CONTEXT = 12;

function described({ say, colours }: Session, decision: Decision): string {
  const { wrap, margin, evidence, width, measure, left, right } = decision;
  const verdict = wrap
    ? { zh: "断行：段落没有完，应当接上", en: "A wrap: the paragraph goes on, and the lines belong together" }
    : { zh: "不是断行：这一段到此为止", en: "No wrap: this block ends here" };
  const column =
    measure === 0
      ? { zh: `行宽 ${width} 字，不在栏中`, en: `line ${width} em wide, in no column` }
      : { zh: `行宽 ${width} 字，栏宽 ${measure} 字`, en: `line ${width} em wide, column ${measure} em` };
  const rows = evidence.map(
    ({ says, nats }) => `  ${(nats > 0 ? colours.green : colours.red)(signed(nats).padStart(7))}  ${say(says)}`,
  );
  return [
    `${[...left].slice(-CONTEXT).join("")}⟦⏎⟧${[...right].slice(0, CONTEXT).join("")}`,
    `${colours.bold(say(verdict))} (${say({ zh: "比另一种读法好", en: "better than the other reading by" })} ${margin.toFixed(1)})`,
    say(column),
    say({
      zh: "依据（正数说是断行，负数说不是；数越大越有力）：",
      en: "Evidence (above 0 for a wrap, below against it; the larger, the stronger):",
    }),
    ...rows,
    "",
  ].join("\n");
}

function signed(value: number): string {
  return `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(1)}`;
}

const SHAPE = { zh: "--at 应写成“文件:行号”", en: "--at takes FILE:LINE" };
const NO_DECISION = {
  zh: "这一行是空行，或后面没有文字，行末没有可判断的",
  en: "a blank line, or nothing after it: there is nothing to decide at its end",
};

function noSuchLine(lines: number): { zh: string; en: string } {
  return { zh: `没有这一行，全页 ${lines} 行`, en: `no such line; the page has ${lines}` };
}
