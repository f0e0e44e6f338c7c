/** The error that the impure edge throws where it must leave something undone: its message is for people. */

import { textsOf } from "../core/tables/read.ts";
import type { Localised } from "../core/text/locale.ts";
import systemErrors from "../data/messages/system-errors.txt";

/** Says, in words for the user, why something was not done. Whoever catches it shows `reason` and goes on. */
export class Refusal extends Error {
  readonly reason: Localised;

  constructor(reason: Localised) {
    super(reason.en);
    this.reason = reason;
  }
}

/** What went wrong, as a reason: a refusal's own, or what the system's error code means. */
export function reasonOf(error: unknown): Localised {
  if (error instanceof Refusal) return error.reason;
  const { code, message } = error as { code?: unknown; message?: unknown };
  const known = typeof code === "string" ? SYSTEM_ERRORS.get(code) : undefined;
  if (known) return known;
  const detail = String(code ?? message ?? error);
  return { zh: `出错（${detail}）`, en: `failed (${detail})` };
}

const SYSTEM_ERRORS = textsOf(systemErrors);
