/** Arbitrary pages for property tests: the characters and pieces that newspapers, extractors and accidents put there. */

import fc from "fast-check";

const BLANKS = [" ", "  ", "\t", "\u3000", "\u00a0", "\u200b", "\ufeff", "\u2028", "\f"];
const BREAKS = ["\n", "\n\n", "\n\n", "\r\n", "\r\n\r\n", "\r", "\n \n", "\n\n\n"];
const PIECES = [
  ..."云溪县青川市人民政府的大会在二十日上午召开记者王强李明通讯员张本报讯新华社电第版星期年月日一〇○",
  ..."，。、；：？！“”‘’（）《》—…·～%℃-+.,:/()",
  ..."0123456789０１９ABxy",
  "⼈",
  "⽉",
  "⻓",
  "⺠",
  "\uf9d1",
  "\u{2f804}",
  "\u{20000}",
  "\ud840",
  "\udc00",
  "\u0000",
  "😀",
  "记者",
  "通讯员 ",
  "王强 ",
  "本报讯",
  "新华社青川2月15日电",
  "2026 年",
  "1 234 567",
  "以 实 际 行 动 迎 接 丰 收",
  "2 0 2 6 年",
  "１２．５％",
  "３，２００",
  "12. 5%",
  "1, 234, 567元",
  "2021 — 2025年",
  "全 县上下",
  "，确 保各项工作落到实 处。",
  " · ",
  "\u00ad",
  "\u200d",
  "\ue5e5",
  "moun-",
  "tain",
  "云溪县今年把修建乡村道路列为十件实事之首，",
  "沿线群众出行难的老问题得到了缓解。",
];

/** Any page, most of them close to what a newspaper could be. */
export const anyPage: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...PIECES) },
      { weight: 2, arbitrary: fc.constantFrom(...BLANKS) },
      { weight: 2, arbitrary: fc.constantFrom(...BREAKS) },
      { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 3 }) },
    ),
    { maxLength: 80 },
  )
  .map((pieces) => pieces.join(""));

/** One block of a page: no white space at its ends. */
export const anyBlock: fc.Arbitrary<string> = anyPage.map((page) =>
  page.replace(/^[\p{White_Space}\u200b\ufeff]+|[\p{White_Space}\u200b\ufeff]+$/gu, ""),
);
