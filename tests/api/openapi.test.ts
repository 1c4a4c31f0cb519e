import { validate } from '@readme/openapi-parser'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeApi } from '../../shared/api/app.ts'
import { describeApi } from '../../shared/api/openapi/describe.ts'
import description from '../../shared/api/openapi/openapi.json' with { type: 'json' }
import { type Engines, startEngines } from '../engines/engines.ts'
import { CODE, idOf, stockTables } from '../readers/stocked-tables.ts'
import { publisherRowOf } from '../store/ledger-records.ts'

let engines: Engines
beforeAll(async () => {
  engines = await startEngines()
})
afterAll(() => engines.stop())

const EXPORTED = {
  path: 'indicators/year=2023/indicators.parquet',
  table: 'indicators',
  year: 2023,
  rows: 2,
  bytes: 1000,
  sha256: 'a'.repeat(64),
  writtenAt: '2025-05-01T00:00:00.000Z',
  address: 's3://bucket/exports/indicators/year=2023/indicators.parquet',
}

const PATHS = {
  '/catalogue': '/catalogue',
  '/places': '/places?q=%E6%94%B8%E5%8E%BF',
  '/observations': `/observations?code=${CODE}&year=2023`,
  '/indicators': `/indicators?code=${CODE}&year=2023`,
  '/series/{publisher}': `/series/430223?code=${CODE}&from=2022&to=2023`,
  '/documents': '/documents?year=2023',
  '/documents/{id}': `/documents/${idOf('a')}`,
  '/documents/{id}/indicators': `/documents/${idOf('a')}/indicators`,
  '/documents/{id}/audit': `/documents/${idOf('c')}/audit`,
  '/publishers/{publisher}': '/publishers/430223',
  '/coverage': '/coverage?year=2023',
  '/exports': '/exports',
} as const

describe('the OpenAPI description', () => {
  it('is what the declarations give; else run npm run generate:openapi', () => {
    expect(description).toEqual(JSON.parse(JSON.stringify(describeApi())))
  })

  it('is valid', async () => {
    expect(await validate(structuredClone(description) as never)).toMatchObject({ valid: true })
  })

  it('is what real answers hold to, with every name that they have', async () => {
    const { source, drop, ledger, exported } = await stockTables(engines)
    exported.push(EXPORTED)
    await drop(
      { id: 'a', publisherId: '430223', bodyHash: 'same', figures: [{ value: 12 }, { value: 4, scope: '市本级' }] },
      { id: 'b', publisherId: '430223', bodyHash: 'same', figures: [{ value: 12 }] },
      { id: 'd', publisherId: '430224', year: 2022, figures: [{ value: 2 }] },
      { id: 'c', publisherId: '430224', figures: [{ value: 1 }, { value: 2, role: 'target' }] },
    )
    await ledger.put(publisherRowOf({ publisherId: '430225', year: 2023 }))
    const api = makeApi({ source, fileOf: async () => null, onError: () => {} })
    const ajv = new Ajv2020({ strict: false, validateFormats: false })
    ajv.addSchema(description, 'api')
    expect(Object.keys(description.paths).filter((path) => !(path in PATHS))).toEqual([
      '/documents/{id}/text',
      '/documents/{id}/file',
      '/feed.atom',
    ])
    for (const [path, asked] of Object.entries(PATHS)) {
      const answer = (await (await api.request(`/api/v1${asked}`)).json()) as { items?: object[]; item?: object }
      const pointer = `#/paths/${path.replaceAll('/', '~1')}/get/responses/200/content/application~1json/schema`
      const check = ajv.compile({ $ref: `api${encodeURI(pointer)}` })
      expect([path, check(answer), check.errors]).toEqual([path, true, null])
      const items = answer.items ?? [answer.item!]
      expect([path, items.length > 0]).toEqual([path, true])
      expect([path, unnamed(path, items)]).toEqual([path, []])
    }
    const wrong = await (await api.request('/api/v1/observations?code=x')).json()
    const check = ajv.compile({ $ref: 'api#/components/schemas/WrongParameters' })
    expect([check(wrong), check.errors]).toEqual([true, null])
  })
})

/** Names that items have and their shape does not. A document has whatever its status gives it. */
function unnamed(path: string, items: readonly object[]): string[] {
  const known = JSON.stringify(description.paths[path as keyof typeof description.paths])
  const [, shape = ''] = /schemas\/(\w+)/.exec(known) ?? []
  const { properties } = description.components.schemas[shape as 'Figure']
  if (shape === 'Document') return []
  return [...new Set(items.flatMap(Object.keys))].filter((name) => !(name in properties))
}
