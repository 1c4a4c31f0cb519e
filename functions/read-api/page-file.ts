import { readFileSync } from 'node:fs'
import type { PageFile } from '../../shared/api/page.ts'
import { PAGE_FILE } from '../../shared/api/page-paths.ts'

/**
 * What the page is made of, by name.
 * @throws if the function was bundled without it
 */
export function readPageFile(): ReadonlyMap<string, PageFile> {
  return new Map(JSON.parse(readFileSync(new URL(`./${PAGE_FILE}`, import.meta.url), 'utf8')))
}
