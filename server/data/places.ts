/** Words that end the names of places, by kind; written for this project. */

/** Divisions and settlements. */
export const ADMIN_SUFFIXES =
  "省 市 县 区 州 盟 旗 镇 乡 村 街道 社区 自治区 自治州 自治县 特别行政区 特区 新区 开发区 庄 屯 寨 堡 营 沟 湾 坪 塬 峪 集 店 铺 营子 庄子 家庄 家村 新村 自然村 行政村 小区 家园 花园 新城 古城 古镇 古村 古村落 县城 府 郡 邦 市区 地区 林区 矿区 灾区 苏木 嘎查";

/** Landscape. */
export const NATURE_SUFFIXES =
  "山 峰 岭 岳 河 江 湖 海 湾 岛 半岛 群岛 列岛 海峡 洋 川 溪 泉 潭 池 泊 淀 滩 洲 峡 峡谷 谷 沟 洞 瀑布 草原 高原 平原 盆地 沙漠 戈壁 沙地 森林 林场 山脉 山区 水库 运河 渠 干渠 港 港口 码头 渡口 关 口 崖 坡 塬 湿地 流域 三角洲 大峡谷 冰川 礁 角 洋面";

/** Streets, buildings, parks, works: places that people made. */
export const FACILITY_SUFFIXES =
  "路 大道 街 大街 巷 胡同 弄 里 桥 大桥 立交桥 隧道 号线 电视塔 祠堂 城墙 公路 高速公路 高速 国道 铁路 线 车站 火车站 站 客运站 加油站 加氢站 能源站 充电站 变电站 水电站 机场 国际机场 航站楼 港 码头 广场 公园 森林公园 湿地公园 地质公园 植物园 动物园 游乐园 园 花园 文化园 产业园 工业园 科技园 物流园 园区 工业园区 产业园区 开发区 经开区 高新区 示范区 保护区 自然保护区 风景区 景区 旅游区 旅游度假区 度假区 生态旅游区 试验区 保税区 自贸区 集聚区 创业园 示范园 采摘园 体育场 体育馆 体育中心 运动场 足球场 球场 游泳馆 博物馆 纪念馆 展览馆 美术馆 科技馆 图书馆 文化馆 文化宫 大剧院 剧场 剧院 会堂 礼堂 大厦 大楼 大厅 宾馆 饭店 会展中心 展览中心 会议中心 国际会议中心 商业中心 购物中心 文化中心 贸易中心 交易中心 游客中心 寺 庙 宫 殿 塔 阁 楼 亭 祠 观 庵 堂 陵 陵园 墓 故居 旧址 遗址 纪念碑 石窟 牌坊 教堂 清真寺 城堡 城 古城 基地 农场 牧场 市场 批发市场 商城 商业街 步行街 监测站 收费站 水库 大坝 电站 水厂 煤矿 油田 气田 港区 新城";

/** Short names of divisions that are everyday words (新建公路): only the full name (新建区) names them. */
export const WORDS_NOT_PLACES = "新建";
