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

/** Starts twenty schedules of one rate. Returns when each called its function. */
function started(window: number) {
  const calls = new Map<string, number[]>()
  const invoke = async (event: unknown) => {
    const { name } = event as { name: string }
    calls.set(name, [...(calls.get(name) ?? []), Date.now() / MINUTE])
  }
  const runtime = { arn: 'function', invoke } as unknown as FunctionRuntime
  const stopping = new AbortController()
  const schedules = Array.from({ length: 20 }, (_, n) => ({
    name: `p${n}`,
    arn: `p${n}`,
    ScheduleExpression: 'rate(1 hour)',
    State: 'ENABLED' as const,
    FlexibleTimeWindow: { MaximumWindowInMinutes: window },
    Target: { Arn: 'function', Input: JSON.stringify({ name: `p${n}` }) },
  }))
  const log = () => {}
  startSchedules(schedules, new Map([['f', runtime]]), {} as Queues, { log, signal: stopping.signal })
  return { calls, stop: () => stopping.abort() }
}

it('starts schedules of one rate apart from each other, each once a period', async () => {
  const { calls, stop } = started(30)
  await vi.advanceTimersByTimeAsync(150 * MINUTE)
  stop()
  await vi.advanceTimersByTimeAsync(150 * MINUTE)
  const [firsts, seconds] = [0, 1].map((n) => [...calls.values()].map((times) => times[n]!))
  expect([...calls.values()].map((times) => times.length)).toEqual(Array(20).fill(2))
  expect(firsts!.every((time) => time >= 60 && time <= 90)).toBe(true)
  expect(new Set(firsts!.map((time) => Math.floor(time / 5))).size).toBeGreaterThan(3)
  expect(seconds!.map((time, n) => Math.round(time - firsts![n]!))).toEqual(Array(20).fill(60))
})

it('starts a schedule without a window when its period is over', async () => {
  const { calls, stop } = started(0)
  await vi.advanceTimersByTimeAsync(60 * MINUTE)
  stop()
  expect([...calls.values()]).toEqual(Array(20).fill([60]))
})
