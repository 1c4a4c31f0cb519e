import { type QueueCounts, RETENTION_DAYS } from '../../shared/store/message-queue.ts'

const HOUR_MILLISECONDS = 60 * 60 * 1000

/** Longer than the five attempts at a message of the intake take, so that what is in progress is not taken for lost. */
const ATTEMPTS_MILLISECONDS = HOUR_MILLISECONDS

/** A message may be tried for an hour after it has waited until its end. */
const LIFE_MILLISECONDS = RETENTION_DAYS * 24 * HOUR_MILLISECONDS + ATTEMPTS_MILLISECONDS

/** What has not changed since these times has no message any more. */
export interface Cutoffs {
  /** To send it again. Should its last attempt still be under way, a second message does no harm. */
  readonly send: Date
  /** To give it up: no message of it is left anywhere. */
  readonly giveUp: Date
}

/**
 * Tells a loss from a backlog. While messages wait in the queues that work goes through, nothing can be said of what is younger
 * than a message can get: its turn may not have come.
 */
export function cutoffsFor(queues: readonly QueueCounts[], now: Date): Cutoffs {
  const ago = (milliseconds: number) => new Date(now.getTime() - milliseconds)
  const isWaiting = queues.some(({ waiting }) => waiting > 0)
  const isEmpty = queues.every(({ waiting, inFlight }) => waiting + inFlight === 0)
  return {
    send: ago(isWaiting ? LIFE_MILLISECONDS : ATTEMPTS_MILLISECONDS),
    giveUp: ago(isEmpty ? ATTEMPTS_MILLISECONDS : LIFE_MILLISECONDS),
  }
}
