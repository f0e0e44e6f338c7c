/** A small lexicon of an invented county, and mentions to put it over. */

import assert from "node:assert/strict";
import { createLexicon, type Lexicon } from "../../../server/core/house/index.ts";
import { parseLexicon } from "../../../server/core/house/parse.ts";
import type { Mention } from "../../../server/core/page/mention.ts";

export const FILE = `# 本社词库
entities:
  - name: 苏禾田 # 名字定稿
    kind: person
    aliases: [苏局长, 老苏头]
    role: 云溪县水利局党组书记、局长
    reading: sū hé tián
  - name: 鹿鸣氢港
    kind: 机构
    note: 全称鹿鸣氢港新能源有限公司
  - {name: 石门镇, kind: 地名}
`;

/** The lexicon of a file without faults. */
export function house(file = FILE): Lexicon {
  const { entries, faults } = parseLexicon(file);
  assert.deepEqual(faults, []);
  return createLexicon(entries);
}

/** A mention of the words where they first stand. */
export function mention(
  texts: readonly string[],
  words: string,
  type: Mention["type"],
  more: Partial<Mention> = {},
): Mention {
  const block = texts.findIndex((text) => text.includes(words));
  const start = texts[block]?.indexOf(words) ?? 0;
  return { block, start, end: start + words.length, type, text: words, entity: words, ...more };
}
