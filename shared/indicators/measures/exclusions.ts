import { MONEY, PEOPLE, TIMES } from './units.ts'

/** What a rule may look at: the number with its unit, and the reading's words around it, up to the sentence's ends. */
export interface Surroundings {
  readonly before: string
  readonly after: string
  readonly written: string
  readonly unit: string
  readonly bare: boolean
  readonly value: number
}

interface Exclusion {
  readonly why: string
  readonly applies: (around: Surroundings) => boolean
}

const ordinal =
  /(?:第|第[\d一二三四五六七八九十]{1,3}(?:[、,和至到-]|以及)|[^目此之年日以当月节会事]前|^前|[排位]名|位[列居]|名列)$/
const joined = /(?:[+×*#№=·]|\d[:/])$|(?:^|[^A-Za-z])(?:[A-Za-z]{1,2}|IPv|COVID-|No\.)$/
const joinedBehind = /^(?:[+×*·=:]\d|[+×][A-Z])/
const slogan =
  /^(?:维护|意识|自信|确立|坚持|代表|全面|服从|务必|必须|一律|一批|到位|不准|严禁|严格|统一|明确|突出|强化|结合|更加|转变|注重|聚焦|清零|百年|零|100%|[一1](?=$|[^\u4e00-\u9fff\d]|工程|行动|活动|机制|标准|要求|目标|建设|模式))/
const category = /^(?:以上|以下|以内|及以上|及以下)的?[\u4e00-\u9fff]/
const verbBehind = /^(?:以上|以下|以内|及以上|及以下)(?:参加|参与|通过|完成|实现|达到|获得|取得|位居|以上)/
const deadline = /^(?:个工作日|日)?(?:内|之内|以内|前|后)/
const shortened =
  /(?:压缩|缩短|压减|缩减|减少|控制|提速|降[至到低]|减[至到]|缩[至到]|实现|平均|最短|最快|时[间限长]|用时|耗时|周期|提前)[^,。;]{0,14}$/
const roundTheClock = /(?:7[×*x天]|全天|365天[×*]?|自助)$/
const circle = /^[^,。;、]{0,8}圈/
const hotline = /^(?:110|114|119|120|122|1[12]\d{3}|12\d{3}|96\d{3,4}|95\d{3})$/

/**
 * Why a number with a measure word still measures nothing. One rule a row, first come first served; to leave out another
 * construction, add a row here and a phrase to the table of hard phrases.
 */
const EXCLUSIONS: readonly Exclusion[] = [
  { why: 'an ordinal', applies: ({ before }) => ordinal.test(before) },
  {
    why: 'part of a formula or of a name in letters',
    applies: ({ before, after }) => joined.test(before) || joinedBehind.test(after),
  },
  { why: 'a hotline', applies: ({ written, bare }) => bare && (hotline.test(written) || !/^\d{1,3}$/.test(written)) },
  { why: 'a slogan', applies: ({ unit, after }) => unit === '个' && slogan.test(after) },
  {
    why: 'the three systems of enforcement',
    applies: ({ unit, value, after }) => unit === '项' && value === 3 && after.startsWith('制度'),
  },
  {
    why: 'the promise of one visit',
    applies: ({ before, unit }) => /[次趟]/.test(unit) && /(?:跑|[只仅]进)(?:腿)?$/.test(before),
  },
  {
    why: 'one for each',
    applies: ({ before, after, value }) =>
      value === 1 && (/[1一][\u4e00-\u9fff]{1,2}$/.test(before) || /^[1一][\u4e00-\u9fff]/.test(after)),
  },
  { why: 'a word of its own (一次性)', applies: ({ unit, after }) => unit === '次' && /^[性数]/.test(after) },
  { why: 'copies of one form', applies: ({ before }) => before.endsWith('一式') },
  {
    why: 'opening hours',
    applies: ({ unit, value, before, after }) =>
      (unit === '小时' &&
        (value === 24 || value === 8) &&
        (roundTheClock.test(before) || !shortened.test(before)) &&
        !/^(?:内|以内|之内)/.test(after)) ||
      (unit === '天' && (value === 365 || (value === 7 && /^[×*x]?24/.test(after)))),
  },
  {
    why: 'a circle of so many minutes',
    applies: ({ unit, after }) => /分钟|公里|小时/.test(unit) && circle.test(after),
  },
  {
    why: 'a deadline',
    applies: ({ unit, before, after }) =>
      (TIMES.has(unit) || unit === '日') && deadline.test(after) && !shortened.test(before),
  },
  { why: 'a period', applies: ({ unit, before }) => unit === '个月' && !shortened.test(before) },
  {
    why: 'a time of day or a full mark',
    applies: ({ unit, before }) => unit === '分' && /(?:[时点]|满分为?)$/.test(before),
  },
  { why: "a rate's base", applies: ({ before }) => before.endsWith('每') },
  {
    why: 'a threshold',
    applies: ({ unit, after }) =>
      category.test(after) &&
      !verbBehind.test(after) &&
      (MONEY.has(unit) || PEOPLE.has(unit) || TIMES.has(unit) || unit === '平方米' || unit === '米'),
  },
]

/** Why the number is left out, or null where it counts. */
export function exclusion(around: Surroundings): string | null {
  return EXCLUSIONS.find(({ applies }) => applies(around))?.why ?? null
}
