/** Findings that are accepted in quick succession: an entry is made for the file as it is with the one before it, or both would begin the list. */

import type { HouseEdit } from "../workspace/house.ts";

/** Makes the edit of an acceptance when the file shows the last one that was handed out, or the editor has had time enough to make it. */
export type AcceptInTurn = (make: () => Promise<HouseEdit | undefined>) => Promise<HouseEdit | undefined>;

export function acceptInTurn(looks = LOOKS): AcceptInTurn {
  /** What each file (URI) was when the last edit was made for it. */
  const last = new Map<string, string>();
  const makeForNew: AcceptInTurn = async (make) => {
    for (let left = looks; ; left -= 1) {
      const edit = await make();
      const state = edit && `${edit.exists} ${edit.text}`;
      if (left > 0 && edit && last.get(edit.uri) === state) {
        await new Promise((next) => setTimeout(next, BETWEEN_LOOKS));
        continue;
      }
      if (edit && state) last.set(edit.uri, state);
      return edit;
    }
  };
  let turn: Promise<unknown> = Promise.resolve();
  return (make) => {
    const made = turn.then(() => makeForNew(make));
    turn = made.catch(() => {});
    return made;
  };
}

/** An editor that does not make an edit, after two seconds, has been told not to. */
const LOOKS = 40;
const BETWEEN_LOOKS = 50;
