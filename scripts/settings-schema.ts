/** The schema of `.galley/settings.json`, made from the table of settings: what an editor completes, explains and checks in it. */

import { RULE_VALUES } from "../server/core/page/settings.ts";
import { SETTINGS, type Setting } from "../server/core/setting-table.ts";
import type { Localised } from "../server/core/text/locale.ts";

type Schema = Record<string, unknown>;

/**
 * Names are completed nested (`rules`: `stray-blank`); dotted ones, as they stand in an editor's own settings, are understood. A file
 * that a schema checks has no language, so each text is there in both.
 */
export function settingsSchema(): Schema {
  const ofPage = SETTINGS.filter(({ scope }) => scope === "page");
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "清样的设置 · Settings of Galley",
    description: both({
      zh: "本文件夹及其下的版面按这些设置处理；编辑器自己的设置优先。",
      en: "Hold for the pages in this folder and below. What the editor's own settings say goes before them.",
    }),
    type: "object",
    additionalProperties: false,
    allowComments: true,
    allowTrailingCommas: true,
    properties: {
      $schema: { type: "string" },
      ...nested(ofPage),
      galley: { $ref: "#", doNotSuggest: true },
    },
    patternProperties: Object.fromEntries(
      ofPage.map((setting) => [`^(galley\\.)?${escaped(setting.name)}$`, reference(setting)]),
    ),
    definitions: {
      severity: choiceOf(RULE_VALUES),
      ...Object.fromEntries(ofPage.map((setting) => [setting.name, schemaOf(setting)])),
    },
  };
}

/** Settings as properties of the object that holds them: what has a dot in its name stands in an object of its own. */
function nested(settings: readonly Setting[]): Schema {
  const heads = [...new Set(settings.map(({ name }) => name.replace(/\..*/, "")))];
  return Object.fromEntries(
    heads.map((head) => {
      const own = settings.find(({ name }) => name === head);
      if (own) return [head, reference(own)];
      const inner = settings.filter(({ name }) => name.startsWith(`${head}.`));
      const properties = inner.map((setting) => [setting.name.slice(head.length + 1), reference(setting)]);
      return [head, { type: "object", additionalProperties: false, properties: Object.fromEntries(properties) }];
    }),
  );
}

function reference({ name }: Setting): Schema {
  return { $ref: `#/definitions/${name}` };
}

function schemaOf(setting: Setting): Schema {
  const text = { markdownDescription: both(setting.means), default: setting.initially };
  switch (setting.kind) {
    case "choice":
      return setting.values === RULE_VALUES
        ? { allOf: [{ $ref: "#/definitions/severity" }], ...text }
        : { ...choiceOf(setting.values), ...text };
    case "switch":
      return { type: "boolean", ...text };
    case "quantity":
      return { type: "integer", minimum: setting.least, maximum: setting.most, ...text };
  }
}

function choiceOf(values: readonly { readonly value: string; readonly means: Localised }[]): Schema {
  return {
    enum: values.map(({ value }) => value),
    enumDescriptions: values.map(({ means }) => `${means.zh} · ${means.en}`),
  };
}

function both({ zh, en }: Localised): string {
  return `${zh}\n\n${en}`;
}

function escaped(name: string): string {
  return name.replaceAll(".", "\\.");
}
