import { expect, it } from 'vitest'
import { type Asked, whyNoReport } from '../../shared/readers/no-report.ts'

const asked: Asked = { year: 2023, ledger: null, report: null, today: '2024-05-01' }

it.each<[Partial<Asked>, string, string | null]>([
  [{}, 'not_yet_searched', null],
  [{ today: '2024-03-31' }, 'not_due', null],
  [{ ledger: { state: 'missing', reason: 'x' } }, 'missing', 'x'],
  [{ ledger: { state: 'late', reason: null } }, 'unread', null],
  [{ ledger: { state: 'late', reason: null }, report: { state: 'withdrawn', detail: 'x' } }, 'withdrawn', 'x'],
  [{ report: { state: 'none', detail: null } }, 'not_yet_searched', null],
])('%j: %s', (known, state, reason) => {
  expect(whyNoReport({ ...asked, ...known })).toEqual({ state, reason })
})
