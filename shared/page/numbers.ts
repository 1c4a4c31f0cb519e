import type { Bound } from '../report/report.ts'
import { BOUND_WORDS, type Language } from './vocabulary.ts'

const LOCALES: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en-GB' }
/** Rates of reports have two decimals; anything finer is a product of base units. */
const DECIMALS = 4

/** @example numberOf(38652, 'en') // '38,652' */
export function numberOf(value: number, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: DECIMALS }).format(value)
}

/** For an axis: 4万 in Chinese, 40K in English. */
export function shortNumberOf(value: number, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language], { notation: 'compact' }).format(value)
}

interface Stated {
  readonly value: number
  readonly unit: string | null
  readonly bound: Bound | null
}

/** A value with its unit and how exactly it is stated: `≥ 38,652 件`, `98.7%`. */
export function statedValue({ value, unit, bound }: Stated, language: Language): string {
  const sign = bound === null || bound === 'exact' ? '' : `${BOUND_WORDS[bound][language]} `
  const space = unit === null || unit === '' || unit === '%' ? '' : ' '
  return `${sign}${numberOf(value, language)}${space}${unit ?? ''}`
}
