/** What measure words count. Acts (`time`), visits and objects are three: of inspections 3次, 3家次 and 3家 are not compared. */
export const UNIT_KINDS = [
  'case',
  'person',
  'percent',
  'yuan',
  'document',
  'organisation',
  'time',
  'visit',
  'object',
  'item',
  'listed',
  'device',
] as const
export type UnitKind = (typeof UNIT_KINDS)[number]

/** What a measure word measures. `made` are the words that no number is searched for: other rules make them of words above. */
type Measured =
  | 'people'
  | 'bodies'
  | 'events'
  | 'cases'
  | 'writings'
  | 'kinds'
  | 'things'
  | 'money'
  | 'areas'
  | 'lengths'
  | 'weights'
  | 'energy'
  | 'times'
  | 'shares'
  | 'scores'
  | 'made'

/** Of words that count whatever stands behind them. */
const OF_SOME_KIND: readonly UnitKind[] = ['item', 'object']

/**
 * Every measure word, once, in Simplified characters and without scale and approximators: what it measures, the kinds of
 * things that it counts (none, one or several), the words. To add a word, add it to its row.
 */
const ROWS: readonly (readonly [Measured, kinds: readonly UnitKind[], words: string])[] = [
  ['people', ['person'], '人 名 位 人次'],
  ['people', OF_SOME_KIND, '人口 人份'],
  ['people', [], '人天 人日'],
  ['people', ['organisation', 'object'], '户'],
  ['people', ['visit'], '户次'],
  ['bodies', ['organisation', 'object'], '家 所'],
  ['bodies', ['visit'], '家次 处次 点次 点位次 店次 校次'],
  ['bodies', OF_SOME_KIND, '点位 站 站次 组 组次 队 网点 家庭 户头 村次 团'],
  ['bodies', ['document', 'organisation', 'item', 'listed', 'device'], '个'],
  ['bodies', ['organisation', 'object', 'item'], '处'],
  ['bodies', ['organisation', 'device'], '支'],
  ['bodies', ['time'], '班'],
  ['events', ['time'], '次 场 场次 回 轮 轮次 班次 堂 节 频次 课次'],
  ['events', ['case', 'time'], '批 批次'],
  ['events', ['time', 'item'], '期'],
  [
    'events',
    OF_SOME_KIND,
    '批次/千人 趟 遍 架次 航次 番次 只次 头次 例次 案次 床次 剂次 针次 单次 笔次 面次 块次 幅次 班期',
  ],
  ['events', ['visit'], '车次 台次 艘次 辆次 间次'],
  ['events', ['document'], '份次 张次'],
  ['events', [], '天次'],
  ['events', ['case'], '宗次 起次'],
  ['events', ['item'], '项次'],
  ['events', ['document', 'item'], '条次'],
  ['cases', ['case', 'document', 'item'], '件 宗'],
  ['cases', ['case', 'document'], '件次 单'],
  ['cases', ['case'], '案 桩 笔 诉'],
  ['cases', ['case', 'item'], '例 起'],
  ['cases', OF_SOME_KIND, '票 宗地'],
  ['cases', ['document'], '件套'],
  ['writings', ['document', 'item'], '份 篇 幅'],
  ['writings', ['document', 'item', 'listed'], '项'],
  ['writings', OF_SOME_KIND, '篇次 稿 款 题 道 章 集 档 袋 包 帖 门'],
  ['writings', [], '字'],
  ['writings', ['document'], '卷 盒 册 本 张'],
  ['writings', ['case'], '通'],
  ['writings', ['document', 'item', 'device'], '部'],
  ['writings', ['document', 'organisation', 'item', 'listed'], '条'],
  ['writings', ['item'], '则'],
  ['writings', ['case', 'document'], '封'],
  ['kinds', [], '种 大类 小类 品种 品类 门类'],
  ['kinds', ['listed'], '类'],
  ['kinds', OF_SOME_KIND, '款次'],
  ['things', ['device'], '台 架 具 台套'],
  ['things', ['document', 'device'], '套'],
  [
    'things',
    OF_SOME_KIND,
    '台件 只 头 匹 羽 尾 株 棵 盆 粒 颗 根 把 顶 副 双 对 瓶 箱 桶 罐 筐 车 床 栋 幢 层 口 眼 扇 杆 盏 樘 片 股 串 捆 剂 针 首 栏 桌 杯 束 尊',
  ],
  ['things', ['object'], '辆 艘'],
  ['things', ['document'], '枚 面 盘'],
  ['things', ['document', 'organisation'], '块'],
  ['things', ['item'], '段'],
  ['things', ['organisation', 'object'], '座 间'],
  ['money', ['yuan'], '元'],
  ['money', [], '块钱 美元 港元 欧元 元/人 元/月 元/吨 元/平方米'],
  ['areas', [], '平方米 平方千米 平米 亩 亩次 公顷 立方米 平方公里 平方 ㎡ m² m2 km² 立方 方 m³ m3'],
  ['lengths', [], '公里 海里 km 公里次 千米 米 延米 厘米 毫米'],
  ['weights', [], '吨 千克 克 毫克 升 毫升 吨标准煤 吨/日 微克/立方米 毫克/立方米 毫克/升 公斤 斤 kg'],
  ['energy', [], '千瓦 千瓦时 兆瓦 kW kWh MW GB TB MB'],
  ['times', [], '天 工作日 自然日 小时 学时 分钟 学分 个月 秒 秒钟 人时 机时'],
  ['times', ['time'], '课时'],
  ['shares', ['percent'], '% ‰'],
  ['shares', [], '百分点 倍 成'],
  ['scores', [], '分'],
  ['scores', OF_SOME_KIND, '位次'],
  ['made', ['case'], '件/次 宗/次'],
  ['made', ['person'], '人/次 名次 人(次) 人员'],
  ['made', ['organisation'], '村 部门 单位 乡镇 镇 街道 社区 镇街 村居 学校 网格'],
  ['made', ['time'], '讲 次/场 场/次 场(次) 次会议 期次'],
  ['made', ['yuan'], '人民币'],
  ['made', ['document'], '份(册) 份/册 本(册) 本次'],
  ['made', ['organisation', 'object'], '企业'],
  ['made', ['visit'], '家/次 户/次 个次 单位次 家(次) 户(次)'],
  ['made', ['object'], '家单位 家企业 场所'],
  ['made', ['item', 'listed'], '大项 小项'],
  ['made', ['listed'], '子项'],
  ['made', ['device'], '台(套)'],
  ['made', [], '国 国家 省 省份 省市 市 县 区 区县 县区 市县'],
]

const wordsOf = (words: string): string[] => words.split(/\s+/)

const KINDS: ReadonlyMap<string, ReadonlySet<UnitKind>> = new Map(
  ROWS.flatMap(([, kinds, words]) => {
    const set = new Set(kinds)
    return wordsOf(words).map((word) => [word, set] as const)
  }),
)
/** A measure word that the table lacks counts things of some kind. */
const UNSEEN: ReadonlySet<UnitKind> = new Set(OF_SOME_KIND)
/** 立案数:35 has no unit. */
const WITHOUT_UNIT: ReadonlySet<UnitKind> = new Set(['case'])

/** @param unit folded, as `fold` gives it; empty where the text gives none */
export function kindsOf(unit: string): ReadonlySet<UnitKind> {
  return unit === '' ? WITHOUT_UNIT : (KINDS.get(unit) ?? UNSEEN)
}

/** The measure words that stand behind numbers: of all that is measured, or of some. */
export function measureWords(...wanted: readonly Measured[]): string[] {
  return ROWS.filter(([measured]) => (wanted.length === 0 ? measured !== 'made' : wanted.includes(measured))).flatMap(
    ([, , words]) => wordsOf(words),
  )
}
