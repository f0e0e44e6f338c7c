/**
 * Makes a clone ready to run: installs what package-lock.json names, then builds `dist/`; each only where it is out of
 * date. Plain Node without imports of ours, as it runs before anything is installed. `--build` builds in any case.
 */

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const at = (...path) => join(ROOT, ...path);
const read = (...path) => JSON.parse(readFileSync(at(...path), "utf8"));

checkNode();
if (!installed()) install();
if (process.argv.includes("--build") || !built()) build();

/** The oldest Node on which the tests run. `engines` promises less: what is given away is for those that Node itself still keeps up. */
function checkNode() {
  const wanted = /\d+(?:\.\d+)*/.exec(read("package.json").devEngines.runtime.version)?.[0] ?? "";
  const [have, want] = [process.versions.node, wanted].map((version) => version.split(".").map(Number));
  const place = want.findIndex((part, index) => part !== (have[index] ?? 0));
  if (place >= 0 && (have[place] ?? 0) < want[place]) {
    fail(`Galley needs Node.js ${wanted} or newer; this is ${process.versions.node}.`);
  }
}

/** Whether node_modules holds exactly what the lock file asks for; what is optional may be missing. */
function installed() {
  if (!existsSync(at("node_modules", ".package-lock.json"))) return false;
  const wanted = read("package-lock.json").packages;
  const found = read("node_modules", ".package-lock.json").packages;
  const differs = (path) => found[path]?.version !== wanted[path].version;
  const missing = (path) => !(path in found) || !existsSync(at(path));
  const stale = Object.keys(wanted).filter(
    (path) => path && differs(path) && !(wanted[path].optional && missing(path)),
  );
  const gone = Object.keys(found).filter((path) => !existsSync(at(path)) && !found[path].optional);
  return stale.length === 0 && gone.length === 0;
}

function install() {
  say("Installing the dependencies (npm ci)…");
  const windows = process.platform === "win32";
  const { error, status } = spawnSync(windows ? "npm.cmd" : "npm", ["ci"], {
    cwd: ROOT,
    stdio: "inherit",
    shell: windows,
  });
  if (error) fail(`npm could not be started (${error.message}). It comes with Node.js: is it on the PATH?`);
  if (status !== 0) {
    fail(
      "npm could not install the dependencies; what it said stands above. Galley needs the npm registry for this once:\n" +
        "check the network and the proxy (npm config get proxy), then run the same command again.",
    );
  }
  if (!existsSync(at("node_modules", "nodejieba", "build", "Release", "nodejieba.node"))) {
    say(
      "Note: nodejieba could not be built (it takes Python 3, make and a C++ compiler).\n" +
        "Names are recognised by the same dictionary in WebAssembly; everything works.",
    );
  }
}

function built() {
  return existsSync(at("dist", ".built-from")) && readFileSync(at("dist", ".built-from"), "utf8") === sources();
}

function build() {
  say("Building…");
  // Taken first: a file that changes while the build runs makes the next run build again.
  const digest = sources();
  const { status } = spawnSync(process.execPath, ["--import", "./scripts/source.mjs", at("scripts", "build.ts")], {
    cwd: ROOT,
    stdio: "inherit",
  });
  if (status !== 0) fail("The build failed; what went wrong stands above.");
  writeFileSync(at("dist", ".built-from"), digest);
}

/** A digest of name, size and time of every file that the build reads. */
function sources() {
  const hash = createHash("sha256");
  const visit = (path) => {
    const { mtimeMs, size } = statSync(path, { throwIfNoEntry: false }) ?? { mtimeMs: 0, size: 0 };
    hash.update(`${path}\n${size}\n${mtimeMs}\n`);
  };
  const scripts = ["scripts/build.ts", "scripts/bundling.ts", "scripts/notices.ts", "scripts/pack-data.ts"];
  for (const name of ["package.json", "package-lock.json", "tsconfig.json", ...scripts]) visit(at(name));
  for (const folder of ["client", "server", "scripts/licences"]) {
    for (const entry of readdirSync(at(folder), { recursive: true, withFileTypes: true }).sort(byPath)) {
      if (entry.isFile()) visit(pathOf(entry));
    }
  }
  return hash.digest("hex");
}

function pathOf(entry) {
  return join(entry.parentPath ?? entry.path, entry.name);
}

function byPath(a, b) {
  return pathOf(a) < pathOf(b) ? -1 : 1;
}

function say(text) {
  process.stderr.write(`${text}\n`);
}

function fail(text) {
  say(text);
  process.exit(1);
}
