/** The world a command runs in, injected: its streams, its disk, where and under which environment it was called. */

import type { FromMember, ToMember } from "../host/crew-messages.ts";
import type { Files } from "../host/files.ts";
import type { LoadedSegmenter } from "../host/segmenter.ts";
import type { Thread } from "../host/worker-thread.ts";
import type { ServeTools } from "./mcp/tool.ts";
import type { Answer, Job } from "./work.ts";

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
  /** Whether a person reads stderr. */
  readonly isErrorTerminal: boolean;
  /** Bytes that stdin will give, where that is known: it is a file. */
  stdinSize(): number | undefined;
  /** Milliseconds from any moment on. */
  now(): number;
  readonly threads: Threads;
  /** Loads what speaks the Model Context Protocol on the process' own streams. */
  loadServeTools(): Promise<ServeTools>;
}

/** What there is of threads, and from when on they are worth their start. */
export interface Threads {
  /** Starts one that does a job's work on what it is sent (works.ts). */
  start(): Thread<ToMember<Job, readonly unknown[]>, FromMember<readonly Answer<unknown>[]>>;
  /** How many run at once. */
  readonly cores: number;
  /** Bytes of memory that this process and its threads may have. */
  readonly memory: number;
  /** Bytes of input below which none is started. */
  readonly after: number;
}

/** 0: done, nothing to report. 1: findings. 2: something could not be done. */
export type ExitCode = 0 | 1 | 2;
