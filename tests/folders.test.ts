import { readFileSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '..')

/** Any quoted relative path: imports of values and of types, dynamic imports, and files that are found by a URL. */
const RELATIVE_PATH = /(?<quote>['"`])(?<path>\.{1,2}\/[^'"`\s]+)\k<quote>/g

/** Parts of one folder that must not import from each other. */
const APART = [['shared/crawl/lists', 'shared/crawl/articles']] as const

interface Import {
  readonly from: string
  readonly to: string
}

/** The order of folders, highest first, as in `docs/architecture.md`: one rank per line. */
function readOrder(): string[][] {
  const page = readFileSync(join(ROOT, 'docs/architecture.md'), 'utf8')
  const [, block = ''] = /\n```text order\n([^`]+)```/.exec(page) ?? []
  return block
    .trim()
    .split('\n')
    .map((line) => line.split(', '))
}

async function readImports(): Promise<Import[]> {
  const imports: Import[] = []
  for await (const file of glob('{infra,functions,shared}/**/*.{ts,cjs}', { cwd: ROOT })) {
    const source = readFileSync(join(ROOT, file), 'utf8')
    for (const { groups } of source.matchAll(RELATIVE_PATH))
      imports.push({ from: file, to: normalize(join(dirname(file), groups!.path!)) })
  }
  return imports.filter(({ to }) => /^(?:infra|functions|shared)\//.test(to))
}

/** `crawl` for `shared/crawl/visit.ts`, `infra` for anything under `infra/`. */
function folderOf(file: string): string {
  const [top = '', folder = ''] = file.split('/')
  return top === 'shared' ? folder : top
}

/** The edges that remain of a graph after removing, again and again, those that lead nowhere: empty if it has no circle. */
function circlesIn(edges: readonly Import[]): Import[] {
  const kept = edges.filter(({ to }) => edges.some(({ from }) => from === to))
  return kept.length === edges.length ? kept : circlesIn(kept)
}

const order = readOrder()
const imports = await readImports()
const rankOf = (folder: string) => order.findIndex((rank) => rank.includes(folder))

describe('the order of folders', () => {
  it('has a place for each folder', () => {
    const folders = new Set(imports.flatMap(({ from, to }) => [from, to]).map(folderOf))
    expect(folders.size).toBeGreaterThanOrEqual(14)
    expect([...folders].filter((folder) => rankOf(folder) === -1)).toEqual([])
  })

  it('lets no folder import from one above it', () => {
    const upwards = imports.filter(({ from, to }) => rankOf(folderOf(to)) < rankOf(folderOf(from)))
    expect(upwards).toEqual([])
  })

  it('lets folders of one rank import from each other in no circle', () => {
    const level = imports
      .map(({ from, to }) => ({ from: folderOf(from), to: folderOf(to) }))
      .filter(({ from, to }) => from !== to && rankOf(from) === rankOf(to))
    expect(circlesIn(level)).toEqual([])
  })

  it.each(APART)('keeps %s and %s apart', (one, other) => {
    const across = imports.filter(
      ({ from, to }) =>
        (from.startsWith(`${one}/`) && to.startsWith(`${other}/`)) ||
        (from.startsWith(`${other}/`) && to.startsWith(`${one}/`)),
    )
    expect(across).toEqual([])
  })
})

describe('a circle of folders', () => {
  const edge = (from: string, to: string) => ({ from, to })

  it('is found, with edges that lead to it', () => {
    expect(circlesIn([edge('a', 'b'), edge('b', 'c'), edge('c', 'b'), edge('c', 'd')])).toEqual([
      edge('a', 'b'),
      edge('b', 'c'),
      edge('c', 'b'),
    ])
  })

  it('is not found in a line', () => {
    expect(circlesIn([edge('a', 'b'), edge('a', 'c'), edge('b', 'c')])).toEqual([])
  })
})
