import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CoverageStore } from '../../shared/store/coverage-store.ts'
import { DispatchStore } from '../../shared/store/dispatch-store.ts'
import { type Engines, startEngines } from '../engines/engines.ts'
import { walkRowOf } from './ledger-records.ts'

const [EIGHT, NINE] = ['2026-11-26T08:00:00.000Z', '2026-11-26T09:00:00.000Z']

describe('DispatchStore', () => {
  let engines: Engines
  beforeAll(async () => {
    engines = await startEngines()
  })
  afterAll(() => engines.stop())

  async function prepare() {
    const { coverage } = await engines.createTables()
    return {
      dispatches: new DispatchStore(engines.tables, coverage),
      ledger: new CoverageStore(engines.tables, coverage),
    }
  }

  it('has the last walk that was sent of each portal, in whatever order they are recorded', async () => {
    const { dispatches } = await prepare()
    expect(await dispatches.lastSent()).toEqual(new Map())
    await dispatches.recordSent({ portalId: 'a', dueAt: NINE })
    await Promise.all([EIGHT, NINE, EIGHT].map((dueAt) => dispatches.recordSent({ portalId: 'a', dueAt })))
    await dispatches.recordSent({ portalId: 'b', dueAt: EIGHT })
    expect(await dispatches.lastSent()).toEqual(
      new Map([
        ['a', NINE],
        ['b', EIGHT],
      ]),
    )
  })

  it('has when portals were walked, of those only that were', async () => {
    const { dispatches, ledger } = await prepare()
    const ids = Array.from({ length: 230 }, (_, n) => `p${n}`)
    for (const portalId of ids.filter((_, n) => n % 50 === 0))
      await ledger.put(walkRowOf({ portalId, startedAt: EIGHT }))
    const walked = await dispatches.lastWalked(ids)
    expect([...walked].toSorted()).toEqual([0, 100, 150, 200, 50].map((n) => [`p${n}`, EIGHT]))
  })

  it('leaves the rows of portals and of the whole ledger as they are', async () => {
    const { dispatches, ledger } = await prepare()
    await ledger.put(walkRowOf({ portalId: 'a' }))
    await dispatches.recordSent({ portalId: 'a', dueAt: NINE })
    expect((await ledger.rowsOf('a')).map(({ kind }) => kind)).toEqual(['walk'])
    expect(await ledger.walkOf('a')).toEqual(walkRowOf({ portalId: 'a' }))
    expect(await ledger.walkOf('b')).toBeNull()
    expect((await ledger.all()).map(({ kind }) => kind).toSorted()).toEqual(['dispatch', 'walk'])
  })
})
