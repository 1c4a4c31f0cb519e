import type { Effects } from '../effects.ts'
import { pagerCalls } from './calls.ts'
import { takeEffects } from './effects.ts'
import { openPage } from './page.ts'
import { isPlain } from './values.ts'
import { openWindow } from './window.ts'

/**
 * What the scripts of a page find in place of a browser. It keeps what they write and where they would go or what they would ask for,
 * and does none of it. Its modules run in the engine of the scripts: they have only the language, and nothing of Node or of a browser.
 */
export { settle } from './events.ts'
export { turn } from './turn.ts'

/** @param page as JSON, which is how values cross the border of the engine */
export function begin(page: string): void {
  openPage(JSON.parse(page))
  openWindow()
}

/** What scripts did since it was last asked, as JSON. */
export function take(): string {
  const settings = pagerCalls.map((call) =>
    Object.fromEntries(
      Object.entries(call.settings).filter((entry): entry is [string, string | number] => isPlain(entry[1])),
    ),
  )
  return JSON.stringify({ ...takeEffects(), settings } satisfies Effects)
}
