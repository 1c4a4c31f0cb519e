import { DomUtils, parseDocument } from 'htmlparser2'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CorrectOptions, carryOut } from '../../infra/cli/correct.ts'
import { UsageError } from '../../infra/cli/errors.ts'
import { makeApi } from '../../shared/api/app.ts'
import { VERSIONS } from '../../shared/readers/versions.ts'
import { type Engines, startEngines } from '../engines/engines.ts'
import { CODE, idOf, stockTables } from '../readers/stocked-tables.ts'
import { publisherRowOf } from '../store/ledger-records.ts'
import { sightingOf } from '../store/records.ts'

/** Of every document that `stockTables` drops. */
const TEXT_KEY = 'text/x'

let engines: Engines
beforeAll(async () => {
  engines = await startEngines()
})
afterAll(() => engines.stop())

// biome-ignore lint/suspicious/noExplicitAny: each endpoint has its own
type Body = Record<string, any>

async function stockedApi() {
  const stocked = await stockTables(engines)
  const api = makeApi({
    source: stocked.source,
    fileOf: async (documentId) => (documentId === idOf('a') ? { bytes: new Blob(['<script>']).stream() } : null),
    onError: (error) => {
      throw error
    },
  })
  const get = async (path: string) => {
    const answer = await api.request(`/api/v1${path}`)
    return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Body }
  }
  const all = async (path: string) => {
    const items: Record<string, unknown>[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const { body } = await get(`${path}${cursor === '' ? '' : `&cursor=${cursor}`}`)
      items.push(...body.items)
      cursor = body.next
    }
    return items
  }
  return { ...stocked, api, get, all }
}

