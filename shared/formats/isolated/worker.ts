import { parentPort } from 'node:worker_threads'
import { RefusalError } from '../../report/refusal.ts'
import type { TextWithTables } from '../found-tables.ts'
import { prepareThread } from '../pdf/environment.ts'
import { type IsolatedContainer, type Job, type JobResult, READY } from './job.ts'

/** Entry of the worker thread that `read-isolated.ts` starts: one job in, one result out. */
parentPort!.on('message', async (job: Job) => parentPort!.postMessage(await resultOf(job)))
parentPort!.postMessage(READY)

type Read = (bytes: Uint8Array) => Promise<TextWithTables>

const READERS: Readonly<Record<IsolatedContainer, Read>> = {
  async pdf(bytes) {
    prepareThread()
    const { readPdf } = await import('../pdf/read-pdf.ts')
    return readPdf(bytes)
  },
  async ole(bytes) {
    const { readOle } = await import('../ole/read-ole.ts')
    return readOle(bytes)
  },
}

async function resultOf({ container, bytes }: Job): Promise<JobResult> {
  try {
    return { kind: 'read', content: await READERS[container](bytes) }
  } catch (error) {
    if (error instanceof RefusalError) return { kind: 'refused', reason: error.reason, detail: error.message }
    return { kind: 'failed', error: error instanceof Error ? error : new Error(String(error)) }
  }
}
