/** Lines of talk, each a paragraph of its own: questions and answers, an interview, a dialogue in quotes. */

import { setRows } from "./list.ts";
import { type BlockKind, repeat, say, several, type WriteBlock } from "./types.ts";

const QUESTIONS = [
  "{县}今年有哪些打算？",
  "听说{产业}的收益翻了一番，是这样吗？",
  "{路}什么时候能修好？",
  "村民一开始就愿意吗？",
  "申请补助要带哪些材料？",
];
const ANSWERS = [
  "先说水。去年{村}打了{小}眼井，今年再打{小}眼，{月}就能见水。",
  "是的。",
  "最难的是头一年，谁也没见过这么种{作物}的，后来看见卖了钱，一下子报名{数}户。",
  "带身份证和户口簿，到{社区}一楼3号窗口，当天就能办。",
  "不愿意！我跑了{小}趟，鞋都磨破了两双，到末了老支书发了话，大家才肯签字。",
  "工期是{月}到{月}，{部门}每周派人来看{小}次。",
];

/** Question and answer in turns, each with its label. */
const turns =
  (asks: string, tells: string): WriteBlock =>
  (random, column) => {
    const [questions, answers] = [random.shuffle(QUESTIONS), random.shuffle(ANSWERS)];
    const lines = repeat(random.int(1, 3), (i) => [asks + questions[i], tells + answers[i]]).flat();
    return setRows(
      lines.map((line) => say(line, random)),
      column,
      random,
    );
  };

const quoted: WriteBlock = (random, column) => {
  const lines = several([...QUESTIONS, ...ANSWERS], 3, 5, random);
  return setRows(
    lines.map((line) => `“${say(line, random)}”`),
    column,
    random,
  );
};

const interview: WriteBlock = (random, column) => {
  const [guest, host] = [say("{新人}", random), random.pick(["记者", "主持人", "本报"])];
  return turns(`${host}：`, `${guest}：`)(random, column);
};

export const TALK: BlockKind = {
  name: "talk",
  places: "between",
  keepsBlanks: false,
  variants: {
    "问 and 答": turns("问：", "答："),
    "Q and A": turns("Q：", "A："),
    interview,
    dashes: turns("——", "——"),
    quoted,
  },
};
