import { expect, it } from 'vitest'
import { Archive } from '../../shared/formats/zip/archive.ts'
import { encode } from '../formats/encode.ts'
import { LAYOUTS } from '../formats/layouts.ts'
import { makeZip } from '../formats/make-zip.ts'
import { TEXT } from '../formats/sample.ts'
import { type Base, fixture, mutations, survive } from './survive.ts'

const MUTATIONS = mutations(0.86)
/**
 * The share that is still read as a report, measured: fewer would mean that files are refused without need. Half of the damaged saved
 * pages are refused: a lost byte of base64 shifts all that follows, and what is no language is not read.
 */
const STILL_READ = 0.72

/** The same archive with one part damaged, but packed correctly. */
async function insideOf(name: string, part: string): Promise<Base> {
  const archive = await Archive.open(fixture(name))
  const entries: { name: string; data: Buffer }[] = []
  const whole = async (entry: string) => {
    const chunks: Buffer[] = []
    for await (const chunk of archive.read(entry)) chunks.push(chunk)
    return Buffer.concat(chunks)
  }
  for (const entry of archive.names) entries.push({ name: entry, data: await whole(entry) })
  const bytes = entries.find((entry) => entry.name === part)!.data
  const pack = (damaged: Uint8Array) =>
    makeZip(entries.map((entry) => (entry.name === part ? { name: part, data: damaged } : entry)))
  return { name: `${part} of ${name}`, bytes, pack }
}

it('reads or refuses every damaged page, text and archive', async () => {
  const pages = Object.entries(LAYOUTS).map(([name, layout], index) => ({
    name,
    bytes: encode(layout(null), index % 2 === 0 ? 'utf-8' : 'gb18030'),
  }))
  const bases: Base[] = [
    ...pages,
    { name: 'text', bytes: Buffer.from(TEXT) },
    { name: 'UTF-16 text', bytes: encode(TEXT, 'utf-16le') },
    { name: 'saved page', bytes: savedPage() },
    { name: 'python-docx.docx', bytes: fixture('python-docx.docx') },
    { name: 'ofdrw.ofd', bytes: fixture('ofdrw.ofd') },
    await insideOf('ofdrw.ofd', 'Doc_0/Pages/Page_0/Content.xml'),
    await insideOf('libreoffice.docx', 'word/document.xml'),
  ]

  const { failures, tally } = await survive(bases, MUTATIONS)

  expect(failures).toEqual([])
  expect(tally.rule_of_law_annual_report! / MUTATIONS).toBeGreaterThanOrEqual(STILL_READ)
})

function savedPage(): Buffer {
  const html = Buffer.from(LAYOUTS.trs!('utf-8')).toString('base64').replace(/.{76}/g, '$&\r\n')
  const header = 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n'
  return Buffer.from(
    `${header}--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${html}\r\n--b--\r\n`,
  )
}
