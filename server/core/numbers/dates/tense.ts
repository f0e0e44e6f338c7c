/** Tells from the words beside a date that leaves out its year whether the date has been or is still to come. */

import { before, type Span } from "../../text/text.ts";

/**
 * `planned`: words of a plan put it ahead (将于12月5日, 12月5日，大会将…). `due`: it is a term that runs out or sets in then
 * (12月31日前完成, 持续到12月, 12月1日起施行). `past`: it has been (截至12月底, 12月31日前已完成).
 */
export type Tense = "planned" | "due" | "past";

/** The tense of a date of the scan's text; undefined where the words beside it tell nothing. */
export function tenseOf(text: string, { start, end }: Span): Tense | undefined {
  const lead = before(text, start, 16);
  const after = text.slice(end, end + 32);
  if (PLANNED.test(lead)) return "planned";
  if (AS_OF.test(lead) && !TERM.test(lead)) return "past";
  if (HAS_BEEN.test(after)) return "past";
  if (WILL_AFTER.test(after)) return "planned";
  const due = UNTIL.test(lead) || TERM.test(lead) || BY.test(after) || FROM.test(after) || CLOSES.test(after);
  const goal = /[底末]$/.test(text.slice(start, end)) && (BY_THE_END.test(lead) || GOAL.test(after));
  return due || goal ? "due" : undefined;
}

/** Words before a date that put it after the day they are written on. */
const PLANNED = /(?:将|拟|预计|力争|有望|定于|争取|确保|计划|即将|即日起|明年)[^。；！？，]{0,8}$/;
/** Words after a date for what will be then, in its clause or the one right after it. */
const WILL_AFTER =
  /^(?:[^。；！？，]{0,12}|，(?!记者|据)[^。；！？，]{0,10})(?:(?<![即])将(?![军领士近就])|拟(?!定|人)|预计|有望|即将)/;
/** Words after a date for what has been done by then. */
const HAS_BEEN = /^[^。；！？]{0,16}(?:已(?!知)|曾(?!祖)|(?<![为除])了(?!解)|累计|同比|被评|荣获)/;
/** The figures that follow are of that day. */
const AS_OF = /(?:截至|截止到?|截至到)$/;
/** Words before the day on which a term runs out. */
const TERM =
  /(?:报名|申报|申请|征集|征稿|投稿|受理|办理|预约|招聘|缴费|缴纳|优惠|有效|活动|展览|展期|工期|期限|时限|时间|日期)[^。；！？，]{0,8}(?:至|到|为|是|截止|：)$/;
const UNTIL =
  /(?:持续|延续|延长|延期|顺延|推迟|延至|最迟|最晚|不迟于|不晚于|务必|必须|(?<![该全我本])[请须应]|赶|抢)[^。；！？，]{0,6}$/;
/** Words after a day by which something is to be done. */
const BY = /^(?:之前|以前|前)(?![夕后期往来去景台线天年几两])/;
/** Words after a day on which something sets in, or closes. */
const FROM = /^起[，]?(?:正式|全面|开始)?(?:施行|实施|执行|实行|生效|启用|停|封闭|禁|调整|恢复)(?![^。；，]{0,8}的)/;
const CLOSES = /^(?:为?止|截止|到期|届满)/;
/** 到 before the end of a month, and what is to be done by it. */
const BY_THE_END = /(?:^|[，。；：！？、）”])到$/;
const GOAL = /^(?:可|能|要|全面|全部|基本)?(?:完成|建成|竣工|完工|通车|投产|投用|交付)(?![的了后]|以来)/;
