import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { Logger } from '@aws-lambda-powertools/logger'
import { Metrics } from '@aws-lambda-powertools/metrics'
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda'
import type { LambdaEvent } from 'hono/aws-lambda'
import { describe, expect, it, vi } from 'vitest'
import { makeHandler } from '../../functions/read-api/handler.ts'
import { bundleInto } from '../../infra/esbuild-code.ts'
import type { AnswerDeps } from '../../shared/api/endpoint.ts'
import type { PageFile } from '../../shared/api/page.ts'
import { PAGE_FILE } from '../../shared/api/page-paths.ts'
import type { DocumentDetail } from '../../shared/readers/document-detail.ts'
import type { Source } from '../../shared/readers/source.ts'
import { DOCUMENT_ID, documentRowOf } from '../store/records.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const PUBLISHER = '430223/司法局'

/** As an HTTP API sends it: the path is decoded, the query is not. */
function eventOf(rawPath: string, rawQueryString = '', headers: Record<string, string> = {}): LambdaEvent {
  const http = { method: 'GET', path: rawPath, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' }
  const requestContext = { domainName: 'api.example.com', http, stage: '$default', requestId: 'r' }
  const event = { version: '2.0', routeKey: '$default', rawPath, rawQueryString, headers, requestContext }
  return { ...event, isBase64Encoded: false } as unknown as LambdaEvent & APIGatewayProxyEventV2
}

function readApi(
  source: Partial<Source>,
  fileOf: AnswerDeps['fileOf'] = async () => null,
  page: Parameters<typeof makeHandler>[0]['page'] = null,
) {
  const logger = new Logger({ serviceName: 'test', logLevel: 'SILENT' })
  const logged = vi.spyOn(logger, 'error')
  const metrics = new Metrics({ namespace: 'test' })
  const handler = makeHandler({ source: source as AnswerDeps['source'], fileOf, page, logger, metrics })
  const context = { awsRequestId: 'r', getRemainingTimeInMillis: () => 60_000 } as unknown as Context
  return { logged, answer: (event: LambdaEvent) => handler(event, context) }
}

describe('read-api', () => {
  it('answers for an ID with a slash in its path, and a name in its query', async () => {
    const series = vi.fn(async () => [])
    const observations = vi.fn(async () => ({ items: [], next: null }))
    const { answer } = readApi({ series, observations })
    const code = 'litigation.new'
    const first = await answer(eventOf(`/api/v1/series/${PUBLISHER}`, `code=${code}&from=2022&to=2023`))
    expect([first.statusCode, first.isBase64Encoded]).toEqual([200, false])
    expect(series).toHaveBeenCalledWith({ publisherId: PUBLISHER, code, from: 2022, to: 2023 })
    const region = encodeURIComponent('湖南省')
    await answer(eventOf('/api/v1/observations', `code=${code}&year=2023&region=${region}&publisher=`))
    expect(observations).not.toHaveBeenCalled()
    await answer(eventOf('/api/v1/observations', `code=${code}&year=2023&region=${region}`))
    expect(observations).toHaveBeenCalledWith({ code, from: 2023, to: 2023, region: '43' })
  })

  it('serves the page where it is given, and takes no files', async () => {
    const text = 'console.log(1)\n'.repeat(200)
    const page = new Map([['page.js', { text, type: 'text/javascript; charset=utf-8' }]])
    const { answer } = readApi({}, undefined, page)
    const shown = await answer(eventOf('/explore'))
    expect([shown.statusCode, shown.body.includes('/explore/page.js')]).toEqual([200, true])
    expect(shown.headers!['content-security-policy']).toContain("default-src 'none'")
    const packed = await answer(eventOf('/explore/page.js', '', { 'accept-encoding': 'gzip' }))
    expect([packed.isBase64Encoded, packed.headers!['content-encoding']]).toEqual([true, 'gzip'])
    expect(gunzipSync(Buffer.from(packed.body, 'base64')).toString()).toBe(text)
    expect((await readApi({}).answer(eventOf('/explore'))).statusCode).toBe(404)
  })

  it('finds in its folder what the page is made of', async () => {
    const folder = await temporaryFolder()
    bundleInto('read-api', folder)
    const files = new Map<string, PageFile>(JSON.parse(readFileSync(join(folder, PAGE_FILE), 'utf8')))
    expect([...files.keys()].toSorted()).toEqual(['icon.svg', 'page.js', 'pinyin.json', 'style.css'])
    expect(readFileSync(join(folder, 'index.mjs'), 'utf8')).toContain(PAGE_FILE)
  })

  it('says that nothing has changed', async () => {
    const { answer } = readApi({ codeCounts: async () => new Map() })
    const first = await answer(eventOf('/api/v1/catalogue', 'limit=2'))
    const etag = String(first.headers!.etag)
    const again = await answer(eventOf('/api/v1/catalogue', 'limit=2', { 'if-none-match': etag }))
    expect([again.statusCode, again.body]).toEqual([304, ''])
  })

  it('logs an error under the ID that it answers, and answers nothing else of it', async () => {
    const { answer, logged } = readApi({ publisher: () => Promise.reject(new Error('table gone')) })
    const { statusCode, body } = await answer(eventOf(`/api/v1/publishers/${PUBLISHER}`))
    expect([statusCode, body.includes('gone')]).toEqual([500, false])
    const { requestId } = JSON.parse(body)
    expect(logged).toHaveBeenCalledWith('request failed', { error: expect.any(Error), errorId: requestId })
  })

  it('sends a reader of a file, which may be larger than an answer, to where it is', async () => {
    const document = async () => documentRowOf('COMPLETE') as unknown as DocumentDetail
    const fileOf = vi.fn(async () => ({ address: 'https://bucket.example/file?signature' }))
    const { answer } = readApi({ document }, fileOf)
    const { statusCode, headers, body } = await answer(eventOf(`/api/v1/documents/${DOCUMENT_ID}/file`))
    expect([statusCode, body]).toEqual([307, ''])
    const location = 'https://bucket.example/file?signature'
    expect(headers).toMatchObject({ location, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
    const contentDisposition = `attachment; filename="${DOCUMENT_ID}.txt"`
    expect(fileOf).toHaveBeenCalledWith(DOCUMENT_ID, { contentType: 'text/plain', contentDisposition })
  })

  it('keeps the byte order mark of a table', async () => {
    const { answer } = readApi({ observations: async () => ({ items: [], next: 'more' }) })
    const { body, isBase64Encoded, headers } = await answer(
      eventOf('/api/v1/observations.csv', 'code=litigation.new&year=2023'),
    )
    expect([isBase64Encoded, Buffer.from(body, 'base64').toString('utf8').slice(0, 14)]).toEqual([
      true,
      '\ufeffpublisher_id,',
    ])
    expect(headers!.link).toBe('</api/v1/observations.csv?code=litigation.new&year=2023&cursor=more>; rel="next"')
  })

  it('splits an answer that Lambda would refuse', async () => {
    const item = { text: '字'.repeat(20_000) }
    const observations = vi.fn(async ({ limit = 100 }: { limit?: number }) => ({
      items: Array.from({ length: limit }, () => item),
      next: 'more',
    })) as unknown as Source['observations']
    const { answer } = readApi({ observations })
    const { body } = await answer(eventOf('/api/v1/observations', 'code=litigation.new&year=2023'))
    expect(Buffer.byteLength(body)).toBeLessThan(6_000_000)
    expect(JSON.parse(body).items).toHaveLength(66)
  })
})
