import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FetchError } from '../../shared/crawl/fetch/fetch-error.ts'
import type { Limits } from '../../shared/crawl/fetch/limits.ts'
import { request } from '../../shared/crawl/fetch/request.ts'
import type { UrlRules } from '../../shared/crawl/fetch/url-rules.ts'
import { type Site, startSite } from './simulator/site.ts'

/** The time ends what hangs; one test has a shorter one. */
const LIMITS: Limits = { maxBytes: 100_000, withinMs: 600_000 }
const STRICT: UrlRules = { hosts: ['www.portal.example'], allowLoopback: false }

const problemOf = async (sent: Promise<unknown>): Promise<string> => {
  const error = await sent.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  return error instanceof FetchError ? error.problem : `no FetchError: ${error}`
}

/** A server that all forbidden addresses of the table would reach if a connection were made. */
let trap: Server
let port: number
let connections = 0

beforeAll(async () => {
  trap = createServer((_, response) => response.end('inside'))
  trap.on('connection', () => connections++)
  await new Promise<void>((resolve) => trap.listen(0, '127.0.0.1', resolve))
  port = (trap.address() as AddressInfo).port
})
afterAll(() => {
  trap.close()
})

describe('a request to an address that is not public', () => {
  const LITERALS = [
    '127.0.0.1',
    '127.1',
    '2130706433',
    '0x7f000001',
    '0177.0.0.1',
    '0',
    '0.0.0.0',
    '10.0.0.1',
    '172.16.5.4',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '100.100.100.200',
    '192.0.0.192',
    '168.63.129.16',
    '198.18.0.1',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '[::1]',
    '[::]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[::127.0.0.1]',
    '[64:ff9b::7f00:1]',
    '[64:ff9b:1::7f00:1]',
    '[2002:7f00:1::]',
    '[2001:0:4136:e378:8000:63bf:80ff:fffe]',
    '[::ffff:0:127.0.0.1]',
    '[fe80::1]',
    '[fec0::1]',
    '[fc00::1]',
    '[fd00:ec2::254]',
    '[ff02::1]',
    '[2001:db8::1]',
    '[4000::1]',
  ]

  it.each(LITERALS)('is refused if the URL says %s, even if the host is listed', async (literal) => {
    const before = connections
    const { host, hostname } = new URL(`http://${literal}:${port}/`)
    const rules = { hosts: [host, hostname], allowLoopback: false }
    expect(await problemOf(request(`http://${literal}:${port}/`, { rules, limits: LIMITS, headers: {} }))).toBe(
      'refused',
    )
    expect(connections).toBe(before)
  })

  it.each(LITERALS.filter((literal) => !/^[0-9x]+$|^127\.1$|^0177/.test(literal)))(
    'is refused if a listed name resolves to %s',
    async (literal) => {
      const before = connections
      const address = literal.replace(/[[\]]/g, '')
      const resolve = async () => [{ address, family: address.includes(':') ? 6 : 4 }]
      const sent = request(`http://www.portal.example:8080/`, { rules: STRICT, limits: LIMITS, headers: {}, resolve })
      expect(await problemOf(sent)).toBe('refused')
      expect(connections).toBe(before)
    },
  )

  it('is refused if one of several addresses is private', async () => {
    const resolve = async () => [
      { address: '93.184.216.34', family: 4 },
      { address: '127.0.0.1', family: 4 },
    ]
    const sent = request('http://www.portal.example/', { rules: STRICT, limits: LIMITS, headers: {}, resolve })
    expect(await problemOf(sent)).toBe('refused')
  })

  it('is refused if a name is rebound to a private address at the second lookup', async () => {
    const answers = ['127.0.0.1', '10.0.0.1', '127.0.0.1']
    const seen: string[] = []
    const resolve = async () => {
      const address = answers[seen.length] ?? '10.0.0.1'
      seen.push(address)
      return [{ address, family: 4 }]
    }
    const rules: UrlRules = { hosts: [`www.portal.example:${port}`], allowLoopback: true }
    const get = () => request(`http://www.portal.example:${port}/`, { rules, limits: LIMITS, headers: {}, resolve })
    const first = await get()
    const before = connections
    expect(first.status).toBe(200)
    expect(await problemOf(get())).toBe('refused')
    expect(connections).toBe(before)
    // One lookup per connection: the address that was checked is the one that was connected to.
    expect(seen).toHaveLength(2)
  })

  it('may go to loopback, and to nothing else, for servers under test', async () => {
    const rules: UrlRules = { hosts: [`127.0.0.1:${port}`, '10.0.0.1'], allowLoopback: true }
    expect((await request(`http://127.0.0.1:${port}/`, { rules, limits: LIMITS, headers: {} })).status).toBe(200)
    expect(await problemOf(request('http://10.0.0.1/', { rules, limits: LIMITS, headers: {} }))).toBe('refused')
  })
})

