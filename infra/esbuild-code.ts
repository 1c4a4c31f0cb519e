import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AssetHashType, DockerImage } from 'aws-cdk-lib'
import { Code } from 'aws-cdk-lib/aws-lambda'
import { type BuildOptions, buildSync } from 'esbuild'
import { PAGE_FILE } from '../shared/api/page-paths.ts'
import { BROWSER_FILE } from '../shared/crawl/scripts/browser-source.ts'
import { buildBrowser } from '../shared/crawl/scripts/build-browser.ts'
import { buildPage } from './page-files.ts'

const ROOT = join(import.meta.dirname, '..')

/** CommonJS code in some libraries calls `require` for Node's own modules. An ES module has no `require`. */
const REQUIRE = "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);"

/**
 * Functions that read files of any format. Their folders also contain the worker thread that reads PDF and OLE files and the
 * character maps of Chinese fonts. The program finds both by their path.
 */
const READS_FORMATS: ReadonlySet<string> = new Set(['parse-report', 'fetch-page'])
const FORMAT_WORKER = join(ROOT, 'shared/formats/isolated/worker.ts')
const CHARACTER_MAPS = join(ROOT, 'shared/formats/pdf/cmaps')

/** Serves the page, where everybody may read. Its folder contains it, built. */
const SERVES_PAGE = 'read-api'

/** Walks lists, whose scripts may be run. Its folder contains what they find in place of a browser, built for their engine. */
const WALKS_LISTS = 'crawl-portal'

/**
 * Bundles a function's folder as an ES module, with separate modules for formats that few files need. The AWS SDK is included:
 * it loads faster than the runtime's copy and is the version of the tests. Bundling runs in this process, so synthesis needs
 * neither Docker nor a network.
 */
export function bundle(functionName: string): Code {
  return Code.fromAsset(join(ROOT, 'functions', functionName), {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      image: DockerImage.fromRegistry('unused'),
      local: { tryBundle: (folder) => bundleInto(functionName, folder) },
    },
  })
}

/** Options for all functions. */
export const BUNDLE_OPTIONS = {
  outExtension: { '.js': '.mjs' },
  splitting: true,
  chunkNames: '[name]-[hash]',
  absWorkingDir: ROOT,
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  mainFields: ['module', 'main'],
  banner: { js: REQUIRE },
  minify: true,
  /** Names of places and words in tables are Chinese. Escaped, they would be twice as long. */
  charset: 'utf8',
  keepNames: true,
  sourcemap: 'linked',
  sourcesContent: false,
  logLevel: 'error',
} as const satisfies BuildOptions

/** Writes a function's program into a folder, in the form that Lambda gets. */
export function bundleInto(functionName: string, folder: string): true {
  const entries = READS_FORMATS.has(functionName) ? { 'format-worker': FORMAT_WORKER } : {}
  buildSync({
    entryPoints: { index: join(ROOT, 'functions', functionName, 'index.ts'), ...entries },
    outdir: folder,
    ...BUNDLE_OPTIONS,
  })
  if (READS_FORMATS.has(functionName)) cpSync(CHARACTER_MAPS, join(folder, 'cmaps'), { recursive: true })
  if (functionName === WALKS_LISTS) writeFileSync(join(folder, BROWSER_FILE), buildBrowser())
  if (functionName === SERVES_PAGE) writeFileSync(join(folder, PAGE_FILE), JSON.stringify([...buildPage()]))
  return true
}
