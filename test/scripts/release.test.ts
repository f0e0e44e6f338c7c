/** What a release writes, and when it is refused. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { headedChangelog, refusalOf, versioned } from "../../scripts/release-texts.ts";

const CHANGELOG = "# Changelog\n\n## Unreleased\n- News.\n\n## 0.1.0 (2026-01-02)\n- Old.\n";

describe("a release", () => {
  test("puts what was unreleased under its heading", () => {
    assert.equal(
      headedChangelog(CHANGELOG, "0.2.0", "2026-03-04"),
      "# Changelog\n\n## Unreleased\n\n## 0.2.0 (2026-03-04)\n- News.\n\n## 0.1.0 (2026-01-02)\n- Old.\n",
    );
  });

  test("writes its version, and none of a library", () => {
    const manifest = '{ "name": "galley", "version": "0.1.0", "x": { "version": "7" } }';
    assert.equal(versioned(manifest, "0.2.0"), '{ "name": "galley", "version": "0.2.0", "x": { "version": "7" } }');
    const lock =
      '{ "version": "0.1.0", "lockfileVersion": 3, "packages": { "": { "version": "0.1.0" }, "a": { "version": "7" } } }';
    assert.equal(
      versioned(lock, "0.2.0"),
      '{ "version": "0.2.0", "lockfileVersion": 3, "packages": { "": { "version": "0.2.0" }, "a": { "version": "7" } } }',
    );
  });

  test("has a version newer than the last, in the form that the Marketplace takes, and news", () => {
    assert.equal(refusalOf("0.10.0", "0.9.0", CHANGELOG), undefined);
    assert.match(refusalOf("0.2.0-beta", "0.1.0", CHANGELOG) ?? "", /MAJOR\.MINOR\.PATCH/);
    assert.match(refusalOf("", "0.1.0", CHANGELOG) ?? "", /MAJOR\.MINOR\.PATCH/);
    assert.match(refusalOf("0.9.0", "0.10.0", CHANGELOG) ?? "", /older/);
    assert.match(refusalOf("0.1.0", "0.1.0", CHANGELOG) ?? "", /already/);
    assert.match(refusalOf("0.1.0", "0.1.0", CHANGELOG.replace(" (2026-01-02)", "")) ?? "", /already/);
    assert.match(refusalOf("0.2.0", "0.1.0", CHANGELOG.replace("- News.\n", "")) ?? "", /nothing/);
  });
});
