/** Follows the back pointers from the last line to the first: the cheapest explanation, line by line. */

import { TURN, type Turn } from "../dialect.ts";
import type { VisualLine } from "../lines.ts";
import { END_COSTS } from "../weights.ts";
import {
  CAPTION_MORE,
  type Column,
  DISPLAY,
  DISPLAY_MORE,
  FAR,
  FROM,
  HEADING,
  type Model,
  type Parse,
  type Part,
  SCALARS,
  type Trace,
} from "./states.ts";
import { scalarEnd } from "./turns.ts";

export function traceBack(model: Model, last: Column, trace: Trace): Parse {
  const { lines, measures, weights } = model;
  const count = lines.length;
  const size = measures.length;
  const parts = new Array<Part>(count).fill("single");
  const ems = new Array<number>(count).fill(0);
  const turns = new Array<Turn | undefined>(count).fill(TURN.break);

  const line = lines[count - 1] as VisualLine;
  const ended = (last.ended[last.bestEnded] ?? FAR) + (END_COSTS.paragraph[line.endClass] ?? 0);
  const unfinished =
    Math.min(last.first[last.bestFirst] ?? FAR, last.middle[last.bestMiddle] ?? FAR) + weights.unfinished;
  const scalar = scalarEnd(model, last, count - 1);
  const cost = Math.min(ended, unfinished, scalar.cost);

  type State = { kind: "first" | "middle" | "ended" | "heading" | "scalar"; index: number };
  let state: State;
  if (cost === scalar.cost) state = { kind: "scalar", index: scalar.state };
  else if (cost === ended) state = { kind: "ended", index: last.bestEnded };
  else if ((last.first[last.bestFirst] ?? FAR) <= (last.middle[last.bestMiddle] ?? FAR))
    state = { kind: "first", index: last.bestFirst };
  else state = { kind: "middle", index: last.bestMiddle };

  let end = count - 1;
  while (end >= 0) {
    if (state.kind === "scalar") {
      parts[end] = SCALARS[state.index] as Part;
      const more = state.index === DISPLAY_MORE || state.index === CAPTION_MORE;
      const from = trace.scalars[end * SCALARS.length + state.index] ?? -1;
      if (end > 0) turns[end - 1] = more ? TURN.wrap : TURN.break;
      end -= 1;
      state =
        from < 0
          ? { kind: "ended", index: end >= 0 ? (trace.bestEnded[end] ?? 0) : 0 }
          : { kind: "scalar", index: from };
      continue;
    }
    const k = state.index;
    if (state.kind === "heading") {
      const from = trace.heading[end * size + k];
      parts[end] = "crosshead";
      if (end > 0) turns[end - 1] = from === HEADING.goesOn ? TURN.wrap : TURN.break;
      state = { kind: from === HEADING.first ? "ended" : "heading", index: k };
      end -= 1;
      continue;
    }
    const pointer = trace[state.kind][end * size + k] ?? 0;
    const pieces = (pointer & 3) + 1;
    const from = (pointer >> 2) & 7;
    const starts = from <= FROM.scalar || from === FROM.heading;
    const start = end - pieces + 1;
    for (let i = start; i <= end; i += 1) {
      ems[i] = measures[k] ?? 0;
      if (i < end) {
        parts[i] = "cut";
        turns[i] = undefined;
      }
    }
    parts[end] = state.kind === "ended" ? (pointer & 32 ? "single" : "last") : state.kind;
    const before = start - 1;
    if (before >= 0) turns[before] = starts ? TURN.break : TURN.wrap;
    end = before;
    if (before < 0) break;
    if (from === FROM.same) state = { kind: "ended", index: k };
    else if (from === FROM.heading) state = { kind: "heading", index: k };
    else if (from === FROM.other) state = { kind: "ended", index: trace.bestEnded[before] ?? 0 };
    else if (from === FROM.first) state = { kind: "first", index: k };
    else if (from === FROM.middle) state = { kind: "middle", index: k };
    else if (from === FROM.scalar) state = { kind: "scalar", index: trace.bestScalar[before] ?? DISPLAY };
    else
      state = trace.insideFirst[before]
        ? { kind: "first", index: trace.bestFirst[before] ?? 0 }
        : { kind: "middle", index: trace.bestMiddle[before] ?? 0 };
    if (turns[before] === TURN.wrap && state.kind === "first") turns[before] = TURN.wrapAfterFirst;
  }
  return { parts, measures: ems, turns, cost };
}
