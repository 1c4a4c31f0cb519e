import { describe, expect, it } from 'vitest'
import { readDocument } from '../../shared/formats/read-document.ts'
import { encode } from './encode.ts'
import { PAGE_TITLE, PARAGRAPHS, paragraphs, portal } from './page.ts'

const PLAIN = [PAGE_TITLE, ...PARAGRAPHS].join('\n')
const OTHER = '<html><body><p>热点：全县接待游客92万人次。</p><p>实现旅游收入8.4亿元。</p></body></html>'

interface Part {
  readonly type: string
  readonly data: string | Uint8Array
  readonly headers?: readonly string[]
}

const page = (data: string | Uint8Array, ...headers: string[]): Part => ({
  type: 'text/html; charset=utf-8',
  data,
  headers,
})

function multipart(kind: string, parts: readonly Part[], top: readonly string[] = []): Part {
  const boundary = `=_${kind.replace(/\W/g, '')}${parts.length}`
  const written = parts.map(({ type, data, headers = [] }) => {
    const isMultipart = type.startsWith('multipart/')
    const body = isMultipart ? String(data) : Buffer.from(data).toString('base64').replace(/.{76}/g, '$&\r\n')
    const encoding = isMultipart ? [] : ['Content-Transfer-Encoding: base64']
    return [`--${boundary}`, `Content-Type: ${type}`, ...encoding, ...headers, '', body].join('\r\n')
  })
  return {
    type: `multipart/${kind}; boundary="${boundary}"`,
    data: `${written.join('\r\n')}\r\n--${boundary}--\r\n`,
    headers: top,
  }
}

const message = ({ type, data, headers = [] }: Part) =>
  Buffer.from(
    ['Subject: =?utf-8?B?5oql5ZGK?=', 'MIME-Version: 1.0', ...headers, `Content-Type: ${type}`, '', String(data)].join(
      '\r\n',
    ),
  )

const report = portal().toString()

describe('of a saved page with several pages in it, the root is read', () => {
  it.each([
    ['the first', multipart('related', [page(report), page(OTHER)])],
    [
      'the one that is named as the start',
      multipart('related; start="<r@x>"', [page(OTHER, 'Content-ID: <f@x>'), page(report, 'Content-ID: <r@x>')]),
    ],
    [
      'the one with the address of the page',
      multipart(
        'related',
        [page(OTHER, 'Content-Location: http://x.example/f'), page(report, 'Content-Location: http://x.example/a')],
        ['Snapshot-Content-Location: http://x.example/a'],
      ),
    ],
    [
      'inside alternatives',
      multipart('alternative', [
        { type: 'text/plain; charset=utf-8', data: '纯文本' },
        multipart('related', [page(report), page(OTHER)]),
      ]),
    ],
    ['before a disclaimer', multipart('mixed', [page(report), page(OTHER)])],
    [
      'not an attachment',
      multipart('mixed', [page(OTHER, 'Content-Disposition: attachment; filename="a.html"'), page(report)]),
    ],
  ])('%s', async (_, part) => {
    expect((await readDocument(message(part))).text).toBe(PLAIN)
  })

  it('unless it only frames another', async () => {
    const around = portal('<iframe src="cid:frame-1@x"></iframe>').toString()
    const framed = multipart('related', [
      page(around),
      page(`<html><body>${paragraphs()}</body></html>`, 'Content-ID: <frame-1@x>'),
      page(OTHER),
    ])
    expect((await readDocument(message(framed))).text).toContain(PARAGRAPHS.join('\n'))
  })
})

describe('the charset of a part', () => {
  const said = (charset: string) => report.replace('utf-8', charset)
  it.each([
    ['is the one the page says, if the part says none', 'text/html', encode(said('gb2312'), 'gb18030')],
    ['is guessed, if neither says any', 'text/html', encode(report.replace('<meta charset="utf-8">', ''), 'gb18030')],
    ['is not what is said falsely', 'text/html; charset=iso-8859-1', encode(said('utf-8'), 'gb18030')],
    [
      'may be said by the part',
      'text/html; charset=gbk',
      encode(report.replace('<meta charset="utf-8">', ''), 'gb18030'),
    ],
  ])('%s', async (_, type, data) => {
    expect((await readDocument(message(multipart('related', [{ type, data }])))).text).toBe(PLAIN)
  })
})

