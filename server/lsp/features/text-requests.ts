/** `galley/cleanText` and `galley/encoding`: requests about text that is no open page. */

import type { CancellationToken } from "vscode-languageserver";
import { checkedText } from "../../core/fix/checked.ts";
import { safelyFixing } from "../../core/fix/safely-fixed.ts";
import type { Settings } from "../../core/page/settings.ts";
import {
  CLEAN_TEXT,
  ENCODING,
  type EncodedBytes,
  type EncodingName,
  type PlainText,
  type TextRequest,
} from "../../protocol.ts";
import { inTurns } from "../../workspace/turns.ts";

/** Tells how bytes were written, where the host knows; undefined where they are no text. */
export type EncodingOf = (bytes: Uint8Array) => Promise<string | undefined>;

/** What such a request may draw on. */
export interface TextAsked {
  /** The settings for a page (URI), or for what is none. */
  readonly settingsFor: (uri: string | undefined) => Promise<Settings>;
  readonly encodingOf: EncodingOf;
  readonly token: CancellationToken;
}

export interface TextFeature {
  readonly method: string;
  answer(asked: TextAsked, params: unknown): Promise<unknown>;
}

const cleanText: TextFeature = {
  method: CLEAN_TEXT,
  async answer({ settingsFor, token }, params): Promise<PlainText | null> {
    const { text, uri } = (params ?? {}) as Partial<TextRequest>;
    if (typeof text !== "string") return null;
    const settings = await settingsFor(typeof uri === "string" ? uri : undefined);
    const fixed = await inTurns(safelyFixing(text, settings), () => !token.isCancellationRequested);
    if (fixed === undefined) return null;
    const checked = checkedText(text, fixed);
    return "value" in checked ? { text: checked.value } : null;
  },
};

const encoding: TextFeature = {
  method: ENCODING,
  async answer({ encodingOf }, params): Promise<EncodingName | null> {
    const { base64 } = (params ?? {}) as Partial<EncodedBytes>;
    const name = typeof base64 === "string" ? await encodingOf(Buffer.from(base64, "base64")) : undefined;
    return name === undefined ? null : { name };
  },
};

export const TEXT_FEATURES: readonly TextFeature[] = [cleanText, encoding];
