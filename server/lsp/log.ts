/** Where the server says what happened; the host decides where that is kept. */

export interface Log {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}
