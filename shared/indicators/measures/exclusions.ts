import { ORDINALS } from '../../text/numerals.ts'
import { AREAS, MONEY, PEOPLE, TIMES, WEIGHTS } from './units.ts'

/** What a rule may look at: the number with its unit, and the reading's words around it, up to the sentence's ends. */
export interface Surroundings {
  /** The number's own characters: `3`, `十二`, `1.5`; without scale and approximators. */
  readonly written: string
  readonly unit: string
  /** Whether the unit is a noun without a measure word (5部门). */
  readonly bare: boolean
  readonly before: string
  readonly after: string
  /** The words of its bound before it: 不低于. */
  readonly stated: string
}

/** A number is left out if all the conditions of a rule are met. */
interface Exclusion {
  readonly why: string
  readonly written?: RegExp
  readonly units?: ReadonlySet<string>
  readonly bare?: true
  readonly before?: RegExp
  readonly after?: RegExp
  readonly unlessBefore?: RegExp
  readonly unlessAfter?: RegExp
}

const units = (words: string): ReadonlySet<string> => new Set(words.split(' '))

const SLOGANS =
  '维护|意识|自信|确立|坚持|代表|全面|服从|务必|必须|一律|一批|到位|不准|严禁|严格|统一|明确|突出(?!问题|矛盾|隐患)|强化|结合|更加|转变|注重|聚焦|清零|百年|零|100%'
const HOTLINES = '110|114|119|120|122|1[12]\\d{3}|12\\d{3}|96\\d{3,4}|95\\d{3}'
/** Words that make a span of time a result of the year's work, and no rule or period. */
const SHORTENED =
  /(?:压缩|缩短|压减|缩减|减少|控制|提速|降[至到低]|减[至到]|缩[至到]|实现|平均|最短|最快|时[间限长]|用时|耗时|周期|提前)[^,。;]{0,14}$/
const LIMIT = '(?:以上|以下|以内|及以上|及以下)'
const VERB = '(?:参加|参与|通过|完成|实现|达到|获得|取得|位居)'

/**
 * Why a number with a measure word still measures nothing, the first that fits. To leave out another construction, add a
 * row here and a phrase to the table of hard phrases.
 */
