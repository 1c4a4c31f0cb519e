import { readdirSync, readFileSync } from 'node:fs'
import { readBatch, type Source } from './batch.ts'

const FOLDER = new URL('.', import.meta.url)
const BATCH = /^batch-(\d+)\.txt$/

/** A file of this folder that breaks the notation of batches, so that its labels cannot be trusted. */
class BatchError extends Error {
  override readonly name = 'BatchError'
}

/** Names of the batches of this folder, in their order: `batch-3`. */
export function batchNames(): string[] {
  const numbers = readdirSync(FOLDER).flatMap((file) => BATCH.exec(file)?.[1] ?? [])
  return numbers.toSorted((a, b) => Number(a) - Number(b)).map((number) => `batch-${number}`)
}

/** @throws {BatchError} with every line to mend */
export function sourcesOf(batch: string): readonly Source[] {
  const { sources, faults } = readBatch(readFileSync(new URL(`${batch}.txt`, FOLDER), 'utf8'))
  if (faults.length > 0) throw new BatchError(`${batch} is to be mended:\n${faults.join('\n')}`)
  return sources
}
