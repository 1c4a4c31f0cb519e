import type { Period } from '../../report/report.ts'
import type { Span } from '../../text/span.ts'
import type { Figure } from './meaning.ts'

/** What a text says of time before its first figure holds for all of it: 上半年工作总结, “七五”普法总结. */
const LONGEST_OPENING = 300
const AVERAGE =
  /(?:[日月年人户周季]均|平均每|每(?:万|百|千|个|名|位|家|件|户|人|村|社区|镇|校|班|所|年|月|天|日|周|季)[^,。;、]{0,8}$)/
const CHINESE = '[二两三四五六七八九十]'
/** Words of time, in the order in which one is tried before the other at one place. */
const TIME = new RegExp(
  [
    // Set beside this year's: 较2019年的58件 is one figure of that year, 比去年减少14起 none.
    '(?<compared>(?:较|比|同|与|相比)(?:去年|上年|前年|上一?年度|(?:19|20)\\d\\d年度?)(?:同期)?的?)',
    `(?<span>(?:近|过去|连续)(?:${CHINESE}|\\d)+年(?!度)|(?<since>(?:19|20)\\d\\d)年(?:度|底|初|末|\\d+月)?以来(?!的)|[三五十]年(?:来|间)|[七八]五["”]?(?:普法)?(?:以来|期间|规划期)|[七八]五["”]?普法工作总结|十[三四]五["”]?(?:以来|期间|时期)|(?:19|20)\\d\\d年?(?:[-—–~至到])(?:19|20)\\d\\d年|累计(?:接收|解除)|党的十[八九]大以来|建国以来|成立以来|(?:改革|“[^”]{1,8}”|"[^"]{1,8}")以来|本届政府)`,
    '(?<part>上半年|下半年|[前第]?[一二三四1-4]季度|前(?:[二三四五六七八九]|[2-9])个?月|(?<![\\d年-])1月?份?(?:[-—–~至到])[2-9]月份?|(?<!\\d)[2-9]月?份?(?:[-—–~至到])(?:[2-9]|1[0-2])月份?|(?:截至|截止到?|至)(?:今年|(?:19|20)\\d\\d年)?[1-9]月(?!份?以[后来])|(?<![\\d—–~-]|截至|截止|底|于|至|到)(?:[1-9]|1[0-2])月份?(?!\\d*日)(?=以来|当月|期间|[中上下]旬|,|开展|组织|共))',
    '(?<earlier>去年(?:同期)?|上年(?!结转|度?遗留|未结|度结转)|上一年|前年|往年|上年同期)',
    '(?<year>(?:19|20)\\d\\d)年(?!以来|度?[-—–~至])',
    '(?<whole>全年|年度内)',
    '(?<now>今年|本年|当年|年内|目前|年底|现有|现聘|当前|现(?=在册)|截至)',
  ].join('|'),
  'g',
)
/** Every word of time has one of these: most words before a figure have none. */
const MAY_SAY = /[年月季来期届计前现截]/
/** A year that names what is worked on is no period of the figure: 核查2021年度土地图斑1847个. */
const ATTRIBUTE = /(?:核查|办理|完成|开展|制定|印发|编制|公布|发布|修订|组织|实施|落实|报送|撰写|对|为|《[^》]*)$/
const TO_VALUE = /^[^,;。]{0,6}(?:至|到)$/
const SINCE_BEGINNING = /^[,;(]?(?:其中)?[,:]?(?:今年|本年|当年|年内)(?:度?)新/

/** What the reporting year is, and what the opening says of the time of all that follows. */
export interface Time {
  readonly year: number | null
  readonly opening: Period
}

/** What a text says of the time of all its figures, before the first of them. */
export function openingPeriod(opening: string): Period {
  const said = [...opening.slice(0, LONGEST_OPENING).matchAll(TIME)]
  if (said.some(({ groups }) => groups!.whole !== undefined)) return 'year'
  if (said.some(({ groups }) => groups!.part !== undefined)) return 'part'
  return said.some(({ 0: words }) => /[七八]五["”]?普法(?:以来|工作总结)/.test(words)) ? 'span' : 'year'
}

/** The period of each figure of a sentence: what its own clause says, else what the sentence said last, else the opening's. */
export function periodsOf(text: string, sentence: Span, figures: readonly Figure[], { year, opening }: Time): Period[] {
  let held = opening
  let from = sentence.start
  let last: Period = opening
  return figures.map((figure, at) => {
    const words = text.slice(from, figure.start)
    from = figure.end
    if (held === 'earlier' && (/[;)]/.test(words) || TO_VALUE.test(words))) held = opening
    const said = saidIn(words, { year, opening }, held)
    if (said.holds) held = said.period
    const { role } = figure.measurement
    if (role === 'target') return 'year'
    if (role === 'baseline') return 'earlier'
    const clause = words.slice(Math.max(words.lastIndexOf(','), words.lastIndexOf('、'), words.lastIndexOf(';')) + 1)
    const isAverage = AVERAGE.test(clause) || (last === 'average' && TO_VALUE.test(words))
    last = isAverage ? 'average' : said.period
    if (isAverage) return last
    if (role === 'change' && said.period === 'earlier') return 'year'
    const next = text.slice(figure.end, figures[at + 1]?.start ?? sentence.end)
    return words.includes('累计') && SINCE_BEGINNING.test(next) ? 'span' : said.period
  })
}

/** The last word of time before a figure, and whether it goes on holding. */
function saidIn(words: string, { year, opening }: Time, held: Period): { period: Period; holds: boolean } {
  let said = { period: held, holds: false }
  if (!MAY_SAY.test(words)) return said
  for (const { 0: word, index, groups } of words.matchAll(TIME)) {
    const { compared, span, since, part, earlier, year: named, whole } = groups!
    if (compared !== undefined) {
      if (index + word.length === words.length) said = { period: 'earlier', holds: false }
    } else if (span !== undefined)
      said = { period: since !== undefined && year !== null && Number(since) >= year ? 'year' : 'span', holds: true }
    else if (part !== undefined) said = { period: 'part', holds: true }
    else if (earlier !== undefined) said = { period: 'earlier', holds: true }
    else if (whole !== undefined) said = { period: 'year', holds: true }
    else if (named !== undefined) {
      if (year !== null && !ATTRIBUTE.test(words.slice(0, index)))
        said = { period: Number(named) < year ? 'earlier' : 'year', holds: true }
    } else if (said.period !== 'part' || (opening !== 'part' && /^(?:截至|目前)/.test(word)))
      said = { period: 'year', holds: true }
  }
  return said
}
