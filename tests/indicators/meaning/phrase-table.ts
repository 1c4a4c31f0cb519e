import { readFileSync } from 'node:fs'
import { explainPhrases } from './marked-phrase.ts'

const NONE = '-'

/** A phrase with its figures marked, and what is right for each of them. */
export interface PhraseRow {
  readonly phrase: string
  /** Of each figure the codes that are right; `-` is none. */
  readonly codes: readonly (readonly string[])[]
  /** Of each figure its scope; null where the table does not say. */
  readonly scopes: readonly string[] | null
}

/** Reads a table of this folder: phrase, codes and, in some rows, scopes, parted by tabs. */
export function phraseTable(name: string): PhraseRow[] {
  return readFileSync(new URL(name, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [phrase = '', codes = '', scopes] = line.split('\t')
      return {
        phrase,
        codes: codes.split(' ').map((alternatives) => alternatives.split('/')),
        scopes: scopes?.split(' ') ?? null,
      }
    })
}

/** What is wrong in the reading of a phrase, a line for each figure; empty if all is right. */
export function faultsIn({ phrase, codes, scopes }: PhraseRow): string[] {
  const meanings = explainPhrases(phrase)
  if (meanings.length !== codes.length)
    return [`${phrase} marks ${meanings.length} figures, and the table has ${codes.length}`]
  return meanings.flatMap(({ code, scope }, i) => [
    ...(codes[i]!.includes(code ?? NONE)
      ? []
      : [`figure ${i + 1}: code ${code ?? NONE}, not ${codes[i]!.join(' or ')}`]),
    ...(scopes === null || scopes[i] === (scope ?? NONE)
      ? []
      : [`figure ${i + 1}: scope ${scope ?? NONE}, not ${scopes[i]}`]),
  ])
}
