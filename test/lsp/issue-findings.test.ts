/** When findings that go by an issue are asked for: when typing rests, once for each open page of the issue. */

import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { afterRest } from "../../server/lsp/issue-findings.ts";
import { createPages } from "../../server/workspace/pages.ts";

test("as many questions as pages are asked, those that were edited first, and none of another issue", () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  try {
    const asked: string[] = [];
    const pages = createPages();
    const findings = afterRest(
      { changed: ({ uri }) => void asked.push(uri), closed: () => false, of: () => [] },
      pages,
    );
    const edit = (uri: string): void => findings.changed(pages.put(uri, 1, "水渠通水"));
    const uris = Array.from({ length: 50 }, (_, n) => `file:///w/${n}.txt`);
    for (const uri of [...uris, "file:///other/1.txt"]) edit(uri);
    assert.deepEqual(asked, [], "not while they are opened");
    mock.timers.tick(300);
    assert.deepEqual(asked.splice(0), [...uris, "file:///other/1.txt"]);
    edit("file:///w/7.txt");
    mock.timers.tick(299);
    edit("file:///w/9.txt");
    mock.timers.tick(300);
    assert.deepEqual(asked.slice(0, 3), ["file:///w/7.txt", "file:///w/9.txt", "file:///w/0.txt"]);
    assert.equal(asked.splice(0).length, 50);
    for (const uri of uris) {
      pages.close(uri);
      findings.closed(uri);
    }
    mock.timers.tick(10_000);
    assert.deepEqual(asked, []);
  } finally {
    mock.timers.reset();
  }
});
