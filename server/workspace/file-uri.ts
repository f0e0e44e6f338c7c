/** The one form of a file's address by which pages are known, as programs differ in what they escape. */

const FILE = /^(file:\/\/[^/]*)(\/.*)$/;
const DRIVE = /^\/[A-Z]:/;

/** The address with each part escaped in full; what is no file, or cannot be unescaped, as it is. */
export function fileUri(uri: string): string {
  const [, host = "", path = ""] = FILE.exec(uri) ?? [];
  if (path === "") return uri;
  try {
    const plain = decodeURIComponent(path);
    // A folder's name may hold an escaped slash on no system.
    const parts = (DRIVE.test(plain) ? plain.charAt(0) + plain.charAt(1).toLowerCase() + plain.slice(2) : plain).split(
      "/",
    );
    return host + parts.map(encodeURIComponent).join("/");
  } catch {
    return uri;
  }
}
