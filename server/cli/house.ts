/** The house's lexicon on the command line: the names of a page as the house has them. */

import { dirname } from "node:path";
import type { Layout } from "../core/layout/index.ts";
import type { NamedPage } from "../core/lexicon/differences.ts";
import { withLexicon } from "../core/lexicon/recognise.ts";
import { soundAlike } from "../core/lexicon/sounds.ts";
import { createRecogniser, type Recogniser } from "../core/mentions/index.ts";
import { createLexicons } from "../host/lexicons.ts";
import { wordBreaks } from "../host/segmenter.ts";
import { loadResources } from "./resources.ts";
import type { Session } from "./session.ts";

/** Recognises the names in a page's blocks. */
export type NameIn = (layout: Pick<Layout, "blocks">) => NamedPage;

/** What recognises the names of pages in a folder; nothing where no lexicon holds there, and then nothing is loaded. */
export type House = (path: string | undefined) => Promise<NameIn | undefined>;

/** Faults of a lexicon are told once, as those of a settings file are. */
export function createHouse(session: Session): House {
  const lexicons = createLexicons();
  const told = new Set<string>();
  let known: Promise<{ recogniser: Recogniser; breaks?: (text: string) => ReadonlySet<number> }> | undefined;
  const load = async () => {
    const resources = await loadResources(session);
    const { segmenter } = resources;
    return {
      recogniser: createRecogniser(resources, "whole"),
      ...(segmenter ? { breaks: (text: string) => wordBreaks(segmenter, text) } : {}),
    };
  };
  return async (path) => {
    const house = lexicons.forFolder(path === undefined ? session.io.cwd : dirname(path));
    if (!house) return undefined;
    if (!told.has(house.path))
      for (const { start, message } of house.faults)
        await session.warn(message, `${house.path}:${house.text.slice(0, start).split("\n").length}`);
    told.add(house.path);
    known ??= load();
    const { recogniser, breaks } = await known;
    const { lexicon } = house;
    return ({ blocks }) => {
      const { mentions } = recogniser.page(blocks);
      return { lexicon, soundAlike, mentions: withLexicon(blocks, mentions, lexicon, breaks) };
    };
  };
}
