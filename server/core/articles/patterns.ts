/** How newspapers write leads, bylines, credits, captions and the like: tables that a newcomer can read and extend. */

/** A surname, for names that stand without 记者 or 作者 (the commonest, which cover nine names in ten). */
const SURNAMES =
  "王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚汤陶黎温莫易樊乔文安殷颜庄章鲁倪庞邢俞翟蓝聂齐向申葛柴伍覃骆关焦柳欧祝纪尚毕耿芦左季管符辛苗詹曲欧靳祁路涂兰甘裴梅童翁霍游阮尤岳柯牟滕谷舒卜成饶宁凌盛查单冉鲍华包屈房喻解蒲卫简时连车项闵邬吉党阳费卓岑景宫皮席麦褚娄晏桑占卞燕楚应边闫付肖郎桂仝";

/** A name that opens with one of the common surnames. */
export const NAME = `[${SURNAMES}]\\p{Script=Han}{1,2}`;
/** One of two characters set to the width of three, as names in lists are. */
export const SPACED_NAME = `[${SURNAMES}](?: |　)\\p{Script=Han}(?!\\p{Script=Han})`;
const ANY_NAME = "\\p{Script=Han}{2,4}|\\p{Script=Han}(?: |　)\\p{Script=Han}|[\\p{Script=Han}·]{4,12}";
/** A blank of any kind. */
export const BLANK = "[\\s\\u3000]";

/** Words for who wrote, pictured or edited. */
export const WRITER =
  "(?:\\p{Script=Han}{0,6}(?:日报|晚报))?(?:首席|特派|特约|特邀|见习|实习|全媒体|融媒体?|驻[\\p{Script=Han}]{2,6})?(?:记者|通讯员|评论员|撰稿人?|实习生|作者|摄影(?:报道)?|文图|图文)";

const any = (...patterns: readonly string[]): RegExp => new RegExp(patterns.join("|"), "u");

/** A paragraph that opens with one of these opens an article: 本报讯, 新华社某地某日电, 本报某地某日电. */
export const LEAD = any(
  `^【?(?:本报|本社|本刊|本台)${BLANK}*(?:综合)?(?:讯|消息|专讯|快讯)`,
  "^(?:据)?(?:新华社|中新社|新华网|人民网|中新网|央视网?|法新社|路透社|塔斯社|人民日报|光明日报|经济日报)[^，。；：]{0,24}(?:电|讯|消息)(?![影视话力子站网气价能池动器缆商脑])",
  `^(?:本报|本社)[\\p{Script=Han}·]{1,10}[0-9０-９]{1,2}${BLANK}*月${BLANK}*[0-9０-９]{1,2}${BLANK}*日${BLANK}*(?:电|讯)`,
  `^[\\p{Script=Han}]{2,8}(?:日报|晚报|晨报|早报|时报|都市报|新闻网|融媒体?|网)${BLANK}*(?:讯|[\\p{Script=Han}]{0,6}[0-9０-９]{1,2}月[0-9０-９]{1,2}日(?:电|讯))(?=${BLANK}|[（(])`,
  `^(?:本报|本社|本刊)?${WRITER}${BLANK}+(?:${NAME})(?:${BLANK}|、|${NAME}){0,8}(?:报道|[：:])`,
  `^[（(]?本报${WRITER}[^。，]{2,16}[）)](?=\\p{Script=Han})`,
);

/** Names or a source in brackets at an article's end. */
export const END_MARK = any(
  `[。！？”…][（(]${BLANK}*(?:本报|本社)?${WRITER}?[：:]?${BLANK}*(?:${ANY_NAME})(?:(?:${BLANK}|、)+(?:${ANY_NAME}))*${BLANK}*[）)]$`,
  `[。！？”…]${BLANK}*[（(](?:据|来源|原载|摘自|作者|本报|本社|新华社|记者|通讯员|执笔|供稿|整理|转载)[^（）()。]{0,40}[）)]$`,
  `[。！？”]${BLANK}+(?:本报|本社)?${WRITER}[^，。]{2,20}$`,
);

/** A block that says who wrote the text before it or where that text comes from; it closes an article. */
export const TAIL = any(
  "^[（(](?:本报|本社|据|新华社|中新社|作者|本文|来源|原载|摘自|记者|通讯员|执笔|整理|转载|供稿|编译|单位|系|图片|资料|参与|更多|相关|（)[^。]*[）)]$",
  "^[（(][^，。]{2,30}(?:电|整理|供稿|提供|摘编|报道|编译|撰稿)[）)]$",
  `^(?:${NAME})[（(][^。]{4,60}[）)]$`,
);

/** The sign that a byline opens with. */
export const BULLET = /^[□■◇◆○●▢▪◎☆★▲△\s]+/u;

