import { join } from 'node:path'
import { buildSync, type Metafile } from 'esbuild'
import { expect, it } from 'vitest'
import { BUNDLE_OPTIONS } from '../../infra/esbuild-code.ts'

const ROOT = join(import.meta.dirname, '../..')

it.each(['crawl-portal', 'fetch-page'])('%s starts without the names of all places and without http', (name) => {
  const { metafile } = buildSync({
    ...BUNDLE_OPTIONS,
    entryPoints: { index: join(ROOT, 'functions', name, 'index.ts') },
    outdir: 'dist',
    metafile: true,
    write: false,
  })
  const loaded = loadedAtStart('dist/index.mjs', metafile.outputs)
  expect(loaded).toContain('shared/crawl/fetch/request.ts')
  expect(loaded.filter((path) => path.startsWith('shared/regions/data') || path === 'node:http')).toEqual([])
})

/** The modules in a bundle's entry and in each chunk that it imports before it runs, and those of Node that they import. */
function loadedAtStart(chunk: string, outputs: Metafile['outputs'], seen = new Set<string>()): string[] {
  const output = outputs[chunk]
  if (output === undefined) return [chunk]
  if (seen.has(chunk)) return []
  seen.add(chunk)
  const imported = output.imports.filter(({ kind }) => kind === 'import-statement')
  return [...Object.keys(output.inputs), ...imported.flatMap(({ path }) => loadedAtStart(path, outputs, seen))]
}
