/** The world a command runs in, injected: its streams, its disk, where and under which environment it was called. */

import type { Files } from "../host/files.ts";
import type { LoadedSegmenter } from "../host/segmenter.ts";

/** Where output goes. The promise is kept when there is room for more, so nothing piles up in memory. */
export interface Sink {
  write(data: string | Uint8Array): Promise<void>;
}

export interface Io {
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: Sink;
  readonly stderr: Sink;
  readonly files: Files;
  /** Loads the dictionary, which takes a second; called where words are needed. */
  loadSegmenter(): LoadedSegmenter;
  /** Absolute path of the working folder. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether a person reads stdout. */
  readonly isTerminal: boolean;
}

/** 0: done, nothing to report. 1: findings. 2: something could not be done. */
export type ExitCode = 0 | 1 | 2;
