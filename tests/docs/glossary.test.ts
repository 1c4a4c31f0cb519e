import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const GLOSSARY = 'docs/glossary.md'
const PROSE_AND_CODE = [
  'README.md',
  '.ci/run',
  '{docs,samples}/**/*.md',
  '{infra,functions,shared,tests}/**/*.{ts,cjs,md}',
]
/** This file and the glossary have the words to find; the others have names older than the glossary. */
const LEFT_OUT = ['tests/docs/glossary.test.ts', GLOSSARY]

interface Term {
  readonly term: string
  readonly meaning: string
  readonly notUsed: readonly string[]
}

function termsOf(page: string): Term[] {
  const rows = page.split('\n').filter((line) => /^\| (?!term \||---)/.test(line))
  return rows.map((row) => {
    const [term = '', meaning = '', notUsed = ''] = row.slice(1).split(' | ')
    const words = [...notUsed.matchAll(/`(?<word>[^`]+)`/g)].map(({ groups }) => groups!.word!)
    return { term: term.trim(), meaning, notUsed: words }
  })
}

/** Names of programs as words: `keepSilenceMs`, `KEEP_SILENCE_MS` and `keep-silence-ms` are `keep silence ms`. */
function wordsOf(text: string): string {
  return text
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .replace(/[_-]/g, ' ')
    .toLowerCase()
}

const terms = termsOf(readFileSync(join(ROOT, GLOSSARY), 'utf8'))
const notUsed = terms.flatMap((term) => term.notUsed)

/** Each word that the glossary does not use and the text does. */
function foundIn(text: string): string[] {
  const words = wordsOf(text)
  return notUsed.filter((word) => new RegExp(`\\b${word}\\b`).test(words))
}

describe('the glossary', () => {
  it('gives each term once, with its meaning', () => {
    const names = terms.flatMap(({ term }) => term.split(', '))
    expect(names.length).toBeGreaterThanOrEqual(60)
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
    expect(terms.filter(({ meaning }) => meaning.trim() === '')).toEqual([])
  })

  it('is followed: no file has a word that it does not use', () => {
    const files = globSync(PROSE_AND_CODE, { cwd: ROOT })
    const wrong = files
      .filter((file) => !LEFT_OUT.some((path) => file.startsWith(path)))
      .flatMap((file) =>
        foundIn(`${file}\n${readFileSync(join(ROOT, file), 'utf8')}`).map((word) => `${file}: ${word}`),
      )
    expect(wrong).toEqual([])
  })
})

describe('a word that is not used', () => {
  it.each([
    ['isFurniture(element)', 'furniture'],
    ['MAX_CAPS', 'caps'],
    ["import './set-aside.ts'", 'set aside'],
    ['Scars of a conversion', 'scars'],
  ])('is found in %s', (text, word) => {
    expect(foundIn(text)).toEqual([word])
  })

  it.each(['capability', 'escaped', 'a silent logger', 'manner'])('is not found in %s', (text) => {
    expect(foundIn(text)).toEqual([])
  })
})
