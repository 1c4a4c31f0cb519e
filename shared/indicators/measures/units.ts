import { measureWords } from '../../catalogue/units.ts'

/**
 * Nouns that stand behind a number without a measure word (5部门联合). They count only behind small Arabic numbers:
 * in 12345平台 the number is a name.
 */
const BARE_NOUNS =
  '部门 部委 单位 企业 乡镇 镇街 街道 街镇 镇 乡 村 村居 社区 县 市 区 区县 县区 市县 省 省份 省市 国 国家 学校 网格 机构 行业 领域 平台 窗口'

/** Units of time, weight and share that stand behind a 个 of their own: 10个学时 are counted in 学时. */
const BEHIND_GE = '工作日 自然日 学时 课时 小时 百分点 学分'

/** Words that begin like a measure word but are not one. */
const NO_UNITS =
  '方面 方案 分局 分中心 分公司 分支 分队 分类 分管 分别 天然 元旦 期工程 期项目 位数 层面 人民币 字号 成立 成员 成为 成功 成果 面向 面对 通过 通报 级 诉求'

/** Words by their first character, the longest first. */
type Lexicon = ReadonlyMap<number, readonly string[]>

const UNITS = lexiconOf(measureWords())
const BARE = lexiconOf(BARE_NOUNS.split(' '))
const GE_LESS = lexiconOf(BEHIND_GE.split(' '))
const NONE = lexiconOf(NO_UNITS.split(' '))
export const MONEY: ReadonlySet<string> = new Set(measureWords('money'))
export const PEOPLE: ReadonlySet<string> = new Set(measureWords('people'))
export const TIMES: ReadonlySet<string> = new Set(measureWords('times'))
export const AREAS: ReadonlySet<string> = new Set(measureWords('areas', 'lengths'))
export const WEIGHTS: ReadonlySet<string> = new Set(measureWords('weights'))

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

/** A measure word that the list lacks, taken from the text rather than dropped. */
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

function lexiconOf(words: readonly string[]): Lexicon {
  return Map.groupBy(
    words.toSorted((a, b) => b.length - a.length),
    (word) => word.charCodeAt(0),
  )
}

function longestOf(words: Lexicon, text: string, at: number): number {
  const candidates = words.get(text.charCodeAt(at))
  if (candidates === undefined) return 0
  for (const word of candidates) if (text.startsWith(word, at)) return word.length
  return 0
}
