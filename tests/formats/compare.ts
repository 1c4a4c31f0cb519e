import { parseDocument } from '../../shared/parse/parse-document.ts'
import type { ParsedDocument } from '../../shared/report/report.ts'
import { TEXT } from './sample.ts'

export interface Figure {
  readonly raw: string
  readonly value: number
  readonly unit: string
  readonly role: string
  readonly code: string | null
}

/** What must be the same in two formats of a report: every figure, without the blanks of the layout. */
export function figures({ indicators }: ParsedDocument): Figure[] {
  return indicators.map(({ raw, value, unit, role, code }) => ({
    raw: raw.replace(/\s/g, ''),
    value,
    unit,
    role,
    code,
  }))
}

let expected: Promise<Figure[]> | undefined

/** The figures of the sample's plain text. */
export function expectedFigures(): Promise<Figure[]> {
  expected ??= parseDocument(Buffer.from(TEXT)).then(figures)
  return expected
}
