import type { Engines } from './engines.ts'

/** Stands for the end of a function's process: nothing it sends after that arrives. */
class Killed extends Error {
  override readonly name = 'Killed'
}

export interface Fuse {
  /** Runs `work` and ends it around its `call`-th request (from 1): before it is sent, or after it took effect. */
  blowAt(call: number, moment: 'before' | 'after', work: () => Promise<unknown>): Promise<void>
  /** Runs `work` undisturbed. Returns how many requests it sent. */
  count(work: () => Promise<unknown>): Promise<number>
}

/** Puts a fuse into the SDK clients of running engines. */
export function fuseIn({ s3, sqs, dynamo }: Engines): Fuse {
  let calls = 0
  let blowBefore = Number.POSITIVE_INFINITY
  let blowAfter = Number.POSITIVE_INFINITY
  const guard = async <T>(send: () => Promise<T>): Promise<T> => {
    calls += 1
    const call = calls
    if (call >= blowBefore || call > blowAfter) throw new Killed()
    const result = await send()
    if (call >= blowAfter) throw new Killed()
    return result
  }
  const options = { step: 'initialize', name: 'fuse' } as const
  s3.middlewareStack.add((next) => (args) => guard(() => next(args)), options)
  sqs.middlewareStack.add((next) => (args) => guard(() => next(args)), options)
  dynamo.middlewareStack.add((next) => (args) => guard(() => next(args)), options)

  const disarm = () => {
    blowBefore = Number.POSITIVE_INFINITY
    blowAfter = Number.POSITIVE_INFINITY
  }
  return {
    async blowAt(call, moment, work) {
      calls = 0
      if (moment === 'before') blowBefore = call
      else blowAfter = call
      await work()
      disarm()
    },
    async count(work) {
      calls = 0
      await work()
      return calls
    },
  }
}
