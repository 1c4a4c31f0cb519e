import { join } from 'node:path'
import { buildSync } from 'esbuild'

/** The newest language that the engine knows. */
const TARGET = 'es2023'

/**
 * Makes one module of those in `browser/`, for an engine that has no others. The bundler does it, because they are modules like any
 * others: linted, type-checked, importing each other. The text of functions, which `toString` would give without a build, would have in
 * it what the bundler of the program puts there for Node (`keepNames`), and could import nothing.
 */
export function buildBrowser(): string {
  const { outputFiles } = buildSync({
    entryPoints: [join(import.meta.dirname, 'browser/index.ts')],
    write: false,
    bundle: true,
    minify: true,
    format: 'esm',
    target: TARGET,
    logLevel: 'error',
  })
  return outputFiles[0]!.text
}
