import { gzipSync } from 'node:zlib'
import { buildPage } from '../../infra/page-files.ts'
import { pageOf } from '../../shared/api/page.ts'

/** Each part of the page with its bytes as a browser gets them. */
export function compressedBytes(): [name: string, bytes: number][] {
  const html = pageOf({ uploads: true, corrections: null })
  const parts = [['(page)', html] as const, ...[...buildPage()].map(([name, { text }]) => [name, text] as const)]
  return parts.map(([name, text]) => [name, gzipSync(text).length])
}
