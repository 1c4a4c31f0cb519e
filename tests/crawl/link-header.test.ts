import { describe, expect, it } from 'vitest'
import { nextInLinkHeader } from '../../shared/crawl/pages/link-header.ts'

describe('a Link header', () => {
  it.each([
    ['</l?p=1>; rel="prev", </l?p=3>; rel="next"', '/l?p=3'],
    ['</l?p=3>;rel=next', '/l?p=3'],
    ['</l?a=1,2>; title="x, y"; rel="last Next"', '/l?a=1,2'],
    ['</l?p=9>; rel="last", </s.css>; rel=preload', null],
    ['</l>; rel="nextcloud"', null],
    ['', null],
  ])('names the next page: %s', (header, next) => {
    expect(nextInLinkHeader(header)).toBe(next)
  })
})
