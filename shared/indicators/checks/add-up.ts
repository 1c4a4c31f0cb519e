import type { Indicator } from '../../report/report.ts'
import { isExact } from './same-sentence.ts'

type Stated = Pick<Indicator, 'value' | 'bound'>

/** Parts that make up this much of their total are meant as all of it; fewer may be examples. */
const MEANT_AS_WHOLE = 0.9

/**
 * Whether the parts that a report states after 其中 make up their total.
 * @returns null if that cannot be said: a figure is not exact, or the parts may be examples
 * @example addUp({ value: 500, bound: 'exact' }, [{ value: 132, bound: 'exact' }]) // null
 */
export function addUp(total: Stated, parts: readonly Stated[]): boolean | null {
  if (parts.length === 0 || ![total, ...parts].every(isExact)) return null
  const sum = sumOf(parts)
  if (sum === total.value) return true
  const isShort = parts.length > 1 && sum >= total.value * MEANT_AS_WHOLE
  return sum > total.value || isShort ? false : null
}

/** Decimals are summed in writing's precision: 0.1 and 0.2 make 0.3. */
export function sumOf(parts: readonly Pick<Indicator, 'value'>[]): number {
  return Number(parts.reduce((sum, { value }) => sum + value, 0).toFixed(6))
}
