import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { carryOut } from '../../infra/cli/correct.ts'
import { engineDeployment } from '../../infra/cli/deployment.ts'
import { type EngineProcess, SAMPLES, startUp } from '../engine-process.ts'
import { eventually } from '../eventually.ts'
import { chromiumPath, focused, launch, NARROW, openWindow, overflow, visit, WIDE } from './browser.ts'
import { rowOfPublisher } from './records.ts'

const missing = chromiumPath === undefined && 'no Chromium was found; set CHROMIUM to its path'
if (missing) console.warn(`test:page skipped: ${missing}`)

const CITY = '361000'
const LANGUAGES = [
  { lang: 'zh', documents: '文件', report: '2023年报告', published: '按时' },
  { lang: 'en', documents: 'Documents', report: 'Report on 2023', published: 'on time' },
] as const

describe.skipIf(missing)('the page', () => {
  let engine: EngineProcess
  let browser: Browser
  const opened = (options = {}) => visit(browser, engine.address, options)

  beforeAll(async () => {
    ;[engine, browser] = await Promise.all([startUp(SAMPLES), launch()])
    const { coverage } = engineDeployment(engine.endpoint, engine.outputs)
    for (const year of [2022, 2023])
      for (const regionCode of ['360102', '361000', '430223'])
        await coverage.put(rowOfPublisher({ regionCode, year, state: regionCode === '360102' ? 'missing' : 'on_time' }))
  })
  afterAll(async () => {
    await browser?.close()
    await engine?.stop()
  })

  it.each(LANGUAGES)(
    'leads from a place to its report, a figure and its sentence ($lang)',
    async ({ lang, documents, report }) => {
      const { page, open, expectNoBarriers } = await opened()
      await open(`?lang=${lang}`)
      await page.getByRole('searchbox').fill('抚州')
      await page.keyboard.press('Enter')
      await page.getByRole('link', { name: /^抚州市/ }).click()
      await expectNoBarriers()
      await page.getByRole('link', { name: report }).click()
      await page.getByRole('link', { name: '38652件' }).click()
      const panel = page.getByRole('region', { name: '38,652 件' })
      await panel.getByText('全年办理行政处罚案件38652件').waitFor()
      await panel.getByText('enforcement.penalties').waitFor()
      await expectNoBarriers()
      expect(new URL(page.url()).searchParams.get('lang')).toBe(lang)
      await page.goBack()
      await panel.waitFor({ state: 'detached' })
      await page.getByRole('navigation').getByRole('link', { name: documents }).click()
      await page.getByRole('heading', { level: 1, name: documents }).waitFor()
    },
  )

  it('shows places in pinyin beside their names, on the English page only', async () => {
    const { page, open } = await opened()
    await open('?q=抚州&lang=en')
    await page.getByText('Fuzhou City').first().waitFor()
    await open('?q=抚州&lang=zh')
    await page
      .getByRole('link', { name: /^抚州市/ })
      .first()
      .waitFor()
    expect(await page.getByText('Fuzhou City').count()).toBe(0)
  })

  it.each([WIDE, NARROW])(
    'compares places and years at $width pixels, every bar leading to its sentence',
    async (viewport) => {
      const { page, open, expectNoBarriers } = await opened({ viewport })
      await open('?view=compare&code=enforcement.penalties&publisher=361000&publisher=341525&from=2021&to=2022')
      const chart = page.getByRole('region', { name: '图' })
      await chart.getByRole('link', { name: /36,110 件/ }).waitFor()
      await chart.getByText('没有报告: 尚未查找').waitFor()
      await expectNoBarriers()
      await chart.getByRole('link', { name: /34,825 件 \/ 35,002 件/ }).click()
      await page.getByRole('region', { name: '34,825 件' }).getByText('35,002 件').waitFor()
      await expectNoBarriers()
      expect(await overflow(page)).toBe(0)
    },
  )

  it('shows what a person has noted beside a figure, and the command to note it', async () => {
    const { source, documents, results, versions } = engineDeployment(engine.endpoint, engine.outputs)
    const { items } = await source.documents({ year: 2023, region: CITY.slice(0, 4) })
    const { documentId } = items[0]!
    const { page, open } = await opened()
    await open(`?view=report&id=${documentId}&figure=37`)
    await page.getByText('这个数字有误').click()
    await page.getByText(`npx fazhi correct ${documentId} 37 --value`).waitFor()
    const correction = { value: 38_562, by: '张三', reason: '两位数字颠倒。' }
    await carryOut(documentId, 37, correction, { documents, results, versions })
    await page.reload()
    await page.getByText('应为 38,562').waitFor()
    await page.getByText('两位数字颠倒。').waitFor()
  })

  it('gives the table of a comparison as CSV', async () => {
    const { page, open } = await opened()
    await open(`?view=compare&code=enforcement.penalties&publisher=${CITY}&from=2021&to=2023`)
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: /CSV/ }).click()
    expect((await download).url()).toMatch(/observations\.csv\?code=enforcement\.penalties&publisher=361000/)
  })

  it.each(LANGUAGES)('shows who has published, by province and then by place ($lang)', async ({ lang, published }) => {
    const { page, open, expectNoBarriers } = await opened()
    await open(`?view=coverage&to=2023&lang=${lang}`)
    const jiangxi = page.getByRole('row', { name: /江西省/ })
    await jiangxi.getByRole('cell', { name: '1/2' }).first().waitFor()
    await expectNoBarriers()
    await jiangxi.getByRole('link').first().click()
    await page
      .getByRole('row', { name: /抚州市/ })
      .getByRole('link')
      .click()
    await page
      .getByRole('row', { name: /抚州市/ })
      .getByText(published)
      .first()
      .waitFor()
    await expectNoBarriers()
  })

  it('says why a file was refused, and which documents do not stand for their report', async () => {
    const { page, open, expectNoBarriers } = await opened()
    await open('?view=refused')
    await page.getByText('不是法治政府建设年度报告').first().waitFor()
    await expectNoBarriers()
    await open('?view=documents&year=2022')
    await page.getByText('已被更正版替代').waitFor()
    await expectNoBarriers()
  })

  it('can be used by keyboard alone', async () => {
    const { page, open } = await opened()
    await open('')
    await page.keyboard.press('Tab')
    await expect.poll(() => focused(page)).toBe('跳到正文')
    await page.getByRole('searchbox').focus()
    await page.keyboard.type('抚州')
    await page.keyboard.press('Enter')
    const place = page.getByRole('link', { name: '抚州市', exact: true })
    await place.waitFor()
    await tabTo(page, (text) => text === '抚州市')
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: '2023年报告' }).waitFor()
    await tabTo(page, (text) => text === '2023年报告')
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: '38652件' }).waitFor()
    await tabTo(page, (text) => text === '38652件')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '38,652 件' }).waitFor()
    await expect.poll(() => focused(page)).toBe('38,652 件')
    await page.keyboard.press('Escape')
    await page.getByRole('heading', { name: '38,652 件' }).waitFor({ state: 'detached' })
    await expect.poll(() => focused(page)).toBe('38652件')
  })

  it('takes a file that is chosen or dropped, which can be read some seconds later', async () => {
    const { page, open } = await opened()
    await open('')
    const buffer = Buffer.from('石桥镇2023年法治政府建设年度报告\n全年受理行政复议案件12件,办结1.5万余件。\n')
    await page.locator('input[type=file]').setInputFiles({ name: '石桥镇.txt', mimeType: 'text/plain', buffer })
    await page.getByText('已收到').waitFor()
    const { source } = engineDeployment(engine.endpoint, engine.outputs)
    await eventually(async () => {
      const { items } = await source.documents({ year: 2023 })
      return items.some(({ issuer, status }) => issuer === '石桥镇人民政府' && status === 'COMPLETE')
    })
  })

  it.each(['?view=report&id=nothing', '?view=compare&code=no.such', '?view=publisher&id=x'])(
    'says what is wrong with %s',
    async (search) => {
      const context = await openWindow(browser)
      const page = await context.newPage()
      await page.goto(`${engine.address}${search}`)
      await page.getByRole('alert').waitFor()
      await context.close()
    },
  )
})

/** Presses Tab until the focus is on what has that text. */
async function tabTo(page: Page, isWanted: (text: string) => boolean): Promise<void> {
  for (let presses = 0; presses < 300; presses += 1) {
    await page.keyboard.press('Tab')
    if (isWanted((await focused(page)) ?? '')) return
  }
  throw new Error('Tab never came there.')
}
