import { join } from 'node:path'
import { SAMPLES, startUp } from '../engine-process.ts'
import { launch, NARROW } from './browser.ts'

/** `npm run generate:pictures` takes the pictures of the documentation, of the samples. */

const FOLDER = join(import.meta.dirname, '../../docs/images')
const WIDE = { width: 1280, height: 800 }

const PICTURES = [
  [
    'page-report.png',
    WIDE,
    '?view=documents&year=2023&lang=zh',
    ['抚州市人民政府关于2023年度法治政府建设情况的报告', '38652件'],
  ],
  [
    'page-compare.png',
    WIDE,
    '?view=compare&code=enforcement.penalties&publisher=361000&publisher=341525&publisher=440705&from=2021&to=2023&lang=en',
    [],
  ],
  [
    'page-narrow.png',
    NARROW,
    '?view=compare&code=litigation.head_appearance_rate&publisher=361000&from=2020&to=2023&lang=en',
    ['98.7%'],
  ],
] as const

const [engine, browser] = await Promise.all([startUp(SAMPLES), launch()])
try {
  for (const [file, viewport, search, clicks] of PICTURES) {
    const page = await browser.newPage({ viewport })
    await page.goto(`${engine.address}${search}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    for (const name of clicks) await page.getByRole('link', { name }).first().click()
    await page.waitForLoadState('networkidle')
    await page.locator('.loading').first().waitFor({ state: 'detached' })
    await page.screenshot({ path: join(FOLDER, file) })
    await page.close()
  }
} finally {
  await browser.close()
  await engine.stop()
}
