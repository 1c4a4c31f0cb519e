import { describe, expect, it } from 'vitest'
import { readPortals } from '../../shared/crawl/portals.ts'
import { entriesOfCsv, PortalsCsvError } from '../../shared/crawl/portals-csv.ts'

const ENTRY = {
  id: 'huadu',
  name: '广州市花都区人民政府',
  hosts: ['www.huadu.gov.cn'],
  lists: [{ url: 'http://www.huadu.gov.cn/' }],
  paused: true,
}

describe('a table of portals', () => {
  it.each([
    ['with a header', '名称,网址\n广州市花都区人民政府,www.huadu.gov.cn\n'],
    [
      'with other columns and their order',
      '序号,Home page,备注,单位名称\n1,http://www.huadu.gov.cn/,"a,b",广州市花都区人民政府',
    ],
    ['without a header', '广州市花都区人民政府,www.huadu.gov.cn'],
    ['with tabs and a byte order mark', '\ufeff名称\t网址\r\n广州市花都区人民政府\twww.huadu.gov.cn\r\n'],
    ['with semicolons and empty rows', '名称;网址\n\n;\n广州市花都区人民政府;www.huadu.gov.cn\n;\n'],
  ])('%s gives paused entries with their home pages', (_, csv) => {
    const portals = entriesOfCsv(csv)
    expect(portals).toEqual([ENTRY])
    expect(readPortals(JSON.stringify({ portals })).portals[0]).toMatchObject({ regionCode: '440114' })
  })

  it('leaves out a region that the name settles or that must be asked for, and says that a department has none', () => {
    const names = ['花都区人民政府', '鼓楼区人民政府', '广州市司法局']
    const csv = names.map((name, n) => `${name},www.p${n}.gov.cn`).join('\n')
    expect(entriesOfCsv(csv).map((entry) => 'regionCode' in entry)).toEqual([false, false, true])
  })

  it('gives hosts of one name IDs of their own', () => {
    const csv = '花都区人民政府,www.huadu.gov.cn/a/\n花都区司法局,huadu.gov.cn/b/\n'
    expect(entriesOfCsv(csv).map(({ id }) => id)).toEqual(['huadu', 'huadu-2'])
  })

  it.each<[string, string, RegExp[]]>([
    [
      'each wrong cell and repeated home page, with its line',
      '名称,网址\n甲县,nowhere\n,www.a.gov.cn\n乙县,https://a.gov.cn/\n丙县,ftp://c.gov.cn\n',
      [/^line 2: "nowhere"/, /^line 3: "" is no name/, /^line 4: .*line 3 again/, /^line 5: "ftp:/],
    ],
    ['a column that is missing', '名称,电话\n甲县,123\n', [/^line 1: has no column of home pages/]],
    ['a quotation mark that is not closed', '名称,网址\n"甲县,www.a.gov.cn\n', [/^\(file\): is not CSV/]],
    ['an empty file', '', [/^\(file\): is empty/]],
  ])('is refused with %s', (_, csv, lines) => {
    const refused = () => entriesOfCsv(csv)
    expect(refused).toThrow(PortalsCsvError)
    try {
      refused()
    } catch (error) {
      expect((error as Error).message.split('\n')).toEqual(lines.map((line) => expect.stringMatching(line)))
    }
  })
})
