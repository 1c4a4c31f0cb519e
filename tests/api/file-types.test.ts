import { expect, it } from 'vitest'
import { fileHeadersOf, TYPED_FORMATS } from '../../shared/api/file-types.ts'
import { FORMATS } from '../../shared/formats/formats.ts'

it('every format that is read has a content type and its own extension', () => {
  expect([...TYPED_FORMATS].sort()).toEqual(FORMATS.map(({ format }) => format).sort())
  for (const { format, extensions } of FORMATS) {
    const { contentDisposition } = fileHeadersOf('0', format)
    expect(extensions.map((extension) => `attachment; filename="0.${extension}"`)).toContain(contentDisposition)
  }
  expect(fileHeadersOf('0', null).contentType).toBe('application/octet-stream')
})
