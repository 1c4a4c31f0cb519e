import { availableParallelism } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { DataFolderError, isOfDisk } from './data-folder.ts'
import type { FunctionRuntime } from './function-runtime.ts'
import type { Log } from './log.ts'
import { Places } from './places.ts'
import type { LocalQueue, ReceivedMessage } from './queues.ts'
import type { EventSourceMapping } from './resource-schemas.ts'
import { REGION } from './template.ts'

/** Pause before the next attempt after a queue could not be read or written. */
const PAUSE_MS = 200
/** Functions that work would only wait for each other if more of them ran than there are processors. */
const PROCESSORS = Math.max(2, availableParallelism())

export interface Polling {
  /** Delay before a message that the function did not finish is visible again. */
  readonly retryDelaySeconds: number
  readonly log: Log
  /** Batches handled at the same time, for a function that mostly waits. Default: as many as there are processors. */
  readonly atOnce: number | undefined
  /** Stops the polling. */
  readonly signal: AbortSignal
}

/**
 * Polls a queue for a function as Lambda does: batches, partial failures, and messages deleted only after the function has
 * answered. A failed message becomes visible again after `retryDelaySeconds` and not after its visibility timeout, which is
 * meant for deployments. The queue's own receive count decides when a message becomes a dead letter.
 * @returns resolves when the polling has stopped and no message is being processed
 */
export async function pollQueue(
  queue: LocalQueue,
  mapping: EventSourceMapping,
  runtime: FunctionRuntime,
  { retryDelaySeconds, log, atOnce, signal }: Polling,
): Promise<void> {
  signal.addEventListener('abort', () => queue.endWaiting())

  const work = async (messages: readonly ReceivedMessage[]): Promise<void> => {
    const failed = await failedOf(runtime, messages, queue, mapping)
    for (const message of messages)
      if (failed.has(message.MessageId)) queue.putOff(message, retryDelaySeconds)
      else queue.delete(message)
  }

  const failed = async (error: unknown): Promise<void> => {
    if (signal.aborted) return
    // No further message could be finished either. Nobody waits for this: it ends the process.
    if (isOfDisk(error)) throw new DataFolderError(queue.name, error)
    // A message that could not be deleted is delivered again, as in SQS.
    log(runtime.name, `polling ${queue.name}: ${error}`)
    await sleep(PAUSE_MS)
  }

  const count = atOnce ?? Math.min(mapping.ScalingConfig?.MaximumConcurrency ?? PROCESSORS, PROCESSORS)
  const places = new Places(count)
  const working = new Set<Promise<void>>()
  const poll = async (): Promise<void> => {
    while (!signal.aborted) {
      await places.take()
      try {
        const messages = signal.aborted ? [] : await queue.receive(mapping.BatchSize)
        if (messages.length === 0) {
          places.release()
          continue
        }
        const under = work(messages)
          .catch(failed)
          .finally(() => {
            working.delete(under)
            places.release()
          })
        working.add(under)
      } catch (error) {
        places.release()
        await failed(error)
      }
    }
  }

  await Promise.all(Array.from({ length: Math.min(count, PROCESSORS) }, poll))
  await Promise.all(working)
}

/** IDs of the messages that the function did not finish. */
async function failedOf(
  runtime: FunctionRuntime,
  messages: readonly ReceivedMessage[],
  queue: LocalQueue,
  mapping: EventSourceMapping,
): Promise<ReadonlySet<string>> {
  const all = new Set(messages.map(({ MessageId }) => MessageId))
  let answer: unknown
  try {
    answer = await runtime.invoke({ Records: messages.map((message) => toRecord(message, queue)) })
  } catch {
    return all
  }
  if (!mapping.FunctionResponseTypes.includes('ReportBatchItemFailures')) return new Set()
  const failures = (answer as { batchItemFailures?: { itemIdentifier: string }[] } | null)?.batchItemFailures ?? []
  const failed = new Set(failures.map(({ itemIdentifier }) => itemIdentifier))
  // As in Lambda: if the answer names a message that was not in the batch, all messages count as failed.
  return [...failed].every((id) => all.has(id)) ? failed : all
}

function toRecord(message: ReceivedMessage, queue: LocalQueue) {
  return {
    messageId: message.MessageId,
    receiptHandle: message.ReceiptHandle,
    body: message.Body,
    attributes: message.Attributes ?? {},
    messageAttributes: Object.fromEntries(
      Object.entries(message.MessageAttributes ?? {}).map(([name, { DataType, StringValue, BinaryValue }]) => [
        name,
        { dataType: DataType, stringValue: StringValue, binaryValue: BinaryValue },
      ]),
    ),
    md5OfBody: message.MD5OfBody,
    eventSource: 'aws:sqs',
    eventSourceARN: queue.arn,
    awsRegion: REGION,
  }
}
