import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const page = readFileSync(join(ROOT, 'docs/security.md'), 'utf8')

describe('docs/security.md', () => {
  it('names tests and files that are there', () => {
    const paths = Array.from(page.matchAll(/`((?:tests|infra)\/[\w./-]+)`/g), ([, path = '']) => path)
    expect(paths.length).toBeGreaterThan(20)
    for (const path of paths) expect([path, existsSync(join(ROOT, path))]).toEqual([path, true])
  })

  it('has a test in every row that says what stops an attack', () => {
    const rows = page.match(/^\| (?!attack|who|operator|---)[^\n]+$/gm) ?? []
    const attacks = rows.filter((row) => row.split(' | ').length === 3)
    expect(attacks.length).toBeGreaterThan(8)
    for (const row of attacks) expect(row).toMatch(/`(?:tests|infra)\/[^`]+`|runbook\.md/)
  })
})
