/** Where villages come from: read when first asked for and once, damage said and survived, and the shipped files whole. */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import iconv from "iconv-lite";
import type { Localised } from "../../server/core/text/locale.ts";
import { type ReadFile, shippedName, textOf } from "../../server/host/shipped.ts";
import { createVillages, VILLAGES_ENCODING } from "../../server/host/villages.ts";
import { createAnswerer } from "../../server/workspace/page-answers.ts";
import { realWeights } from "../support/mentions.ts";
import { shippedGazetteer } from "../support/shipped.ts";
import { VILLAGES } from "../support/villages.ts";

const PACKED = gzipSync(iconv.encode(VILLAGES, "gb18030"));

function setUp(read: ReadFile) {
  const told: Localised[] = [];
  const files: string[] = [];
  const villages = createVillages(
    (message) => void told.push(message),
    (file) => {
      files.push(file);
      return read(file);
    },
  );
  return { villages, told, files };
}

describe("the villages of a province", () => {
  test("are read at the first question, and once", () => {
    const { villages, told, files } = setUp(() => PACKED);
    assert.deepEqual(files, []);
    const first = villages("95");
    assert.equal(first?.find("青石沟村").length, 1);
    assert.equal(villages("95"), first);
    villages("96");
    assert.deepEqual([files, told], [["95.txt.gz", "96.txt.gz"], []]);
  });

  test("are not looked for where the source has none", () => {
    const { villages, told, files } = setUp(() => PACKED);
    for (const province of ["71", "81", "82"]) assert.equal(villages(province), undefined);
    assert.deepEqual([files, told], [[], []]);
  });

  const changed = Buffer.from(PACKED);
  changed[PACKED.length - 6] = (changed[PACKED.length - 6] ?? 0) ^ 1;
  const missing = Object.assign(new Error(), { code: "ENOENT" });
  for (const [name, read, zh, en] of [
    ["is cut short", () => PACKED.subarray(0, 60), /已损坏/, /damaged/],
    ["has a changed byte", () => changed, /已损坏/, /damaged/],
    ["is no gzip", () => Buffer.from(VILLAGES), /已损坏/, /damaged/],
    ["is empty", () => Buffer.alloc(0), /已损坏/, /damaged/],
    ["is not GB18030", () => gzipSync(Buffer.from([0xff, 0xfe, 0x20])), /已损坏/, /damaged/],
    ["holds none", () => gzipSync("# nothing\n"), /没有村名/, /no villages/],
    [
      "is missing",
      () => {
        throw missing;
      },
      /找不到/,
      /no such file/,
    ],
  ] as const) {
    test(`whose file ${name} are unknown, which is said once`, () => {
      const { villages, told, files } = setUp(read);
      assert.equal(villages("95"), undefined);
      assert.equal(villages("95"), undefined);
      assert.equal(files.length, 1);
      assert.equal(told.length, 1);
      assert.match(told[0]?.zh ?? "", zh);
      assert.match(told[0]?.en ?? "", en);
      assert.match(told[0]?.zh ?? "", /95\.txt\.gz/);
    });
  }
});

