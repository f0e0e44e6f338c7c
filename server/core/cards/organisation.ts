/** What a card says of an organisation: its full name, how the page writes it, who the page says works there. */

import type { CardContext, Fact } from "./types.ts";

/** Whose office it is, where the name says only its level (省水利厅), and how the page writes it, where not as the title. */
export function organisationFacts({ mention, same, say }: CardContext): Fact[] {
  const facts: Fact[] = [];
  const { text, entity, resolved = entity } = mention;
  const level = /^[省市县](?=.)/u.exec(text)?.[0];
  // 中共云溪县委员会 and 云溪县人民政府 both begin with whose they are.
  const home = level === undefined ? undefined : /^(?:中共|政协)?(.{2,}?[省市县])/u.exec(resolved)?.[1];
  if (home?.endsWith(level ?? "-") && resolved !== text) {
    facts.push({
      text: say({ zh: `“${level}”指${home}（按本页地域）`, en: `${level} means ${home}, by the page's home region` }),
      source: "page",
    });
  }
  const forms = new Map<string, number>();
  for (const { text: form } of same) forms.set(form, (forms.get(form) ?? 0) + 1);
  if (forms.size > 1) {
    const list = [...forms].map(([form, count]) => `${form} ×${count}`).join(say({ zh: "、", en: ", " }));
    facts.push({ text: say({ zh: `本页写法：${list}`, en: `Written here: ${list}` }), source: "page" });
  } else if (facts.length === 0 && entity !== text) {
    facts.push({ text: say({ zh: `本页写作“${text}”`, en: `Written ${text} here` }), source: "page" });
  }
  return facts;
}
