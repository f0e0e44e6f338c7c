/** The house as ARCHITECTURE.md draws it: computed from the imports, so that the drawing can't lie. */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { ROOMS, roomOf } from "../scripts/rooms.ts";

const ROOT = fileURLToPath(new URL("../", import.meta.url));

interface Import {
  readonly from: string;
  /** A file of the project, or the name of a library. */
  readonly to: string;
}

/** `import … from "x"`, `export … from "x"`, `import "x"` at the start of a line, and `import("x")`. */
const IMPORT = /^(?:(?:import|export)\b[^;"=]*?\bfrom|import)\s*"([^"]+)"|\bimport\(\s*"([^"]+)"\s*\)/gm;

const FILES = ["server", "client"].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && !path.endsWith(".d.ts"))
    .map((path) => join(folder, path).replaceAll("\\", "/")),
);
const TEXTS = new Map(FILES.map((file) => [file, readFileSync(join(ROOT, file), "utf8")]));
const IMPORTS: readonly Import[] = FILES.flatMap((from) =>
  [...(TEXTS.get(from) ?? "").matchAll(IMPORT)].map(([, named = "", loaded = ""]) => ({
    from,
    to: target(from, named || loaded),
  })),
);

function target(from: string, specifier: string): string {
  if (!specifier.startsWith("."))
    return specifier
      .split("/")
      .slice(0, specifier.startsWith("@") ? 2 : 1)
      .join("/");
  return relative(ROOT, resolve(ROOT, dirname(from), specifier)).replaceAll("\\", "/");
}

test("every file stands in a room, and the rooms before it are all that a room may import", () => {
  assert.deepEqual(
    FILES.filter((file) => !roomOf(file)),
    [],
  );
  ROOMS.forEach(({ path, may }, place) => {
    for (const other of may) assert.ok(ROOMS.findIndex((room) => room.path === other) < place, `${path} → ${other}`);
  });
});

test("no import goes through a wall", () => {
  const through = IMPORTS.filter(({ from, to }) => {
    const [room, other] = [roomOf(from), roomOf(to)];
    if (room === other || to === "package.json" || to.startsWith("node_modules")) return false;
    if (other) return !room?.may.includes(other.path);
    return room?.libraries !== undefined && !room.libraries.includes(to);
  });
  assert.deepEqual(through, []);
});

test("no file imports itself through others, types included", () => {
  const next = new Map(FILES.map((file) => [file, IMPORTS.filter(({ from }) => from === file).map(({ to }) => to)]));
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(" → "));
    if (done.has(file) || way.includes(file)) return;
    for (const other of next.get(file) ?? []) visit(other, [...way, file]);
    done.add(file);
  };
  for (const file of FILES) visit(file, []);
  assert.deepEqual(circles, []);
});

test("no room of the core holds more than 30 % of it", () => {
  const lines = new Map<string, number>();
  for (const [file, text] of TEXTS) {
    const path = roomOf(file)?.path ?? "";
    if (path.startsWith("server/core")) lines.set(path, (lines.get(path) ?? 0) + text.split("\n").length);
  }
  const all = [...lines.values()].reduce((sum, count) => sum + count, 0);
  for (const [path, count] of lines) assert.ok(count <= 0.3 * all, `${path}: ${count} of ${all} lines`);
});

test("no line of the server's code is longer than 200 characters", () => {
  const long = [...TEXTS].flatMap(([file, text]) =>
    file.startsWith("server/")
      ? text.split("\n").flatMap((line, i) => (line.length > 200 ? [`${file}:${i + 1} (${line.length})`] : []))
      : [],
  );
  assert.deepEqual(long, []);
});
