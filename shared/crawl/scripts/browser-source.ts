import { readFile } from 'node:fs/promises'

/** Of the built browser, beside the program of a function. */
export const BROWSER_FILE = 'browser.js'

/** From source the browser is built when it is first needed, in a function's bundle it is the file that the build puts there. */
export async function readBrowser(): Promise<string> {
  if (!import.meta.url.endsWith('.ts')) return readFile(new URL(`./${BROWSER_FILE}`, import.meta.url), 'utf8')
  // A bundle has no bundler: by a name that is not written out, it is not included.
  const builder: typeof import('./build-browser.ts') = await import(new URL('./build-browser.ts', import.meta.url).href)
  return builder.buildBrowser()
}
