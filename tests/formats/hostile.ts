import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { deflatedBlanks, zlibBlanks } from './bomb.ts'
import { makeZip } from './make-zip.ts'

/** Files made to harm a reader, each with the reason for which it must be refused; null if it must be read. */
export interface Hostile {
  readonly name: string
  readonly make: () => Uint8Array
  readonly reasons: readonly (string | null)[]
}

const MIB = 1024 * 1024
const WORD_NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const OFD_NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'

const fixture = (name: string): Buffer => readFileSync(join(import.meta.dirname, 'fixtures', name))

const page = (body: string) =>
  Buffer.from(`<!doctype html><html><head><title>x</title></head><body>${body}</body></html>`)

const BLANK_WORD = { name: 'word/document.xml', data: '', packed: deflatedBlanks(300), statedSize: 300 * MIB }
const BLANK_OFD = { name: 'OFD.xml', data: '', packed: deflatedBlanks(300), statedSize: 300 * MIB }

const docx = (body: string, statedSize?: number) => {
  const data = `<w:document ${WORD_NAMESPACE}><w:body>${body}</w:body></w:document>`
  return makeZip([{ name: 'word/document.xml', data, ...(statedSize === undefined ? {} : { statedSize }) }])
}

const ofd = (content: string) =>
  makeZip([
    {
      name: 'OFD.xml',
      data: `<ofd:OFD ${OFD_NAMESPACE}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    },
    {
      name: 'Doc_0/Document.xml',
      data: `<ofd:Document ${OFD_NAMESPACE}><ofd:Pages><ofd:Page BaseLoc="Pages/P.xml"/></ofd:Pages></ofd:Document>`,
    },
    { name: 'Doc_0/Pages/P.xml', data: `<ofd:Page ${OFD_NAMESPACE}><ofd:Content>${content}</ofd:Content></ofd:Page>` },
  ])

const FIRST_PAGE = 5

/** A PDF file whose pages share one packed content stream. It has no cross-reference table; readers rebuild it. */
function pdf(content: Uint8Array, filter: string, pages = 1): Buffer {
  const numbers = Array.from({ length: pages }, (_, index) => FIRST_PAGE + index)
  const kids = numbers.map((number) => `${number} 0 R`).join(' ')
  const objects = numbers.map(
    (number) => `${number} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>endobj\n`,
  )
  return Buffer.concat([
    Buffer.from(`%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n`),
    Buffer.from(`2 0 obj<</Type/Pages/Count ${pages}/Kids[${kids}]>>endobj\n${objects.join('')}`),
    Buffer.from(`4 0 obj<</Length ${content.length}/Filter ${filter}>>stream\n`),
    content,
    Buffer.from('\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF'),
  ])
}

const blanks = (megabytes: number) => Buffer.alloc(megabytes * MIB, 0x20)

export const HOSTILE: readonly Hostile[] = [
  { name: 'an empty file', make: () => new Uint8Array(0), reasons: ['empty'] },
  { name: 'nothing but blanks', make: () => blanks(1), reasons: ['empty'] },
  { name: '50,000 nested elements', make: () => page('<div>'.repeat(50_000)), reasons: ['too_complex'] },
  { name: '400,000 elements', make: () => page('<b>x</b>'.repeat(400_000)), reasons: ['too_complex'] },
  { name: '200,000 <', make: () => page('<'.repeat(200_000)), reasons: [null] },
  {
    name: '200,000 < and no page',
    make: () => Buffer.from('<'.repeat(200_000)),
    reasons: [null],
  },
  { name: '200,000 openings of comments', make: () => page('<!--'.repeat(200_000)), reasons: ['empty'] },
  { name: 'an attribute of 800 kB', make: () => page(`<p title="${'x'.repeat(800_000)}">一</p>`), reasons: [null] },
  {
    name: '20,000 attributes',
    make: () => page(`<p ${Array.from({ length: 20_000 }, (_, n) => `a${n}=1`).join(' ')}>一</p>`),
    reasons: [null],
  },
  {
    name: '100,000 blanks between characters',
    make: () => page(`一${`\n${' '.repeat(99)}`.repeat(2_000)}二`),
    reasons: [null],
  },
  { name: 'text that is too long', make: () => Buffer.from('法治政府建设'.repeat(2_000_000)), reasons: ['too_large'] },
  { name: 'a file over the limit', make: () => blanks(51), reasons: ['too_large'] },
  { name: 'a DOCX of 300 MB', make: () => makeZip([BLANK_WORD]), reasons: ['too_complex'] },
  { name: 'an OFD file of 300 MB', make: () => makeZip([BLANK_OFD]), reasons: ['too_complex'] },
  {
    name: 'a DOCX that states 10 bytes and holds 300 MB',
    make: () => makeZip([{ ...BLANK_WORD, statedSize: 10 }]),
    reasons: ['corrupt'],
  },
  { name: 'a DOCX that states 4 GB and holds nothing', make: () => docx('', 0xfffffff0), reasons: ['corrupt'] },
  { name: 'a DOCX of 50,000 nested elements', make: () => docx('<w:p>'.repeat(50_000)), reasons: ['too_complex'] },
  { name: 'a DOCX of a million elements', make: () => docx('<w:p/>'.repeat(1_000_000)), reasons: ['too_complex'] },
  {
    name: 'an OFD offset repeated a billion times',
    make: () =>
      ofd(
        '<ofd:TextObject Size="3"><ofd:TextCode X="0" Y="0" DeltaX="g 999999999 1">法治</ofd:TextCode></ofd:TextObject>',
      ),
    reasons: [null],
  },
  { name: 'entities that expand', make: () => Buffer.from(docx('&a;')), reasons: ['empty'] },
  {
    name: 'a PDF stream of 400 MB',
    make: () => pdf(zlibBlanks(400), '/FlateDecode'),
    reasons: ['too_complex'],
  },
  {
    name: 'a PDF stream packed twice',
    make: () => pdf(deflateSync(zlibBlanks(400)), '[/FlateDecode/FlateDecode]'),
    reasons: ['too_complex'],
  },
  { name: 'a PDF file of 20,000 pages', make: () => pdf(Buffer.from(''), 'null', 20_000), reasons: ['too_complex'] },
  {
    name: 'a PDF file that draws two million times',
    make: () => pdf(deflateSync(Buffer.from('q 1 0 0 1 0 0 cm Q\n'.repeat(2_000_000))), '/FlateDecode'),
    reasons: ['too_complex', 'no_text'],
  },
  { name: 'an encrypted PDF file', make: () => fixture('encrypted.pdf'), reasons: ['encrypted'] },
  { name: 'an encrypted DOCX', make: () => fixture('encrypted.docx'), reasons: ['encrypted'] },
  { name: 'a scanned PDF file', make: () => pdf(Buffer.from('q Q'), 'null'), reasons: ['no_text'] },
  ...['%PDF-1.7\n', 'PK\x03\x04', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', ''].map((magic) => ({
    name: `random bytes after ${JSON.stringify(magic)}`,
    make: () => Buffer.concat([Buffer.from(magic, 'latin1'), randomBytes(200_000)]),
    reasons: [magic === '' ? 'unsupported_format' : 'corrupt'],
  })),
  ...['libreoffice.pdf', 'libreoffice.docx', 'libreoffice.doc', 'ofdrw.ofd'].map((name) => ({
    name: `half of ${name}`,
    make: () => fixture(name).subarray(0, fixture(name).length / 2),
    reasons: ['corrupt'],
  })),
]
