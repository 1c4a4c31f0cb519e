import { describe, expect, it } from 'vitest'
import { type Selection, select, stateOf } from '../../infra/cli/coverage/selection.ts'
import { coverageTables } from '../../infra/cli/coverage/tables.ts'
import { listRowOf, pageRowOf, publisherRowOf, walkRowOf } from '../store/ledger-records.ts'

const BEFORE = '2026-11-19T08:00:00.000Z'
const LAST = '2026-11-20T08:00:00.000Z'
const DAY_AFTER = '2026-11-21T08:00:00.000Z'

/** Two portals: of 花都区, whose last walk found a report and could not read a page; and of 长沙市, read whole. */
const LEDGER = [
  walkRowOf({ portalId: 'huadu', publisherId: '440114', lists: ['https://a/1', 'https://a/2'], startedAt: LAST }),
  listRowOf({ portalId: 'huadu', url: 'https://a/1', changedAt: BEFORE }),
  listRowOf({ portalId: 'huadu', url: 'https://a/2', listState: 'blocked', reason: 'http_412: …', changedAt: LAST }),
  pageRowOf({ portalId: 'huadu', year: 2022, regionCode: '440114', changedAt: LAST }),
  pageRowOf({
    portalId: 'huadu',
    title: '2023年法治政府建设年度报告',
    state: 'failed',
    year: null,
    documentId: null,
    regionCode: null,
    changedAt: BEFORE,
  }),
  publisherRowOf({ year: 2022, portal: 'huadu', changedAt: LAST }),
  publisherRowOf({ year: 2023, portal: 'huadu', state: 'listed_unread', documentId: null, changedAt: BEFORE }),
  walkRowOf({ portalId: 'changsha', publisherId: '430100', lists: ['https://b/1'], startedAt: LAST, wholeAt: LAST }),
  listRowOf({ portalId: 'changsha', url: 'https://b/1', changedAt: BEFORE }),
  publisherRowOf({
    publisherId: '430100',
    regionCode: '430100',
    year: 2022,
    state: 'missing',
    documentId: null,
    portal: 'changsha',
    changedAt: DAY_AFTER,
  }),
]

const shown = (selection: Selection) =>
  select(LEDGER, selection).map((row) => {
    const portalId = row.kind === 'publisher' ? row.portal : row.portalId
    return `${portalId} ${row.kind} ${stateOf(row)}`.trim()
  })

describe('the rows of the ledger that are asked for', () => {
  it.each<[string, Selection, string[]]>([
    [
      'of a region, with the lists and pages that are why a report is not there',
      { region: '4401' },
      [
        'huadu walk',
        'huadu list ok',
        'huadu list blocked',
        'huadu page found',
        'huadu page failed',
        'huadu publisher on_time',
        'huadu publisher listed_unread',
      ],
    ],
    [
      'of a year, by the titles of rows that were not read',
      { region: '4401', year: 2023 },
      ['huadu walk', 'huadu list ok', 'huadu list blocked', 'huadu page failed', 'huadu publisher listed_unread'],
    ],
    ['of a portal', { portal: 'changsha' }, ['changsha walk', 'changsha list ok', 'changsha publisher missing']],
    ['in some states', { states: ['missing', 'blocked'] }, ['huadu list blocked', 'changsha publisher missing']],
    [
      'that changed since a day',
      { since: '2026-11-20' },
      [
        'huadu walk',
        'huadu list blocked',
        'huadu page found',
        'huadu publisher on_time',
        'changsha walk',
        'changsha publisher missing',
      ],
    ],
    [
      'that changed since the walk before',
      { since: 'walk before', portal: 'huadu' },
      ['huadu walk', 'huadu list blocked', 'huadu page found', 'huadu publisher on_time'],
    ],
    ['of a place without portals', { region: '11' }, []],
  ])('are those %s', (_, selection, expected) => {
    expect(shown(selection)).toEqual(expected)
  })
})

describe('the tables of the ledger', () => {
  const lines = coverageTables(select(LEDGER, {}), undefined)

  it('begin with the totals by state', () => {
    expect(lines.slice(0, lines.indexOf('')).map((line) => line.split(/\s+/))).toEqual([
      ['of', 'state', 'number'],
      ['reports', 'on_time', '1'],
      ['reports', 'missing', '1'],
      ['reports', 'listed_unread', '1'],
      ['lists', 'ok', '2'],
      ['lists', 'blocked', '1'],
      ['pages', 'found', '1'],
      ['pages', 'failed', '1'],
    ])
  })

  it('have names beside codes, and the last walk that read every list', () => {
    expect(lines).toContainEqual(expect.stringMatching(/^430100 +长沙市人民政府 +2022 +missing/))
    expect(lines).toContainEqual(
      expect.stringMatching(/^huadu +花都区人民政府 +2026-11-20 08:00 +2026-01-02 03:04 +1 of 2$/),
    )
  })
})
