import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { shippedPackages } from './shipped.ts'

const page = readFileSync(new URL('../../docs/dependencies.md', import.meta.url), 'utf8')
const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))

it('docs/dependencies.md lists every package that ships, in the version whose advisories were checked', () => {
  const [, list = ''] = /\n```text shipped\n([^`]+)```/.exec(page) ?? []
  expect(list.trim().split(/,\s+/)).toEqual(shippedPackages())
})

it('docs/dependencies.md has a row for every direct dependency', () => {
  const named = [...page.matchAll(/`(?<name>[^`]+)`/g)].map(({ groups }) => groups!.name)
  const direct = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })
  const rest = direct.filter((name) => !named.some((one) => name === one || name.endsWith(`/${one}`)))
  expect(rest).toEqual([])
})
