import { parse } from 'csv-parse/sync'
import { fold } from '../text/fold.ts'
import { lineOf, type Mistake, shown } from './check/mistake.ts'
import { type Entry, idOf } from './discover/entry.ts'
import { MAX_URL_LENGTH } from './fetch/url-rules.ts'
import { placeNamed, settledRegion } from './named-region.ts'

const HOME =
  /^(?:url|https?|home ?page|web ?site|site|address|网址|首页|主页|网站|官网|门户|网站地址|首页地址|网站网址|链接)$/i
const NAME = /^(?:name|portal|government|名称|单位|单位名称|网站名称|政府|机构|机构名称|地区|部门)$/i
const ADDRESS =
  /^(?:https?:\/\/)?(?:(?:[a-z0-9-]+\.)+[a-z0-9-]{2,}|(?:[0-9]{1,3}\.){3}[0-9]{1,3})(?::[0-9]{1,5})?(?:[/?#].*)?$/i
const LONGEST_NAME = 100

/** A CSV that cannot become a portals file. `message` has a line for each mistake, with its line in the CSV. */
export class PortalsCsvError extends Error {
  override readonly name = 'PortalsCsvError'
}

interface Cell {
  readonly name: string
  readonly home: string
  /** In the CSV, from 1. */
  readonly line: number
}

/**
 * Entries of a portals file out of a table of names and home pages, as a spreadsheet saves it: with a header or without, with
 * commas, semicolons or tabs. The entries are paused, and their home page stands for their lists until those are found.
 * @throws {PortalsCsvError}
 */
export function entriesOfCsv(text: string): Entry[] {
  const cells = cellsOf(text)
  const mistakes = [...cells.flatMap(cellMistakes), ...twice(cells)].sort((a, b) => placeOf(a) - placeOf(b))
  if (mistakes.length > 0) throw new PortalsCsvError(mistakes.map(lineOf).join('\n'))
  const ids = new Map<string, number>()
  return cells.map(({ name, home }) => {
    const url = new URL(addressOf(home))
    const id = idOf(url.host)
    const times = (ids.get(id) ?? 0) + 1
    ids.set(id, times)
    const regionCode = regionOf(name)
    return {
      id: times === 1 ? id : `${id.slice(0, 36)}-${times}`,
      name,
      ...(regionCode !== undefined && { regionCode }),
      hosts: [url.host],
      lists: [{ url: url.href }],
      paused: true,
    }
  })
}

function cellsOf(text: string): Cell[] {
  const rows = rowsOf(text)
  const records = rows.filter(({ record }) => record.some((cell) => cell !== ''))
  const [first] = records
  if (first === undefined)
    throw new PortalsCsvError('(file): is empty, a table has a name and a home page in each row, write some')
  const header = first.record.map(fold)
  const isHeader = !first.record.some((cell) => ADDRESS.test(cell))
  const [homeAt, nameAt] = isHeader
    ? [header.findIndex((cell) => HOME.test(cell)), header.findIndex((cell) => NAME.test(cell))]
    : columnsOf(first.record)
  if (homeAt === -1 || nameAt === -1) {
    const missing = homeAt === -1 ? 'home pages' : 'names'
    throw new PortalsCsvError(
      `line 1: has no column of ${missing}, its cells are ${shown(first.record.join(', '))}, write name and url above the columns`,
    )
  }
  return records.slice(isHeader ? 1 : 0).map(({ record, info }) => ({
    name: record[nameAt] ?? '',
    home: record[homeAt] ?? '',
    line: info.lines,
  }))
}

interface CsvRow {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

function rowsOf(text: string): CsvRow[] {
  const settings = { bom: true, info: true, relax_column_count: true, skip_empty_lines: true, trim: true }
  try {
    // With `info` each row comes with its line, which the package's types do not say.
    return parse(text, { ...settings, delimiter: delimiterOf(text) }) as unknown as CsvRow[]
  } catch (error) {
    throw new PortalsCsvError(`(file): is not CSV, ${(error as Error).message}, correct it there`)
  }
}

/** Where the addresses and the names stand in a table without a header. */
function columnsOf(record: readonly string[]): [home: number, name: number] {
  const home = record.findIndex((cell) => ADDRESS.test(cell))
  const name = record.findIndex((cell, at) => at !== home && /[\u4e00-\u9fff]{2}/.test(cell))
  return [home, name]
}

function delimiterOf(text: string): string {
  const line = text.split(/\r?\n/, 1)[0]!
  return [',', '\t', ';'].reduce((best, sign) => (line.split(sign).length > line.split(best).length ? sign : best))
}

function addressOf(home: string): string {
  return /^https?:\/\//i.test(home) ? home : `http://${home}`
}

function cellMistakes({ name, home, line }: Cell): Mistake[] {
  const path = `line ${line}`
  const isAddress = ADDRESS.test(home) && URL.canParse(addressOf(home)) && home.length <= MAX_URL_LENGTH
  return [
    ...(isAddress
      ? []
      : [
          {
            path,
            what: `${shown(home)} is no home page`,
            why: 'it is not the address of a site',
            todo: 'write it as in a browser',
          },
        ]),
    ...(name === '' || name.length > LONGEST_NAME
      ? [
          {
            path,
            what: `${shown(name)} is no name`,
            why: `a name has 1 to ${LONGEST_NAME} characters`,
            todo: 'write the name of the government or body',
          },
        ]
      : []),
  ]
}

function twice(cells: readonly Cell[]): Mistake[] {
  const first = new Map<string, number>()
  return cells.flatMap(({ home, line }) => {
    const url = URL.parse(addressOf(home))
    const key = url === null ? '' : `${url.host.replace(/^www\./, '')}${url.pathname.replace(/\/$/, '')}${url.search}`
    const before = first.get(key)
    if (before === undefined) first.set(key, line)
    if (before === undefined || key === '') return []
    return [
      {
        path: `line ${line}`,
        what: `is the home page of line ${before} again`,
        why: 'it would be crawled twice',
        todo: 'remove one of the two',
      },
    ]
  })
}

function placeOf({ path }: Mistake): number {
  return Number(path.replace(/\D/g, ''))
}

/** Left out where the name settles it, and where it may mean several places: `portals check` then tells which. */
function regionOf(name: string): null | undefined {
  return settledRegion(name) === null && !placeNamed(name).isGovernment ? null : undefined
}
