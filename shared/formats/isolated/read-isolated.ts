import { Worker } from 'node:worker_threads'
import { RefusalError } from '../../report/refusal.ts'
import type { TextWithTables } from '../found-tables.ts'
import {
  MAX_READ_BUFFER_BYTES,
  MAX_READ_HEAP_MIB,
  MAX_READ_SECONDS,
  MAX_WAIT_SECONDS,
  tooComplex,
  V8_HEAP_MIB,
  YOUNG_HEAP_MIB,
} from '../limits.ts'
import { type IsolatedContainer, type Job, type JobResult, READY } from './job.ts'

/** From source the worker is its module, in a function's bundle it is the file that the build puts beside the program. */
const WORKER = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './format-worker.mjs', import.meta.url)

/** How often the worker's time and memory are looked at: a decompression bomb grows by some 5 MB in this time. */
const WATCH_MILLISECONDS = 20

const MIB = 1024 * 1024

/** The thread gets the file as a copy and gives PDF.js another, which makes one or two of its own. */
const COPIES = 4

/** The worker that waits for its next job; starting one and loading its libraries costs more than reading a report. */
let idle: Worker | null = null
let turn: Promise<unknown> = Promise.resolve()

/**
 * Reads a file in a worker thread that is stopped when it takes too much time or memory; the process lives on. Files are
 * read one after the other, so that each has the whole allowance.
 * @throws {RefusalError} the reader's own, or `too_complex` if the reader was stopped
 */
export function readIsolated(container: IsolatedContainer, bytes: Uint8Array): Promise<TextWithTables> {
  const reading = turn.then(() => readNext({ container, bytes }))
  turn = reading.catch(() => undefined)
  return reading
}

async function readNext(job: Job): Promise<TextWithTables> {
  const worker = idle ?? (await start())
  idle = null
  worker.ref()
  const result = await run(worker, job)
  worker.unref()
  idle = worker
  if (result.kind === 'read') return result.content
  if (result.kind === 'refused') throw new RefusalError(result.reason, result.detail)
  throw result.error
}

function start(): Promise<Worker> {
  const worker = new Worker(WORKER, {
    resourceLimits: { maxOldGenerationSizeMb: V8_HEAP_MIB, maxYoungGenerationSizeMb: YOUNG_HEAP_MIB },
    // Warnings of the libraries about a file are dropped: only the result counts.
    stdout: true,
    stderr: true,
  })
  worker.on('exit', () => {
    if (idle === worker) idle = null
  })
  return new Promise((resolve, reject) => {
    // Stays for the worker's life: an error while it is idle ends that worker, which is all it may end.
    worker.on('error', reject)
    worker.once('message', (message) => (message === READY ? resolve(worker) : reject(new Error(`Got ${message}.`))))
  })
}

/** One job on a worker. If it rejects, the worker has ended. */
async function run(worker: Worker, job: Job): Promise<JobResult> {
  const { promise, resolve, reject } = Promise.withResolvers<JobResult>()
  const stop = (refusal: RefusalError) => {
    worker.terminate()
    reject(refusal)
  }
  const stopAfter = (seconds: number) => stop(tooComplex(`takes more than ${seconds} s to read`, { mayPass: true }))
  const timer = setTimeout(stopAfter, MAX_WAIT_SECONDS * 1000, MAX_WAIT_SECONDS)
  const most = MAX_READ_BUFFER_BYTES + COPIES * job.bytes.length
  const before = useOf(worker)
  let isLooking = false
  let isOver = false
  const watch = setInterval(async () => {
    // A thread that is collecting garbage answers late.
    if (isLooking) return
    isLooking = true
    const { buffers, heap, seconds } = await useOf(worker)
    const taken = seconds - (await before).seconds
    isLooking = false
    // The thread may have begun the next file.
    if (isOver) return
    if (buffers > most) stop(tooComplex(`unpacks to more than ${MAX_READ_BUFFER_BYTES} bytes`))
    else if (heap > MAX_READ_HEAP_MIB * MIB) stop(tooMuchHeap())
    else if (taken > MAX_READ_SECONDS) stopAfter(MAX_READ_SECONDS)
  }, WATCH_MILLISECONDS)
  const fail = (error: unknown) => reject(isOutOfMemory(error) ? tooMuchHeap() : error)
  const leave = (code: number) => reject(new Error(`The reading thread left with code ${code}.`))
  worker.once('message', resolve).once('error', fail).once('exit', leave)
  worker.postMessage(job)
  try {
    return await promise
  } finally {
    isOver = true
    clearTimeout(timer)
    clearInterval(watch)
    worker.off('message', resolve).off('error', fail).off('exit', leave)
  }
}

interface Use {
  /** Bytes outside the thread's heap. */
  readonly buffers: number
  /** Bytes of its heap. */
  readonly heap: number
  /** Of a processor, since the thread began. */
  readonly seconds: number
}

/** What a thread uses; nothing if it has ended, which its own event reports. */
async function useOf(worker: Worker): Promise<Use> {
  try {
    const [memory, { user, system }] = await Promise.all([worker.getHeapStatistics(), worker.cpuUsage()])
    return { buffers: memory.external_memory, heap: memory.used_heap_size, seconds: (user + system) / 1e6 }
  } catch {
    return { buffers: 0, heap: 0, seconds: 0 }
  }
}

function tooMuchHeap(): RefusalError {
  return tooComplex(`takes more than ${MAX_READ_HEAP_MIB} MiB of memory to read`)
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}