describe('a saved page is read with the style sheets that it links', () => {
  const article = paragraphs('318次', (text) => text.replace('318', '3<b class="x">77</b>18'))
  const sheet = (location: string, data = '.x { display: none }') => ({
    type: 'text/css',
    data,
    headers: [`Content-Location: ${location}`],
  })
  const textWith = async (head: string, ...sheets: Part[]) =>
    (await readDocument(message(multipart('related', [page(portal(article, { head }).toString()), ...sheets])))).text

  it.each([
    ['by its id', '<link rel="stylesheet" href="cid:css-1@mhtml.blink">', 'cid:css-1@mhtml.blink'],
    ['by its address', '<link rel=StyleSheet href="../a.css?v=1" media="screen">', 'http://x.example/css/a.css?v=1'],
    ['imported', '<style>@import url("cid:css-1@mhtml.blink") screen;</style>', 'cid:css-1@mhtml.blink'],
  ])('%s', async (_, head, location) => {
    expect(await textWith(head, sheet(location.replace('/css/', '/')))).toBe(PLAIN)
  })

  it('imported by one that is linked', async () => {
    const [outer, inner] = [sheet('cid:a', '@import "cid:b"; .y { color: red }'), sheet('cid:b')]
    expect(await textWith('<link rel="stylesheet" href="cid:a">', outer, inner)).toBe(PLAIN)
  })

  it('but not with those for print', async () => {
    const head = '<link rel="stylesheet" media="print" href="cid:a">'
    expect(await textWith(head, sheet('cid:a'))).toContain('37718次')
  })

  it('in its frames too', async () => {
    const around = portal('<iframe src="cid:frame-1@x"></iframe>').toString()
    const framed = `<html><head><link rel="stylesheet" href="cid:a"></head><body>${article}</body></html>`
    const parts = [page(around), page(framed, 'Content-ID: <frame-1@x>'), sheet('cid:a')]
    expect((await readDocument(message(multipart('related', parts)))).text).toContain(PARAGRAPHS.join('\n'))
  })
})

describe('lines that a mail program broke are joined', () => {
  it.each([
    ['and lose the blank that it put there', 'text/plain; charset=utf-8; format=flowed; delsp=yes', ''],
    ['and keep the blank that stood there', 'text/plain; charset=utf-8; Format="Flowed"', ' '],
  ])('%s', async (_, type, between) => {
    const broken = PARAGRAPHS.map((line) => line.replace('318次', '3 \r\n18次'))
    const { text } = await readDocument(message({ type, data: broken.join('\r\n') }))
    expect(text.trimEnd()).toBe(PARAGRAPHS.join('\n').replace('318次', `3${between}18次`))
  })

  it('but not those of a message that does not say so', async () => {
    const data = PARAGRAPHS.join(' \r\n')
    const { text } = await readDocument(message({ type: 'text/plain; charset=utf-8', data }))
    expect(text.trimEnd()).toBe(PARAGRAPHS.join(' \n'))
  })
})

it('a message that went a long way is one', async () => {
  const far = Array.from({ length: 90 }, (_, n) => `ARC-Seal: i=${n}; ${'x'.repeat(100)}`)
  const bytes = message({ ...multipart('mixed', [page(report)]), headers: far })
  expect(
    await readDocument(Buffer.concat([Buffer.from(`DKIM-Signature: ${'y'.repeat(5000)}\r\n`), bytes])),
  ).toMatchObject({ format: 'eml', text: PLAIN })
})

describe('what is not read of a message is named', () => {
  const attached = {
    type: 'application/pdf',
    data: 'x',
    headers: ['Content-Disposition: attachment; filename="=?utf-8?B?5oql5ZGK?=.pdf"'],
  }

  it('its attachments, if it says hardly anything itself', async () => {
    const { warnings } = await readDocument(
      message(multipart('mixed', [{ type: 'text/plain; charset=utf-8', data: '报告见附件。' }, attached])),
    )
    expect(warnings).toMatchObject([
      { code: 'partly_unread', message: expect.stringContaining('the attachment 报告.pdf') },
    ])
  })

  it('and why it is refused, if it says nothing', async () => {
    await expect(readDocument(message(multipart('mixed', [attached])))).rejects.toMatchObject({
      reason: 'no_text',
      message: expect.stringContaining('报告.pdf'),
    })
  })
})
