import { describe, expect, it } from 'vitest'
import { type ApiDeps, makeApi } from '../../shared/api/app.ts'
import { addPage, type PageDeps } from '../../shared/api/page.ts'

const FILES = new Map([['page.js', { text: 'render();'.repeat(500), type: 'text/javascript; charset=utf-8' }]])

function served(deps: Partial<PageDeps> = {}) {
  const app = makeApi({ source: {} as ApiDeps['source'], fileOf: async () => null, onError: () => {} })
  addPage(app, { files: FILES, receive: null, corrections: null, ...deps })
  return app
}

const upload = (headers: Record<string, string>) => ({ method: 'POST', body: 'text', headers })
const FROM_PAGE = { 'Sec-Fetch-Site': 'same-origin' }

describe('the page', () => {
  it('may ask its own server and nobody else, and runs no program but its own', async () => {
    const answer = await served().request('/explore')
    expect(answer.headers.get('content-type')).toMatch('text/html')
    expect(answer.headers.get('content-security-policy')).toMatch(/default-src 'none'; script-src 'self'/)
    expect(answer.headers.get('content-security-policy')).not.toMatch('unsafe')
    expect(await answer.text()).not.toMatch(/<script(?![^>]*src=)|style=|https?:/)
  })

  it('quotes what is configured', async () => {
    const corrections = 'https://example.org/new?a="&b=<c>{figure}'
    const html = await (await served({ corrections }).request('/explore')).text()
    expect(html).toContain('https://example.org/new?a=\\&quot;&amp;b=&lt;c>{figure}')
  })

  it('gives its files compressed, and again only if they changed', async () => {
    const headers = { 'Accept-Encoding': 'gzip' }
    const first = await served().request('/explore/page.js', { headers })
    expect([first.status, first.headers.get('content-encoding')]).toEqual([200, 'gzip'])
    const again = await served().request('/explore/page.js', {
      headers: { ...headers, 'If-None-Match': first.headers.get('etag')! },
    })
    expect(again.status).toBe(304)
  })
})

describe('uploads', () => {
  it('are taken from the page on this machine', async () => {
    const received: [string, string][] = []
    const receive = async (name: string, bytes: Uint8Array) => {
      received.push([name, Buffer.from(bytes).toString()])
    }
    const answer = await served({ receive }).request('/explore/files?name=a.txt', upload(FROM_PAGE))
    expect([answer.status, received]).toEqual([202, [['a.txt', 'text']]])
  })

  it.each([
    ['another site', 'http://127.0.0.1/explore/files?name=a', { 'Sec-Fetch-Site': 'cross-site' }, 403],
    ['a program that says nothing', 'http://127.0.0.1/explore/files?name=a', {}, 403],
    ['a name that was made to point here', 'http://evil.example/explore/files?name=a', FROM_PAGE, 403],
    ['a file without a name', 'http://127.0.0.1/explore/files', FROM_PAGE, 400],
    ['too many bytes', 'http://127.0.0.1/explore/files?name=a', { ...FROM_PAGE, 'Content-Length': '99999999' }, 413],
  ])('are refused from %s', async (_, address, headers, status) => {
    const receive = async () => expect.unreachable()
    const answer = await served({ receive }).request(address, upload(headers))
    expect(answer.status).toBe(status)
  })

  it('are not there where files are not taken', async () => {
    expect((await served().request('/explore/files?name=a.txt', upload(FROM_PAGE))).status).toBe(404)
  })
})
