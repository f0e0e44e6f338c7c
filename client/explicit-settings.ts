/** What the user has set of Galley's settings in VS Code: the server puts it before the settings file, and that before the defaults. */

/** The part of VS Code's `WorkspaceConfiguration` that tells who has set what. */
export interface Inspected {
  inspect(key: string): Readonly<Record<string, unknown>> | undefined;
  get(key: string): unknown;
}

/** Set by the user for this machine, for the workspace, or for the folder. */
const LEVELS = ["globalValue", "workspaceValue", "workspaceFolderValue"];

/**
 * The settings of a section that have been set, by their names with dots: known ones and others, whose names the server then
 * can complain of, but no default.
 */
export function explicitSettings(section: Inspected): Record<string, unknown> {
  const set = namesIn(valuesOf(section)).filter((name) => {
    const found = section.inspect(name);
    return LEVELS.some((level) => found?.[level] !== undefined);
  });
  return Object.fromEntries(set.map((name) => [name, section.get(name)]));
}

/** The names of all values, at any depth. */
function namesIn(values: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(values).flatMap(([name, value]) =>
    isRecord(value) && Object.keys(value).length > 0 ? namesIn(value).map((inner) => `${name}.${inner}`) : [name],
  );
}

/** The section's values alone: what VS Code hands out has methods too. */
function valuesOf(section: Inspected): Record<string, unknown> {
  return JSON.parse(JSON.stringify(section)) as Record<string, unknown>;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
