/** A tool as it is given to whoever speaks the Model Context Protocol. */

export interface Tool {
  readonly name: string;
  readonly title: string;
  /** What an assistant goes by when it chooses. */
  readonly description: string;
  /** JSON schema of what it takes. */
  readonly input: { readonly type: "object"; readonly [keyword: string]: unknown };
  /** Never rejects: why something was not done is an answer, too. */
  run(input: ToolInput): Promise<ToolOutput>;
}

/** A text, or a file's path and where need be how it is written. */
export interface ToolInput {
  readonly text?: string;
  readonly path?: string;
  readonly encoding?: string;
}

/** Texts for the assistant, one after the other. */
export interface ToolOutput {
  readonly texts: readonly string[];
  readonly failed?: boolean;
}

/** Serves tools over standard input and output until the other side hangs up. */
export type ServeTools = (tools: readonly Tool[], about: ServerAbout) => Promise<void>;

export interface ServerAbout {
  readonly version: string;
  /** What the tools are for, told to the assistant once. */
  readonly instructions: string;
}
