import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const REPORTS = join(import.meta.dirname, '../reports')

/** The texts of the labelled reports of this project. */
export function reportTexts(): string[] {
  return readdirSync(REPORTS)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => readFileSync(join(REPORTS, file), 'utf8'))
}

/** One report of about so many bytes: the sample reports one behind the other, as often as it takes. */
export function reportOf(bytes: number): Buffer {
  const round = Buffer.from(reportTexts().join('\n'))
  const rounds = Math.ceil(bytes / round.length)
  return Buffer.concat(Array.from({ length: rounds }, () => round))
}
