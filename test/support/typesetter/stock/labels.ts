/** What stands on a page and belongs to no article: labels of sections and columns, slogans, titles of photographs. */

/** At the page's edge, or over its columns. */
export const SECTION_LABELS = [
  "要闻·综合",
  "要闻",
  "综合新闻",
  "民生·社会",
  "县域",
  "经济·观察",
  "副刊",
  "文化·生活",
  "国内·国际",
  "特别报道",
] as const;

/** Between articles: the column's name, or a slogan over several articles. */
export const COLUMN_TAGS = [
  "百姓关注",
  "保种保供",
  "防汛抗旱",
  "稳岗扩岗",
  "护河治水",
  "为民办实事",
  "图片新闻",
  "简讯",
  "街谈巷议",
  "砚江两岸",
  "凡人善举",
  "聚焦“三夏”",
] as const;

/** Between columns or at the foot. */
export const EDITOR_LINES = [
  "责编 {新人} 校对 {新人}",
  "本版编辑：{新人} 版式：{新人}",
  "责任编辑：{新人}　电话：{电话}",
  "编辑/{新人} 美编/{新人} 校对/{新人}",
] as const;

export const PAGE_MARKS = [
  "第{小}版 综合",
  "{小} 要闻",
  "砚州日报 {年}年{月日}",
  "新闻热线：{电话}",
  "A{小} 民生",
] as const;

export const PHOTO_TITLES = [
  "晒秋",
  "雨后山乡",
  "水上晨练",
  "抢收",
  "灯火夜市",
  "快乐课间",
  "岸边新绿",
  "满载而归",
  "丰收“画卷”",
] as const;

/** Whose picture it is. */
export const PHOTO_CREDITS = [
  "{新人} 摄",
  "本报记者 {新人} 摄",
  "通讯员 {新人} 摄",
  "资料图片",
  "■ {新人} 摄",
  "■本报记者 {新人} 文/图",
  "{新人}摄（图片社）",
] as const;
