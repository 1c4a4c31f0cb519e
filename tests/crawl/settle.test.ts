import { expect, it } from 'vitest'
import { type PageRow, unvisited } from '../../shared/crawl/ledger/rows.ts'
import type { Ledger } from '../../shared/crawl/ports.ts'
import { settle } from '../../shared/crawl/settle.ts'

const ASKED = '2026-04-02T08:00:00.000Z'

const page = (n: number, searchedAt: string | null): PageRow => ({
  ...unvisited({
    portalId: 'p',
    url: `https://a.example/${n}`,
    title: `页${n}`,
    listUrl: 'https://a.example/',
    askedAt: ASKED,
  }),
  ...(searchedAt !== null && { state: 'failed', searchedAt }),
})

it('reads the rows of a portal no further than to the first page that waits for its visit', async () => {
  const read: number[] = []
  const pagesOf = async function* () {
    for (const [n, searchedAt] of [ASKED, ASKED, null, ASKED].entries()) {
      read.push(n)
      yield page(n, searchedAt)
    }
  }
  await settle('p', { pagesOf } as unknown as Ledger)
  expect(read).toEqual([0, 1, 2])
})
