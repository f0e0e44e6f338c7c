/** The requests and notifications that Galley's client and server share beyond the Language Server Protocol. */

/** Initialization options the client sends. */
export interface InitOptions {
  /** Tag of the language that messages are shown in, such as `zh-cn`. */
  readonly locale?: string;
}
