import { describe, expect, it } from 'vitest'
import { ATTACHED_EXTENSIONS, anyExtension, EXTENSIONS, FORMATS } from '../../shared/formats/formats.ts'
import { FORMAT_NAMES } from '../../shared/report/report.ts'

describe('the table of formats', () => {
  it('has each name and each extension once', () => {
    expect(FORMATS.map(({ format }) => format).toSorted()).toEqual(FORMAT_NAMES.toSorted())
    expect(new Set(EXTENSIONS).size).toBe(EXTENSIONS.length)
  })

  it('puts text formats before page images', () => {
    expect(ATTACHED_EXTENSIONS).toEqual(['docx', 'doc', 'wps', 'pdf', 'ofd'])
  })

  it('gives an expression that takes the longest extension', () => {
    expect(new RegExp(anyExtension(EXTENSIONS)).exec('docx')?.[0]).toBe('docx')
  })
})
