import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDocument } from '../../shared/formats/read-document.ts'
import { makePdf, pdfText } from './paged.ts'

const PAGES = [
  ['竹溪乡人民政府2022年法治政府建设年度报告', '（一）审查合同61份，提出意见18条。'],
  ['（二）开展联合检查44次，处理投诉举报29件。', '二、存在的主要问题'],
]
const TEXT = PAGES.flat().join('\n')

const contents = PAGES.map((lines) => lines.map((text, line) => pdfText(text, 60, 100 + 30 * line)).join('\n'))
const whole = makePdf(contents)
/** Its objects, without what stands around them. */
const objects = whole
  .toString('latin1')
  .split('\n')
  .slice(1, -2)
  .join('\n')
  .split(/(?<=endobj)\n/)
const isStream = (object: string) => object.includes('stream')
const isNamed = (name: string) => (object: string) =>
  object.includes(`/Type/${name}/`) || object.includes(`/Type/${name}>`)
const isTree = (object: string) => isNamed('Catalog')(object) || isNamed('Pages')(object)

const file = (...parts: (string | Uint8Array)[]) =>
  Buffer.concat(
    ['%PDF-1.6\n', ...parts.flatMap((part) => [part, '\n'])].map((part) => Buffer.from(part as string, 'latin1')),
  )
const table = 'xref\n0 3\n0000000000 65535 f \n0000000009 00000 n \n00000'

/** A stream of packed objects, as programs write them since PDF 1.5. */
function packed(number: number, all: readonly string[], damage: (data: Buffer) => Buffer = (data) => data): Buffer {
  const words = all.map((object) => /^\d+ 0 obj([\s\S]*)endobj$/.exec(object)![1]!)
  const places = words.map((_, at) => words.slice(0, at).join(' ').length + (at === 0 ? 0 : 1))
  const numbers = all.map((object, at) => `${Number.parseInt(object, 10)} ${places[at]}`).join(' ')
  const data = damage(deflateSync(Buffer.from(`${numbers} ${words.join(' ')}`, 'latin1')))
  const head = `${number} 0 obj<</Type/ObjStm/N ${all.length}/First ${numbers.length + 1}/Filter/FlateDecode/Length ${data.length}>>stream\n`
  return Buffer.concat([Buffer.from(head), data, Buffer.from('\nendstream endobj')])
}

const outcome = (bytes: Uint8Array) =>
  readDocument(bytes).then(
    ({ text, warnings }) => ({ text, said: warnings.map(({ message }) => message) }),
    (error: unknown) => ({ text: null, said: [(error as { reason: string }).reason] }),
  )
const CUT = 'Could not be read: the end of the file, which is cut off.'

describe('a damaged PDF file of which all objects are there is read as it was', () => {
  const plain = objects.filter(isStream)
  const small = objects.filter((object) => !isStream(object))
  it.each<[string, Uint8Array]>([
    [
      'cut in its table, with bytes before its head',
      Buffer.concat([Buffer.from('\r\n\r\n200 OK\r\n'), file(...objects, table)]),
    ],
    ['its trailer lost its catalogue', file(...objects, 'trailer<</Size 9>>')],
    ['its objects lost their ends', Buffer.from(whole.toString('latin1').replaceAll('endobj', ''), 'latin1')],
    [
      'objects are packed, and their table is cut',
      file(packed(50, small), ...plain, '51 0 obj<</Type/XRef/Root 1 0 R/W[1 2 1]/Len'),
    ],
    [
      'objects are packed, and their table is damaged',
      file(
        packed(50, small),
        ...plain,
        '51 0 obj<</Type/XRef/Root 1 0 R/W[1 2 1]/Size 60/Filter/FlateDecode/Length 4>>stream\nabcd\nendstream endobj\nstartxref\n9\n%%EOF',
      ),
    ],
    ['its catalogue and its tree of pages are lost', file(...objects.filter((object) => !isTree(object)), table)],
  ])('%s', async (_, bytes) => {
    const { text, said } = await outcome(bytes)
    expect(text).toBe(TEXT)
    expect(said).toEqual([])
  })
})

describe('of a PDF file that is cut off it is said', () => {
  it('behind an object: what is there is read', async () => {
    expect(await outcome(file(...objects))).toEqual({ text: TEXT, said: [CUT] })
  })

  it('in the text of its last page: the lines before are read', async () => {
    const last = file(...objects)
      .toString('latin1')
      .lastIndexOf('BT /F1')
    const { text, said } = await outcome(file(...objects).subarray(0, last))
    expect(text).toBe(TEXT.split('\n').slice(0, -1).join('\n'))
    expect(said).toEqual([CUT])
  })

  it('before its pages: it is refused', async () => {
    expect(await outcome(file(...objects.slice(0, 3)))).toEqual({ text: null, said: ['corrupt'] })
  })

  it('with a key: its text is not guessed', async () => {
    const key =
      '90 0 obj<</Filter/Standard/V 1/R 2/P -4/O(00000000000000000000000000000000)/U(00000000000000000000000000000000)>>endobj'
    expect(await outcome(file(...objects, key))).toEqual({ text: null, said: ['corrupt'] })
  })

  it('anywhere: it has its whole text, or it is said that not all was read', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 9, max: whole.length }), async (end) => {
        const { text, said } = await outcome(whole.subarray(0, end))
        expect(text === TEXT || said.length > 0).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})
