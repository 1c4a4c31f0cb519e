import type { SQSRecord } from 'aws-lambda'

/** Seconds until the second, third and every further attempt. A throttled table or a lost connection needs no six minutes. */
const PAUSES = [5, 30, 120] as const

/** Decides when a message whose attempt failed comes again. */
export interface Retries {
  /** @param seconds 0 to 12 hours, from now */
  putOff(record: Pick<SQSRecord, 'eventSourceARN' | 'receiptHandle'>, seconds: number): Promise<void>
}

/**
 * How long a message waits after an attempt. After the last one not at all: the queue makes it a dead letter when it would deliver it
 * again.
 * @param receives attempts so far, this one included
 */
export function pauseAfter(receives: number, maxReceiveCount: number): number {
  return receives >= maxReceiveCount ? 0 : (PAUSES[receives - 1] ?? PAUSES.at(-1)!)
}
