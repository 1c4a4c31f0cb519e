import { describe, expect, it } from 'vitest'
import type { CoverageRow } from '../../shared/crawl/ledger/rows.ts'
import { portalOf } from './crawl.ts'
import { articlePage, listPage, reportBody, rows } from './simulator/pages.ts'
import { useSite } from './use-site.ts'

const { site, startCrawl } = useSite()
const CODE = '440114'
const TITLE = '广州市花都区人民政府2022年法治政府建设年度报告'
const ARTICLE = { path: '/fzzf/2022.html', title: TITLE, date: '2023-03-10' }

/** What the ledger says changed in the walk that is made last, as kinds and states. */
async function useLedger() {
  site().page(ARTICLE.path, articlePage({ title: TITLE, publishedOn: '2023-03-10' }))
  const show = (lists: string) => site().page('/list.html', listPage(lists))
  show(`<ul>${rows([ARTICLE])}</ul>`)
  const crawl = await startCrawl()
  const lists = [`${site().origin}/list.html`]
  const portal = portalOf({ hosts: [site().host], lists, regionCode: CODE, fromYear: 2022 })
  const ofYear2022 = (row: CoverageRow) => row.kind !== 'publisher' || row.year === 2022
  const changed = async () => {
    const startedAt = new Date().toISOString()
    await crawl.crawl(portal)
    const all = (await crawl.ledger.all()).filter(ofYear2022)
    return all
      .flatMap((row) =>
        'changedAt' in row && row.changedAt !== null && row.changedAt >= startedAt
          ? [`${row.kind} ${row.kind === 'list' ? row.listState : row.state}`]
          : [],
      )
      .sort()
  }
  return { changed, show }
}

describe('what the ledger says changed', () => {
  it('is everything in the first walk, nothing in one that finds all as it was, then what is new', async () => {
    const { changed, show } = await useLedger()
    expect(await changed()).toEqual(['list ok', 'page found', 'publisher on_time'])
    expect(await changed()).toEqual([])

    site().page(
      ARTICLE.path,
      articlePage({ title: TITLE, publishedOn: '2023-03-10', paragraphs: reportBody(TITLE, 15) }),
    )
    expect(await changed()).toEqual(['page found', 'publisher on_time'])

    site().remove(ARTICLE.path)
    show(`<ul>${rows([ARTICLE])}</ul><a href="javascript:void(0)">下一页</a>`)
    expect(await changed()).toEqual(['list pager_unknown', 'page failed'])
    expect(await changed()).toEqual([])
  })

  it('is a row that cannot be visited, once', async () => {
    const { changed, show } = await useLedger()
    await changed()
    const elsewhere = { ...ARTICLE, path: 'http://www.elsewhere.example/2021.html' }
    show(`<ul>${rows([ARTICLE, elsewhere])}</ul>`)
    expect(await changed()).toEqual(['page off_host'])
    expect(await changed()).toEqual([])
  })
})
