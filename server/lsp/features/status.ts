/** `galley/cleanPage`, `galley/markedPage` and `galley/status`: what Galley's own client asks for. */

import { markedPage as marked } from "../../core/fix/marked-page.ts";
import { countFindings } from "../../core/page/analysis.ts";
import {
  CLEAN_PAGE,
  type CleanPage,
  MARKED_PAGE,
  PAGE_STATUS,
  type PageRequest,
  type PageStatus,
} from "../../protocol.ts";
import { type Asked, type Feature, then } from "../feature.ts";
import { LSPErrorCodes, ResponseError } from "../library.ts";

export const cleanPage: Feature<PageRequest, CleanPage | null> = {
  method: CLEAN_PAGE,
  empty: null,
  answer: (asked) => fromClean(asked, (clean) => clean),
};

export const markedPage: Feature<PageRequest, CleanPage | null> = {
  method: MARKED_PAGE,
  empty: null,
  answer: (asked) => fromClean(asked, (clean) => marked(asked.page.text, clean)),
};

/** What is made of the clean page; a fix that was refused is told. */
function fromClean({ page, client, fixed }: Asked, made: (clean: string) => string): CleanPage | Promise<CleanPage> {
  return then(fixed(), (checked) => {
    if ("refused" in checked) throw new ResponseError(LSPErrorCodes.RequestFailed, client.say(checked.refused));
    return { version: page.version, text: made(checked.value.text) };
  });
}

export const pageStatus: Feature<PageRequest, PageStatus | null> = {
  method: PAGE_STATUS,
  empty: null,
  answer({ page, analysis }) {
    const bySeverity = { hint: 0, information: 0, warning: 0, error: 0 };
    let fixable = 0;
    const findings = countFindings(analysis, ({ severity, fix }) => {
      bySeverity[severity] += 1;
      if (fix?.safety === "safe") fixable += 1;
      return true;
    });
    return {
      version: page.version,
      findings,
      fixable,
      bySeverity,
      articles: analysis.articles.length,
    };
  },
};