describe('a URL that is not to be asked for', () => {
  it.each([
    ['ftp://www.portal.example/', 'another scheme'],
    ['file:///etc/passwd', 'a file'],
    ['http://user:secret@www.portal.example/', 'credentials'],
    ['http://www.portal.example:22/', 'another port'],
    ['http://www.portal.example:6379/', 'another port'],
    ['http://www.elsewhere.example/', 'a host that is not listed'],
    ['http://www.gov.cn.elsewhere.example/', 'a host that only looks official'],
    ['http://fakegov.cn/', 'a host that only ends alike'],
    [`http://www.portal.example/${'a'.repeat(1000)}`, 'an address that is too long'],
  ])('is refused: %s (%s)', async (url) => {
    const resolve = async () => {
      throw new Error('its name must not be looked up')
    }
    expect(await problemOf(request(url, { rules: STRICT, limits: LIMITS, headers: {}, resolve }))).toBe('refused')
  })
})

describe('an answer that is too long', () => {
  let site: Site
  const get = (path: string, limits: Limits = LIMITS) =>
    request(site.origin + path, { rules: { hosts: [site.host], allowLoopback: true }, limits, headers: {} })
  beforeAll(async () => {
    site = await startSite()
  })
  afterAll(() => site.close())

  it('ends at the size limit', async () => {
    site.page('/large', 'x'.repeat(LIMITS.maxBytes + 1))
    expect(await problemOf(get('/large'))).toBe('too_large')
  })

  it('is cut at the size limit if the beginning is enough', async () => {
    site.page('/large', 'x'.repeat(LIMITS.maxBytes + 1))
    expect((await get('/large', { ...LIMITS, truncate: true })).body).toHaveLength(LIMITS.maxBytes)
  })

  it('ends at the size limit of what it unpacks to', async () => {
    site.page('/bomb', gzipSync('x'.repeat(5_000_000)), { 'content-encoding': 'gzip' })
    expect(await problemOf(get('/bomb'))).toBe('too_large')
  })

  it('ends at the time limit', async () => {
    site.answer('/drip', (_, response) => {
      const timer = setInterval(() => response.write('.'), 20)
      response.on('close', () => clearInterval(timer))
      return 'handled'
    })
    expect(await problemOf(get('/drip', { ...LIMITS, withinMs: 200 }))).toBe('time_out')
  })

  it('ends if its headers are larger than real ones', async () => {
    site.page('/headers', '', { 'x-filler': 'x'.repeat(20_000) })
    expect(await problemOf(get('/headers'))).toBe('bad_response')
  })

  it.each(['gzip, gzip', 'zstd', 'x'])('is not read in a coding that was not offered: %s', async (coding) => {
    site.page('/coded', 'text', { 'content-encoding': coding })
    expect(await problemOf(get('/coded'))).toBe('bad_response')
  })

  it('is read in the codings that are offered', async () => {
    site.page('/gzip', gzipSync('text'), { 'content-encoding': 'gzip' })
    expect(Buffer.from((await get('/gzip')).body).toString()).toBe('text')
  })

  it('sends nothing that names a person', async () => {
    site.page('/plain', 'text', { 'set-cookie': 'id=1' })
    await get('/plain')
    await get('/plain')
    const { headers } = site.log.at(-1)!
    expect(Object.keys(headers).sort()).toEqual(['accept-encoding', 'connection', 'host'])
  })
})
