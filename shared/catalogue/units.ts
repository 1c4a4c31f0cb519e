export type UnitKind = 'case' | 'person' | 'percent' | 'yuan' | 'document' | 'organisation' | 'time' | 'item' | 'device'

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

/**
 * Every measure word, once, in Simplified characters and without scale and approximators: what it measures, the kinds of
 * catalogue entries that it counts (none, one or several), the words. To add a word, add it to its row.
 */
const ROWS: readonly (readonly [Measured, kinds: readonly UnitKind[], words: string])[] = [
  ['people', ['person'], '人 名 位 人次'],
  ['people', [], '人口 人份 人天 人日'],
  ['people', ['organisation'], '户 户次'],
  ['bodies', ['organisation'], '家 所'],
  ['bodies', [], '家次 处次 点次 点位 点位次 站 站次 组 组次 队 网点 家庭 户头 店次 校次 村次 团'],
  ['bodies', ['case', 'document', 'organisation', 'item', 'device'], '个'],
  ['bodies', ['organisation', 'item'], '处'],
  ['bodies', ['organisation', 'device'], '支'],
  ['bodies', ['time'], '班'],
  ['events', ['time'], '次 场 场次 回 轮 轮次 批 批次 班次 堂 节'],
  ['events', ['time', 'item'], '期'],
  [
    'events',
    [],
    '批次/千人 趟 遍 车次 架次 航次 频次 课次 番次 台次 艘次 辆次 只次 头次 例次 份次 案次 间次 床次 剂次 针次 张次 单次 笔次 面次 块次 幅次 班期 天次',
  ],
  ['events', ['case'], '宗次 起次'],
  ['events', ['item'], '项次 条次'],
  ['cases', ['case', 'document', 'item', 'device'], '件'],
  ['cases', ['case'], '件次 案 例 桩 单 笔'],
  ['cases', ['case', 'item'], '宗 起'],
  ['cases', [], '诉 票 宗地 件套'],
  ['writings', ['document', 'item'], '份 篇 项'],
  ['writings', [], '篇次 幅 稿 字 款 题 道 章 卷 集 档 盒 袋 包 通 帖 门'],
  ['writings', ['document', 'device'], '部'],
  ['writings', ['item'], '条 则'],
  ['writings', ['document'], '册 本 张 封'],
  ['kinds', [], '种 类 大类 小类 款次 品种 品类 门类'],
  ['things', ['device'], '台 架 具'],
  ['things', ['document', 'device'], '套'],
  [
    'things',
    [],
    `台套 台件 辆 艘 只 头 匹 羽 尾 株 棵 盆 粒 颗 枚 块 面 根 把 顶 副 双 对 瓶 箱 桶 罐 筐 车 床 栋 幢 层 口 眼 扇 杆 盏 樘 片 段 股 盘 串 捆 剂 针 首 栏
    桌 杯 束 尊`,
  ],
  ['things', ['organisation'], '座 间'],
  ['money', ['yuan'], '元'],
  ['money', [], '块钱 美元 港元 欧元 元/人 元/月 元/吨 元/平方米'],
  ['areas', [], '平方米 平方公里 平方千米 平方 平米 亩 亩次 公顷 ㎡ m² m2 km² 立方米 立方 方 m³ m3'],
  ['lengths', [], '公里 千米 米 延米 厘米 毫米 海里 km 公里次'],
  ['weights', [], '吨 公斤 千克 斤 克 毫克 升 毫升 吨标准煤 kg 吨/日 微克/立方米 毫克/立方米 毫克/升'],
  ['energy', [], '千瓦 千瓦时 兆瓦 kW kWh MW GB TB MB'],
  ['times', [], '天 工作日 自然日 小时 学时 课时 分钟 秒 秒钟 人时 机时 学分 个月'],
  ['shares', ['percent'], '% ‰'],
  ['shares', [], '百分点 倍 成'],
  ['scores', [], '分 位次'],
  ['made', ['case'], '件/次 宗/次'],
  ['made', ['person'], '人/次 名次'],
  ['made', ['organisation'], '村'],
  ['made', ['time'], '讲 次/场 场/次'],
]

const wordsOf = (words: string): string[] => words.split(/\s+/)

const KINDS: ReadonlyMap<string, readonly UnitKind[]> = new Map(
  ROWS.flatMap(([, kinds, words]) => wordsOf(words).map((word) => [word, kinds] as const)),
)

/** @param unit folded, as `fold` gives it */
export function isOfKind(unit: string, kind: UnitKind): boolean {
  return KINDS.get(unit)?.includes(kind) ?? false
}

/** The measure words that stand behind numbers: of all that is measured, or of some. */
export function measureWords(...wanted: readonly Measured[]): string[] {
  return ROWS.filter(([measured]) => (wanted.length === 0 ? measured !== 'made' : wanted.includes(measured))).flatMap(
    ([, , words]) => wordsOf(words),
  )
}
