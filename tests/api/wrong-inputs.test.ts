import { describe, expect, it, vi } from 'vitest'
import { type ApiDeps, makeApi } from '../../shared/api/app.ts'

const ID = '0123456789abcdef0123456789abcdef'
const CODE = 'code=litigation.new'
const YEAR = 'year=2023'
const long = 'x'.repeat(201)

/** A path with its query, and what is wrong: each parameter with words of its reason and what may be meant. */
const WRONG: readonly (readonly [string, Readonly<Record<string, readonly [RegExp, (string | RegExp)?]>>])[] = [
  ['/catalogue?topic=legal', { topic: [/one of/, 'legal_service'] }],
  ['/catalogue?topic=DISPUTES', { topic: [/one of/, 'disputes'] }],
  ['/catalogue?topic=', { topic: [/no value/] }],
  ['/catalogue?q=', { q: [/no value/] }],
  ['/catalogue?q=%20%20', { q: [/no value/] }],
  [`/catalogue?q=${long}`, { q: [/more than 200/] }],
  ['/catalogue?q=%E6%B3', { q: [/UTF-8/] }],
  ['/catalogue?q=a%00b', { q: [/UTF-8/] }],
  ['/catalogue?limit=0', { limit: [/1 to 1000/] }],
  ['/catalogue?limit=1001', { limit: [/1 to 1000/] }],
  ['/catalogue?limit=-1', { limit: [/1 to 1000/] }],
  ['/catalogue?limit=1.5', { limit: [/whole number/] }],
  ['/catalogue?limit=1e2', { limit: [/whole number/] }],
  ['/catalogue?limit=ten', { limit: [/whole number/] }],
  ['/catalogue?limit=10&limit=20', { limit: [/twice/] }],
  ['/catalogue?limt=10', { limt: [/no such parameter/, 'limit'] }],
  ['/catalogue?Q=x', { Q: [/no such parameter/, 'q'] }],
  ['/catalogue?__proto__=1', { ['__proto__']: [/no such parameter/] }],
  ['/catalogue?cursor=abc', { cursor: [/not one that this list gave out/] }],
  ['/catalogue?cursor=e30', { cursor: [/not one/] }],
  [`/catalogue?cursor=${'a'.repeat(2001)}`, { cursor: [/more than 2000/] }],
  ['/places', { q: [/what to search/] }],
  ['/places?parent=999999', { parent: [/No one place/] }],
  ['/places?parent=%E6%9D%8E%E5%AE%B6%E6%9D%91', { parent: [/No one place/] }],
  ['/places?q=x&page=2', { page: [/no such parameter/] }],
  ['/observations', { code: [/required/], year: [/Give a year/] }],
  [`/observations?${YEAR}`, { code: [/required/] }],
  [`/observations?${CODE}`, { year: [/Give a year/] }],
  [`/observations?code=litigation.nw&${YEAR}`, { code: [/no such code/, 'litigation.new'] }],
  [`/observations?code=LITIGATION.NEW&${YEAR}`, { code: [/no such code/, 'litigation.new'] }],
  [`/observations?code=xxxxxxxxxxxxxxxxxxxxxxxx&${YEAR}`, { code: [/no such code/] }],
  [`/observations?${CODE}&${CODE}&${YEAR}`, { code: [/twice/] }],
  [`/observations?${CODE}&year=23`, { year: [/1949 to 2100/] }],
  [`/observations?${CODE}&year=2101`, { year: [/1949 to 2100/] }],
  [`/observations?${CODE}&year=two`, { year: [/whole number/] }],
  [`/observations?${CODE}&year=2023&from=2020`, { year: [/either/] }],
  [`/observations?${CODE}&from=2020`, { to: [/last year/] }],
  [`/observations?${CODE}&to=2020`, { from: [/first year/] }],
  [`/observations?${CODE}&from=2022&to=2020`, { to: [/before/, '2022'] }],
  [`/observations?${CODE}&${YEAR}&region=99`, { region: [/No code/] }],
  [`/observations?${CODE}&${YEAR}&region=440199`, { region: [/No one place/, /广东省/] }],
  [
    `/observations?${CODE}&${YEAR}&region=%E6%B9%96%E5%8D%97%E7%9C%81%E6%94%B8%E5%8E%BF%E5%8E%BF`,
    { region: [/No one place/] },
  ],
  [`/observations?${CODE}&${YEAR}&region=%E6%9C%9D%E9%98%B3`, { region: [/No one place/, /朝阳/] }],
  [`/observations?${CODE}&${YEAR}&level=city`, { level: [/one of/] }],
  [`/observations?${CODE}&${YEAR}&level=countys`, { level: [/one of/, 'county'] }],
  [`/observations?${CODE}&${YEAR}&region=44&publisher=440114`, { region: [/either/] }],
  [`/observations?${CODE}&${YEAR}&publisher=nobody`, { publisher: [/No one place/] }],
  [`/observations?${CODE}&${YEAR}${'&publisher=440114'.repeat(51)}`, { publisher: [/more than 50/] }],
  [`/observations?${CODE}&${YEAR}&regoin=44`, { regoin: [/no such parameter/, 'region'] }],
  [
    `/observations?code=x&year=y&level=z&limit=0&foo=1`,
    {
      code: [/no such code/],
      year: [/whole number/],
      level: [/one of/],
      limit: [/1 to 1000/],
      foo: [/no such parameter/],
    },
  ],
  ['/documents', { year: [/a year, a status or a region/] }],
  ['/documents?region=43022', { region: [/must be one place/] }],
  ['/documents?region=4', { region: [/must be one place/] }],
  ['/documents?region=99', { region: [/No code/] }],
  ['/documents?level=county', { year: [/Give a year/] }],
  ['/documents?status=DONE', { status: [/one of/] }],
  ['/documents?status=complete', { status: [/one of/, 'COMPLETE'] }],
  [`/documents?${YEAR}&kind=report`, { kind: [/one of/, 'rule_of_law_annual_report'] }],
  [`/documents?${YEAR}&current=yes`, { current: [/true or false/] }],
  [`/documents/${ID}?full=1`, { full: [/no parameters/] }],
  [`/documents/${ID}/audit?year=2022`, { year: [/no parameters/] }],
  [`/documents/${ID}/file?download=1`, { download: [/no parameters/] }],
  [`/documents/${ID}/text?start=-1`, { start: [/whole number/] }],
  [`/documents/${ID}/indicators?role=levels`, { role: [/one of/, 'level'] }],
  [`/documents/${ID}/indicators?code=litigation`, { code: [/no such code/, /^litigation\./] }],
  ['/indicators', { code: [/required/], year: [/required/] }],
  [`/indicators?${CODE}&${YEAR}&scope=all`, { scope: [/one of/] }],
  [`/indicators?${CODE}&${YEAR}&current=1`, { current: [/true or false/] }],
  ['/feed.atom?year=2023', { year: [/no parameters/] }],
  ['/coverage', { year: [/required/] }],
  [`/coverage?${YEAR}&state=absent`, { state: [/one of/] }],
  [`/series/440114?${CODE}`, { from: [/required/], to: [/required/] }],
  [`/series/440114?${CODE}&from=2023&to=2020`, { to: [/before/] }],
  [`/series/440114?${CODE}&from=1990&to=2023`, { to: [/30 years/, '2019'] }],
  ['/publishers/440114?year=2023', { year: [/no parameters/] }],
  ['/health?deep=1', { deep: [/no parameters/] }],
]

