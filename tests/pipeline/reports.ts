import { parseDocument } from '../../shared/parse/parse-document.ts'

/** A short report of a town, with one figure per clause. */
export function townReport({ town = '青石镇', year = 2023, cases = 12 } = {}): string {
  return `${town}${year}年法治政府建设年度报告

${year}年,${town}坚持依法行政,各项工作平稳推进。现将有关情况报告如下:
一、主要工作
(一)依法化解矛盾。全年受理人民调解案件${cases}件,调解成功${cases - 1}件。
(二)规范执法。开展执法检查230次,办理行政处罚案件41件,罚款3.6万元。
二、存在的问题
基层执法力量仍显不足,干部学法的主动性有待提高。
三、下一步打算
组织法治培训4次,持续提升依法办事水平。
`
}

/** A report with many figures: a table of villages, as in an annex. */
export function longReport(villages: number): string {
  const lines = Array.from({ length: villages }, (_, n) => `第${n + 1}村调解纠纷${n + 3}件,开展普法宣传${n + 5}次。`)
  return `${townReport({ town: '长汀铺镇' })}\n各村情况:\n${lines.join('\n')}\n`
}

/** How many figures the parser finds in a text: as many rows must be in the table. */
export async function figuresIn(text: string): Promise<number> {
  return (await parseDocument(new TextEncoder().encode(text))).indicators.length
}
