/** What a card says of an organisation: its full name, how the page writes it, who the page says works there. */

import type { CardContext, Fact } from "./card.ts";

export function organisationFacts({ mention, same, say }: CardContext): Fact[] {
  const facts: Fact[] = [];
  const level = /^[省市县](?=.)/u.exec(mention.text)?.[0];
  if (mention.entity !== mention.text) {
    const home = mention.entity.slice(0, mention.entity.length - mention.text.length + 1);
    const expanded = level !== undefined && mention.entity.endsWith(mention.text.slice(1));
    facts.push(
      expanded
        ? {
            text: say({
              zh: `“${level}”指${home}（按本页地域）`,
              en: `${level} means ${home}, by the page's home region`,
            }),
            source: "page",
          }
        : { text: say({ zh: `全称：${mention.entity}`, en: `Full name: ${mention.entity}` }), source: "page" },
    );
  }
  const forms = new Map<string, number>();
  for (const { text } of same) forms.set(text, (forms.get(text) ?? 0) + 1);
  if (forms.size > 1) {
    const list = [...forms].map(([form, count]) => `${form} ×${count}`).join(say({ zh: "、", en: ", " }));
    facts.push({ text: say({ zh: `本页写法：${list}`, en: `Written here: ${list}` }), source: "page" });
  }
  return facts;
}