describe('a wrong request', () => {
  // Wrong cursors are the source's to find, which these endpoints do not have; nothing else may reach it.
  const source = new Proxy({} as ApiDeps['source'], {
    get: (_, name) => {
      throw new Error(`Asked for ${String(name)}.`)
    },
  })
  const onError = vi.fn()
  const fileOf = async () => null
  const api = makeApi({ source, fileOf, onError })

  it.each(WRONG)('%s', async (path, expected) => {
    const answer = await api.request(`/api/v1${path}`)
    expect(answer.status).toBe(400)
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const problem = await answer.json()
    const { parameters } = problem as { parameters: { name: string; reason: string; nearest: string[] }[] }
    expect(problem).toMatchObject({ title: 'Wrong parameters', status: 400, schemaVersion: 1 })
    expect(parameters.map(({ name }) => name).toSorted()).toEqual(Object.keys(expected).toSorted())
    for (const { name, reason, nearest } of parameters) {
      const [why, near] = expected[name]!
      expect(reason).toMatch(why)
      if (near !== undefined) expect(nearest).toContainEqual(expect.stringMatching(near))
    }
    expect(onError).not.toHaveBeenCalled()
  })

  it.each([
    ['/', 404],
    ['/catalog', 404],
    ['/catalogue/', 404],
    ['/documents/nothex', 404],
    ['/documents/nothex/text', 404],
    ['/documents/nothex/indicators', 404],
    ['/documents/nothex/audit', 404],
    ['/documents/nothex/file', 404],
    ['/documents/..%2f..%2ffile', 404],
    ['/publishers/issuer:', 404],
    ['/publishers/999999', 404],
    ['/publishers/..%2f..%2fetc%2fpasswd', 404],
    [`/series/nobody?${CODE}&from=2020&to=2021`, 404],
  ])('%s is not found', async (path, status) => {
    const known = { publisher: async () => null } as unknown as ApiDeps['source']
    const answer = await makeApi({ source: known, fileOf, onError }).request(`/api/v1${path}`)
    expect([answer.status, await answer.json()]).toEqual([
      status,
      expect.objectContaining({ status, type: 'about:blank' }),
    ])
  })

  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('by %s is not allowed', async (method) => {
    for (const path of ['/catalogue', `/documents/${ID}`, '/publishers/430223/司法局', '/health']) {
      const answer = await api.request(`/api/v1${path}`, { method })
      expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
      expect(await answer.json()).toMatchObject({ status: 405 })
    }
  })

  it('that fails for reasons of ours says nothing of them, and the log does', async () => {
    const answer = await api.request(`/api/v1/documents/${ID}`)
    const body = await answer.text()
    expect(answer.status).toBe(500)
    expect(body).not.toMatch(/Asked for|\.ts|at /)
    expect(onError).toHaveBeenCalledExactlyOnceWith(expect.any(Error), JSON.parse(body).requestId)
  })
})
