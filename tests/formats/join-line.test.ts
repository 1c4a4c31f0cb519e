import { expect, test } from 'vitest'
import { joinLine } from '../../shared/formats/layout/join-line.ts'
import { growth, LINEAR } from '../growth.ts'

test('a line of letters that stand apart is joined in linear time', () => {
  const lineOf = (count: number) =>
    Array.from({ length: count }, (_, n) => ({ text: 'a', x: n * 15, y: 0, width: 10, size: 10 }))
  const workOn = (count: number) => {
    const runs = lineOf(count)
    return () => joinLine(runs)
  }
  expect(joinLine(lineOf(3)).text).toBe('a a a')
  expect(growth(workOn, 20_000)).toBeLessThan(LINEAR)
})
