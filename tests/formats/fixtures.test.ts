import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readDocument } from '../../shared/formats/read-document.ts'
import { parseDocument } from '../../shared/parse/parse-document.ts'
import { expectedFigures, figures } from './compare.ts'
import { TEXT } from './sample.ts'

/** The sample as written by real programs; `fixtures/make/make.sh` makes the files. */
const fixture = (name: string) => readFileSync(join(import.meta.dirname, 'fixtures', name))

describe.each([
  ['libreoffice.pdf', 'pdf'],
  ['chromium.pdf', 'pdf'],
  ['reportlab.pdf', 'pdf'],
  ['two-columns.pdf', 'pdf'],
  ['python-docx.docx', 'docx'],
  ['libreoffice.docx', 'docx'],
  ['libreoffice.doc', 'doc'],
  ['wps.wps', 'wps'],
  ['ofdrw.ofd', 'ofd'],
])('%s', (name, format) => {
  it('gives the figures of the text', async () => {
    const document = await parseDocument(fixture(name))

    expect(document.report.format).toBe(format)
    expect(figures(document)).toEqual(await expectedFigures())
  })

  it('has the body of the text', async () => {
    const { bodyHash } = (await parseDocument(fixture(name))).report
    expect(bodyHash).toMatch(/^[0-9a-f]{64}$/)
    expect(bodyHash).toBe((await parseDocument(Buffer.from(TEXT))).report.bodyHash)
  })

  it('gives the text, paragraph by paragraph', async () => {
    const { text } = await readDocument(fixture(name))

    expect(text.replace(/\u3000\u3000/g, '\t')).toBe(TEXT)
  })
})

it.each([['encrypted.pdf'], ['encrypted.docx']])('%s is refused as encrypted', async (name) => {
  await expect(readDocument(fixture(name))).rejects.toMatchObject({ name: 'RefusalError', reason: 'encrypted' })
})
