import { join } from 'node:path'
import { AssetHashType, DockerImage } from 'aws-cdk-lib'
import { Code } from 'aws-cdk-lib/aws-lambda'
import { buildSync } from 'esbuild'

const ROOT = join(import.meta.dirname, '..')

/** CommonJS inside some libraries calls `require` of Node's own modules, which an ES module has not. */
const REQUIRE = "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);"

/**
 * A function's folder as one ES module, the SDK inside: it loads faster than the runtime's own copy and is the version
 * the tests ran. Bundled in this process, so that synthesis needs neither Docker nor network.
 */
export function bundle(functionName: string): Code {
  return Code.fromAsset(join(ROOT, 'functions', functionName), {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      image: DockerImage.fromRegistry('unused'),
      local: { tryBundle: (folder) => build(functionName, folder) },
    },
  })
}

function build(functionName: string, folder: string): true {
  buildSync({
    entryPoints: [join(ROOT, 'functions', functionName, 'index.ts')],
    outfile: join(folder, 'index.mjs'),
    absWorkingDir: ROOT,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    banner: { js: REQUIRE },
    minify: true,
    keepNames: true,
    sourcemap: 'linked',
    sourcesContent: false,
    logLevel: 'error',
  })
  return true
}
