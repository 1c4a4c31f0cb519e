import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { type ClientRequest, type IncomingHttpHeaders, request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { CopyObjectCommand, ListObjectsV2Command, PutObjectCommand, paginateListObjectsV2 } from '@aws-sdk/client-s3'
import { Upload } from '@aws-sdk/lib-storage'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createClients } from '../../infra/local/clients.ts'
import { type Engine, startEngine } from '../../infra/local/engine.ts'
import { inParallel } from '../../shared/store/in-parallel.ts'
import { eventually } from '../eventually.ts'
import { smallApp, smallTemplate } from './small-app.ts'

/** Prints the key of each object as JSON. */
const HANDLER = `export const handler = async ({ Records }) => {
  for (const { body } of Records) console.log(JSON.stringify(JSON.parse(body).detail.object))
}`

const BOUNDARY = 'boundary'

/** A form as a browser sends it. */
function form(fields: Readonly<Record<string, string>>, file = 'x') {
  const part = (disposition: string, value: string) =>
    `--${BOUNDARY}\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n${value}\r\n`
  const parts = Object.entries(fields).map(([name, value]) => part(`name="${name}"`, value))
  return `${parts.join('')}${part('name="file"; filename="a.txt"', file)}--${BOUNDARY}--\r\n`
}

