/** The kinds of blocks that are no running text. */

import { CAPTION } from "./caption.ts";
import { FURNITURE } from "./furniture.ts";
import { LIST } from "./list.ts";
import { TABLE } from "./table.ts";
import { TALK } from "./talk.ts";
import type { BlockKind } from "./types.ts";
import { VERSE } from "./verse.ts";

export type { BlockKind, ColumnAround, Row } from "./types.ts";

export const BLOCK_KINDS: readonly BlockKind[] = [TABLE, LIST, VERSE, FURNITURE, CAPTION, TALK];
