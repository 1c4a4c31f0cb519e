import { describe, expect, it } from 'vitest'
import { citationOf } from '../../shared/readers/citation.ts'
import type { DocumentRow } from '../../shared/store/document-row.ts'
import { DOCUMENT_ID, documentRowOf } from '../store/records.ts'

const SEEN = '2024-05-01'
const COMPLETE = { ...documentRowOf('COMPLETE'), sourceUrl: 'https://www.example.gov.cn/1.html?a=1&b={2}' }

describe('a citation', () => {
  it('names who reports, what, when, where and which reading', () => {
    expect(citationOf(COMPLETE, SEEN)).toEqual({
      zh: `石桥镇人民政府. 石桥镇2023年法治政府建设年度报告[R/OL]. (2024-03-01)[2024-05-01]. ${COMPLETE.sourceUrl}. Fazhi ${DOCUMENT_ID}.`,
      en: `石桥镇人民政府 (2024-03-01). 石桥镇2023年法治政府建设年度报告. ${COMPLETE.sourceUrl} (seen 2024-05-01). Fazhi ${DOCUMENT_ID}, parser 1.`,
      bibtex: `@techreport{fazhi-aaaaaaaaaaaa,
  author = {{石桥镇人民政府}},
  institution = {石桥镇人民政府},
  title = {{石桥镇2023年法治政府建设年度报告}},
  year = {2024},
  date = {2024-03-01},
  url = {https://www.example.gov.cn/1.html?a=1&b=%7B2%7D},
  urldate = {2024-05-01},
  note = {Fazhi ${DOCUMENT_ID}},
}`,
    })
  })

  it('leaves out what is not known', () => {
    const bare = { ...documentRowOf('COMPLETE'), issuer: null, publishedOn: null, title: '50% & 更多_{的' }
    const { zh, en, bibtex } = citationOf(bare as DocumentRow, SEEN)!
    expect(zh).toBe(`50% & 更多_{的[R]. [2024-05-01]. Fazhi ${DOCUMENT_ID}.`)
    expect(en).toBe(`50% & 更多_{的 (n.d.). Fazhi ${DOCUMENT_ID}, parser 1.`)
    expect(bibtex).toContain('  title = {{50\\% \\& 更多\\_的}},\n  note')
  })

  it.each(['RECEIVED', 'WITHDRAWN'] as const)('is not made of a document that is %s', (status) => {
    expect(citationOf(documentRowOf(status), SEEN)).toBeNull()
  })
})
