import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, it } from 'vitest'
import { textTable } from '../../infra/cli/text-table.ts'
import type { SeriesPoint } from '../../shared/client/index.ts'
import { query } from '../exports/duckdb.ts'
import {
  appearanceRates,
  correctionRates,
  largestChanges,
  timelyAndComplete,
  unclearCodes,
} from './answers-of-client.ts'
import { exportSamples } from './exported-samples.ts'

type Row = Record<string, unknown>
type Samples = Awaited<ReturnType<typeof exportSamples>>

let samples: Samples
beforeAll(async () => {
  samples = await exportSamples()
})

const page = readFileSync(new URL('../../docs/analysis.md', import.meta.url), 'utf8')
const blocks = (fence: string) =>
  Array.from(page.matchAll(new RegExp(`\\n\`\`\`${fence}\\n([^\`]*)\`\`\``, 'g')), ([, block]) => block!)
const [views] = blocks('sql views')
const questions = blocks('sql question')
const results = blocks('text result')

/** Runs a query of the page in the folder of the exports. */
const answerOf = (sql: string) => query(`SET file_search_path = '${samples.folder}'; ${views} ${sql}`)

async function csvRows(name: string): Promise<Row[]> {
  return parse(await readFile(join(samples.folder, 'csv', `${name}.csv`), 'utf8'), { bom: true, columns: true })
}

describe('docs/analysis.md', () => {
  const answersOfClient: readonly ((samples: Samples) => readonly Row[] | Promise<readonly Row[]>)[] = [
    ({ fazhi, observed }) => correctionRates(fazhi, observed),
    ({ observed }) => appearanceRates(observed),
    ({ fazhi }) => timelyAndComplete(fazhi),
    ({ fazhi, observed }) => largestChanges(fazhi, observed),
    ({ observed }) => unclearCodes(observed),
  ]

  it('has five questions', () => {
    expect([questions.length, results.length]).toEqual([answersOfClient.length, answersOfClient.length])
  })

  it.each(answersOfClient.map((answer, at) => [at, answer] as const))(
    'answers question %i as the client does, and prints it',
    async (at, answer) => {
      const rows = (await answerOf(questions[at]!)).map(withDays)
      expect(rows.length).toBeGreaterThan(0)
      expect(rows).toEqual(await answer(samples))
      const cells = rows.map((row) => Object.values(row).map((cell) => String(cell ?? '')))
      expect(`${textTable(Object.keys(rows[0]!), cells).join('\n')}\n`).toBe(results[at])
    },
  )
})

function withDays(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([name, cell]) => [name, cell instanceof Date ? cell.toISOString().slice(0, 10) : cell]),
  )
}

describe('client, API, command line, CSV and Parquet', () => {
  const CODES = ['enforcement.penalties', 'litigation.head_appearance_rate', 'mediation.accepted']
  const textOf = (cell: unknown) => (Array.isArray(cell) ? cell.join(' ') : String(cell ?? ''))

  it('give the same observations', async () => {
    const expected = samples.observed
      .filter(({ code }) => CODES.includes(code))
      .map(itemText)
      .sort()
    const eachYear = [2021, 2022, 2023].flatMap((year) => CODES.map((code) => `code=${code}&year=${year}`))
    const api = await Promise.all(
      eachYear.map(async (asked) => {
        const answer = await fetch(`${samples.api}/observations?${asked}`)
        return ((await answer.json()) as { items: SeriesPoint[] }).items.map(itemText)
      }),
    )
    const table = await Promise.all(
      eachYear.map(async (asked) => {
        const answer = await fetch(`${samples.api}/observations.csv?${asked}`)
        return parse<Row>(await answer.text(), { bom: true, columns: true }).map(rowText)
      }),
    )
    const cli = await Promise.all(
      CODES.map(async (code) => {
        const lines = await samples.cli('observations', '--code', code, '--from', '2021', '--to', '2023', '--json')
        return lines
          .trim()
          .split('\n')
          .map((line) => itemText(JSON.parse(line)))
      }),
    )
    const isAsked = ({ code }: Row) => CODES.includes(String(code))
    const csv = (await csvRows('observations')).filter(isAsked).map(rowText)
    const parquet = (await answerOf('SELECT * FROM observations')).filter(isAsked).map(rowText)

    expect(expected.length).toBeGreaterThan(10)
    for (const answered of [api.flat(), table.flat(), cli.flat(), csv, parquet])
      expect(answered.sort()).toEqual(expected)
  })

  const itemText = (one: SeriesPoint) =>
    rowText({
      ...one,
      publisher_id: one.publisherId,
      candidates: one.candidates.map(({ raw }) => raw),
    } as Row)
  const rowText = ({ publisher_id, year, code, status, value, unit, flags, candidates }: Row) =>
    [publisher_id, year, code, status, value, unit, flags, candidates].map(textOf).join('|')

  it('give the same figures of a document, with their sentences', async () => {
    const { documentId } = samples.observed.find(({ publisherId, year }) => publisherId === '361000' && year === 2023)!
    const figures = (await samples.fazhi.figuresOf(documentId!))!
    const expected = await Promise.all(
      figures.map(async (figure) => figureText({ ...figure, sentenceText: await samples.fazhi.sentence(figure) })),
    )
    const api = (await (await fetch(`${samples.api}/documents/${documentId}/indicators?limit=1000`)).json()) as {
      items: Row[]
    }
    const ofDocument = (rows: readonly Row[]) => rows.filter((row) => row.document_id === documentId).map(figureRowText)
    const csv = ofDocument(await csvRows('indicators'))
    const parquet = ofDocument(await answerOf('SELECT * FROM indicators ORDER BY ordinal'))
    const cli = (await samples.cli('indicators', documentId!, '--json'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))

    expect(expected).toHaveLength(119)
    expect({ api: api.items.map(figureText), csv, parquet }).toEqual({
      api: expected,
      csv: expected,
      parquet: expected,
    })
    expect(cli).toMatchObject(
      figures.map(({ ordinal, code, value, raw, start }) => ({ ordinal, code, value, raw, start })),
    )
  })

  const figureText = ({ ordinal, code, raw, value, start, end, sentenceText }: Row) =>
    [ordinal, code, raw, value, start, end, sentenceText].map(textOf).join('|')
  const figureRowText = ({ ordinal, code, raw, value, char_start, char_end, sentence_text }: Row) =>
    [ordinal, code, raw, value, char_start, char_end, sentence_text].map(textOf).join('|')
})

describe('the function that writes exports', () => {
  it('writes a year an invocation, which the API lists', async () => {
    const exportTables = samples.engine.functions.get('export-tables')!
    const years: unknown[] = []
    for (const _ of [1, 2, 3, 4]) years.push(((await exportTables.invoke({})) as { year: number | null }).year)
    const { items } = (await (await fetch(`${samples.api}/exports`)).json()) as { items: Row[] }

    expect(years).toEqual([2023, 2022, 2021, null])
    const ofFigures = items.filter(({ table }) => table === 'indicators')
    expect(ofFigures.map(({ year }) => year)).toEqual([2021, 2022, 2023])
    const [{ figures }] = (await answerOf('SELECT count(*) AS figures FROM indicators WHERE is_current')) as [Row]
    expect(ofFigures.reduce((sum, { rows }) => sum + Number(rows), 0)).toBe(figures)
    expect(ofFigures[0]).toMatchObject({
      address: expect.stringMatching(/^s3:\/\/.+\/exports\/indicators\/year=2021\/indicators\.parquet$/),
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(await samples.fazhi.exports()).toEqual(items)
  })
})
