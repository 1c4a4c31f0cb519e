import * as v from 'valibot'
import { bound, period, role, topic } from '../../shared/report/report-attributes.ts'
import { codesOf, type Label, periodOf, scopesOf, topicsOf } from './label.ts'
import { squeeze } from './squeezed.ts'

/** What is wrong with one label of a text, in words; empty if nothing is. */
export function faultsOf(label: Label, text: string, codes: ReadonlySet<string>): string[] {
  return [...vocabularyFaults(label, codes), ...senseFaults(label), ...numberFaults(label, text)].map(
    (fault) => `${label.before}|${label.raw}: ${fault}`,
  )
}

function vocabularyFaults(label: Label, codes: ReadonlySet<string>): string[] {
  const unknown = (name: string, values: readonly string[], known: (value: string) => boolean) =>
    values.filter((value) => !known(value)).map((value) => `no such ${name}: ${value}`)
  const named = codesOf(label).filter((code) => code !== null)
  return [
    ...unknown('code', named, (code) => codes.has(code)),
    ...unknown('topic', topicsOf(label), (value) => v.is(topic, value)),
    ...unknown('bound', [label.bound], (value) => v.is(bound, value)),
    ...unknown('role', [label.role], (value) => v.is(role, value)),
    ...unknown('period', [periodOf(label)], (value) => v.is(period, value)),
  ]
}

function senseFaults(label: Label): string[] {
  const readings = [codesOf(label), scopesOf(label), topicsOf(label)]
  return [
    label.subject === '' ? 'no subject' : '',
    label.role === 'baseline' && periodOf(label) !== 'earlier' ? 'a baseline is of an earlier time' : '',
    label.role === 'target' && periodOf(label) !== 'year' ? 'a target has the period year' : '',
    codesOf(label).every((code) => code === null) && label.scope !== null ? 'a scope, but no code that it limits' : '',
    readings.some((same) => new Set(same).size < same.length) ? 'the same reading twice' : '',
  ].filter((fault) => fault !== '')
}

const NUMBER = /\d+(?:[,，]\d{3})*(?:\.\d+)?/
/** What a number in digits is multiplied by, as the scale right behind it says. */
const SCALES = { 千: 1e3, 百: 1e2, 万: 1e4, 亿: 1e8, 万亿: 1e12, 百万: 1e6, 千万: 1e7 } as const
const SCALE = /^[余多几]?(万亿|千万|百万|[百千万亿])?/
const RELATIVE_ERROR = 1e-9

/** A unit or a value that the text does not bear out. Numbers in Chinese numerals are not read again here. */
function numberFaults({ raw, value, unit }: Label, text: string): string[] {
  const plain = simplified(raw)
  const own = squeeze(simplified(unit)).text
  const stands = squeeze(plain).text.includes(own) || squeeze(simplified(text)).text.includes(own)
  return [
    Number.isFinite(value) ? '' : 'no value',
    stands ? '' : `the unit ${unit} does not stand in the text`,
    isValueOf(plain, value) ? '' : `${value} is not the value of ${raw}`,
  ].filter((fault) => fault !== '')
}

/** A number without a unit of its own (3—5万元, a cell under 万元) may take its scale from elsewhere. */
function isValueOf(raw: string, value: number): boolean {
  const found = NUMBER.exec(raw)
  if (found === null || /百分之|分之/.test(raw)) return true
  const number = Number(found[0].replace(/[,，]/g, ''))
  const behind = raw.slice(found.index + found[0].length)
  const scale = SCALE.exec(behind)?.[1] as keyof typeof SCALES | undefined
  const allowed = scale !== undefined ? [SCALES[scale]] : behind === '' ? [1, ...Object.values(SCALES)] : [1]
  return allowed.some((factor) => Math.abs(number * factor - value) <= RELATIVE_ERROR * Math.max(1, Math.abs(value)))
}

/** Half-width, with the scales and signs that a number needs in Simplified characters. */
function simplified(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll('萬', '万')
    .replaceAll('億', '亿')
    .replaceAll('﹪', '%')
    .replaceAll('餘', '余')
}
