import { describe, expect, it } from 'vitest'
import { withEncodedAddresses } from '../../shared/crawl/pages/query-charset.ts'

describe('the addresses of a page', () => {
  it.each([
    ['<a href="l.asp?lm=法治&page=2">法治</a>', '<a href="l.asp?lm=%B7%A8%D6%CE&page=2">法治</a>'],
    ["<a href='l.asp?lm=法治' title='?法治'>", "<a href='l.asp?lm=%B7%A8%D6%CE' title='?法治'>"],
    ['<a href=/法治/l.asp?a=1>', '<a href=/法治/l.asp?a=1>'],
  ])('have their query in its charset: %s', (html, encoded) => {
    expect(withEncodedAddresses(html, 'gbk')).toBe(encoded)
    expect(withEncodedAddresses(html, 'utf-8')).toBe(html)
  })
})
