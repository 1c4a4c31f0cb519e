import { fold } from '../../text/fold.ts'
import type { Around } from '../pages/surroundings.ts'

/** Words of a link that say what a click does, or that there is something. */
const SAYS_NOTHING =
  /^(?:(?:请?点击|在线|立即|全文|文件|附件|报告)?(?:查看|浏览|阅读|预览|打开|下载|详情|详细|详见|链接|进入)(?:详情|全文|内容|原文|报告|附件|此处|这里)?|点击(?:这里|此处)|全文|原文|正文|附件[0-9一二三]?|已?公开|已发布|有|pdf|word|docx?|wps|view|more|[√●○★☆✓▶>»…]+)$/i
const YEAR = /20[0-9]{2}|二[〇○零O0]/
const ONLY_YEAR = /^(20[0-9]{2})年?度?$/
/** A report without its year: 法治政府建设年度报告, 年度报告, 工作总结. */
const WITHOUT_YEAR = /^.{0,40}(?:报告|总结|年报|情况|汇报)(?:\(.{1,12}\))?$/
const SUBJECT = /法治|依法行政/
/** Words over a column that say nothing of its rows. */
const SAYS_NO_NAME = /^(?:操作|查看|下载|链接|附件|备注|标题|名称|全文|内容|文件|报告)$/
const MIN_NAME = 3

/**
 * The title of a row whose link leaves a part of it out: 查看 in a table of bodies and years, 点击下载 behind 2020年, a report under the
 * heading of its year. Null if the link says it all, or nothing around it says more.
 * @param own what the link says
 */
export function titleAround(own: string, around: Around): string | null {
  const said = bare(own)
  if (YEAR.test(said) && !ONLY_YEAR.test(said)) return null
  const row = clean(around.row)
  const column = SAYS_NO_NAME.test(clean(around.column)) ? '' : clean(around.column)
  if (ONLY_YEAR.test(said)) return row === '' || YEAR.test(row) ? null : `${row}${yearWord(said)}`
  if (SAYS_NOTHING.test(said)) return titleOfPlaces([row, column, clean(around.before)], around)
  const year = [row, column].find((words) => ONLY_YEAR.test(words)) ?? around.year
  return year !== null && WITHOUT_YEAR.test(said) ? `${yearWord(year)}${own}` : null
}

/** The title of a row whose link says nothing: words beside it that are one, else those of a body and a year. */
function titleOfPlaces(places: readonly string[], { year: over, heading }: Around): string | null {
  const title = places.find((words) => YEAR.test(words) && !ONLY_YEAR.test(words))
  if (title !== undefined) return title
  const year = places.find((words) => ONLY_YEAR.test(words)) ?? over
  const name = places.find((words) => words.length >= MIN_NAME && !YEAR.test(words)) ?? ''
  if (year === null) return name === '' ? null : name
  if (WITHOUT_YEAR.test(name)) return `${yearWord(year)}${name}`
  return `${name}${yearWord(year)}${SUBJECT.test(heading) && !YEAR.test(heading) ? heading : ''}`
}

function yearWord(year: string): string {
  return year.replace(ONLY_YEAR, '$1年')
}

function clean(words: string): string {
  return bare(words).replace(/[:,;，：；、—-]+$/, '')
}

function bare(words: string): string {
  return fold(words)
    .replace(/\s+/g, '')
    .replace(/^[[(【《「]+|[\])】》」]+$/g, '')
}
