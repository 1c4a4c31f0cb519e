import { parseDocument } from '../../shared/parse/parse-document.ts'
import type { ParsedDocument } from '../../shared/report/report.ts'
import { makeZip } from '../formats/make-zip.ts'
import { townReport } from '../pipeline/reports.ts'

/** The code of which each made report has one figure. */
export const COMPARED_CODE = 'mediation.accepted'
export const COMPARED_YEAR = 2023

/** One object for the bucket. */
export interface Upload {
  readonly key: string
  readonly body: Uint8Array
}

const NOTICE = '关于开展春季义务植树活动的通知\n各村:定于3月12日上午组织义务植树,请按时参加。\n'
/** A report whose title has it gives several messages. */
const LONG = '长汀'
const LONG_SUBJECT = 'x'.repeat(90_000)

/** No numerals: 二零 begins a year. */
const townOf = (n: number) => `${[...String(n)].map((digit) => '甲乙丙丁戊己庚辛壬癸'[Number(digit)]).join('')}溪镇`
const reportOf = (n: number, prefix = '') =>
  townReport({ town: `${prefix}${townOf(n)}`, cases: n + 2, year: COMPARED_YEAR })

/**
 * Files of every fate: reports, long ones, corrected ones, the same bytes under two names, an archive, notices, an empty file.
 * @param count of files; at least 20
 */
export function uploadsOf(count: number): Upload[] {
  const bodyOf = (n: number): string => {
    switch (n % 20) {
      case 1:
        return reportOf(n, LONG)
      case 2:
        return `${NOTICE}${n}`
      case 3:
        return reportOf(n - 3)
      case 4:
        return `${reportOf(n - 4).replace('件', '起')}${townOf(n - 4)}人民政府\n2024年3月${(n % 28) + 1}日\n`
      case 5:
        return n === 5 ? '' : reportOf(n)
      default:
        return reportOf(n)
    }
  }
  return Array.from({ length: count }, (_, n) => {
    if (n % 100 !== 10) return { key: `incoming/${n}.txt`, body: Buffer.from(bodyOf(n)) }
    const files = [0, 1].map((file) => ({ name: `${file}.txt`, data: reportOf(n, file === 0 ? '上' : '下') }))
    return { key: `incoming/${n}.zip`, body: makeZip(files) }
  })
}

/** The parser in two versions. The newer finds one figure less, so that rows of the two can be told apart by their number. */
export function parserOf(version: number) {
  const parse = async (bytes: Uint8Array): Promise<ParsedDocument> => {
    const { report, text, indicators } = await parseDocument(bytes)
    const isLong = report.title?.includes(LONG) === true
    const found = version === 1 ? indicators : indicators.slice(0, -1)
    return {
      text,
      report: { ...report, parserVersion: String(version) },
      indicators: isLong ? found.map((indicator) => ({ ...indicator, subject: LONG_SUBJECT })) : found,
    }
  }
  return { parserVersion: version, parse }
}
