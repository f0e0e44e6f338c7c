/** An end of a channel between two workers; the project's types are Node's, whose ports are others. */

export interface Port {
  postMessage(message: unknown): void;
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  close(): void;
}
