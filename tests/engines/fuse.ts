import type { Engines } from './engines.ts'

/** Simulates the end of a function's process: nothing that it sends afterwards arrives. */
class Killed extends Error {
  override readonly name = 'Killed'
}

export interface Fuse {
  /** Runs `work` and ends it before its `call`-th request (from 1), after the request before took effect. */
  blowBefore(call: number, work: () => Promise<unknown>): Promise<void>
  /** Runs `work` without a fault. Returns how many requests it sent. */
  count(work: () => Promise<unknown>): Promise<number>
}

/** Adds a fuse to the SDK clients of running engines. */
export function fuseIn({ s3, sqs, dynamo }: Engines): Fuse {
  let calls = 0
  let lastCall = Number.POSITIVE_INFINITY
  const guard = <T>(send: () => Promise<T>): Promise<T> => {
    calls += 1
    return calls > lastCall ? Promise.reject(new Killed()) : send()
  }
  const options = { step: 'initialize', name: 'fuse' } as const
  s3.middlewareStack.add((next) => (args) => guard(() => next(args)), options)
  sqs.middlewareStack.add((next) => (args) => guard(() => next(args)), options)
  dynamo.middlewareStack.add((next) => (args) => guard(() => next(args)), options)
  return {
    async blowBefore(call, work) {
      calls = 0
      lastCall = call - 1
      await work()
      lastCall = Number.POSITIVE_INFINITY
    },
    async count(work) {
      calls = 0
      await work()
      return calls
    },
  }
}
