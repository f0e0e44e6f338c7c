/** A page of our own for the tests of the command line: one article in a column of 20 em, as an extractor breaks it. */

const PARAGRAPHS = [
  "本报讯 今年以来，云溪县把河道治理作为改善民生的头等大事，先后清理河道12公里，拆除违建46处，沿岸新栽柳树3万余株，昔日的臭水沟变成了百姓散步的好去处，来往的行人都说好。",
  "县水务局局长柏长河介绍，下一步将继续投入2.6亿元，对上游的九道湾和石板桥两段进行整治，力争到2023年10月底全部完工，让两岸的村庄都用上干净水，也让下游的稻田不再缺水。",
  "在石板桥村，村民们正忙着给新修的步道铺石子。村里的老人说，这条河看着他们长大，如今河水清了，出门打工的年轻人也愿意回来看看，村里的饭馆和民宿跟着热闹起来。",
];

export const HEADLINE = "一河清水绕城来";

/** The page as it should be. */
export const CLEAN_PAGE = `${[HEADLINE, ...PARAGRAPHS].join("\n\n")}\n`;

/** The page with its wraps, and a blank before each number. */
export const PAGE = `${HEADLINE}\n\n${PARAGRAPHS.flatMap(column).join("\n\n")}\n`;

/** Wraps a paragraph to 20 em, its first line 2 em shorter where the indent was. */
function column(paragraph: string): string[] {
  const chars = [...paragraph.replace(/(?<=\p{Script=Han})(?=\d)/gu, " ")];
  const lines: string[] = [];
  let line = "";
  let width = 2;
  for (const [i, char] of chars.entries()) {
    const em = char < "\x7f" ? 0.5 : 1;
    const hangs = "，。、：；".includes(chars[i + 1] ?? "人");
    if (width + em + (hangs ? 1 : 0) > 20) {
      lines.push(line.trimEnd());
      line = "";
      width = 0;
    }
    line += line === "" && char === " " ? "" : char;
    width += em;
  }
  return [...lines, line];
}
