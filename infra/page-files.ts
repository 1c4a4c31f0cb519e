import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import type { PageFile } from '../shared/api/page.ts'
import readings from '../shared/page/pinyin/pinyin.json' with { type: 'json' }

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
  return new Map([
    ...built,
    ['icon.svg', { text: readFileSync(join(SOURCE, 'icon.svg'), 'utf8'), type: typeOf('icon.svg') }],
    ['pinyin.json', { text: JSON.stringify(readings), type: typeOf('pinyin.json') }],
  ])
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
