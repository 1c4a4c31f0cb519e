import { describe, expect, it } from 'vitest'
import { foundReport } from '../../shared/crawl/ledger/found-report.ts'

describe('the publisher of a report that was found', () => {
  it.each([
    ['county', '平潭县人民政府', '350128'],
    ['zone', '平潭综合实验区管理委员会', '350128/平潭综合实验区管委会'],
    ['department', '平潭县水利局', '350128/水利局'],
    ['township', '平潭县澳前镇人民政府', '350128/澳前镇人民政府'],
    [null, null, '350128'],
  ] as const)('of the level %s, %s, is %s', (level, issuer, publisherId) => {
    const row = foundReport({
      year: 2023,
      issuer,
      regionCode: '350128',
      level,
      documentId: '0'.repeat(32),
      documentUrl: 'https://example.org/report',
      publishedOn: '2024-02-01',
      publishedOnFrom: null,
      portal: 'portal',
      portalRegionCode: '350128',
      searchedAt: '2024-03-01T00:00:00Z',
    })

    expect(row?.publisherId).toBe(publisherId)
  })
})
