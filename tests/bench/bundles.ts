import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { BUNDLE_OPTIONS, bundleInto } from '../../infra/esbuild-code.ts'
import { compressedBytes } from '../page/compressed-bytes.ts'

/**
 * Prints what each function loads when it starts, and what a bundle loads that has only middy and the same SDK clients; then what a
 * browser loads of the page.
 */

const ROOT = join(import.meta.dirname, '../..')
/** A new process each time; the median counts. */
const STARTS = 15

interface Start {
  readonly kilobytes: number
  readonly milliseconds: number
}

function measured(build: (folder: string) => void): Start {
  const folder = mkdtempSync(join(tmpdir(), 'fazhi-bundle-'))
  try {
    build(folder)
    const entry = join(folder, 'index.mjs')
    const times = Array.from({ length: STARTS }, () => importTime(entry)).sort((a, b) => a - b)
    return { kilobytes: loadedBytes(entry) / 1000, milliseconds: times[Math.floor(STARTS / 2)]! }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function importTime(entry: string): number {
  return Number(
    execFileSync(process.execPath, [join(import.meta.dirname, 'import-time.ts'), entry], { encoding: 'utf8' }),
  )
}

const STATIC_IMPORT = /(?:^|[;}\n])\s*import\s*(?:[\w${},*\s]{0,20000}from\s*)?"(\.\/[^"]{1,100})"/g

/** The entry and every chunk that it imports before it runs. */
function loadedBytes(entry: string, seen = new Set<string>()): number {
  if (seen.has(entry)) return 0
  seen.add(entry)
  const program = readFileSync(entry, 'utf8')
  const imported = [...program.matchAll(STATIC_IMPORT)].map(([, path]) => join(entry, '..', path!))
  return imported.reduce((sum, path) => sum + loadedBytes(path, seen), statSync(entry).size)
}

/** Bundles middy and those names of the SDK that the function's own sources import. */
function bundleBare(name: string, folder: string): void {
  const { metafile } = buildSync({
    ...BUNDLE_OPTIONS,
    entryPoints: [join(ROOT, 'functions', name, 'index.ts')],
    outdir: folder,
    metafile: true,
    write: false,
  })
  const sources = Object.keys(metafile.inputs).filter((path) => !path.includes('node_modules'))
  const contents = [`export { default as middy } from '@middy/core'`, ...sdkExports(sources)].join('\n')
  buildSync({
    ...BUNDLE_OPTIONS,
    stdin: { contents, resolveDir: ROOT, sourcefile: 'index.ts' },
    outdir: folder,
    entryNames: 'index',
  })
}

const SDK_IMPORT = /import \{([^}]{1,1000})\} from '(@aws-sdk\/[\w-]{1,40})'/g

function sdkExports(sources: readonly string[]): string[] {
  const names = new Map<string, Set<string>>()
  for (const path of sources) {
    for (const [, list = '', from = ''] of readFileSync(join(ROOT, path), 'utf8').matchAll(SDK_IMPORT)) {
      const values = list
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== '' && !name.startsWith('type '))
      names.set(from, new Set([...(names.get(from) ?? []), ...values]))
    }
  }
  return [...names].map(([from, values]) => `export { ${[...values].join(', ')} } from '${from}'`)
}

function shown({ kilobytes, milliseconds }: Start): string {
  return `${kilobytes.toFixed(0).padStart(5)} kB ${milliseconds.toFixed(0).padStart(4)} ms`
}

function ratio(value: number, base: number): string {
  return `${(value / base).toFixed(2)} times`
}

for (const name of readdirSync(join(ROOT, 'functions'))) {
  const own = measured((folder) => bundleInto(name, folder))
  const bare = measured((folder) => bundleBare(name, folder))
  console.log(
    `${name.padEnd(17)} ${shown(own)}   bare ${shown(bare)}   size ${ratio(own.kilobytes, bare.kilobytes)}   import time ${ratio(own.milliseconds, bare.milliseconds)}`,
  )
}

const page = compressedBytes()
for (const [name, bytes] of page)
  console.log(`page ${name.padEnd(12)} ${(bytes / 1000).toFixed(1).padStart(5)} kB compressed`)
const whole = page.reduce((sum, [, bytes]) => sum + bytes, 0)
console.log(`page, all of it   ${(whole / 1000).toFixed(1).padStart(5)} kB compressed`)
