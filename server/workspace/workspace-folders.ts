/** Which folder of the workspace a page is in. */

/** The innermost of the folders (URIs) that holds the page. */
export function innermostFolder(uri: string, folders: readonly string[]): string | undefined {
  const page = unescaped(uri);
  const holding = folders.filter((folder) => page.startsWith(`${unescaped(folder).replace(/\/$/, "")}/`));
  return holding.sort((a, b) => b.length - a.length)[0];
}

/** Clients differ in what they escape. */
function unescaped(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
