import { execFileSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { expect, it } from 'vitest'
import { bundleInto } from '../../infra/esbuild-code.ts'
import { getOf } from '../../shared/crawl/fetch/list-request.ts'
import { readPage } from '../../shared/crawl/lists/read-page.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { rowsOf } from './pager-pages.ts'
import { framed, ORIGIN } from './walk-pages.ts'

/** Reads a page with its scripts by the chunk of the bundle that does so, in a process of its own as Lambda has it. */
const READ = `
  const [chunk, reading, html, place] = JSON.parse(process.argv[1])
  const { readScripted } = await import(chunk)
  const page = { url: place.request.url, body: Buffer.from(html), nextPage: null, sendsTo: null }
  console.log(JSON.stringify(await readScripted(reading, page, place, async () => null)))
`

it('scripts of a page find their browser in the folder of the function that walks lists', async () => {
  const folder = await temporaryFolder()
  bundleInto('crawl-portal', folder)
  const chunk = globSync(`${folder}/scripted-page-*.mjs`)[0]
  const request = getOf(`${ORIGIN}/l.html`)
  const place = { request, number: 1, fragment: '', system: 'generic' } as const
  const script = `$("#list").html(${JSON.stringify(rowsOf(1))}); $("#pg").pages({ onPage: function(n){ location.href = "/l.html?page=" + n } })`
  const html = framed(`${rowsOf(0)}<div id="list"></div><div id="pg"></div><script>${script}</script>`)
  const page = { url: request.url, body: Buffer.from(html), nextPage: null, sendsTo: null }
  const given = JSON.stringify([chunk, readPage('generic', page, place), html, place])
  const printed = execFileSync(process.execPath, ['--input-type=module', '-e', READ, given], { encoding: 'utf8' })
  const { items, follow } = JSON.parse(printed)
  expect(items).toHaveLength(4)
  expect(follow).toEqual([getOf(`${ORIGIN}/l.html?page=2`)])
})
