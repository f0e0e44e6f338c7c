/** An error rate in words, its arithmetic shown. */

import { type ErrorRate, PASSING_RATE } from "./error-rate.ts";
import { RULES } from "./rules/index.ts";
import type { Localised } from "./text/locale.ts";

/** One line: `差错率 3.1/10000：重字 1 处计 1；共 1 个差错 ÷ 3230 字。合格线 3/10000`. */
export function errorRateInWords({ charges, errors, characters, perTenThousand }: ErrorRate): Localised {
  const rows = charges.map(({ rule, places, errors: counted }) => {
    const title = RULES.find(({ id }) => id === rule)?.title ?? { zh: rule, en: rule };
    return { zh: `${title.zh} ${places} 处计 ${counted}`, en: `${title.en} ${places} × → ${counted}` };
  });
  const [zh, en] = [rows.map((row) => row.zh).join("，"), rows.map((row) => row.en).join(", ")];
  const passes = perTenThousand <= PASSING_RATE;
  const [fails, failsToo] = passes ? ["", ""] : ["，超过了", ", and this one does not"];
  return {
    zh: `差错率 ${perTenThousand}/10000：${zh}；共 ${errors} 个差错 ÷ ${characters} 字，合格线 ${PASSING_RATE}/10000${fails}`,
    en: `Error rate ${perTenThousand}/10,000: ${en}; ${errors} in ${characters} characters; a paper passes with ${PASSING_RATE}/10,000${failsToo}`,
  };
}
