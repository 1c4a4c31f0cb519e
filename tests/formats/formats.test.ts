import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ATTACHED_EXTENSIONS, anyExtension, EXTENSIONS, FORMATS } from '../../shared/formats/formats.ts'

const NAMES = FORMATS.map(({ format }) => format)
const manual = readFileSync(new URL('../../docs/formats.md', import.meta.url), 'utf8')

describe('the table of formats', () => {
  it('has each name and each extension once', () => {
    expect(new Set(NAMES).size).toBe(NAMES.length)
    expect(new Set(EXTENSIONS).size).toBe(EXTENSIONS.length)
  })

  it.each(NAMES)('is explained in docs/formats.md: %s', (name) => {
    expect(manual).toMatch(new RegExp(`^\\| [^|]*\x60${name}\x60[^|]* \\|`, 'm'))
  })

  it('puts text formats before page images', () => {
    expect(ATTACHED_EXTENSIONS).toEqual(['docx', 'doc', 'wps', 'pdf', 'ofd'])
  })

  it('gives an expression that takes the longest extension', () => {
    expect(new RegExp(anyExtension(EXTENSIONS)).exec('docx')?.[0]).toBe('docx')
  })
})
