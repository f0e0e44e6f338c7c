/** What a card says of a coined term: what the page says it stands for. */

import type { CardContext, Fact } from "./types.ts";

const NUMERALS = "一二三四五六七八九十";

/** The page's own explanation: of each part, of the whole, or the list of as many terms as its numeral says. */
export function termFacts(context: CardContext): Fact[] {
  const { mention, page, say } = context;
  const inner = mention.entity;
  if (mention.text.startsWith("《")) return [];
  const [whole, part] = inner.split(":");
  if (whole && part?.length === 1) {
    const own = explanationOf(part, page.blocks);
    return [
      ...(own ? [{ text: own, source: "page" as const }] : []),
      { text: say({ zh: `“${whole}”之一`, en: `A part of “${whole}”` }), source: "page" },
    ];
  }
  const parts = partsOf(inner, page.blocks);
  if (parts.length > 1) return parts.map((text) => ({ text, source: "page" }));
  const own = explanationOf(inner, page.blocks);
  if (own) return [{ text: own, source: "page" }];
  const listed = listedTerms(context);
  return listed.length === 0
    ? []
    : [{ text: say({ zh: `展开：${listed.join("＋")}`, en: `Stands for ${listed.join(" + ")}` }), source: "page" }];
}

/** The explanations of a term's characters, where the page explains them one by one: “清”即…, “化”即…. */
function partsOf(term: string, blocks: readonly { readonly text: string }[]): string[] {
  if (term.length > 6) return [];
  return [...term].flatMap((char) => explanationOf(char, blocks) ?? []);
}

/** What the page says that a term is, after 即 and its like. */
function explanationOf(term: string, blocks: readonly { readonly text: string }[]): string | undefined {
  for (const { text } of blocks) {
    for (const verb of ["即", "就是", "是指", "指的是"]) {
      const at = text.indexOf(`“${term}”${verb}`);
      if (at < 0) continue;
      const from = at + term.length + 2 + verb.length;
      const end = text.slice(from).search(/[，。；！？]/u);
      const explained = text.slice(from, end < 0 ? from + 30 : from + Math.min(30, end));
      if (explained.length > 1) return `“${term}”：${explained}`;
    }
  }
  return undefined;
}

/** The terms near it that end as it does, where they are as many as its numeral says: of “三张网” the three nets. */
function listedTerms({ mention, page }: CardContext): string[] {
  const numeral = [...mention.entity].map((char) => NUMERALS.indexOf(char) + 1).find((value) => value > 1);
  const last = mention.entity.at(-1) ?? "";
  if (!numeral) return [];
  const near = page.blocks.slice(Math.max(0, mention.block - 1), mention.block + 2);
  const quoted = near.flatMap(({ text }) => [...text.matchAll(/“[^“”]{2,12}”/gu)].map(([term]) => term));
  const terms = [...new Set(quoted)].filter((term) => term !== mention.text && term.at(-2) === last);
  return terms.length === numeral ? terms : [];
}
