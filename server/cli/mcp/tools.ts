/** The tools that `galley mcp` offers: each answers by the same code as the command of its name, and writes nothing. */

import { analyze } from "../../core/analyze.ts";
import type { Localised } from "../../core/text/locale.ts";
import { ENCODINGS } from "../../host/encodings.ts";
import { createLexiconFinder } from "../../host/lexicon-files.ts";
import { Refusal, reasonOf } from "../../host/refusal.ts";
import { checkAnswer, entitiesAnswer, fixAnswer, fixedSummary, outlineAnswer } from "../../workspace/tool-answers.ts";
import { createChecker } from "../check.ts";
import type { Names } from "../names.ts";
import type { Session } from "../session.ts";
import { type OpenFolders, type Source, sourceOf } from "./source.ts";
import type { Tool, ToolOutput } from "./tool.ts";

/** What the tools are for, as an assistant is told before it uses any. */
export const INSTRUCTIONS: Localised = {
  zh: "清样（Galley）校对中文报纸版面文本（从 PDF 取出、带断行和乱空格的 .txt）。核对或整理版面时先问这些工具，不要自己猜；它们都不改文件，行号从 1 数起。",
  en: "Galley proofs Chinese newspaper pages (.txt out of PDFs, lines broken). To check or clean one, ask these tools instead of guessing. They change no file. Lines count from 1.",
};

export function createTools(session: Session, folders: OpenFolders): readonly Tool[] {
  const checked = createChecker(session, createLexiconFinder(), false);
  let names: Names | undefined;
  const tool = (name: keyof typeof ABOUT, answer: (source: Source) => Promise<readonly string[]>): Tool => ({
    name,
    title: session.say(ABOUT[name].title),
    description: session.say(ABOUT[name].description),
    input: inputSchema(session),
    run: (input) =>
      sourceOf(session, folders, input)
        .then(answer)
        .then(
          (texts): ToolOutput => ({ texts }),
          (error: unknown): ToolOutput => ({ texts: [reasonOf(error)[session.locale]], failed: true }),
        ),
  });
  const { locale } = session;
  return [
    tool("check", async (source) => [JSON.stringify(checkAnswer((await checked(source)).analysis, locale))]),
    tool("outline", async ({ text, settings }) => [JSON.stringify(outlineAnswer(analyze(text, settings), locale))]),
    tool("entities", async ({ text, settings, path }) => {
      names ??= (await import("../names.ts")).createNames(session, "whole");
      const analysis = analyze(text, settings);
      const { mentions } = await names.read(analysis, path);
      return [JSON.stringify(entitiesAnswer(analysis, mentions, locale))];
    }),
    tool("fix", async ({ text, settings }) => {
      const made = fixAnswer(analyze(text, settings));
      if ("refused" in made) throw new Refusal(made.refused);
      return [made.value.text, session.say(fixedSummary(made.value))];
    }),
  ];
}

const ABOUT = {
  check: {
    title: { zh: "校对", en: "Check" },
    description: {
      zh: "校对一页：列出要人判断的问题（日期不存在、叠字、标点不成对、数字前后不合、标题脱离等），每处有行号、原文、说明和建议；一键可修的断行、空格只计数。",
      en: "Proofs a page: lists what needs a person (impossible dates, doubled characters, figures that disagree …), with line, words and suggestion. Broken lines and stray blanks are only counted.",
    },
  },
  outline: {
    title: { zh: "文章目录", en: "Outline" },
    description: {
      zh: "一页有哪些文章：标题、引题副题署名、起止行、字数、小标题、图片说明，标题脱离了正文也能认出。",
      en: "The articles of a page: headline, kicker, deck and byline, first and last line, characters, crossheads and captions; headlines torn off their article are found, too.",
    },
  },
  entities: {
    title: { zh: "人名地名机构", en: "Names and figures" },
    description: {
      zh: "一页提到的人（PER，附职务）、地（LOC）、机构（ORG）、日期（DATE）、数量（QTY）和提法（TERM），每个写明所在各行；被断行切开的也算。",
      en: "What a page mentions: persons (PER, with office), places (LOC), organisations (ORG), dates (DATE), quantities (QTY), coined terms (TERM), with their lines, cut by a line end or not.",
    },
  },
  fix: {
    title: { zh: "修好断行和空格", en: "Fix" },
    description: {
      zh: "返回修好的全文：接上断行，去掉乱空格，换正形近码位，一字不丢，一字不改。不写文件。",
      en: "Returns the whole text with broken lines joined, stray blanks gone and look-alike code points replaced; not a word is lost or changed. Writes no file.",
    },
  },
} satisfies Record<string, { readonly title: Localised; readonly description: Localised }>;

function inputSchema({ say }: Session): Tool["input"] {
  const text = { zh: "版面全文", en: "the text of the page" };
  const path = {
    zh: "或者版面文件（.txt）的路径，相对于打开的文件夹",
    en: "or the path of the page's file (.txt), relative to the folder that is open",
  };
  const encoding = {
    zh: "文件的编码；不写就自动识别",
    en: "encoding of the file; told from its bytes where it is left out",
  };
  return {
    type: "object",
    properties: {
      text: { type: "string", description: say(text) },
      path: { type: "string", description: say(path) },
      encoding: { type: "string", enum: ENCODINGS, description: say(encoding) },
    },
    additionalProperties: false,
  };
}
