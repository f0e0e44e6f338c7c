/** Reads YAML, or JSON, which is YAML too, in time that grows with the text. */

import { isScalar, parseDocument, visit, type YAMLError } from "yaml";

/** What a text says, and what is wrong with its writing. */
export interface ParsedYaml {
  readonly contents: unknown;
  readonly errors: readonly Pick<YAMLError, "code" | "message" | "pos">[];
}

/** @throws Error where brackets stand too deep within brackets */
export function parseYaml(text: string): ParsedYaml {
  // The parser compares each key of a map with all others: 80,000 of them took it more than a minute.
  const document = parseDocument(text, { prettyErrors: false, logLevel: "silent", uniqueKeys: false });
  const twice: ParsedYaml["errors"][number][] = [];
  visit(document, {
    Map(_, { items }) {
      const keys = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        const [start = 0] = key.range ?? [];
        if (keys.has(key.value))
          twice.push({ code: "DUPLICATE_KEY", message: "Map keys must be unique", pos: [start, start + 1] });
        keys.add(key.value);
      }
    },
  });
  return { contents: document.contents, errors: [...document.errors, ...twice] };
}
