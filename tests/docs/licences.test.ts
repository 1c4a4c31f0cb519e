import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/** Licences under which a package may be part of what is shipped: they ask for no more than to be named. */
const SHIPPED = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT', 'MIT-0']
/** Of tools, which nobody gets: these ask for something of who changes the package itself. */
const TOOLS = [...SHIPPED, 'BlueOak-1.0.0', 'MPL-2.0', 'PSF-2.0']

interface Locked {
  readonly license?: string
  readonly dev?: boolean
  readonly devOptional?: boolean
}

const lock = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8'))
const packages = Object.entries<Locked>(lock.packages).filter(([path]) => path !== '')

/** Whether an SPDX expression of AND, OR and brackets can be met with these licences. */
function isMet(expression: string, allowed: readonly string[]): boolean {
  const bare = expression.replace(/^\((.*)\)$/, '$1')
  if (bare.includes(' OR ')) return bare.split(' OR ').some((part) => isMet(part, allowed))
  return bare.split(' AND ').every((part) => allowed.includes(part))
}

describe('every package of the lock file', () => {
  it.each([
    ['ships', false, SHIPPED],
    ['is a tool', true, TOOLS],
  ] as const)('that %s has a licence of the list', (_, isTool, allowed) => {
    const those = packages.filter(([, { dev = false, devOptional = false }]) => (dev || devOptional) === isTool)
    expect(those.length).toBeGreaterThan(50)
    const wrong = those.flatMap(([path, { license = 'none' }]) =>
      isMet(license, allowed) ? [] : [`${path}: ${license}`],
    )
    expect(wrong).toEqual([])
  })

  it.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0-or-later)', true],
    ['MIT AND GPL-3.0-or-later', false],
    ['AGPL-3.0', false],
    ['none', false],
  ])('is refused if no choice of its licence is on the list: %s', (licence, isAllowed) => {
    expect(isMet(licence, SHIPPED)).toBe(isAllowed)
  })
})
