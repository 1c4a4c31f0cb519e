import type { FunctionRuntime } from './function-runtime.ts'
import type { Log } from './log.ts'
import type { Queues } from './queues.ts'
import type { Schedule } from './resource-schemas.ts'
import { NotSimulatedError } from './template.ts'

const UNITS: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 }

const RATE = /^rate\((?<count>\d{1,6}) (?<unit>minute|hour|day)s?\)$/

const LONGEST_TIMER_MS = 2 ** 31 - 1

/** Calls each schedule's target once per period until the signal is aborted. The first call is after one period. */
export function startSchedules(
  schedules: readonly Schedule[],
  functions: ReadonlyMap<string, FunctionRuntime>,
  queues: Queues,
  { log, signal }: { log: Log; signal: AbortSignal },
): void {
  for (const { name, ScheduleExpression, State, Target } of schedules) {
    if (State === 'DISABLED') continue
    const target = [...functions.values()].find(({ arn }) => arn === Target.Arn)
    const queue = target ? null : queues.byArn(Target.Arn)
    const run = async () => {
      const input = JSON.parse(Target.Input)
      await (target ? target.invoke(input) : queue!.send(input))
    }
    const period = periodOf(ScheduleExpression)
    const timer = setInterval(() => run().catch((error) => log(name, String(error))), period)
    signal.addEventListener('abort', () => clearInterval(timer))
  }
}

/**
 * The period of an EventBridge schedule, in milliseconds.
 * @throws {NotSimulatedError} for anything but `rate(N minutes|hours|days)`, and for periods too long for a timer
 */
function periodOf(expression: string): number {
  const { count = '', unit = '' } = RATE.exec(expression)?.groups ?? {}
  if (unit === '') throw new NotSimulatedError(`The local engine supports only rate(…) schedules, not ${expression}.`)
  const period = Number(count) * UNITS[unit]!
  // A timer with more milliseconds than fit in 31 bits would fire immediately and repeatedly.
  if (period > LONGEST_TIMER_MS)
    throw new NotSimulatedError(`The period of ${expression} is too long for the local engine (24 days at most).`)
  return period
}
