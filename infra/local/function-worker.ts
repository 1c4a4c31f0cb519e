import { parentPort, workerData } from 'node:worker_threads'
import type { Invocation, InvocationResult } from './function-runtime.ts'

// One execution environment of a function. It loads the bundle once and then handles one invocation after another.

const { entry, handlerName } = workerData as { entry: string; handlerName: string }
const handler = (await import(entry))[handlerName] as (event: unknown, context: object) => Promise<unknown>

parentPort!.on('message', async ({ event, context, deadline }: Invocation) => {
  const getRemainingTimeInMillis = () => deadline - Date.now()
  let result: InvocationResult
  try {
    result = { kind: 'answer', answer: toJson(await handler(event, { ...context, getRemainingTimeInMillis })) }
  } catch (error) {
    const { name, message, stack } = error instanceof Error ? error : new Error(String(error))
    result = { kind: 'error', error: { name, message, stack } }
  }
  parentPort!.postMessage(result)
})
parentPort!.postMessage('ready')

/** The result as a caller of the function gets it, as JSON. */
function toJson(result: unknown): unknown {
  return result === undefined ? null : JSON.parse(JSON.stringify(result))
}
