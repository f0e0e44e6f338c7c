/** The bytes of a client, passed on as long as they are messages: behind a header that cannot be read nothing is understood any more. */

import { Transform } from "node:stream";

const HEADER_END = "\r\n\r\n";
/** Bytes of a header and of a message; whatever is longer is none. */
const LONGEST_HEADER = 8_192;
const LONGEST_MESSAGE = 2 ** 30;

/** `onBroken` is called once, with what is wrong; from then on nothing is passed on. */
export function messageStream(onBroken: (reason: string) => void): Transform {
  let header = "";
  /** Bytes of the message that have not come yet; 0 where a header is next. */
  let missing = 0;
  let isBroken = false;
  /** Reads on in a chunk; gives what is wrong. */
  const read = (chunk: Buffer): string | undefined => {
    let at = 0;
    while (at < chunk.length) {
      if (missing > 0) {
        const taken = Math.min(missing, chunk.length - at);
        missing -= taken;
        at += taken;
        continue;
      }
      const before = header.length;
      header += chunk.toString("latin1", at, at + LONGEST_HEADER);
      const end = header.indexOf(HEADER_END);
      if (end < 0) return header.length > LONGEST_HEADER ? "a header without end" : undefined;
      const [, length] = /^content-length:[ \t]*(\d+)[ \t]*$/im.exec(header.slice(0, end)) ?? [];
      if (length === undefined) return "a header without the length of its message";
      missing = Number(length);
      if (missing > LONGEST_MESSAGE) return `a message of ${length} bytes`;
      at += end + HEADER_END.length - before;
      header = "";
    }
    return undefined;
  };
  return new Transform({
    transform(chunk: Buffer, _, next) {
      const wrong = isBroken ? undefined : read(chunk);
      if (wrong !== undefined) {
        isBroken = true;
        onBroken(wrong);
      }
      if (isBroken) next();
      else next(null, chunk);
    },
  });
}
