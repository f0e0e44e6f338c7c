/** `galley/cleanPage` and `galley/markedPage`: the page as it reads when it is fixed, and what the fix would change. */

import { markedPage as marked } from "../../core/fix/marked-page.ts";
import { CLEAN_PAGE, type CleanPage, MARKED_PAGE, type PageRequest } from "../../protocol.ts";
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
