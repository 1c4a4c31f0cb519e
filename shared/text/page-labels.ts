import { isClock } from './page-boilerplate.ts'

export type Field = 'published' | 'dated' | 'updated' | 'indexNumber' | 'source' | 'publisher' | 'title' | 'none'

/** The labels of page headers and publication lines, by what they introduce. Those of `none` only end another's value. */
const LABELS: Readonly<Record<Field, readonly string[]>> = {
  published: [
    '发布时间',
    '发布日期',
    '发表时间',
    '发表日期',
    '公开日期',
    '公开时间',
    '公布日期',
    '信息提供日期',
    '信息提供时间',
    '上网日期',
    '上网时间',
    '上传时间',
    '录入时间',
    '信息时间',
    '添加时间',
    '发稿时间',
    '刊发时间',
    '刊登日期',
    '上线时间',
    '发布于',
    '发表于',
    '时间',
    '日期',
  ],
  dated: ['成文日期', '成文时间', '发文日期', '发文时间', '生成日期', '生成时间', '制发日期', '印发日期'],
  updated: ['更新时间', '更新日期', '最后更新时间', '最后更新', '更新于', '修改时间', '修改日期'],
  indexNumber: ['索引号', '信息索引号', '索引编号'],
  source: ['信息来源', '文章来源', '稿件来源', '内容来源', '来源'],
  publisher: [
    '发布机构',
    '发文机关',
    '发文机构',
    '制发机构',
    '制发机关',
    '发布单位',
    '发布机关',
    '发文单位',
    '公开机构',
    '公开单位',
    '发布部门',
    '公开责任部门',
  ],
  title: ['标题', '名称', '信息名称', '文件名称', '公文标题'],
  none: [
    '发布者',
    '发布人',
    '主题分类',
    '主题词',
    '体裁分类',
    '公开方式',
    '公开范围',
    '公开类别',
    '文号',
    '发文字号',
    '文件编号',
    '信息分类',
    '有效性',
    '时效性',
    '时效',
    '点击量',
    '点击数',
    '点击率',
    '点击',
    '浏览次数',
    '浏览量',
    '浏览',
    '访问次数',
    '访问量',
    '阅读次数',
    '阅读',
    '作者',
    '编辑',
    '审核',
    '字体',
    '字号',
    '关键词',
    '内容概述',
    '信息类别',
    '分类',
    '语种',
    '签发人',
    '责任编辑',
    '失效日期',
    '生效日期',
    '施行日期',
  ],
}
const FIELD_OF = new Map(
  Object.entries(LABELS).flatMap(([field, labels]) => labels.map((label) => [label, field as Field])),
)

/** One look at a character tells that none of the many labels begins with it. */
const FIRST_CHARACTERS = [...new Set([...FIELD_OF.keys()].map((label) => label[0]))].join('')
/** Labels of two characters end other words too (办理时间): no Chinese character may stand before them. */
const LABEL_SOURCE = [...FIELD_OF.keys()]
  .sort((a, b) => b.length - a.length)
  .map((label) => (label.length > 2 ? '' : '(?<![\\u4e00-\\u9fff])') + [...label].join('\\s{0,4}'))
  .join('|')
const LABEL = new RegExp(`(?=[${FIRST_CHARACTERS}])(?:${LABEL_SOURCE})`, 'g')
const OPENS_WITH_LABEL = new RegExp(`^(?:${LABEL_SOURCE})`)
/** What may part a label from its value; without any of it, only a year may follow. */
const PARTING = /^\s*(?:[:\]】|│]\s*)+|^\s+/
const TRIM = /^[\s|│[\]【】,;-]+|[\s|│[\]【】,;-]+$/g
/** What templates and programs write if a page has no value. */
const NO_VALUE = /^(?:null|undefined|无|暂无)?$/i
/** The publication line of some pages begins with the site's name. */
const LABELLED_DATE = /(?:时间|日期):20\d\d[-/.年]/

/** With the blanks that layouts put between their characters. */
const LONGEST_LABEL = 40

export interface Labelled {
  readonly field: Field
  readonly value: string
}

interface LabelledLine {
  readonly values: readonly Labelled[]
  /** The field of a label that ends the line: the next line is its value. */
  readonly open: Field | null
  readonly hasLabels: boolean
}

/**
 * The labelled values of a page's header, in its order: `发布机构: 甲县人民政府 | 发布日期: 2023-01-05`, in brackets, in
 * columns, or with the value on the line below.
 * @param lines folded to Simplified and half-width
 * @example labelledValues(['发布日期:2023-01-05 来源:县水利局'])
 * // [{ field: 'published', value: '2023-01-05' }, { field: 'source', value: '县水利局' }]
 */
export function labelledValues(lines: readonly string[]): Labelled[] {
  const found: Labelled[] = []
  let open: Field | null = null
  for (const line of lines) {
    if (isClock(line)) continue
    const { values, hasLabels, open: next } = readLine(line)
    const below = line.replace(TRIM, '')
    if (open !== null && !hasLabels && !NO_VALUE.test(below)) found.push({ field: open, value: below })
    found.push(...values)
    open = next
  }
  return found
}

const UNLABELLED: LabelledLine = { values: [], open: null, hasLabels: false }

function readLine(line: string): LabelledLine {
  if (line.search(LABEL) === -1) return UNLABELLED
  const labels = [...line.matchAll(LABEL)].filter((label) => introduces(line, label))
  const all = labels.map((label, at) => ({
    field: FIELD_OF.get(label[0].replace(/\s/g, ''))!,
    value: line
      .slice(label.index + label[0].length, labels[at + 1]?.index)
      .replace(PARTING, '')
      .replace(TRIM, ''),
  }))
  const last = all.at(-1)
  return {
    values: all.filter(({ value }) => !NO_VALUE.test(value)),
    open: last?.value === '' ? last.field : null,
    hasLabels: labels.length > 0,
  }
}

/** Whether the line begins with a label and so belongs to the header. @param line folded */
export function isLabelled(line: string): boolean {
  const words = line.slice(0, LONGEST_LABEL).replace(TRIM, '')
  const label = OPENS_WITH_LABEL.exec(words)
  return label !== null && introduces(words, label)
}

/** Whether the line ends in a label whose value is on the line below. @param line folded */
export function endsInLabel(line: string): boolean {
  return readLine(line).open !== null
}

/** Whether the line contains a date with its label, in any place. @param line folded, blanks left out */
export function holdsLabelledDate(line: string): boolean {
  return LABELLED_DATE.test(line)
}

function introduces(text: string, label: RegExpExecArray): boolean {
  const after = text.slice(label.index + label[0].length)
  return after === '' || PARTING.test(after) || /^20\d\d/.test(after)
}