/** A line that names writers. */
export const BYLINE = any(
  `^[□■◇◆○●▢▪◎☆★▲△\\s]*(?:本报|本社|本刊|新华社)?${WRITER}(?:${BLANK}|[：:]|\\p{Script=Han}|[、·/／＋+])*(?:整理|报道|文|摄|撰文)?$`,
  `^[□■◇◆○●▢▪◎☆★▲△]${BLANK}*[^，。；！？]{2,24}$`,
  `^[□■◇◆○●▢▪◎☆★▲△\\s]*(?:文|图|文/图|图/文|文图|撰文|采写|执笔|整理|作者)${BLANK}*[/／|｜：:]${BLANK}*[^，。]{2,30}$`,
);

/** A name by itself, or with the place or school it comes from: a byline where it stands beside text. */
export const BARE_NAME = any(
  `^(?:${NAME})(?:(?:${BLANK}|、)+(?:${NAME}))*$`,
  `^[${SURNAMES}]${BLANK}+\\p{Script=Han}$`,
  `^\\p{Script=Han}{2,12}(?:省|市|县|区|州|旗|镇|乡|村)${BLANK}+(?:${NAME})$`,
  `^(?:${NAME})${BLANK}+[^，。；]{0,20}(?:中学|小学|大学|学校|学院|校区|[（(].{1,8}班[）)])[^，。；]{0,16}$`,
  `^[^，。；]{0,20}(?:中学|小学|大学|学校|学院)[^，。；]{0,12}${BLANK}+(?:${NAME})$`,
);

/**
 * An office or firm by itself: a notice is signed so, where text stands above it and no heading below. What is called
 * or held (召开…推进会) is a meeting, and the line a headline.
 */
export const OFFICE = any(
  "^(?!.*(?:召开|举行|举办|开展|启动|闭幕|开幕|落幕|[推促]进会|座谈会|动员会|现场会|发布会|恳谈会|调度会|培训会|报告会|交流会|洽谈会|博览会|运动会|音乐会|晚会|大会|会议))[\\p{Script=Han}（）()]{3,30}(?:公司|集团|委员会|办公室|人民政府|[局厅署院所会站]|中心|协会|学会|基金会|领导小组|指挥部|学校|医院|银行|分行|支行)$",
);

/** Four or more names in a row: a list that belongs to a text. */
export const NAME_LIST = any(
  `^(?:[${SURNAMES}](?:${BLANK}*\\p{Script=Han}|\\p{Script=Han}{2})(?:${BLANK}|、)+){3,}[${SURNAMES}](?:${BLANK}*\\p{Script=Han}|\\p{Script=Han}{2})$`,
);

/** Who made the page, the drawing or the figures, and how to reach the paper. */
export const CREDIT = any(
  `^[（(]?(?:本[版报期]|图片|数据|资料|今日|值班)?(?:责任编辑|责编|主编|编辑|版式设计|版式|版面设计|美术编辑|美编|制图|绘图|图表|漫画|插图|设计|校对|校检|数据来源|资料来源|图片来源|统筹|策划|监制|审校|值班编委|编委|数据|来源|制作|摄影)${BLANK}*[：:/／]`,
  "^(?:投稿|来稿|联系|投诉|举报|本版|读者|编辑部|责编|新闻|服务|咨询|监督|报名)*(?:邮箱|信箱|热线|电话|微信|邮编|地址|传真|网址)+[：:][^。]*$",
  "^本版(?:图片|稿件|照片|文图|摄影|责编|编辑|稿)",
  "^[^。]{0,24}@[A-Za-z0-9.-]+\\.[A-Za-z]{2,6}$",
);

/** What a picture shows. */
export const CAPTION = any(
  "^(?:[▲▼△▽←→↑↓◀▶■●]|[（(]?(?:[上下左右]|小|大|题|主|本版|压题|资料)?图(?:为|片|[一二三四五六七八九十①-⑩0-9]+[：:]?为?|\\s*[①-⑩]))",
  `(?:^|[。，”》（(\\s]|${BLANK})(?:本报|本社|新华社|${WRITER})?(?:记者|通讯员)?${BLANK}*(?:${ANY_NAME})(?:(?:${BLANK}|、)+(?:${ANY_NAME}))*${BLANK}*(?:/?摄|摄影|供图|图)[）)]?$`,
  "(?:[（(](?:资料照片|资料图片|视频截图|图片)[^）)]{0,10}[）)]|(?:新华社|中新社|本报|视觉中国|人民视觉)(?:发|供图|图片)|(?:照片|图片|供图|资料片)(?:由[^，。]{2,20}提供)?)[）)]?$",
);