describe("pages", () => {
  const HOME = "湖州市、安吉县、安吉县的干部参加。";
  const NAMED = `近日，安吉县孝丰镇横溪坞村传来消息。\n\n${HOME}\n`;
  const PLAIN = `近日，安吉县孝丰镇传来消息。\n\n${HOME}\n`;
  const shipped = (file: string): Uint8Array => readFileSync(join(FOLDER, file));

  test("read their home province when they name a village, no page reads it again, and others read nothing", () => {
    const { villages, files } = setUp(shipped);
    const reader = createAnswerer({ gazetteer: shippedGazetteer(), weights: realWeights(), villages });
    const plain = reader.open({ uri: "a", text: PLAIN });
    plain.mentions();
    assert.ok(plain.card(PLAIN.indexOf("孝丰"), "zh"));
    assert.deepEqual(files, []);
    for (const uri of ["b", "c"]) {
      const page = reader.open({ uri, text: NAMED });
      const found = page.mentions().find(({ text }) => text.endsWith("横溪坞村"));
      assert.match(found?.code ?? "", /^330523\d{6}$/);
      assert.match(page.card(NAMED.indexOf("横溪坞"), "zh")?.markdown ?? "", /孝丰镇.* › \*\*横溪坞村委会\*\*/);
    }
    assert.deepEqual(files, ["33.txt.gz"]);
  });

  test("whose province cannot be read show a village with its town", () => {
    const { villages, told } = setUp(() => Buffer.alloc(3));
    const answerer = createAnswerer({ gazetteer: shippedGazetteer(), weights: realWeights(), villages });
    const page = answerer.open({ uri: "a", text: NAMED });
    const card = page.card(NAMED.indexOf("横溪坞"), "zh")?.markdown ?? "";
    assert.match(card, /孝丰镇（330523\d{3}） — \*区划库/);
    assert.match(card, /“横溪坞村”在其境内 — \*本页/);
    page.mentions();
    assert.equal(told.length, 1);
  });
});

const FOLDER = fileURLToPath(new URL("../../server/data/villages/", import.meta.url));

describe("the shipped files", () => {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith(".txt.gz"));
  const gazetteer = shippedGazetteer();

  test("are one for each province of the mainland", () => assert.equal(files.length, 31));

  test("state their source, date and licence, beside them too", () => {
    const about = JSON.parse(readFileSync(join(FOLDER, "source.json"), "utf8"));
    const { name, version, source, date, licence } = about;
    const head = textOf(shippedName("gazetteer.txt")).split("\n", 20);
    for (const [field, value] of Object.entries({
      Name: name,
      Version: version,
      Source: source,
      Date: date,
      Licence: licence,
    }))
      assert.ok(head.includes(`# ${field}: ${value}`), field);
    for (const file of files) {
      const header = villageText(file).split("\n", 4).join("\n");
      for (const part of [`# Source: ${source}`, `# Date: ${date}`, `# Licence: ${licence}`])
        assert.ok(header.includes(part), `${file}: ${part}`);
    }
  });

  test("carry no time and no system in their header, so that they are made the same again", () => {
    for (const file of files) {
      const head = readFileSync(join(FOLDER, file)).subarray(0, 10);
      assert.deepEqual([head.readUInt32LE(4), head[9]], [0, 255], file);
    }
  });

  test("name only towns of the gazetteer, in order, with the villages that they say they have", () => {
    const { villages: said } = JSON.parse(readFileSync(join(FOLDER, "source.json"), "utf8"));
    let count = 0;
    for (const file of files) {
      const lines = villageText(file).trimEnd().split("\n").slice(4);
      const towns = lines.map((line) => line.slice(0, 9));
      assert.deepEqual(towns, [...new Set(towns)].sort(), file);
      for (const line of lines) {
        assert.match(line, /^\d{9}(?: (?:\d{3})?\S+)+$/u);
        assert.ok(line.startsWith(file.slice(0, 2)), line.slice(0, 20));
        assert.equal(gazetteer.byCode(line.slice(0, 9))?.level, 4, line.slice(0, 20));
        count += line.split(" ").length - 1;
      }
    }
    assert.equal(count, said);
  });

  test("know the villages of real counties by what pages call them", () => {
    const villages = createVillages(({ en }) => assert.fail(en));
    const found = villages("33")
      ?.find("横溪坞村")
      .filter(({ code }) => code.startsWith("330523"));
    assert.deepEqual(
      found?.map(({ name }) => name),
      ["横溪坞村委会"],
    );
  });
});

function villageText(file: string): string {
  return textOf(file, (name) => readFileSync(join(FOLDER, name)), VILLAGES_ENCODING);
}
