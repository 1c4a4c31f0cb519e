/**
 * Measure words, in Simplified characters, by what they measure. To add one, add it to its row; the longest that fits
 * is taken, so that 人次 wins over 人.
 */
const ROWS = {
  people: '人 人口 名 位 户 户次 人次 人份 人天 人日',
  bodies: '家 家次 所 个 处 处次 点次 点位 点位次 站 站次 支 班 组 组次 队 网点 家庭 户头 店次 校次 村次 团',
  events: `次 场 场次 回 轮 轮次 期 批 批次 批次/千人 趟 遍 班次 车次 架次 航次 频次 课次 堂 节 番次 台次 艘次 辆次 只次 头次 例次 宗次 起次
    份次 项次 条次 案次 间次 床次 剂次 针次 张次 单次 笔次 面次 块次 幅次 班期 天次`,
  cases: '件 件次 宗 起 案 例 桩 诉 单 票 笔 宗地 件套',
  writings: '份 篇 篇次 部 条 项 册 本 张 幅 封 稿 字 则 款 题 道 章 卷 集 档 盒 袋 包 通 帖 门',
  kinds: '种 类 大类 小类 款次 品种 品类 门类',
  things: `台 套 台套 台件 辆 艘 架 只 头 匹 羽 尾 株 棵 盆 粒 颗 枚 块 面 根 把 顶 副 双 对 瓶 箱 桶 罐 筐 车 床 座 栋 幢 间 层 口 眼 扇 杆 盏
    樘 具 片 段 股 盘 串 捆 剂 针 首 栏 桌 杯 束 尊`,
  money: '元 块钱 美元 港元 欧元 元/人 元/月 元/吨 元/平方米',
  areas: '平方米 平方公里 平方千米 平方 平米 亩 亩次 公顷 ㎡ m² m2 km² 立方米 立方 方 m³ m3',
  lengths: '公里 千米 米 延米 厘米 毫米 海里 km 公里次',
  weights: '吨 公斤 千克 斤 克 毫克 升 毫升 吨标准煤 kg 吨/日 微克/立方米 毫克/立方米 毫克/升',
  energy: '千瓦 千瓦时 兆瓦 kW kWh MW GB TB MB',
  times: '天 工作日 自然日 小时 学时 课时 分钟 秒 秒钟 人时 机时 学分 个月',
  shares: '% ‰ 百分点 倍 成',
  scores: '分 位次 位',
} as const

/**
 * Nouns that stand behind a number without a measure word (5部门联合). They count only behind small Arabic numbers:
 * in 12345平台 the number is a name.
 */
const BARE_NOUNS =
  '部门 部委 单位 企业 乡镇 镇街 街道 街镇 镇 乡 村 村居 社区 县 市 区 区县 县区 市县 省 省份 省市 国 国家 学校 网格 机构 行业 领域 平台 窗口'

/** Units of time, weight and share that stand behind a 个 of their own: 10个学时 are counted in 学时. */
const BEHIND_GE = '工作日 自然日 学时 课时 小时 百分点 学分'

/** Words that begin like a measure word and are none. */
const NO_UNITS =
  '方面 方案 分局 分中心 分公司 分支 分队 分类 分管 分别 天然 元旦 期工程 期项目 位数 层面 人民币 字号 成立 成员 成为 成功 成果 面向 面对 通过 通报 级 诉求'

const wordsOf = (...rows: readonly string[]): string[] => rows.flatMap((row) => row.split(/\s+/))

/** Words by their first character, the longest first. */
type Lexicon = ReadonlyMap<number, readonly string[]>

const UNITS = lexiconOf(...Object.values(ROWS))
const BARE = lexiconOf(BARE_NOUNS)
const GE_LESS = lexiconOf(BEHIND_GE)
const NONE = lexiconOf(NO_UNITS)
export const MONEY: ReadonlySet<string> = new Set(wordsOf(ROWS.money))
export const PEOPLE: ReadonlySet<string> = new Set(wordsOf(ROWS.people))
export const TIMES: ReadonlySet<string> = new Set(wordsOf(ROWS.times))
export const AREAS: ReadonlySet<string> = new Set(wordsOf(ROWS.areas, ROWS.lengths))
export const WEIGHTS: ReadonlySet<string> = new Set(wordsOf(ROWS.weights))

/** 次 before these begins a word of its own: 次数, 次日. */
const NOT_TIMES = /[数日要级生品]/

/** A unit found behind a number: `name` stands at `[start, end)` of the reading. */
export interface Unit {
  readonly name: string
  readonly start: number
  readonly end: number
  readonly bare: boolean
}

/** The measure word at `at`, the longest that fits, with what is joined to it: 人/次, 场(次). */
export function unitAt(text: string, at: number): Unit | null {
  const start = text[at] === '个' && longestOf(GE_LESS, text, at + 1) > 0 ? at + 1 : at
  const length = longestOf(UNITS, text, start)
  const bare = longestOf(BARE, text, start)
  if ((length === 0 && bare === 0) || longestOf(NONE, text, start) > 0) return null
  if (bare > length) return unit(text, start, start + bare, true)
  return length === 0 ? null : unit(text, start, joinedEnd(text, timesEnd(text, start + length)), false)
}

/** Any measure word makes another with 次: 点位次, 摊次. */
function timesEnd(text: string, end: number): number {
  return text[end] === '次' && text[end - 1] !== '次' && !NOT_TIMES.test(text[end + 1] ?? '') ? end + 1 : end
}

/** The characters that measure words begin with. */
export function unitBeginnings(): string {
  return String.fromCharCode(...UNITS.keys(), ...BARE.keys())
}

/** One character, and 次 with it, that ends its clause: 整治河道12埭. */
const UNSEEN = /[\u4e00-\u9fff]次?(?=$|[,。;、)\n])/y
/** Characters behind a number that are no measure word: of dates, ranks and grammar. */
const NEVER_UNITS =
  '年月日号时点届级岁周季旬世后版型折度代线步环区路楼室页的等多余上下内外间初末底中前起至到和及与为是有在了共者全均则法会局厅部委办科'

/** A measure word that no row holds, taken from the text rather than dropped. */
export function unseenUnitAt(text: string, at: number): Unit | null {
  UNSEEN.lastIndex = at
  const name = UNSEEN.exec(text)?.[0]
  return name === undefined || NEVER_UNITS.includes(name[0]!) ? null : unit(text, at, at + name.length, false)
}

function unit(text: string, start: number, end: number, bare: boolean): Unit {
  return { name: text.slice(start, end), start, end, bare }
}

/** A second measure word behind a stroke or in parentheses belongs to the first: 人/次, 册(份), 人(次). */
function joinedEnd(text: string, end: number): number {
  const sign = text[end]
  if (sign !== '/' && sign !== '(') return end
  const length = longestOf(UNITS, text, end + 1)
  if (length === 0) return end
  if (sign === '/') return end + 1 + length
  return text[end + 1 + length] === ')' ? timesEnd(text, end + length + 2) : end
}

function lexiconOf(...rows: readonly string[]): Lexicon {
  const words = wordsOf(...rows).sort((a, b) => b.length - a.length)
  return Map.groupBy(words, (word) => word.charCodeAt(0))
}

function longestOf(words: Lexicon, text: string, at: number): number {
  const candidates = words.get(text.charCodeAt(at))
  if (candidates === undefined) return 0
  for (const word of candidates) if (text.startsWith(word, at)) return word.length
  return 0
}
