import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import type { PageFile } from '../shared/api/page.ts'

const SOURCE = join(import.meta.dirname, '../shared/page')

/** What the browser gets beside the page itself, by name: its program, its style, its icon, and how places are read. */
export function buildPage(): ReadonlyMap<string, PageFile> {
  const { outputFiles } = buildSync({
    entryPoints: { page: join(SOURCE, 'main.tsx'), style: join(SOURCE, 'style/style.css') },
    outdir: '/',
    write: false,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2024',
    charset: 'utf8',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'error',
  })
  const built = outputFiles.map(({ path, text }) => [path.slice(1), { text, type: typeOf(path) }] as const)
  const copied = ['icon.svg', 'pinyin/pinyin.json'].map((path) => {
    const name = path.slice(path.indexOf('/') + 1)
    return [name, { text: readFileSync(join(SOURCE, path), 'utf8'), type: typeOf(name) }] as const
  })
  return new Map([...built, ...copied])
}

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  json: 'application/json; charset=utf-8',
}

function typeOf(name: string): string {
  return TYPES[name.slice(name.lastIndexOf('.') + 1)]!
}
