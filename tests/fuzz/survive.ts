import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseDocument } from '../../shared/parse/parse-document.ts'
import { RefusalError } from '../../shared/report/refusal.ts'
import { mutate } from './mutate.ts'

/** How many mutations all fuzz tests share: few enough for every `npm test`, and all of them in `npm run fuzz`. */
const ALL_MUTATIONS = Number(process.env.FUZZ_MUTATIONS ?? 1_500)

/** How many mutations one test runs, by its share of all. */
export const mutations = (share: number): number => Math.round(share * ALL_MUTATIONS)

/** A file to damage, or a part inside a file, if the packing of that file would detect every damage. */
export interface Base {
  readonly name: string
  readonly bytes: Uint8Array
  readonly pack?: (damaged: Uint8Array) => Uint8Array
}

export const fixture = (name: string): Buffer => readFileSync(join(import.meta.dirname, '../formats/fixtures', name))

/** Reads `count` damaged copies. Returns the mutations that gave neither a document nor a refusal, and the tally of the rest. */
export async function survive(bases: readonly Base[], count: number) {
  const failures: string[] = []
  const tally: Record<string, number> = {}
  for (let seed = 0; seed < count; seed++) {
    const base = bases[seed % bases.length]!
    const other = bases[(seed + 1) % bases.length]!
    const damaged = mutate(base.bytes, other.bytes, seed)
    const end = await endOf(base.pack?.(damaged) ?? damaged)
    if (end instanceof Error) failures.push(`${base.name}, seed ${seed}: ${end.stack}`)
    else tally[end] = (tally[end] ?? 0) + 1
  }
  return { failures, tally }
}

async function endOf(bytes: Uint8Array): Promise<string | Error> {
  try {
    const { report, text, indicators } = await parseDocument(bytes)
    const wrong = indicators.find(({ raw, start, end }) => text.slice(start, end) !== raw)
    return wrong === undefined ? report.kind : new Error(`${wrong.raw} is not where its offsets say`)
  } catch (error) {
    if (error instanceof RefusalError) return error.reason
    return error instanceof Error ? error : new Error(String(error))
  }
}
