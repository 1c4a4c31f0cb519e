import type { Section } from '../../report/report.ts'
import type { Measurement } from './measurement.ts'

const MEASURE = /(\d{1,12}(?:\.\d{1,8})?)\s?(余)?(万)?(余)?(人次|件次|家次|平方米|[件次人项份宗个名家户场条元篇起%])/g

/** Every number of the report's text that measures something, in the order of the text. */
export function measure(text: string, sections: readonly Section[]): Measurement[] {
  const body = { start: sections[0]?.start ?? 0, end: sections.at(-1)?.end ?? text.length }
  return [...text.slice(body.start, body.end).matchAll(MEASURE)].map((found) => {
    const start = body.start + found.index
    const end = start + found[0].length
    return {
      start,
      end,
      raw: found[0],
      value: Number(found[1]) * (found[3] ? 10_000 : 1),
      unit: found[5] ?? '',
      bound: found[2] || found[4] ? 'atLeast' : 'exact',
      role: 'level',
      sentence: { start, end },
    }
  })
}
