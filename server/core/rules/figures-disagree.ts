/** A sum that does not come out, or one thing given with two figures in the text of one article. */

import { figureFindings } from "./figure-findings.ts";
import type { PageRule } from "./rule.ts";

export const figuresDisagree: PageRule = {
  id: "figures-disagree",
  title: { zh: "数字前后不符", en: "Figures that disagree" },
  why: {
    zh: "数字差错一处计一个（《报纸编校差错率计算方法》），而分项加起来不等于总数、同一个项目前后两个数，逐字校对看不出来，算一遍就知道。哪个数对由编辑查核；“其中”不一定列全，并列的各项可能重叠，所以只在话已说定、差得像笔误时才提示。",
    en:
      "Any wrong numeral counts as a full error in the newspapers' own rules. Parts that do not make their " +
      "whole, and one project given with two figures, pass a reader who compares words and " +
      "show at once to one who adds up. Which figure is right is for the editor to find out. Parts may be left " +
      "out or overlap, so only what the words make certain, and a difference that looks like a slip, is " +
      "reported.",
  },
  severity: "information",
  fixes: [],
  counts: "fact",
  examples: [
    { page: "全县谋划重点项目⟦66个⟧，其中A类20个、B类45个。\n" },
    { page: "今年投入资金⟦3.2亿元⟧，其中中央资金1.2亿元、省级资金1.5亿元、县级资金8000万元。\n" },
    { page: "东片20个、西片45个，共计⟦66个⟧。\n" },
    { page: "医院收治患者⟦20名⟧，其中重症患者30名。\n" },
    { page: "果园里苹果树占45%，核桃树占30%，其余⟦35%⟧是梨树。\n" },
    {
      page: "柳河水库开工\n\n本报讯 （记者 苏禾田） 柳河峡谷水库工程昨日开工，总投资3.2亿元，建成以后可以解决两岸果园的用水难题。\n\n记者了解到，柳河峡谷水库工程总投资⟦2.3亿元⟧，两年以后建成，群众盼了多年的事情有了着落。\n",
    },
  ],
  silent: [
    { page: "全县谋划重点项目66个，其中农业项目20个、水利项目30个。\n" },
    { page: "支部有党员120名，其中女党员50名，大专以上学历80名。\n" },
    { page: "全县谋划项目66个，已开工30个，其中农业类20个、水利类10个。\n" },
    { page: "全校有学生1200人，比上年增加100人，其中男生700人、女生500人。\n" },
    { page: "全县谋划重点项目60多个，其中A类20个、B类45个。\n" },
    { page: "今年投入资金3.3亿元，其中中央资金1.25亿元、省级资金1.25亿元、县级资金0.75亿元。\n" },
    { page: "检查企业20家、商户45家，共发现隐患66处。\n" },
    { page: "果园里苹果树占45.2%，核桃树占30.3%，其余24.6%是梨树。\n" },
    { page: "柳河纸厂总规模20万吨/年，柳河纸厂一期2万吨/年。\n" },
    { page: "全村苹果亩产2000公斤，其中新栽果园亩产3000公斤。\n" },
  ],

  *check(analysis) {
    for (const { inHeading, ...finding } of figureFindings(analysis)) if (!inHeading) yield finding;
  },
};
