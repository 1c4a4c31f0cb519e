/**
 * Compiles the client into `dist/client`, a package of its own that `npm pack` takes: JavaScript for Node 20 and later in one file,
 * with types. The AWS SDK stays a dependency. Run it with `npm run build:client`.
 */
import { execFileSync } from 'node:child_process'
import { copyFileSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

const ROOT = join(import.meta.dirname, '../..')
const OUT = join(ROOT, 'dist/client')
const ENTRY = join(import.meta.dirname, 'index.ts')
/** The oldest Node that the client runs on. */
const OLDEST_NODE = 20
/** What the file imports, or its types name. */
const DEPENDENCIES = ['@aws-sdk/client-dynamodb', '@aws-sdk/client-s3', '@aws-sdk/lib-dynamodb', 'valibot']

const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))

rmSync(OUT, { recursive: true, force: true })
mkdirSync(OUT, { recursive: true })
await build({
  entryPoints: [ENTRY],
  outfile: join(OUT, 'index.js'),
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: `node${OLDEST_NODE}`,
  packages: 'bundle',
  external: ['@aws-sdk/*'],
  // Half a megabyte of Chinese names, otherwise escaped character by character.
  charset: 'utf8',
  logLevel: 'warning',
})
execFileSync(
  process.execPath,
  [
    join(ROOT, 'node_modules/typescript/bin/tsc'),
    ...['--project', join(import.meta.dirname, 'tsconfig.json')],
    ...['--outDir', join(OUT, 'types')],
  ],
  { stdio: 'inherit' },
)
// Declarations import each other by the names of the sources, which are not there.
for (const file of globSync(join(OUT, 'types/**/*.d.ts')))
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll(/(?<=(?:from |import\()["'][^"']+)\.ts(?=["'])/g, '.js'))
copyFileSync(join(ROOT, 'LICENSE'), join(OUT, 'LICENSE'))
writeFileSync(
  join(OUT, 'package.json'),
  `${JSON.stringify(
    {
      name: manifest.name,
      version: manifest.version,
      description: manifest.description,
      license: manifest.license,
      type: 'module',
      engines: { node: `>=${OLDEST_NODE}` },
      exports: { '.': { types: './types/client/index.d.ts', default: './index.js' } },
      dependencies: Object.fromEntries(DEPENDENCIES.map((name) => [name, manifest.dependencies[name]])),
    },
    null,
    2,
  )}\n`,
)
