/** Where a wrap stands, in an editor's words. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { wrapReason } from "../../../server/core/layout/reasons.ts";

const cases: [left: string, right: string, reason: string][] = [
  ["会议定于5月21", "日召开", "断在数与量之间"],
  ["药水共12万", "毫升入库", "断在数与量之间"],
  ["同 比 上 涨 2 .", "8%，", "断在数与量之间"],
  ["今年9月，", "人民银行说", "断在句中的停顿处"],
  ["奋进2022", "对外开放", "断在句中"],
  ["县水利局局长林", "晓东说", "断在人名中"],
  ["本报记者林晓", "东报道", "断在人名中"],
  ["把任务分", "解到人", "断在词中"],
  ["清淤三十里，", "护岸两处", "断在句中的停顿处"],
  ["全部完工。", "会议要求", "断在段中：行已排满，下一行又没有段首缩进"],
  ["沿河的", "群众", "断在句中"],
  ["可登录网站（https://www.yunxi.gov", ".cn/zwgk/2022）查看", "断在网址中"],
  ["网址为https://www.yun", "xi.gov.cn/news，请报名", "断在网址中"],
  ["网址为https:", "//www.yunxi.example", "断在网址中"],
  ["可登录www.yunxi.example/zwgk/tongzhi/2022-", "08/17查看", "断在网址中"],
  ["投稿请发至yunxi", "@163.com，不收纸稿", "断在邮箱地址中"],
  ["投稿请发至yunxi@", "163.com，不收纸稿", "断在邮箱地址中"],
  ["详情登录https://www.yunxi.example", "查询", "断在句中"],
  ["详情登录https://www.yunxi.example", "2022年的公告", "断在句中"],
  ["产值增长", "2.5倍", "断在句中"],
];
for (const [left, right, reason] of cases) {
  test(`${left}⏎${right}: ${reason}`, () =>
    assert.equal(wrapReason(left, right, (pair) => pair === "分解").zh, reason));
}
