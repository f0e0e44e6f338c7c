/** Writes the walls between the rooms: Biome's overrides, so that the editor marks a forbidden import as it is typed, and the table of ARCHITECTURE.md. */

import { ROOMS, type Room } from "./rooms.ts";

/** Names that must not be used in the core, and why. */
const DENIED_GLOBALS = {
  process: "The core is given all it uses.",
  console: "The core says nothing; it returns.",
};

/** Biome's overrides, one a room. */
export function wallOverrides(): object[] {
  return ROOMS.filter(({ path }) => path !== "server/data").map((room) => ({
    includes: [room.path.endsWith(".ts") ? room.path : `${room.path}/**`],
    linter: { rules: { style: { noRestrictedImports: wall(room), ...(isCore(room) ? globals() : {}) } } },
  }));
}

/** The table of ARCHITECTURE.md: the highest room first. */
export function roomTable(): string {
  const rows = [...ROOMS].reverse().map(({ path, holds, may }) => `| \`${path}\` | ${holds} | ${shortList(may)} |`);
  return ["| room | holds | may import |", "| --- | --- | --- |", ...rows].join("\n");
}

function isCore({ path }: Room): boolean {
  return path.startsWith("server/core");
}

function wall(room: Room): object {
  const forbidden = ROOMS.filter(({ path }) => path !== room.path && !room.may.includes(path)).flatMap(patternsOf);
  // An inner folder may have the name of a room: names/page/, names/propose/places.ts.
  const libraries = room.libraries === undefined ? [] : librariesBut(room.libraries);
  // So may a folder of tables: data/places/.
  const tables = room.may.includes("server/data") ? ["!**/data/**"] : [];
  const message = `${room.path} may import ${shortList(room.may) || "nothing"}: see scripts/rooms.ts.`;
  return {
    level: "error",
    options: { patterns: [{ group: [...new Set([...forbidden, ...libraries, ...tables])], message }] },
  };
}

function globals(): object {
  return { noRestrictedGlobals: { level: "error", options: { deniedGlobals: DENIED_GLOBALS } } };
}

/** What specifiers of a room's files look like from another room. */
function patternsOf({ path }: Room): string[] {
  if (path === "server/core/*.ts") return ["**/core/*.ts", "../analyze.ts", "../outline.ts", "../parse-settings.ts"];
  if (path === "server/*.ts") return ["**/main.ts", "**/worker.ts", "**/cli.ts"];
  if (path.endsWith(".ts")) return [`**/${path.split("/").at(-1)}`];
  return [`**/${path.split("/").at(-1)}/**`];
}

/** All that is no relative path, but for these. */
function librariesBut(allowed: readonly string[]): string[] {
  const known = [
    "node:*",
    "vscode",
    "vscode-languageclient",
    "vscode-languageserver",
    "nodejieba",
    "chinese-days",
    "yaml",
  ];
  return [...known, "pinyin-pro"].filter((name) => !allowed.includes(name)).flatMap((name) => [name, `${name}/**`]);
}

/** Rooms by the last part of their path, runs of the core's as one. */
function shortList(rooms: readonly string[]): string {
  const core = ROOMS.filter(isCore).map(({ path }) => path);
  const whole = core.every((path) => rooms.includes(path));
  const left = whole ? rooms.filter((path) => !core.includes(path)) : rooms;
  const names = left.map((path) =>
    path.replace("server/core/", "").replace("server/", "").replace("*.ts", "the core's own files"),
  );
  return (whole ? ["all of core", ...names] : names).join(", ");
}