/** Name of the paper, date, number of the page: what stands at a page's edge. */
export const FOLIO = any(
  `^(?:第?${BLANK}*[0-9０-９A-Z一二三四五六七八九十]{1,3}${BLANK}*版|[0-9]{1,3})$`,
  `^(?:第?${BLANK}*[0-9０-９A-Z]{1,3}${BLANK}*版${BLANK}*)?[^，。]{0,12}(?:[0-9０-９]{4}|[二〇○零一二三四五六七八九]{4})${BLANK}*年${BLANK}*[0-9０-９一二三四五六七八九十]{1,3}${BLANK}*月${BLANK}*[0-9０-９一二三四五六七八九十]{1,3}${BLANK}*日(?:${BLANK}*(?:星期|周|农历|第|总第)[^，。]{0,40})?${BLANK}*$`,
  `^(?:星期|周)[一二三四五六日天](?:${BLANK}|$)[^，。]{0,30}$`,
  "^(?:国内统一|国内外统一|邮发代号|CN ?[0-9]{2}|总第 ?[0-9]+ ?期|http|www\\.)",
  `^(?:${BLANK}*(?:要闻|综合|综合新闻|时事|国际|国内|副刊|专版|广告|公益广告|经济|文化|体育|社会|民生|理论|评论|视点|头版|导读)){1,2}$`,
  "^[\\p{Script=Han}]{2,6}(?:日报|晚报|晨报|时报|都市报|周报|周刊)$",
);

/** Where an article goes on or comes from. */
export const JUMP = any(
  `^[（(▶►→]?${BLANK}*(?:[下上]转|上接|下接|紧接|紧转|接)${BLANK}*(?:第)?${BLANK}*[0-9０-９A-Z一二三四五六七八九十]{1,3}${BLANK}*版`,
);

/** Words of the editor's own; they open an article. */
export const NOTE = any(
  "^[【\\[（(]?(?:编者按|编者的话|编者注|编后|编辑手记|开栏的话|开栏语|写在前面|核心阅读|内容提要|阅读提示)",
);

/** What an editor says of a series or column at its head. */
export const EDITOR_SAYS = any(
  "(?:即日起|今[日天]?起|从今[日天]起|本期|今天)，?(?:本报|本刊|本版|我们)?(?:将?(?:陆续)?(?:开设|推出|选登|刊登|刊发|摘登|特别策划))",
  "(?:敬请(?:关注|垂注)|欢迎(?:继续)?(?:参与|来稿|投稿)|以飨读者)",
);

/** A paragraph that opens with one of these goes on with what stands before it. */
export const GOES_ON = any(
  "^(?:答[：:]|同时|此外|另外|随后|接着|其间|期间|此后|之后|然而|但是?|不过|因此|所以|于是|其中|另一方面|除此之外|除了|对此|为此|在此|与此同时|不仅|不只|不光|而|那么|其[实他次]|[二三四五六七八九十]是|再次|最后|总之|当然|显然|无独有偶|这|那|该|此|他们?|她们?|它们?|双方|与会|会[议上]?(?:指出|强调|要求|认为|还|听取|审议|决定|明确|提出|上，)|报告(?:指出|显示|还|建议|分析|认为)|座谈会上|会上|调研(?:中|期间)|据(?:介绍|了解|悉|统计)|答案|专家表示|有人)",
  `^(?:${NAME}|\\p{Script=Han}{2,3})(?:还|也|又|则|一行)?(?:说|表示|指出|强调|认为|介绍|告诉|要求|坦言|感慨|回忆|补充|透露|直言|还说|笑着说)`,
);

/** A paragraph that opens with one of these often opens an article. */
export const OPENS = any(
  "^(?:近日|日前|近期|昨[日天]|今[日天年晨]|今年以来|前不久|不久前|连日来|近年来|当前|眼下|入[春夏秋冬]|时值|金秋|盛夏|初[春夏秋冬]|[0-9０-９]{1,2}月[0-9０-９]{1,2}日|[0-9０-９]{1,2}月[上中下]旬|[0-9０-９]{4}年)",
);

/** Ends of a line that lead over to the headline below it: a kicker. */
export const LEADS_OVER = any("(?:——|―|—|：|:|强调|指出|要求|强调指出|报告|纪实|侧记)$");

/** A series tag behind a headline: （人民时评）. */
export const SERIES = any("[（(][^（）()]{2,16}[）)]$");

/** What a public notice, a list or a column of briefs is headed by. */
export const NOTICE = any(
  "(?:公告|通告|启事|声明|公示|通知|讣告|告示|须知|预告|简讯|短波|快讯|速览|集锦|一览|动态|撷英|传真|回音壁|点击|扫描|短新闻|微新闻|信箱|问答|天气预报)$",
);

/** Numbered or ticked parts of an article. */
export const NUMBERED = any(
  "^(?:[一二三四五六七八九十]{1,2}[、．.]|[（(][一二三四五六七八九十0-9]{1,2}[）)]|[0-9]{1,2}[、．.]|[①-⑩]|【|[●■◆▲★◇□○]|第[一二三四五六七八九十]{1,2}[章节条])",
);

/** A dash that opens a deck. */
export const DASHED = any("^(?:——|―|—)");

/** The sign that each item of a list opens with: two items of one list belong together. */
export const ITEM = any(
  "^(?:【|[●■◆▲★○◎□◇☆]|[问答](?=[：:])|[0-9]{1,2}(?=[.．、])|[（(]?[一二三四五六七八九十]{1,2}(?=[）)、]))",
);
