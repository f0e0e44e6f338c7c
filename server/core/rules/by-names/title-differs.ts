/** A person to whom one page gives two titles of which only one can be right. */

import type { NamedPage } from "../../house/named-page.ts";
import { type TitledPlace, titledPlaces } from "../../issue/titled-places.ts";
import type { BareFinding } from "../../page/finding.ts";
import type { EntityType } from "../../page/mention.ts";
import type { NameRule } from "../rule.ts";
import { placeOf } from "./name-places.ts";
import { namesInArticles } from "./names-in-articles.ts";
import { rolesMeet, titleConflict } from "./roles.ts";

const SU = ["县水利局局长", "市水利局局长", "局长", "副局长"].map(
  (role) => ({ type: "PER", text: "苏禾田", role }) as const,
);

export const titleDiffers: NameRule = {
  id: "title-differs",
  title: { zh: "同一人职务不一", en: "One person with two titles" },
  why: {
    zh:
      "职务、职级写错一级，是见报差错里最重的一类。同一个人，一处是局长、一处是副局长，或一处是县里的、一处是市里的，才提示；" +
      "一人兼几职、简称与全称、原任与现任、刚刚任命的，都不提示。不同稿件里的同名者，要两处都写明单位才比。",
    en:
      "A wrong rank is among the gravest errors a newspaper prints. Reported is a person who is a director here and a deputy there, or of the " +
      "county here and of the city there. Several offices of one person, short and full titles, former offices and appointments are left alone; " +
      "in two articles of a page both titles must say whose they are, as two persons may have one name.",
  },
  severity: "warning",
  fixes: [],
  counts: "important",
  examples: [
    {
      page:
        "　　本报讯 8月15日，县水利局局长苏禾田来到工地，看望建设者。\n\n　　苏禾田说，汛期还没有过去。\n\n" +
        "　　离开以前，⟦副局长苏禾田⟧又去看了民工的宿舍。\n",
      house: { names: SU },
    },
    {
      page: "　　本报讯 8月15日，县水利局局长苏禾田来到工地，看望建设者。\n\n　　⟦市水利局局长苏禾田⟧说，汛期还没有过去，大家要再守一个月。\n",
      house: { names: SU },
    },
  ],
  silent: [
    {
      page: "　　本报讯 县水利局局长苏禾田来到工地。\n\n　　局长苏禾田说，汛期还没有过去。\n\n　　时任副局长苏禾田去年也来过。\n",
      house: { names: SU },
    },
  ],

  *checkNames(page) {
    const byName = new Map<string, Titled[]>();
    for (const [article, { names }] of namesInArticles(page, PERSONS).entries()) {
      for (const { name, places } of names) {
        const titled = titledPlaces(
          page.blocks,
          places.map(({ mention }) => mention),
        );
        byName.set(name, [...(byName.get(name) ?? []), ...titled.map((place) => ({ ...place, article }))]);
      }
    }
    for (const [name, titled] of byName) {
      if (page.lexicon?.find("PER", name)?.role === undefined) yield* conflictsOf(page, name, titled);
    }
  },
};

const PERSONS: ReadonlySet<EntityType> = new Set<EntityType>(["PER"]);

interface Titled extends TitledPlace {
  /** The index of its article. */
  readonly article: number;
}

/** The same title in the same article, however often: by the places in the list. */
interface SameTitle {
  readonly role: string;
  readonly article: number;
  readonly at: number[];
}

/** Of two titles that contradict each other the one that the page gives less often, or later. */
function* conflictsOf(page: NamedPage, name: string, titled: readonly Titled[]): Generator<BareFinding> {
  const groups = new Map<string, SameTitle>();
  const keyOf = ({ role, article }: Titled): string => `${article} ${role}`;
  for (const [index, one] of titled.entries()) {
    const group = groups.get(keyOf(one));
    if (group) group.at.push(index);
    else groups.set(keyOf(one), { role: one.role, article: one.article, at: [index] });
  }
  const all = [...groups.values()];
  const against = new Map(
    all.map((one) => [
      one,
      all.filter((other) => titleConflict(one.role, other.role, one.article !== other.article) !== undefined),
    ]),
  );
  const supportOf = ({ role }: SameTitle): number =>
    all.reduce((sum, other) => sum + (rolesMeet([role], other.role) ? other.at.length : 0), 0);
  const support = new Map(all.map((one) => [one, against.get(one)?.length ? supportOf(one) : 0]));
  for (const [index, here] of titled.entries()) {
    const group = groups.get(keyOf(here)) as SameTitle;
    const own = support.get(group) ?? 0;
    const others = (against.get(group) ?? [])
      .flatMap((other) => {
        const its = support.get(other) ?? 0;
        // No more than two are shown, and each group has its first ones first.
        return its < own ? [] : other.at.slice(0, 2).filter((at) => its > own || at < index);
      })
      .sort((a, b) => a - b)
      .map((at) => titled[at] as Titled);
    const place = placeOf(page, { ...here.mention, start: here.start, end: here.end });
    const [other] = others;
    if (!other || !place) continue;
    const related = others.slice(0, 2).flatMap(({ mention, start, end, role }) => {
      const span = placeOf(page, { ...mention, start, end });
      return span ? [{ ...span, message: { zh: `这里是“${role}”`, en: `“${role}” here` } }] : [];
    });
    yield {
      ...place,
      message: {
        zh: `${name}在这里是“${here.role}”，别处是“${other.role}”，请核对。`,
        en: `${name} is “${here.role}” here and “${other.role}” elsewhere.`,
      },
      related,
    };
  }
}
