import { existsSync } from 'node:fs'
import axe, { type AxeResults } from 'axe-core'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'

/** Where Debian and others put it; `CHROMIUM` names another one. */
const PATHS = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The timeout of the test ends a wait that is too long. */
const NO_LIMIT = 0

/** Path of a browser on this machine; undefined if there is none. */
export const chromiumPath = PATHS.find((path) => path !== undefined && existsSync(path))

export function launch(): Promise<Browser> {
  // The sandbox needs rights that containers lack, and shared memory more than they have. Only our own page is opened.
  const args = ['--no-sandbox', '--disable-dev-shm-usage']
  return chromium.launch({ executablePath: chromiumPath!, args, timeout: NO_LIMIT })
}

/** A window in Chinese, in which everything is waited for. */
export async function openWindow(browser: Browser, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: WIDE, locale: 'zh-CN', ...options })
  context.setDefaultTimeout(NO_LIMIT)
  return context
}

export const WIDE = { width: 1280, height: 900 }
export const NARROW = { width: 390, height: 844 }

export interface Visit {
  readonly page: Page
  /** Goes to an address below the page's and waits until everything is read. */
  readonly open: (search: string) => Promise<void>
  /** Fails at findings of axe that are serious or worse. */
  readonly expectNoBarriers: () => Promise<void>
}

/** A page that fails its test at any console error and any request to elsewhere. */
export async function visit(browser: Browser, address: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await openWindow(browser, options)
  const page = await context.newPage()
  const wrong: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') wrong.push(message.text())
  })
  page.on('pageerror', (error) => wrong.push(error.message))
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== new URL(address).origin) wrong.push(`asked ${request.url()}`)
  })
  onTestFinished(async () => {
    await context.close()
    expect(wrong).toEqual([])
  })
  return {
    page,
    open: async (search) => {
      await page.goto(`${address}${search}`)
      await page.waitForLoadState('networkidle')
    },
    expectNoBarriers: async () => {
      // As a script element it would be blocked by the page's own rules.
      await page.evaluate(axe.source)
      const { violations } = await page.evaluate<AxeResults>('axe.run()')
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
      expect(serious.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
    },
  }
}

/** The words of what has the focus. */
export function focused(page: Page): Promise<string | null> {
  return page.locator(':focus').textContent()
}

/** How far the page is wider than the screen. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
}
