/** Names a text by a UUID made from its characters, of version 8, which RFC 9562 leaves to the maker's own use. */

const PRIME = 0x01000193;

/** The UUID of a text. Equal texts have equal ones; no clock or chance comes in. It is four 32-bit FNV-1a hashes, mixed. */
export function uuidOf(text: string): string {
  const lanes = [0x811c9dc5, 0x9e3779b1, 0x85ebca6b, 0xc2b2ae35];
  for (let i = 0; i < text.length; i += 1) {
    const lane = i & 3;
    const code = text.charCodeAt(i);
    lanes[lane] = Math.imul((lanes[lane] as number) ^ code, PRIME);
    lanes[(lane + 1) & 3] = Math.imul((lanes[(lane + 1) & 3] as number) ^ (code * 31 + i), 0x85ebca6b);
  }
  for (let i = 0; i < 8; i += 1) {
    const mixed = (lanes[i & 3] as number) ^ ((lanes[(i + 3) & 3] as number) >>> 15);
    lanes[i & 3] = Math.imul(mixed ^ text.length, 0x27d4eb2f) ^ (mixed >>> 13);
  }
  const hex = lanes.map((lane) => (lane >>> 0).toString(16).padStart(8, "0")).join("");
  const variant = ((Number.parseInt(hex[16] as string, 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}
