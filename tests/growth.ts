import { cpuTime } from './cpu-time.ts'

const PARTS = 32
const TRIES = 3

/** A linear function stays below this growth: its own is about 1, that of a quadratic one about 32. */
export const LINEAR = 8

/**
 * How many times the processor time of `PARTS` small inputs one input of their total size takes. Processor time of the
 * same amount of input, so neither a slow nor a busy machine changes it much; the least of some tries counts.
 * @param prepare makes an input of so many pieces and returns the work on it, so that making it is not measured
 * @param pieces of the large input; the small ones have a 32nd of it each
 */
export function growth(prepare: (pieces: number) => () => unknown, pieces: number): number {
  const small = prepare(pieces / PARTS)
  const large = prepare(pieces)
  small()
  const ratios = Array.from({ length: TRIES }, () => {
    const forParts = timed(() => {
      for (let part = 0; part < PARTS; part++) small()
    })
    return timed(large) / forParts
  })
  return Math.min(...ratios)
}

function timed(work: () => unknown): number {
  const start = cpuTime()
  work()
  return cpuTime() - start
}
