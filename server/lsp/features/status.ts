/** `galley/cleanPage` and `galley/status`: what Galley's own client asks for. */

import { countFindings } from "../../core/page/analysis.ts";
import { CLEAN_PAGE, type CleanPage, PAGE_STATUS, type PageRequest, type PageStatus } from "../../protocol.ts";
import { type Feature, then } from "../feature.ts";
import { LSPErrorCodes, ResponseError } from "../library.ts";

export const cleanPage: Feature<PageRequest, CleanPage | null> = {
  method: CLEAN_PAGE,
  empty: null,
  answer({ page, client, fixed }) {
    return then(fixed(), (checked) => {
      if ("refused" in checked) throw new ResponseError(LSPErrorCodes.RequestFailed, client.say(checked.refused));
      return { version: page.version, text: checked.value.text };
    });
  },
};

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
