import { CELL_SEPARATOR } from '../rows.ts'

/** Fields that a page's header or publication line may give, by the names that portals use for them. */
const LABELS = {
  publishedOn: ['发布时间', '发布日期', '公开日期', '发表时间', '更新时间', '更新日期', '时间', '日期'],
  documentDate: ['成文日期', '成文时间', '发文日期', '生成日期', '印发日期'],
  indexNumber: ['索引号'],
  issuer: ['发布机构', '发文机关', '发文机构', '制发机构', '公开机构', '发布单位', '发布机关'],
  source: ['信息来源', '文章来源', '稿件来源', '来源'],
  documentNumber: ['发文字号', '文件编号', '文号'],
  other: [
    '主题分类',
    '体裁分类',
    '公开方式',
    '公开范围',
    '信息名称',
    '标题',
    '名称',
    '主题词',
    '有效性',
    '点击量',
    '点击数',
    '点击率',
    '浏览次数',
    '浏览量',
    '阅读次数',
    '访问量',
    '作者',
    '责任编辑',
    '编辑',
    '字体',
    '字号',
    '分类',
    '关键词',
  ],
} as const

export type Field = keyof typeof LABELS
export type Fields = Partial<Record<Field, string>>

const FIELD_OF: ReadonlyMap<string, Field> = new Map(
  Object.entries(LABELS).flatMap(([field, labels]) => labels.map((label) => [label, field as Field])),
)

/** Labels are spread over the width of their column: 索 引 号. */
const spread = (label: string) => [...label].join('[ \\u3000]{0,4}')
const ANY_LABEL = [...FIELD_OF.keys()]
  .sort((left, right) => right.length - left.length)
  .map(spread)
  .join('|')
const LABELLED = new RegExp(`(?<![\\u4E00-\\u9FFF])(${ANY_LABEL})[ \\u3000]{0,2}[:：]`, 'g')
const COLON = /[:：]/
const BLANK = /\s+/g

/** The widest label with its blanks, brackets and colon. */
const MAX_LABEL_LENGTH = 24
const AROUND_LABEL = /[\s\u3000【】[\]:：]+/g

/** The field that a cell names, where it holds nothing but a label. */
function labelIn(cell: string): Field | undefined {
  return cell.length > MAX_LABEL_LENGTH ? undefined : FIELD_OF.get(cell.replace(AROUND_LABEL, ''))
}

function beginsWithLabel(cell: string): boolean {
  return COLON.test(cell) && cell.search(LABELLED) === 0
}

/** Lines that state fields of the page, and the article's own. */
export interface Parted {
  readonly stated: readonly string[]
  readonly article: readonly string[]
}

/** Parts the first lines of a container: header lines and publication line, and what belongs to the article. */
export function partHeader(lines: readonly string[]): Parted {
  const stated: string[] = []
  const article: string[] = []
  let awaitsValue = false
  for (const line of lines) {
    const isStated: boolean = isLabelled(line) || (awaitsValue && isValue(line))
    ;(isStated ? stated : article).push(line)
    awaitsValue = isStated && labelIn(line) !== undefined
  }
  return { stated, article }
}

function isLabelled(line: string): boolean {
  const [first = ''] = cellsOf(line)
  return line.length <= MAX_HEADER_LENGTH && (labelIn(first) !== undefined || beginsWithLabel(first))
}

function isValue(line: string): boolean {
  return line.length <= MAX_VALUE_LENGTH && !line.includes('。')
}

/**
 * Reads `label: value` wherever it stands: in one line with others, in cells side by side, in a list, or the value in the line
 * after its label. The first value of a field holds: pages repeat the labels of other documents further down.
 */
export function readLabels(lines: readonly string[]): Fields {
  const fields: Fields = {}
  const cells = lines.flatMap(cellsOf)
  cells.forEach((cell, index) => {
    const alone = labelIn(cell)
    if (alone !== undefined) {
      const next = cells[index + 1] ?? ''
      if (labelIn(next) === undefined && !beginsWithLabel(next)) keep(fields, alone, next)
      return
    }
    if (!COLON.test(cell)) return
    const found = [...cell.matchAll(LABELLED)]
    found.forEach((match, order) => {
      const field = FIELD_OF.get(match[1]!.replace(BLANK, ''))!
      keep(fields, field, cell.slice(match.index + match[0].length, found[order + 1]?.index))
    })
  })
  return fields
}

function cellsOf(line: string): string[] {
  return line
    .split(CELLS)
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
}
const CELLS = new RegExp(`${CELL_SEPARATOR}|[|｜│]`)

/** A header row of four or six cells is shorter; a line of prose that begins with 日期： is not. */
const MAX_HEADER_LENGTH = 300
/** A value longer than this is the text after a label, not the label's value. */
const MAX_VALUE_LENGTH = 80
/** Fields whose labels stand before other things too: 时间 before office hours. */
const DATES: ReadonlySet<Field> = new Set(['publishedOn', 'documentDate'])
const NO_VALUE = /^(?:null|undefined|-+|无|暂无)?$/i

function keep(fields: Fields, field: Field, value: string): void {
  const trimmed = value.trim()
  if (fields[field] !== undefined || trimmed.length > MAX_VALUE_LENGTH || NO_VALUE.test(trimmed)) return
  if (DATES.has(field) && isoDate(trimmed) === null) return
  fields[field] = trimmed
}

const DATE = /(?<![0-9])((?:19|20)[0-9]{2})\s?[-/.年]\s?([0-9]{1,2})\s?[-/.月]\s?([0-9]{1,2})(?![0-9])/

/** The ISO date at the head of a value, or null: no day is ever made up. */
export function isoDate(value: string | undefined): string | null {
  const [, year, month, day] = DATE.exec(value ?? '') ?? []
  if (year === undefined || month === undefined || day === undefined) return null
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const read = new Date(`${date}T00:00:00Z`)
  return Number.isNaN(read.getTime()) || !read.toISOString().startsWith(date) ? null : date
}
