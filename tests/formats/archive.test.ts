import { describe, expect, it } from 'vitest'
import { openReports } from '../../shared/formats/zip/open-reports.ts'
import { zlibBlanks } from './bomb.ts'
import { encode } from './encode.ts'
import { makeZip } from './make-zip.ts'

const REPORT = '石桥镇2023年法治政府建设年度报告'

async function filesIn(zip: Uint8Array) {
  const found: { name: string; text: string; reason: string | null }[] = []
  for await (const { name, bytes, refusal } of (await openReports(zip))!)
    found.push({ name, text: Buffer.from(bytes).toString(), reason: refusal?.reason ?? null })
  return found
}

describe('each file of an archive comes out of it', () => {
  it('whatever its name', async () => {
    const names = [
      'a.txt',
      'a.txt',
      '石桥镇/a.txt',
      './b.txt',
      '.报告.txt',
      'c\\d.txt',
      '😀𠮷.txt',
      '/e.txt',
      '..',
      'f',
    ]
    const files = await filesIn(makeZip(names.map((name, at) => ({ name, data: `${at}` }))))

    expect(files.map(({ text }) => text)).toEqual(names.map((_, at) => `${at}`))
    expect(files.map(({ name }) => name)).toEqual([
      'a.txt',
      'a.txt',
      'a.txt',
      'b.txt',
      '.报告.txt',
      'd.txt',
      '😀𠮷.txt',
      'e.txt',
      '..',
      'f',
    ])
  })

  it('with a name in the charset of Chinese desktops', async () => {
    const zip = makeZip([{ name: '12345678', data: REPORT }])
    for (let at = zip.indexOf('12345678'); at >= 0; at = zip.indexOf('12345678', at))
      Buffer.from(encode('石桥镇报', 'gb18030')).copy(zip, at)
    expect(await filesIn(zip)).toMatchObject([{ name: '石桥镇报' }])
  })

  it('but not what systems put there', async () => {
    const names = [
      '__MACOSX/._a.txt',
      '.DS_Store',
      'x/.DS_Store',
      '._a.txt',
      'x/Thumbs.db',
      'desktop.ini',
      '~$报告.docx',
      'x/',
    ]
    expect(
      await filesIn(makeZip([{ name: 'a.txt', data: REPORT }, ...names.map((name) => ({ name, data: 'x' }))])),
    ).toHaveLength(1)
  })
})

describe('a file that cannot be taken out keeps none of the others in', () => {
  const around = (entry: Parameters<typeof makeZip>[0][number]) =>
    makeZip([{ name: 'a.txt', data: REPORT }, entry, { name: 'c.txt', data: REPORT }])

  it.each([
    ['damaged', around({ name: 'b.txt', data: REPORT, packed: Buffer.from('no deflate') }), 'corrupt'],
    ['of another size than stated', around({ name: 'b.txt', data: REPORT, statedSize: 3 }), 'corrupt'],
    [
      'of 60 MB',
      around({ name: 'b.txt', data: '', packed: zlibBlanks(60).subarray(2, -4), statedSize: 60 * 1024 * 1024 }),
      'too_complex',
    ],
    ['locked', locked(around({ name: 'b.txt', data: REPORT })), 'encrypted'],
    ['lost behind the end', shifted(around({ name: 'b.txt', data: REPORT })), 'corrupt'],
  ])('one that is %s', async (_, zip, reason) => {
    const [first, second, third] = await filesIn(zip)

    expect([first?.text, second?.reason]).toEqual([REPORT, reason])
    // A bomb uses up what the whole archive may unpack to.
    expect(third?.reason).toBe(reason === 'too_complex' ? 'too_complex' : null)
  })
})

/** Marks the second entry as encrypted. */
function locked(zip: Buffer): Buffer {
  for (const signature of ['PK\x01\x02', 'PK\x03\x04']) {
    const at = zip.indexOf(signature, zip.indexOf(signature) + 1)
    const flags = at + (signature === 'PK\x01\x02' ? 8 : 6)
    zip.writeUInt16LE(zip.readUInt16LE(flags) | 1, flags)
  }
  return zip
}

/** Lets the directory say that the second entry begins behind the file's end. */
function shifted(zip: Buffer): Buffer {
  zip.writeUInt32LE(zip.length + 9, zip.indexOf('PK\x01\x02', zip.indexOf('PK\x01\x02') + 1) + 42)
  return zip
}
