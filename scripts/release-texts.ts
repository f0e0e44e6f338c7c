/** What a release writes into the project's files. */

const UNRELEASED = "## Unreleased\n";

/** Why that cannot be the next version; undefined where it can. */
export function refusalOf(version: string, current: string, changelog: string): string | undefined {
  // The Marketplace takes no other form.
  if (!/^\d+\.\d+\.\d+$/.test(version)) return "usage: npm run release -- MAJOR.MINOR.PATCH";
  if (version.localeCompare(current, "en", { numeric: true }) < 0) return `${version} is older than ${current}.`;
  if (changelog.split("\n").some((line) => line.startsWith("## ") && line.split(" ")[1] === version))
    return `CHANGELOG.md has a ${version} already.`;
  const news = changelog.split(UNRELEASED)[1]?.split("\n## ")[0] ?? "";
  return news.trim() === "" ? "CHANGELOG.md has nothing under “Unreleased”." : undefined;
}

/** The changelog with what was unreleased under the version's heading. */
export function headedChangelog(changelog: string, version: string, day: string): string {
  return changelog.replace(UNRELEASED, `${UNRELEASED}\n## ${version} (${day})\n`);
}

/** package.json or package-lock.json with Galley's version, which stands before all others. */
export function versioned(json: string, version: string): string {
  const isLock = json.includes('"lockfileVersion"');
  let left = isLock ? 2 : 1;
  return json.replace(/"version": "[^"]*"/g, (whole) => {
    left -= 1;
    return left < 0 ? whole : `"version": "${version}"`;
  });
}
