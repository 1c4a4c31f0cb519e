import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { BUNDLE_OPTIONS } from '../../infra/esbuild-code.ts'

const ROOT = join(import.meta.dirname, '../..')
/** The last package folder in the path of a bundled file. */
const PACKAGE = /^(?<folder>.*node_modules\/(?<name>(?:@[^/]+\/)?[^/]+))\//

/** The packages that the bundles of the functions contain, each as `name version`, sorted. */
export function shippedPackages(): string[] {
  const { metafile } = buildSync({
    ...BUNDLE_OPTIONS,
    entryPoints: [...globSync('functions/*/index.ts', { cwd: ROOT }), 'shared/formats/isolated/worker.ts'],
    outdir: 'dist',
    metafile: true,
    write: false,
  })
  const files = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.keys(inputs))
  const found = files.flatMap((file) => {
    const groups = PACKAGE.exec(file)?.groups
    return groups === undefined ? [] : [`${groups.name} ${versionIn(groups.folder!)}`]
  })
  return [...new Set(found)].sort()
}

function versionIn(folder: string): string {
  return JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8')).version
}
