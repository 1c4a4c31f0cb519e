import { parentPort, workerData } from 'node:worker_threads'
import { InvokeStore, InvokeStoreBase } from '@aws/lambda-invoke-store'
import type { FromWorker, Invocation, WorkerData } from './function-runtime.ts'
import { giveWay } from './give-way.ts'

// One execution environment of a function. It loads the bundle once and then handles the invocations that it gets, each in a
// context of its own.

const { entry, handlerName, givesWay } = workerData as WorkerData
if (givesWay) giveWay()
// As Lambda's runtime does, before it loads the function: the function's libraries find it.
const store = await InvokeStore.getInstanceAsync()
const handler = (await import(entry))[handlerName] as (event: unknown, context: object) => Promise<unknown>

parentPort!.on('message', async ({ id, event, context, deadline }: Invocation) => {
  const getRemainingTimeInMillis = () => deadline - Date.now()
  let result: FromWorker
  try {
    const answer = await store.run({ [InvokeStoreBase.PROTECTED_KEYS.REQUEST_ID]: id }, () =>
      handler(event, { ...context, getRemainingTimeInMillis }),
    )
    result = { kind: 'answer', id, answer: toJson(answer) }
  } catch (error) {
    const { name, message, stack } = error instanceof Error ? error : new Error(String(error))
    result = { kind: 'error', id, error: { name, message, stack } }
  }
  await Promise.all([process.stdout, process.stderr].map(flushed))
  parentPort!.postMessage(result)
})
parentPort!.postMessage({ kind: 'ready' } satisfies FromWorker)

/**
 * Resolves when the engine's thread has all that was printed. It has a port of its own, which an answer would overtake: whoever waits for
 * the answer would read a log that lacks its last lines.
 */
function flushed(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => stream.write('', () => resolve()))
}

/** The result as a caller of the function gets it, as JSON. */
function toJson(result: unknown): unknown {
  return result === undefined ? null : JSON.parse(JSON.stringify(result))
}
