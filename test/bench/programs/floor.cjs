/** `node floor.cjs empty|decode|loop FILE`: what no program that reads a text can do without. */

const { readFileSync, writeSync } = require("node:fs");

const [floor, path] = process.argv.slice(2);
if (floor !== "empty") {
  const text = new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path));
  writeSync(1, `${floor === "loop" ? sumOf(text) : text.length}\n`);
}

/** Looks at each character once. */
function sumOf(text) {
  let sum = 0;
  for (let i = 0; i < text.length; i += 1) sum = (sum + text.charCodeAt(i)) | 0;
  return sum;
}