const FORM_TYPE = { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` }
const PRESIGNED =
  'X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=a%2F20260101%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20260101T000000Z' +
  '&X-Amz-Expires=900&X-Amz-SignedHeaders=host&X-Amz-Signature=ab'

describe('an upload', () => {
  let folder: string
  let engine: Engine
  let bucket: string
  const lines: string[] = []
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fazhi-test-'))
    const assembly = await smallApp(HANDLER, smallTemplate(), folder)
    engine = await startEngine({ assembly, log: (_, line) => lines.push(line), retryDelaySeconds: 0 })
    bucket = engine.resources.outputs.BucketName!
  })
  afterAll(async () => {
    await engine.stop()
    await rm(folder, { recursive: true })
  })

  /** Sends a request as it is written: `fetch` would take the dots out of its path. */
  async function send(method: string, path: string, body: string | Buffer, headers: IncomingHttpHeaders = {}) {
    const { hostname, port } = new URL(engine.endpoint)
    const sent: ClientRequest = request({ hostname, port, method, path, headers })
    const { promise, resolve, reject } = Promise.withResolvers<{ status: number; body: string }>()
    sent.on('error', reject)
    sent.on('response', async (response) => resolve({ status: response.statusCode!, body: await text(response) }))
    sent.end(body)
    return promise
  }

  /** The keys whose events have come since the last call. */
  async function events(): Promise<string[]> {
    await eventually(engine.isIdle)
    return lines.splice(0).map((line) => JSON.parse(line).key)
  }

  it.each([
    ['a form', 'POST', form({ key: 'in/form' }), FORM_TYPE, 'in/form'],
    ['a form of its own page', 'POST', form({ key: 'in/own' }), { ...FORM_TYPE, origin: 'OWN' }, 'in/own'],
    [
      'a form that leads elsewhere',
      'POST',
      form({ key: 'in/led', success_action_redirect: 'http://localhost/done' }),
      FORM_TYPE,
      'in/led',
    ],
    ['a form with dots in its key', 'POST', form({ key: 'in/../form' }), FORM_TYPE, 'in/../form'],
    ['a form with odd characters in its key', 'POST', form({ key: 'in/\u0001😀' }), FORM_TYPE, 'in/\u0001😀'],
    ['a form with the name of its file', 'POST', form({ key: `in/\${filename}` }), FORM_TYPE, 'in/a.txt'],
    ['a form with an empty file', 'POST', form({ key: 'in/nothing' }, ''), FORM_TYPE, 'in/nothing'],
  ])('by %s comes with its event', async (_, method, body, headers, key) => {
    const own = 'origin' in headers ? { ...headers, origin: engine.endpoint } : headers
    const { status } = await send(method, `/${bucket}`, body, own)
    expect([204, 303]).toContain(status)
    expect(await events()).toEqual([key])
  })

  it('by a form of a foreign page is refused, and nothing is stored', async () => {
    for (const origin of ['https://elsewhere.example', 'null']) {
      const refused = await send('POST', `/${bucket}`, form({ key: 'in/foreign' }), { ...FORM_TYPE, origin })
      expect(refused).toMatchObject({ status: 403, body: expect.stringContaining('<Code>AccessForbidden</Code>') })
    }
    expect(await events()).toEqual([])
    const { body } = await send('GET', `/${bucket}?list-type=2&prefix=in/foreign`, '')
    expect(body).not.toContain('<Key>')
  })

  it.each(['DynamoDB_20120810.ListTables', 'AmazonSQS.ListQueues'])(
    'is not the only request of a foreign page that is refused: %s',
    async (target) => {
      const headers = {
        'x-amz-target': target,
        'content-type': 'application/x-amz-json-1.0',
        origin: 'http://elsewhere.example',
      }
      expect(await send('POST', '/', '{}', headers)).toEqual({
        status: 403,
        body: JSON.stringify({ __type: 'AccessForbidden', message: 'Pages of other sites may not write here.' }),
      })
    },
  )

  it.each([
    ['of a presigned address', `in/presigned?${PRESIGNED}`, 'x', { 'content-type': 'text/plain' }, 'in/presigned'],
    ['without a type', 'in/untyped', 'x', {}, 'in/untyped'],
    ['without a body', 'in/empty', '', {}, 'in/empty'],
    ['of another type', 'in/typed', 'a=b', { 'content-type': 'application/x-www-form-urlencoded' }, 'in/typed'],
    ['of half a JSON', 'in/json', '{"a":', { 'content-type': 'application/x-amz-json-1.0' }, 'in/json'],
    ['with dots', 'in/../dots', 'x', {}, 'in/../dots'],
    ['with encoded dots', 'in/%2e%2e/dots', 'x', {}, 'in/../dots'],
    ['with a dot', 'in/./dot', 'x', {}, 'in/./dot'],
    ['with control characters', 'in/a%01%0a%7f', 'x', {}, 'in/a\u0001\n\u007f'],
    ['with an emoji', 'in/%F0%9F%98%80', 'x', {}, 'in/😀'],
    ['with empty folders', 'in//a', 'x', {}, 'in//a'],
  ])('%s is stored with its event', async (_, path, body, headers, key) => {
    expect(await send('PUT', `/${bucket}/${path}`, body, headers)).toMatchObject({ status: 200 })
    expect(await events()).toEqual([key])
  })

  it.each([
    ['no address', 'in/%E0%A4', 'x', 'InvalidURI'],
    ['a key that is too long', `in/${'a'.repeat(1100)}`, 'x', 'KeyTooLongError'],
    ['more than one request takes', 'in/big', Buffer.alloc(12 * 1024 * 1024), 'EntityTooLarge'],
    ['what is not simulated', 'in/a?tagging', 'x', 'NotImplemented'],
  ])("of %s gets S3's own error, and nothing is stored", async (_, path, body, code) => {
    const refused = await send('PUT', `/${bucket}/${path}`, body)
    expect(refused.body).toContain(`<Code>${code}</Code>`)
    expect(await events()).toEqual([])
  })

  it.each([
    ['without a key', form({}), 'InvalidArgument'],
    ['with a key that is too long', form({ key: `in/${'a'.repeat(1100)}` }), 'KeyTooLongError'],
    ['that is none', 'x', 'InvalidArgument'],
  ])("of a form %s gets S3's own error, and nothing is stored", async (_, body, code) => {
    const refused = await send('POST', `/${bucket}`, body, FORM_TYPE)
    expect(refused).toMatchObject({ status: 400, body: expect.stringContaining(`<Code>${code}</Code>`) })
    expect(await events()).toEqual([])
  })

  const CHUNKED = { 'content-encoding': 'aws-chunked', 'x-amz-decoded-content-length': '3' }

  it.each([
    ['in chunks', '3;chunk-signature=ab\r\nxyz\r\n0;chunk-signature=cd\r\n\r\n', CHUNKED],
    ['in chunks, with a checksum behind them', '3\r\nxyz\r\n0\r\nx-amz-checksum-crc32:6466Zw==\r\n\r\n', CHUNKED],
    ['with right sums', 'xyz', { 'content-md5': '0W+zbwkR+HiZjBNhka9wXg==', 'x-amz-checksum-crc32': '6466Zw==' }],
  ])('%s is stored as it was sent', async (_, body, headers) => {
    expect(await send('PUT', `/${bucket}/in/sent`, body, headers)).toMatchObject({ status: 200 })
    expect(await events()).toEqual(['in/sent'])
    expect(await send('GET', `/${bucket}/in/sent`, '')).toEqual({ status: 200, body: 'xyz' })
  })

  it.each([
    ['chunks that end too early', '3\r\nxy', CHUNKED, 'IncompleteBody'],
    ['chunks without an end', '3\r\nxyz\r\n', CHUNKED, 'IncompleteBody'],
    ['a chunk of a negative size', '-10000\r\nxyz', CHUNKED, 'IncompleteBody'],
    ['a chunk of no size', 'zz\r\nxyz\r\n0\r\n\r\n', CHUNKED, 'IncompleteBody'],
    ['chunks of another length', '2\r\nxy\r\n0\r\n\r\n', CHUNKED, 'IncompleteBody'],
    ['a wrong sum behind chunks', '3\r\nxyz\r\n0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n', CHUNKED, 'BadDigest'],
    ['a wrong sum', 'xyz', { 'x-amz-checksum-sha256': 'AAAA' }, 'BadDigest'],
    ['a wrong MD5', 'xyz', { 'content-md5': 'AAAA' }, 'BadDigest'],
    ['a wrong hash', 'xyz', { 'x-amz-content-sha256': '0'.repeat(64) }, 'XAmzContentSHA256Mismatch'],
    ['a source that is no address', '', { 'x-amz-copy-source': '%' }, 'InvalidRequest'],
  ])("of %s gets S3's own error, and nothing is stored", async (_, body, headers, code) => {
    const refused = await send('PUT', `/${bucket}/in/wrong`, body, headers)
    expect(refused).toMatchObject({ status: 400, body: expect.stringContaining(`<Code>${code}</Code>`) })
    expect(await events()).toEqual([])
    expect(await send('GET', `/${bucket}/in/wrong`, '')).toMatchObject({ status: 404 })
  })

  it('that does not say how much comes, and then is too much, gets an error of S3', async () => {
    const refused = await send('PUT', `/${bucket}/in/much`, Buffer.alloc(12 * 1024 * 1024), {
      'transfer-encoding': 'chunked',
    })
    expect(refused).toMatchObject({ status: 413, body: expect.stringContaining('<Code>EntityTooLarge</Code>') })
    expect(await events()).toEqual([])
  })

  it('whose connection is cut leaves nothing, whatever service it was for, and the engine goes on', async () => {
    const { hostname, port } = new URL(engine.endpoint)
    const targets = ['', 'X-Amz-Target: DynamoDB_20120810.PutItem\r\n', 'X-Amz-Target: AmazonSQS.SendMessage\r\n']
    for (const target of targets) {
      const socket = connect(Number(port), hostname)
      const type = target === '' ? 'text/plain' : 'application/x-amz-json-1.0'
      const path = target === '' ? `PUT /${bucket}/in/cut` : 'POST /'
      socket.write(`${path} HTTP/1.1\r\nHost: a\r\n${target}Content-Type: ${type}\r\nContent-Length: 1000\r\n\r\n{"a`)
      await once(socket, 'ready')
      socket.resetAndDestroy()
      await once(socket, 'close')
      expect(await send('GET', '/health', '')).toMatchObject({ status: 200 })
    }
    expect(await events()).toEqual([])
  })

  it.each(['null', '[]', '1', '"x"', '{"a', ''])(
    'is not harmed by a request for tables that is none: %s',
    async (body) => {
      const headers = { 'x-amz-target': 'DynamoDB_20120810.PutItem', 'content-type': 'application/x-amz-json-1.0' }
      const authorization =
        'AWS4-HMAC-SHA256 Credential=a/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=a, Signature=b'
      const signed = { ...headers, authorization, 'x-amz-date': '20260101T000000Z' }
      expect(await send('POST', '/', body, signed)).toMatchObject({ status: 400 })
      expect(await send('GET', '/health', '')).toMatchObject({ status: 200 })
    },
  )

  it('to an address that the SDK has signed, in parts, or as a copy is stored with its event', async () => {
    const { s3 } = createClients(engine.endpoint, 'test')
    const object = { Bucket: bucket, Key: 'in/signed 1' }
    const address = await getSignedUrl(s3, new PutObjectCommand(object))
    expect(await fetch(address, { method: 'PUT', body: 'x' })).toMatchObject({ status: 200 })
    expect(await events()).toEqual([object.Key])
    await new Upload({ client: s3, params: { ...object, Key: 'in/parts', Body: Buffer.alloc(9 * 1024 * 1024) } }).done()
    expect(await events()).toEqual(['in/parts'])
    const CopySource = `${bucket}/${encodeURIComponent(object.Key)}`
    await s3.send(new CopyObjectCommand({ Bucket: bucket, Key: 'in/copy', CopySource }))
    expect(await events()).toEqual(['in/copy'])
  })

  it('is listed once, with its own key, however many there are', async () => {
    const { s3 } = createClients(engine.endpoint, 'test')
    const keys = Array.from({ length: 501 }, (_, n) => [`list/a${n}`, `list/B${n}`]).flat()
    keys.push('list/\r\n', 'list/字', 'list/é', 'list/e\u0301', 'list/A0')
    await inParallel(
      20,
      keys,
      async (Key) => void (await s3.send(new PutObjectCommand({ Bucket: bucket, Key, Body: 'x' }))),
    )
    const listed: (string | undefined)[] = []
    for await (const { Contents = [] } of paginateListObjectsV2({ client: s3 }, { Bucket: bucket, Prefix: 'list/' }))
      listed.push(...Contents.map(({ Key }) => Key))
    expect(listed).toEqual(keys.toSorted((a, b) => (a < b ? -1 : 1)))
    const wanted = { Bucket: bucket, Delimiter: '/', StartAfter: 'in0', MaxKeys: 1 }
    expect(await s3.send(new ListObjectsV2Command(wanted))).toMatchObject({ CommonPrefixes: [{ Prefix: 'list/' }] })
  })

  it('to no bucket at all is an error, and the engine goes on', async () => {
    expect(await send('PUT', '//', 'x')).toMatchObject({ status: 400 })
    expect(await send('PUT', '/nowhere/in/a', 'x')).toMatchObject({ status: 404 })
    expect(await events()).toEqual([])
  })

  it('of any key that the SDK sends is stored with its event', async () => {
    const { s3 } = createClients(engine.endpoint, 'test')
    const part = fc.oneof(fc.constantFrom('.', '..', '', '%2F', '+', '\u0000', '\t'), fc.string({ unit: 'grapheme' }))
    const keys = fc.array(part, { maxLength: 4 }).map((parts) => `in/${parts.join('/')}`)
    await fc.assert(
      fc.asyncProperty(keys, async (Key) => {
        await s3.send(new PutObjectCommand({ Bucket: bucket, Key, Body: 'x' }))
        expect(await events()).toEqual([Key])
      }),
      { numRuns: 30 },
    )
  })
})
