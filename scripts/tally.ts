/** What steps of `npm test` have to tell. */

export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

/** Hears a line of what there is to tell. */
export type Say = (line: string) => void;

export function one(passed: boolean): Tally {
  return { passed: Number(passed), failed: Number(!passed), skipped: 0 };
}
