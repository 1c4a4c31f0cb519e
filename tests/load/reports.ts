import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { documentIdOf } from '../../shared/report/document-id.ts'
import { Chance } from '../faults/chance.ts'
import { townReport } from '../pipeline/reports.ts'

const SAMPLES = join(import.meta.dirname, '../../samples/reports')

/** Texts of one place, of which there is a copy for each place. */
const MODELS = {
  /** With 86 and 119 figures. */
  long: [
    { text: readFileSync(join(SAMPLES, 'town-2023.txt'), 'utf8'), place: '桐坝镇', kind: '镇' },
    { text: readFileSync(join(SAMPLES, 'city-2023.txt'), 'utf8'), place: '抚州市', kind: '市' },
  ],
  /** With six. */
  short: [{ text: townReport({ town: '青石镇' }), place: '青石镇', kind: '镇' }],
} as const

export type Length = keyof typeof MODELS

const COUNT = /[0-9]{2,4}(?=[件人次份场])/g
/** No numerals: they would make years and figures. */
const DIGITS = '甲乙丙丁戊己庚辛壬癸'

export interface Report {
  readonly key: string
  readonly body: Buffer
  readonly documentId: string
}

/** Reports of as many places, with counts of their own. The same for the same seed. */
export function reportsOf(documents: number, length: Length, seed: number): Report[] {
  const chance = new Chance(seed)
  const drawn = (digits: number) => String(10 ** (digits - 1) + chance.below(9 * 10 ** (digits - 1)))
  return Array.from({ length: documents }, (_, n) => {
    const models = MODELS[length]
    const { text, place, kind } = models[n % models.length]!
    const name = `${[...String(n)].map((digit) => DIGITS[Number(digit)]).join('')}溪${kind}`
    const body = Buffer.from(text.replace(COUNT, ({ length }) => drawn(length)).replaceAll(place, name))
    return { key: `incoming/${n}.txt`, body, documentId: documentIdOf(body) }
  })
}
