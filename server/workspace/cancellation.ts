/** Says when an answer is no longer wanted; a token of the protocol's library is one. */

export interface Cancellation {
  readonly isCancellationRequested: boolean;
  onCancellationRequested(listener: () => void): { dispose(): void };
}
