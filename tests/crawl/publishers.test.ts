import { describe, expect, it } from 'vitest'
import { ARTICLE, useArticleSite } from './article-site.ts'
import type { startCrawl } from './crawl.ts'

const { site, portalWith, show } = useArticleSite()

describe('what is known of publishers', () => {
  const title = '广州市花都区人民政府2022年法治政府建设年度报告'
  const article = { ...ARTICLE, title }
  const publisherOf = async (code: string, crawl: Awaited<ReturnType<typeof startCrawl>>) =>
    (await crawl.yearsOf(code)).map(({ year, state }) => [year, state])

  it.each([
    ['2022-12-20', 'early'],
    ['2023-03-31', 'on_time'],
    ['2023-04-01', 'on_time'],
    ['2023-04-02', 'late'],
  ])('says of a report of %s that it is %s', async (publishedOn, state) => {
    show({ title, publishedOn })
    const { portal, ...crawl } = await portalWith([article], { regionCode: '440114', fromYear: 2022 })
    await crawl.crawl(portal)
    expect(await publisherOf('440114', crawl)).toContainEqual([2022, state])
  })

  it('files a report under the portal of a government that the gazetteer does not know', async () => {
    show()
    const { portal, ...crawl } = await portalWith([ARTICLE], { regionCode: '440114', fromYear: 2022 })
    await crawl.crawl(portal)
    expect(await publisherOf('440114', crawl)).toContainEqual([2022, 'on_time'])
  })

  it('files a department under its place and name', async () => {
    show({ title: '广州市花都区司法局2022年法治政府建设年度报告' })
    const { portal, ...crawl } = await portalWith([ARTICLE], { regionCode: '440114', fromYear: 2022 })
    await crawl.crawl(portal)
    expect(await publisherOf('440114', crawl)).toContainEqual([2022, 'not_searched_whole'])
    expect(await crawl.yearsOf('440114/司法局')).toMatchObject([{ year: 2022, state: 'on_time' }])
  })

  it('says missing if a complete search found nothing, blocked if it could not be made', async () => {
    show({ title })
    const { portal, ...crawl } = await portalWith([article], { regionCode: '440114', fromYear: 2021 })
    await crawl.crawl(portal)
    expect(await publisherOf('440114', crawl)).toContainEqual([2021, 'missing'])
    site().answer('/fzzf/index.html', () => ({ status: 412 }))
    await crawl.crawl(portal)
    expect(await publisherOf('440114', crawl)).toContainEqual([2021, 'blocked'])
    expect(await publisherOf('440114', crawl)).toContainEqual([2022, 'on_time'])
  })

  it('lists all counties of a prefecture as not yet searched', async () => {
    const { portal, ...crawl } = await portalWith([], { seeds: [{ countiesOf: '440100', fromYear: 2024 }] })
    await crawl.walk(portal)
    expect(await publisherOf('440103', crawl)).toContainEqual([2024, 'not_yet_searched'])
    expect(await publisherOf('440118', crawl)).toContainEqual([2024, 'not_yet_searched'])
    expect(await publisherOf('440303', crawl)).toEqual([])
  })
})
