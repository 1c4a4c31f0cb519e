import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { AssetHashType, DockerImage } from 'aws-cdk-lib'
import { Code } from 'aws-cdk-lib/aws-lambda'
import { type BuildOptions, buildSync } from 'esbuild'

const ROOT = join(import.meta.dirname, '..')

/** CommonJS inside some libraries calls `require` of Node's own modules, which an ES module has not. */
const REQUIRE = "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);"

/**
 * Functions that read files of any format. Beside their program lie the worker thread that reads PDF and OLE files, and the
 * character maps of Chinese fonts; both are found by their place.
 */
const READS_FORMATS: ReadonlySet<string> = new Set(['parse-report', 'fetch-page'])
const FORMAT_WORKER = join(ROOT, 'shared/formats/isolated/worker.ts')
const CHARACTER_MAPS = join(ROOT, 'shared/formats/pdf/cmaps')

/**
 * A function's folder as an ES module, and further ones for the formats that few files need, loaded when one does; the SDK
 * inside: it loads faster than the runtime's own copy and is the version the tests ran. Bundled in this process, so that
 * synthesis needs neither Docker nor network.
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

/** What all functions are bundled with. */
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
  /** Names of places and words of tables are Chinese: escaped, they are twice as long. */
  charset: 'utf8',
  keepNames: true,
  sourcemap: 'linked',
  sourcesContent: false,
  logLevel: 'error',
} as const satisfies BuildOptions

/** Writes a function's program into a folder, as it lies in Lambda. */
export function bundleInto(functionName: string, folder: string): true {
  const entries = READS_FORMATS.has(functionName) ? { 'format-worker': FORMAT_WORKER } : {}
  buildSync({
    entryPoints: { index: join(ROOT, 'functions', functionName, 'index.ts'), ...entries },
    outdir: folder,
    ...BUNDLE_OPTIONS,
  })
  if (READS_FORMATS.has(functionName)) cpSync(CHARACTER_MAPS, join(folder, 'cmaps'), { recursive: true })
  return true
}
