import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { crawlDelay, isAllowed, readRobots } from '../../shared/crawl/robots/robots.ts'
import { growth, LINEAR } from '../growth.ts'

const at = (path: string) => `http://www.portal.example${path}`
const allows = (body: string, path: string, status = 200) => isAllowed(readRobots(status, body), at(path))

describe('robots.txt', () => {
  it.each([
    ['an empty file', '', '/a', true],
    ['a rule for all', 'User-agent: *\nDisallow: /a', '/a/b', false],
    ['a rule for others only', 'User-agent: other\nDisallow: /', '/a', true],
    ['our own group before that for all', 'User-agent: *\nDisallow: /\n\nUser-agent: Fazhi\nAllow: /', '/a', true],
    ['our own group with a version', 'User-agent: fazhi/1.0\nDisallow: /', '/a', false],
    ['the longest rule first', 'User-agent: *\nDisallow: /a\nAllow: /a/b', '/a/b/c', true],
    ['allow if two are as long', 'User-agent: *\nDisallow: /a\nAllow: /a', '/a', true],
    ['wildcards and ends', 'User-agent: *\nDisallow: /*.jsp$', '/x/list.jsp', false],
    ['an end that the URL does not have', 'User-agent: *\nDisallow: /*.jsp$', '/x/list.jsp?a=1', true],
    ['several agents of one group', 'User-agent: other\nUser-agent: *\nDisallow: /a', '/a', false],
    ['groups of one agent together', 'User-agent: *\nDisallow: /a\nUser-agent: *\nDisallow: /b', '/b', false],
    ['comments and odd blanks', '\uFEFF# hi\n  USER-AGENT : * # all\n disallow:/a# no', '/a', false],
    ['percent-encoded paths', 'User-agent: *\nDisallow: /%E6%B3%95', '/%e6%b3%95/1', false],
    ['a web page in its place', '<!DOCTYPE html><p>User-agent: *\nDisallow: /', '/a', true],
  ])('obeys %s', (_, body, path, expected) => {
    expect(allows(body, path)).toBe(expected)
  })

  it.each([
    [404, true],
    [403, true],
    [401, true],
    [429, false],
    [500, false],
    [503, false],
  ])('takes status %i as RFC 9309 does', (status, expected) => {
    expect(allows('', '/a', status)).toBe(expected)
  })

  it('reads the pause that is asked of all agents, or of ours', () => {
    const verdict = readRobots(200, 'User-agent: *\nCrawl-delay: 7\nUser-agent: fazhi\nCrawl-delay: 0.5')
    expect(crawlDelay(verdict, at('/'))).toBe(0.5)
    expect(crawlDelay(readRobots(200, 'User-agent: *\nCrawl-delay: soon'), at('/'))).toBeNull()
  })

  it('is read in linear time, although each rule is for each agent of its group', () => {
    const workOn = (size: number) => {
      const agents = Array.from({ length: size }, (_, n) => `User-agent: a${n}`)
      const rules = Array.from({ length: size }, (_, n) => `Disallow: /${n}`)
      const body = [...agents, 'User-agent: *', ...rules].join('\n')
      return () => allows(body, '/7x')
    }
    expect(workOn(20_000)()).toBe(false)
    expect(growth(workOn, 20_000)).toBeLessThan(LINEAR)
  })

  it('survives any text', () => {
    const line = fc.oneof(
      fc.string(),
      fc.constantFrom('user-agent: *', 'disallow: /*a*b*c$', 'allow:', 'crawl-delay: -1'),
    )
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        expect(typeof allows(lines.join('\n'), '/aXbXc')).toBe('boolean')
      }),
      { numRuns: 200 },
    )
  })
})