const EXCLUSIONS: readonly Exclusion[] = [
  { why: 'ordinal', before: /(?:第|[^目此之年日以当月节会事]前|^前|[排位]名|位[列居]|名列)$/ },
  { why: 'ordinal', before: new RegExp(`第[\\d${ORDINALS}]{1,3}(?:[、,和至到-]|以及)$`) },
  { why: 'ordinal', units: units('次'), before: /届[^,。;]{0,10}$/, after: /^(?:会议|全会|全体)/ },
  { why: 'ordinal', written: /^\d{1,2}$/, before: /附[件表图录]$/, after: /^[\u4e00-\u9fff]/ },
  { why: 'formula', before: /(?:[+×*#№=·]|\d[:/])$/ },
  { why: 'formula', after: /^(?:[+×*·=:]\d|[+×][A-Z])/ },
  { why: 'name in letters', before: /(?:^|[^A-Za-z])(?:[A-Za-z]{1,2}|IPv|COVID-|No\.)$/ },
  // Symbol fonts have their bullets at U+F000.
  { why: 'unknown figures', before: /[\ufffd\ue000-\uefff\uf100-\uf8ff]$/ },
  { why: 'hotline', bare: true, written: new RegExp(`^(?:${HOTLINES})$`) },
  { why: 'name', bare: true, written: /[^\d]|\d{4}/ },
  { why: 'slogan', units: units('个'), after: new RegExp(`^(?:${SLOGANS})`) },
  {
    why: 'slogan',
    units: units('个'),
    after: /^[一1](?=$|[^\u4e00-\u9fff\d]|工程|行动|活动|机制|标准|要求|目标|建设|模式)/,
  },
  {
    why: 'enumeration',
    units: units('个'),
    before: /(?:以下|如下|从|围绕|聚焦|[抓做]好|着力|存在)[^,。;]{0,4}$/,
    after: /^方面/,
  },
  { why: 'three systems of enforcement', units: units('项'), written: /^[3三]$/, after: /^制度/ },
  { why: 'promise of one visit', units: units('次 趟'), before: /(?:跑|[只仅]进)腿?$/ },
  { why: 'one for each', written: /^[1一]$/, before: /[1一][\u4e00-\u9fff]{1,2}$/ },
  { why: 'one for each', written: /^[1一]$/, after: /^[1一][\u4e00-\u9fff]/ },
  { why: 'word of its own', units: units('次'), after: /^(?:[性数]|产业)/ },
  { why: 'copies of one form', before: /一式$/ },
  { why: 'base of a rate', before: /每$/ },
  { why: 'opening hours', units: units('小时'), before: /(?:7[×*x天]|全天|365天[×*]?|自助)$/ },
  {
    why: 'opening hours',
    units: units('小时'),
    written: /^(?:8|24|二十四)$/,
    unlessBefore: SHORTENED,
    unlessAfter: /^(?:内|以内|之内)/,
  },
  { why: 'every day', units: units('天'), written: /^365$/ },
  { why: 'every day', units: units('天'), written: /^7$/, after: /^[×*x]?24/ },
  { why: 'circle of so many minutes', units: units('分钟 公里 小时'), after: /^[^,。;、]{0,8}圈/ },
  { why: 'deadline', units: TIMES, after: /^(?:内|之内|以内|前|后)/, unlessBefore: SHORTENED },
  { why: 'period', units: units('个月'), unlessBefore: new RegExp(`${SHORTENED.source}|(?:为期|历时|持续|长达)$`) },
  { why: 'time of day or full mark', units: units('分'), before: /(?:[时点]|满分为?)$/ },
  ...[MONEY, PEOPLE, TIMES, AREAS, WEIGHTS].map((kind) => ({
    why: 'threshold',
    units: kind,
    after: new RegExp(`^${LIMIT}的?[\\u4e00-\\u9fff]`),
    unlessAfter: new RegExp(`^${LIMIT}${VERB}`),
  })),
]

/** Most rules name their units: those that may apply to a unit are looked up at once. */
const ANY_UNIT = EXCLUSIONS.filter((rule) => rule.units === undefined)
const BY_UNIT = new Map(
  [...new Set(EXCLUSIONS.flatMap((rule) => [...(rule.units ?? [])]))].map((unit) => [
    unit,
    EXCLUSIONS.filter((rule) => rule.units?.has(unit) ?? true),
  ]),
)

/** Why the number is left out, or null if it counts. */
export function exclusion(around: Surroundings): string | null {
  const rules = BY_UNIT.get(around.unit) ?? ANY_UNIT
  for (const rule of rules) if (fits(rule, around)) return rule.why
  return null
}

/** Words of a rule before a threshold: 每年不少于2次, 要求比例不低于50%. */
const RULED = /(?:每[年月季周半人名个村家镇次][^,。;]{0,12}|要求|规定|应当?|须|必须|原则上|标准[是为])[^,。;]{0,12}$/

/** 每半年至少开展1次: the bound stands before the verb. */
const RULED_VERB = /每[年月季周半][^,。;]{0,8}(?:至少|不少于)[^,。;]{0,6}$/

/** Whether a number is the threshold that a rule sets, and no result of the year's work. */
export function isRule({ stated, before, unit }: Surroundings): boolean {
  if (/^不(?:得|应)/.test(stated) || RULED_VERB.test(before)) return true
  if (!/^(?:不少于|不低于|不小于|不超过|至少|最少)$/.test(stated)) return false
  return (
    (stated === '不低于' && unit === '%' && !/(?:均|都|保持|稳定|达到?|实现)[^,。;]{0,6}$/.test(before)) ||
    RULED.test(before)
  )
}

function fits(rule: Exclusion, { written, bare, before, after }: Surroundings): boolean {
  return (
    (rule.bare === undefined || bare) &&
    (rule.written?.test(written) ?? true) &&
    (rule.before?.test(before) ?? true) &&
    (rule.after?.test(after) ?? true) &&
    !rule.unlessBefore?.test(before) &&
    !rule.unlessAfter?.test(after)
  )
}
