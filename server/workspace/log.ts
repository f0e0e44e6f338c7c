/** Where a program says what happened; the host decides where that is kept. */

export interface Log {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

/** An error as the log shows it: with its stack, as whoever reads the log looks for a bug. */
export function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
