import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { FunctionRuntime } from '../../infra/local/function-runtime.ts'
import type { Queues } from '../../infra/local/queues.ts'
import { startSchedules } from '../../infra/local/schedules.ts'

const MINUTE = 60_000

beforeEach(() => {
  vi.useFakeTimers({ now: 0 })
})
afterEach(() => {
  vi.useRealTimers()
})

it('calls a function once a period, and not once it is disabled or the engine is stopped', async () => {
  const calls: string[] = []
  const invoke = async (event: unknown) => {
    calls.push(`${(event as { name: string }).name} ${Date.now() / MINUTE}`)
  }
  const runtime = { arn: 'function', invoke } as unknown as FunctionRuntime
  const stopping = new AbortController()
  const scheduleOf = (name: string, State: 'ENABLED' | 'DISABLED') => ({
    name,
    arn: name,
    ScheduleExpression: 'rate(1 hour)',
    State,
    FlexibleTimeWindow: { Mode: 'OFF' as const },
    Target: { Arn: 'function', Input: JSON.stringify({ name }) },
  })
  const schedules = [scheduleOf('a', 'ENABLED'), scheduleOf('b', 'DISABLED')]
  const log = () => {}
  startSchedules(schedules, new Map([['f', runtime]]), {} as Queues, { log, signal: stopping.signal })
  await vi.advanceTimersByTimeAsync(150 * MINUTE)
  stopping.abort()
  await vi.advanceTimersByTimeAsync(150 * MINUTE)
  expect(calls).toEqual(['a 60', 'a 120'])
})
