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

/** One report of about this size: the sample reports one after the other, repeated as needed. */
export function reportOf(bytes: number): Buffer {
  const round = Buffer.from(reportTexts().join('\n'))
  const rounds = Math.ceil(bytes / round.length)
  return Buffer.concat(Array.from({ length: rounds }, () => round))
}
