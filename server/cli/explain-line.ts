/** `galley explain --at FILE:LINE`: why a line's end is a wrap, or why it is not. */

import { type Decision, explainLineEnd } from "../core/layout/decision.ts";
import { pageOf } from "../core/text/text.ts";
import { Refusal } from "../host/refusal.ts";
import { evidenceRows, lineGiven, lineOn } from "./explanations.ts";
import { forOnePage } from "./pages.ts";
import type { Session } from "./session.ts";
import { onOneLine } from "./terminal.ts";

/** Prints the evidence for and against a wrap at the end of a line. `place` is `FILE:LINE`, lines counted from 1. */
export async function explainLine(session: Session, place: string): Promise<void> {
  const given = lineGiven(place, "--at");
  await forOnePage(session, given.file, async ({ name, text }) => {
    const page = pageOf(text);
    const decision = explainLineEnd(page, lineOn(page, given));
    if (!decision) throw new Refusal(NO_DECISION);
    await session.print(
      `${session.colours.underline(`${onOneLine(name)}:${given.line}`)}\n${described(session, decision)}`,
    );
  });
}

/** Characters shown on either side of the line end. */
const CONTEXT = 12;

function described(session: Session, decision: Decision): string {
  const { say, colours } = session;
  const { wrap, margin, evidence, measure, left, right } = decision;
  const width = Number(decision.width.toFixed(1));
  const verdict = wrap
    ? { zh: "断行：段落没有完，应当接上", en: "A wrap: the paragraph goes on, and the lines belong together" }
    : { zh: "不是断行：这一段到此为止", en: "No wrap: this block ends here" };
  const column =
    measure === 0
      ? { zh: `行宽 ${width} 字，不在栏中`, en: `line ${width} em wide, in no column` }
      : { zh: `行宽 ${width} 字，栏宽 ${measure} 字`, en: `line ${width} em wide, column ${measure} em` };
  return [
    `${[...left].slice(-CONTEXT).join("")}⟦⏎⟧${[...right].slice(0, CONTEXT).join("")}`,
    `${colours.bold(say(verdict))} (${say({ zh: "比另一种读法好", en: "better than the other reading by" })} ${margin.toFixed(1)})`,
    say(column),
    say({
      zh: "依据（正数说是断行，负数说不是；数越大越有力）：",
      en: "Evidence (above 0 for a wrap, below against it; the larger, the stronger):",
    }),
    ...evidenceRows(session, evidence),
    "",
  ].join("\n");
}

const NO_DECISION = {
  zh: "这一行是空行，或后面没有文字，行末没有可判断的",
  en: "a blank line, or nothing after it: there is nothing to decide at its end",
};