describe('the read API', () => {
  it('gives the observations of the client, every one once, with versions', async () => {
    const { all, get, drop, source } = await stockedApi()
    await drop(
      { id: 'a', publisherId: '430223', figures: [{ value: 12 }] },
      { id: 'b', publisherId: '430223/司法局', level: 'department', figures: [{ value: 3 }] },
      { id: 'c', publisherId: '430224', figures: [{ value: 4 }, { value: 5 }] },
      { id: 'd', publisherId: '510100', figures: [{ value: 9 }] },
    )
    const path = `/observations?code=${CODE}&year=2023&region=${encodeURIComponent('湖南省')}`
    const items = await all(`${path}&limit=1`)
    expect(items.map(({ publisherId, status, value }) => [publisherId, status, value])).toEqual([
      ['430223', 'single', 12],
      ['430223/司法局', 'single', 3],
      ['430224', 'several', null],
    ])
    const ofClient = await source.observations({ code: CODE, from: 2023, to: 2023, region: '43' })
    expect(items).toEqual(JSON.parse(JSON.stringify(ofClient.items)))
    expect((await get(path)).body).toMatchObject(VERSIONS)
    const two = await all(`/observations?code=${CODE}&year=2023&publisher=430223&publisher=510100`)
    expect(two.map(({ value }) => value)).toEqual([12, 9])
    const departments = await all(`/observations?code=${CODE}&from=2022&to=2023&level=department`)
    expect(departments.map(({ publisherId, year }) => [publisherId, year])).toEqual([['430223/司法局', 2023]])
  })

  it('gives the same rows as tables', async () => {
    const { api, all, drop } = await stockedApi()
    await drop(
      { id: 'a', publisherId: '430223', figures: [{ value: -12 }] },
      { id: 'b', publisherId: '430224', figures: [{ value: 4, raw: '=4' }, { value: 5 }] },
    )
    for (const path of ['/observations', '/indicators']) {
      const query = `?code=${CODE}&year=2023&limit=1`
      const rows = await all(path + query)
      const lines: string[] = []
      for (let next: string | undefined = `/api/v1${path}.csv${query}`; next !== undefined; ) {
        const answer: Response = await api.request(next)
        const [head = '', ...of] = (await answer.text()).trimEnd().split('\r\n')
        expect(head).toContain('document_id')
        lines.push(...of.map((line) => `${line},`))
        next = /<([^>]+)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1]
      }
      expect(lines).toHaveLength(rows.length)
      for (const [at, { documentId, value }] of rows.entries()) {
        expect(lines[at]).toContain(`,${documentId},`.slice(path === '/indicators' ? 1 : 0))
        expect(lines[at]).toContain(`,${value ?? ''},`)
      }
    }
    expect((await api.request('/api/v1/observations.csv?code=x')).status).toBe(400)
    expect((await api.request('/api/v1/documents.csv?year=2023')).status).toBe(404)
  })

  it('gives a publisher, its series, and what it may be called in a path', async () => {
    const { get, drop } = await stockedApi()
    const publisherId = '430223/司法局'
    await drop({ id: 'a', publisherId, level: 'department', figures: [{ value: 3 }] })
    for (const path of [publisherId, encodeURI(publisherId), encodeURIComponent(publisherId)]) {
      const { body } = await get(`/publishers/${path}`)
      expect(body.item).toMatchObject({ publisherId, name: '攸县司法局', reports: [{ year: 2023, state: 'current' }] })
      const series = await get(`/series/${path}?code=${CODE}&from=2022&to=2023`)
      expect(series.body.items).toMatchObject([
        { year: 2022, status: 'no_report', state: 'not_yet_searched' },
        { year: 2023, status: 'single', value: 3 },
      ])
    }
  })

  it('leads from a figure to its sentence and its text, and from a document to its page', async () => {
    const { all, get, api, drop, texts } = await stockedApi()
    const text = '收到行政复议申请。受理12件。'
    const figures = [{ value: 12, start: 11, end: 13, raw: '12', sentence: { start: 9, end: 15 } }, { value: 4 }]
    const sourceUrl = 'https://www.example.gov.cn/1.html'
    texts.set(TEXT_KEY, text)
    await drop({ id: 'a', publisherId: '430223', figures, sourceUrl })
    const { body } = await get(`/documents/${idOf('a')}`)
    expect(body.item).toMatchObject({ documentId: idOf('a'), status: 'COMPLETE', current: true, sourceUrl })
    expect(Object.keys(body.item)).not.toContain('textKey')
    expect((await get(`/documents?year=2023&region=4302`)).body.items).toMatchObject([
      { documentId: idOf('a'), current: true },
    ])
    const listed = await all(`/indicators?code=${CODE}&year=2023&scope=whole`)
    expect(listed).toMatchObject([{ documentId: idOf('a'), value: 12, sourceUrl }, { value: 4 }])
    const quoted = await all(`/documents/${idOf('a')}/indicators?code=${CODE}&limit=1`)
    expect(quoted).toMatchObject([{ value: 12, sentenceText: '受理12件。' }, { value: 4 }])
    const answer = await api.request(`/api/v1/documents/${idOf('a')}/text`)
    expect([await answer.text(), answer.headers.get('content-type')]).toEqual([text, 'text/plain; charset=UTF-8'])
    expect((await get(`/documents/${idOf('b')}`)).status).toBe(404)
  })

  it('finds codes and places, and says what it is', async () => {
    const { get, all } = await stockedApi()
    const codes = await get(`/catalogue?q=${encodeURIComponent('行政复议 受理')}`)
    expect(codes.body.items[0]).toMatchObject({ code: 'reconsideration.accepted' })
    const everything = await all('/catalogue?limit=50')
    expect(new Set(everything.map(({ code }) => code)).size).toBe(everything.length)
    const places = await get(`/places?q=${encodeURIComponent('株洲 攸县')}`)
    expect(places.headers.get('cache-control')).toBe('public, max-age=3600')
    expect(places.body.items.map(({ code }: { code: string }) => code)).toEqual(['430223'])
    const inside = await all(`/places?parent=4302&limit=7`)
    expect(inside.map(({ code }) => code)).toContain('430223')
    expect(inside.map(({ code }) => code)).not.toContain('430200')
    expect((await get('/health')).body).toMatchObject({ status: 'ok', ...VERSIONS })
    expect((await get('/coverage?year=2023')).body).toMatchObject({
      items: [],
      next: null,
      counts: { states: {}, places: [] },
    })
  })

  it('counts the states of a year, and of the places inside a region, once', async () => {
    const { get, ledger } = await stockedApi()
    const missing = { state: 'missing', documentId: null, publishedOn: null } as const
    await ledger.put(publisherRowOf({ publisherId: '430223', year: 2023 }))
    await ledger.put(publisherRowOf({ publisherId: '430223/司法局', year: 2023, ...missing }))
    await ledger.put(publisherRowOf({ publisherId: '430302', year: 2023, ...missing }))
    await ledger.put(publisherRowOf({ publisherId: '110101', year: 2023 }))
    await ledger.put(publisherRowOf({ publisherId: 'issuer:某局', year: 2023 }))
    await ledger.put(publisherRowOf({ publisherId: '430223', year: 2022 }))
    const { body } = await get('/coverage?year=2023&limit=2&state=missing')
    expect(body.counts).toEqual({
      states: { on_time: 3, missing: 2 },
      places: [
        { code: '110000', name: '北京市', states: { on_time: 1 } },
        { code: '430000', name: '湖南省', states: { on_time: 1, missing: 2 } },
      ],
    })
    expect((await get(`/coverage?year=2023&limit=2&cursor=${body.next}`)).body.counts).toBeNull()
    const inside = async (region: string) => (await get(`/coverage?year=2023&region=${region}`)).body.counts
    expect((await inside('43')).places.map(({ code }: { code: string }) => code)).toEqual(['430200', '430300'])
    expect(await inside('4302')).toEqual({
      states: { on_time: 1, missing: 1 },
      places: [{ code: '430223', name: '攸县', states: { on_time: 1, missing: 1 } }],
    })
    expect((await inside('11')).places).toMatchObject([{ code: '110101' }])
  })

  it('lists the documents of exactly one place, by year', async () => {
    const { all, drop } = await stockedApi()
    await drop(
      { id: 'a', publisherId: '430223', year: 2023 },
      { id: 'b', publisherId: '430200', year: 2023 },
      { id: 'c', publisherId: '430223/司法局', year: 2022, level: 'department' },
      { id: 'd', publisherId: '430224', year: 2022 },
    )
    const listed = await all(`/documents?region=${encodeURIComponent('攸县')}&limit=1`)
    expect(listed.map(({ documentId }) => documentId)).toEqual([idOf('c'), idOf('a')])
    expect(await all('/documents?region=4302&level=county')).toMatchObject([{ documentId: idOf('b') }])
  })

  it('says where a document was seen, how it is cited, and how complete and timely reports are', async () => {
    const { get, drop, sightings } = await stockedApi()
    await drop({ id: 'a', publisherId: '430223', publishedOn: '2024-04-02', sourceUrl: 'https://www.example.gov.cn/1' })
    const seen = { documentId: idOf('a'), provenance: null }
    await sightings.record(sightingOf({ ...seen, objectKey: 'incoming/a.txt', seenAt: '2024-04-03T00:00:00.000Z' }))
    await sightings.record(sightingOf({ ...seen, objectKey: 'incoming/b.txt', seenAt: '2024-05-03T00:00:00.000Z' }))
    const { item } = (await get(`/documents/${idOf('a')}`)).body
    expect(item.sightings).toEqual([
      { name: 'b.txt', seenAt: '2024-05-03T00:00:00.000Z', url: null },
      { name: 'a.txt', seenAt: '2024-04-03T00:00:00.000Z', url: null },
    ])
    expect(item.citation.zh).toContain('(2024-04-02)[2024-05-03]. https://www.example.gov.cn/1')
    const { reports } = (await get('/publishers/430223')).body.item
    const completeness = { achievements: true, problems: true, responsibility: true, plans: true }
    expect(reports).toMatchObject([{ year: 2023, publishedOn: '2024-04-02', timeliness: 'late', completeness }])
  })

  it('sets a report beside that of the year before', async () => {
    const { get, drop, texts } = await stockedApi()
    texts.set(TEXT_KEY, '全年共办理行政复议案件12件，全部按期办结。')
    await drop(
      { id: 'a', publisherId: '430223', year: 2022, figures: [{ value: 10 }] },
      { id: 'b', publisherId: '430223', year: 2023, figures: [{ value: 12 }] },
      { id: 'c', publisherId: '430224', year: 2023, figures: [{ value: 12 }] },
    )
    const { item } = (await get(`/documents/${idOf('b')}/audit`)).body
    expect(item).toMatchObject({ year: 2023, timeliness: 'on_time', before: { documentId: idOf('a'), year: 2022 } })
    expect(item.changes).toMatchObject([
      { code: CODE, value: 12, valueBefore: 10, statusBefore: 'single', ordinals: [1] },
    ])
    const alone = (await get(`/documents/${idOf('c')}/audit`)).body.item
    expect(alone).toMatchObject({ before: null, changes: [], repeated: null })
    expect((await get(`/documents/${idOf('d')}/audit`)).status).toBe(404)
  })

  it('counts the reports that have a code, by year: current ones, each once, whatever run', async () => {
    const { get, drop, written, withdraw } = await stockedApi()
    const other = 'litigation.new'
    const figures = [{ value: 1 }, { value: 2, scope: '市本级' }, { value: 3, code: other }]
    await drop(
      { id: 'a', publisherId: '430223', figures },
      { id: 'b', publisherId: '430224', figures: [{ value: 1 }] },
      { id: 'c', publisherId: '430223', year: 2022, figures: [{ value: 1 }] },
      { id: 'd', publisherId: '430225', figures: [{ value: 1 }] },
    )
    // Another run and a corrected document take the place of the first, without the other code.
    await (await written({ id: 'a', run: 2, publisherId: '430223', figures: [{ value: 1 }] }))()
    await drop({ id: 'e', publisherId: '430224', supersedes: 'b', figures: [{ value: 9, code: other }] })
    await withdraw('d', 'x')
    const { items } = (await get(`/catalogue?q=${CODE}`)).body
    expect(items[0]).toMatchObject({ code: CODE, reports: { 2022: 1, 2023: 1 } })
    const [ofOther] = (await get(`/catalogue?q=${other}`)).body.items
    expect(ofOther).toMatchObject({ code: other, reports: { 2023: 1 } })
  })

  it('tells as a feed what is new, changed, withdrawn and missing, the newest first, each report once', async () => {
    const { api, drop, withdraw, ledger, written } = await stockedApi()
    await drop(
      { id: 'a', publisherId: '430223' },
      { id: 'b', publisherId: '430224' },
      { id: 'c', publisherId: '430225' },
    )
    await drop({ id: 'd', publisherId: '430223', supersedes: 'a', sourceUrl: 'https://www.example.gov.cn/?a=1&b=2' })
    await withdraw('b', '含个人信息 <1>')
    // The same report in another format, and another reading of it, are no news.
    await drop({ id: 'e', publisherId: '430225', bodyHash: 'c', publishedOn: '2024-03-02' })
    await (await written({ id: 'e', run: 2, publisherId: '430225', bodyHash: 'c' }))()
    const missing = { state: 'missing', year: 2023, documentId: null, publishedOn: null, portal: 'test' } as const
    const first = { publisherId: '430281', issuer: null, searchedAt: '2024-04-02T00:00:00.000Z' }
    await ledger.recordNotFound(publisherRowOf({ ...missing, ...first }))
    await ledger.recordNotFound(publisherRowOf({ ...missing, ...first, searchedAt: '2024-05-02T00:00:00.000Z' }))
    const answer = await api.request('http://127.0.0.1/api/v1/feed.atom')
    expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
    const { getElementsByTagName, textContent } = DomUtils
    const feed = parseDocument(await answer.text(), { xmlMode: true })
    const entries = getElementsByTagName('entry', feed).map((entry) => {
      const textOf = (name: string) => textContent(getElementsByTagName(name, entry)[0]!)
      const kind = getElementsByTagName('category', entry)[0]!.attribs.term
      const links = getElementsByTagName('link', entry).map(({ attribs }) => attribs.href)
      return { kind, id: textOf('id'), updated: textOf('updated'), summary: textOf('summary'), links }
    })
    expect(entries.map(({ kind }) => kind)).toEqual(['withdrawn', 'changed', 'new', 'missing'])
    expect(entries[0]!.summary).toContain('含个人信息 <1>')
    expect(entries[1]!.links).toEqual([
      `http://127.0.0.1/api/v1/documents/${idOf('d')}`,
      'https://www.example.gov.cn/?a=1&b=2',
    ])
    expect(entries[3]).toMatchObject({
      updated: '2024-04-02T00:00:00.000Z',
      summary: '未按期发布 · 醴陵市人民政府 · 2023',
    })
    expect(new Set(entries.map(({ id }) => id)).size).toBe(4)
    const again = await api.request('http://127.0.0.1/api/v1/feed.atom')
    expect(again.headers.get('etag')).toBe(answer.headers.get('etag'))
  })

  it('shows a correction beside its figure, in the runs that have the figure, and says when it is gone', async () => {
    const { get, all, drop, written, results, documents, versions } = await stockedApi()
    const figures = [
      { value: 12, raw: '12件', start: 5, end: 8 },
      { value: 12, start: 20, end: 23 },
    ]
    await drop({ id: 'a', publisherId: '430223', figures })
    const deployment = { results, documents, versions }
    const correct = (ordinal: number | undefined, options: CorrectOptions) =>
      carryOut(idOf('a').slice(0, 12), ordinal, options, deployment)
    const said = { value: 21, by: '张三', reason: '与附表不符。' }
    await expect(correct(1, { value: 21, by: ' ', reason: 'x' })).rejects.toThrow(UsageError)
    await expect(correct(3, said)).rejects.toThrow('has no figure 3')
    expect(await correct(1, said)).toMatchObject([{ ...said, unit: null, figure: { run: 1, ordinal: 1, raw: '12件' } }])
    expect(await correct(1, { ...said, value: 22, by: '李四', unit: '宗' })).toHaveLength(2)

    const corrections = [said, { value: 22, by: '李四', unit: '宗' }]
    const path = `code=${CODE}&year=2023`
    const isShown = async (run: number) => {
      const listed = await all(`/indicators?${path}`)
      expect(listed.map(({ value, flags }) => [value, flags])).toEqual([
        [12, ['corrected']],
        [12, []],
      ])
      expect(listed[0]).toMatchObject({ run, corrections })
      const [observed] = (await get(`/observations?${path}`)).body.items
      expect(observed).toMatchObject({
        status: 'repeated',
        value: 12,
        flags: ['corrected'],
        candidates: [{ corrections }, {}],
      })
      expect((await get(`/documents/${idOf('a')}/indicators?code=${CODE}`)).body.items[0]).toMatchObject({
        corrections,
      })
    }
    await isShown(1)
    // The next parser finds another figure before it.
    const next = [{ value: 3, code: null }, ...figures]
    await (await written({ id: 'a', run: 2, publisherId: '430223', figures: next }))()
    await isShown(2)
    await (await written({ id: 'a', run: 3, publisherId: '430223', figures: figures.slice(1) }))()
    expect((await get(`/observations?${path}`)).body.items).toMatchObject([{ status: 'single', value: 12, flags: [] }])
    const { item } = (await get(`/documents/${idOf('a')}`)).body
    expect(item.corrections).toMatchObject([{ ...said, figure: { run: 3, ordinal: null, raw: '12件', value: 12 } }, {}])
    await (await written({ id: 'a', run: 4, publisherId: '430223', figures }))()
    await isShown(4)
  })

  it('hands out a file so that no browser runs it', async () => {
    const { api, drop } = await stockedApi()
    await drop({ id: 'a', publisherId: '430223' }, { id: 'b', publisherId: '430224' })
    const path = `/api/v1/documents/${idOf('a')}/file`
    const answer = await api.request(path)
    expect(await answer.text()).toBe('<script>')
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/plain',
      'content-disposition': `attachment; filename="${idOf('a')}.txt"`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    })
    const headers = { 'If-None-Match': answer.headers.get('etag')! }
    expect((await api.request(path, { headers })).status).toBe(304)
    for (const id of ['b', 'c']) expect((await api.request(`/api/v1/documents/${idOf(id)}/file`)).status).toBe(404)
  })

  it('answers once more only if something has changed', async () => {
    const { api, drop } = await stockedApi()
    const path = `/api/v1/observations?code=${CODE}&year=2023`
    await drop({ id: 'a', publisherId: '430223', figures: [{ value: 12 }] })
    const first = await api.request(path)
    const headers = { 'If-None-Match': first.headers.get('etag')! }
    expect(first.headers.get('cache-control')).toBe('no-cache')
    expect((await api.request(path, { headers })).status).toBe(304)
    expect((await api.request(path, { method: 'HEAD' })).status).toBe(200)
    await drop({ id: 'b', publisherId: '430224', figures: [{ value: 1 }] })
    const again = await api.request(path, { headers })
    const { items } = (await again.json()) as Body
    expect([again.status, items.length]).toEqual([200, 2])
  })

  it('refuses a cursor that has the shape of one and that no page gave out', async () => {
    const { get, drop } = await stockedApi()
    await drop({ id: 'a', publisherId: '430223', figures: [{ value: 12 }, { value: 12 }] })
    const { body } = await get(`/indicators?code=${CODE}&year=2023&limit=1`)
    const position = JSON.parse(Buffer.from(body.next, 'base64url').toString())
    const forged = Buffer.from(JSON.stringify({ ...position, row: { ...position.row, documentId: '' } }))
    const answer = await get(`/indicators?code=${CODE}&year=2023&cursor=${forged.toString('base64url')}`)
    expect([answer.status, answer.body.parameters?.[0].name]).toEqual([400, 'cursor'])
    const never = Buffer.from('{"year":1e400,"after":null}').toString('base64url')
    expect((await get(`/observations?code=${CODE}&year=2023&cursor=${never}`)).status).toBe(400)
    const elsewhere = await get(`/catalogue?cursor=${body.next}`)
    expect(elsewhere.status).toBe(400)
  })
})
