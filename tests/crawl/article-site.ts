import { portalOf } from './crawl.ts'
import { type Article, type ArticlePage, articlePage, listPage, rows } from './simulator/pages.ts'
import { useSite } from './use-site.ts'

export const TITLE = '甲县人民政府2022年法治政府建设年度报告'
export const ARTICLE: Article = { path: '/fzzf/202303/t20230310_1001.html', title: TITLE, date: '2023-03-10' }

/** Engines for the tests of one file, and for each test a new site with a list of one article. */
export function useArticleSite() {
  const { site, startCrawl } = useSite()

  /** A list of one article, and what the crawl of it needs. */
  async function portalWith(articles: readonly Article[] = [ARTICLE], entry = {}) {
    site().page('/fzzf/index.html', listPage(`<ul>${rows(articles)}</ul>`))
    const portal = portalOf({ hosts: [site().host], lists: [`${site().origin}/fzzf/index.html`], ...entry })
    return { portal, ...(await startCrawl()) }
  }

  return {
    site,
    portalWith,
    show: (page: Partial<ArticlePage> = {}) =>
      site().page(ARTICLE.path, articlePage({ title: TITLE, publishedOn: '2023-03-12', ...page })),
    visited: async () => {
      const { crawl, portal } = await portalWith()
      return (await crawl(portal)).pages[0]!
    },
  }
}
