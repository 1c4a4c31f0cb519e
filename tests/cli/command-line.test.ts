import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it, onTestFinished } from 'vitest'
import { eventually } from '../eventually.ts'
import { figuresIn, townReport } from '../pipeline/reports.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { type Ended, FAZHI, fazhi } from './run-fazhi.ts'

const NOTICE = '关于开展春季义务植树活动的通知\n各村:定于3月12日上午组织义务植树,请按时参加。\n'

const linesOf = ({ stdout }: Ended) =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

describe('fazhi parse', () => {
  it('prints one document per line, with the text it was read from', async () => {
    const cwd = await temporaryFolder({ '甲/报告 一.txt': townReport(), '甲/乙/二.txt': townReport({ year: 2022 }) })
    const ended = await fazhi(cwd, 'parse', '甲')
    expect(ended).toMatchObject({ code: 0, stderr: '' })
    const documents = linesOf(ended)
    expect(documents.map(({ source, report }) => [source, report.year])).toEqual([
      ['甲/乙/二.txt', 2022],
      ['甲/报告 一.txt', 2023],
    ])
    for (const { text, indicators } of documents)
      for (const { start, end, raw } of indicators) expect(text.slice(start, end)).toBe(raw)
  })

  it('with --explain prints why each figure has its code and its scope', async () => {
    const cwd = await temporaryFolder({ 'a.txt': townReport(), 'b.txt': NOTICE })
    const ended = await fazhi(cwd, 'parse', '--explain', '.')
    expect(ended).toMatchObject({ code: 1, stderr: expect.stringMatching(/^b\.txt: not_a_report: /) })
    const [first = '', ...figures] = ended.stdout.split('\n\n')
    expect(first).toBe('a.txt: 青石镇2023年法治政府建设年度报告, 6 figures')
    expect(figures[0]).toMatch(/^12件 {2}mediation\.accepted 矛盾纠纷受理调处数\n/)
    expect(figures[0]).toContain('全年受理人民调解案件【12件】,调解成功11件。')
  })

  it('says on stderr why a file is refused, goes on with the others, and ends with 1', async () => {
    const cwd = await temporaryFolder({ 'a.txt': '', 'b.txt': NOTICE, 'c.txt': townReport(), 'd.txt': '' })
    await truncate(join(cwd, 'd.txt'), 8 * 1024 ** 3)
    const ended = await fazhi(cwd, 'parse', '.')
    expect(ended.code).toBe(1)
    expect(linesOf(ended).map(({ source, report }) => [source, report.kind])).toEqual([
      ['b.txt', 'other'],
      ['c.txt', 'rule_of_law_annual_report'],
    ])
    const refused = ended.stderr
      .trimEnd()
      .split('\n')
      .map((line) => line.split(': ').slice(0, 2))
    expect(refused).toEqual([
      ['a.txt', 'empty'],
      ['b.txt', 'not_a_report'],
      ['d.txt', 'too_large'],
    ])
  })

  it.each([
    [['parse']],
    [['parse', '--no-such-option', 'x']],
    [['parse', '--explain', '--pretty', 'x']],
    [['no-such-command']],
  ])('ends with 2 for wrong usage: %j', async (args) => {
    const ended = await fazhi(await temporaryFolder(), ...args)
    expect(ended).toMatchObject({ code: 2, stdout: '' })
    expect(ended.stderr).toMatch(/^error: /)
  })
})

describe('fazhi up', () => {
  it('with --once --json prints one line per file and exits', async () => {
    const cwd = await temporaryFolder({ 'a.txt': townReport(), 'again/a.txt': townReport(), 'b.txt': NOTICE })
    const ended = await fazhi(cwd, 'up', '--once', '--json', '.')
    expect(ended).toMatchObject({ code: 0, stderr: '' })
    const report = { status: 'COMPLETE', reason: null, kind: 'rule_of_law_annual_report', year: 2023 }
    const lines = linesOf(ended)
    expect(lines).toMatchObject([
      { file: 'a.txt', ...report },
      { file: 'again/a.txt', ...report },
      { file: 'b.txt', status: 'REJECTED', reason: 'not_a_report', kind: 'other', year: null, indicators: 0 },
    ])
    expect(lines[0].indicators).toBe(await figuresIn(townReport()))
    expect({ ...lines[1], file: 'a.txt' }).toEqual(lines[0])
  })

  it('says which file it could not read, and goes on with the others', async () => {
    const cwd = await temporaryFolder({ 'a.txt': townReport(), '😀𬇙.txt': townReport({ year: 2022 }) })
    // A name that is no UTF-8, as archives from other systems leave it.
    await writeFile(Buffer.concat([Buffer.from(`${cwd}/`), Buffer.from([0xca, 0xaf, 0xc7, 0xc5])]), townReport())

    const ended = await fazhi(cwd, 'up', '--once', '--json', '.')

    expect(ended).toMatchObject({ code: 1, stderr: expect.stringMatching(/^fazhi: .* was not uploaded \(ENOENT/) })
    expect(linesOf(ended)).toMatchObject([
      { file: 'a.txt', status: 'COMPLETE' },
      { file: '😀𬇙.txt', status: 'COMPLETE' },
    ])
    expect(await fazhi(cwd, 'parse', '.')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(': internal: ENOENT'),
    })
  })

  it('keeps running, is found by the other commands, and exits on a signal', async () => {
    const cwd = await temporaryFolder({ 'second.txt': townReport({ year: 2022 }) })
    // Its content comes when the test gives it.
    await promisify(execFile)('mkfifo', ['first.txt'], { cwd })
    expect(await fazhi(cwd, 'status')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('No engine runs here'),
    })

    const engine = spawn(process.execPath, [FAZHI, 'up', 'first.txt'], { cwd })
    onTestFinished(() => void engine.kill('SIGKILL'))
    let said = ''
    engine.stderr.on('data', (chunk) => (said += chunk))
    await eventually(() => said.includes('The read API answers at'))
    const [api = ''] = /http:\S+\/api\/v1\//.exec(said) ?? []
    expect(await (await fetch(`${api}health`)).json()).toMatchObject({ status: 'ok' })
    expect(said).not.toContain('until you press Ctrl-C')
    await writeFile(join(cwd, 'first.txt'), townReport())
    await eventually(() => said.includes('until you press Ctrl-C'))

    const uploaded = await fazhi(cwd, 'upload', 'second.txt')
    const id = /^[0-9a-f]{32}/m.exec(uploaded.stdout)![0]
    const statusOf = async () => linesOf(await fazhi(cwd, 'status', id, '--json'))[0]
    await eventually(async () => (await statusOf())?.status === 'COMPLETE')
    expect(await statusOf()).toMatchObject({ year: 2022, sightings: [{ objectKey: 'incoming/second.txt' }] })
    expect(linesOf(await fazhi(cwd, 'status', '--json'))).toHaveLength(2)
    expect((await fazhi(cwd, 'status')).stdout).toMatch(/COMPLETE/)

    const figures = linesOf(await fazhi(cwd, 'indicators', id, '--json'))
    for (const { raw, sentenceText } of figures) expect(sentenceText).toContain(raw)
    expect(figures).toHaveLength(await figuresIn(townReport({ year: 2022 })))
    expect(await fazhi(cwd, 'indicators', '--code', 'mediation.accepted')).toMatchObject({ code: 2 })
    const near = { code: 2, stdout: '', stderr: expect.stringContaining('mediation.accepted (矛盾纠纷受理调处数)') }
    expect(await fazhi(cwd, 'indicators', '--code', 'mediation.acepted', '--year', '2022')).toMatchObject(near)
    expect(linesOf(await fazhi(cwd, 'indicators', id.slice(0, 6), '--json'))).toEqual(figures)
    const observed = linesOf(
      await fazhi(cwd, 'observations', '--code', 'mediation.accepted', '--year', '2022', '--json'),
    )
    expect(observed).toMatchObject([
      { publisherId: 'issuer:青石镇人民政府', status: 'single', value: 12, documentId: id },
    ])

    await writeFile(join(cwd, 'third.txt'), townReport({ year: 2021 }))
    const page = 'https://www.example.gov.cn/2021.html'
    const third = await fazhi(cwd, 'upload', 'third.txt', '--source-url', page)
    const thirdId = /^[0-9a-f]{32}/m.exec(third.stdout)![0]
    await eventually(async () => linesOf(await fazhi(cwd, 'status', thirdId, '--json'))[0]?.status === 'COMPLETE')
    const figureOf2021 = ['indicators', '--code', 'mediation.accepted', '--year', '2021', '--json']
    expect(linesOf(await fazhi(cwd, ...figureOf2021))).toMatchObject([{ sourceUrl: page, documentId: thirdId }])
    expect(await fazhi(cwd, 'upload', 'third.txt', '--source-url', 'ftp://example.org/')).toMatchObject({ code: 2 })

    const engineFile = await readFile(join(cwd, '.data/engine.json'), 'utf8')
    engine.kill('SIGINT')
    expect(await once(engine, 'exit')).toEqual([0, null])
    expect(await fazhi(cwd, 'status')).toMatchObject({ code: 1, stderr: expect.stringContaining('there is no') })
    await writeFile(join(cwd, '.data/engine.json'), engineFile)
    expect(await fazhi(cwd, 'status')).toMatchObject({ code: 1, stderr: expect.stringContaining('has ended') })
  })
})

describe('fazhi catalogue and places', () => {
  it('find codes and places by their names, and say with 2 that there is none', async () => {
    const cwd = await temporaryFolder()
    const codes = linesOf(await fazhi(cwd, 'catalogue', '行政复议', '受理', '--json'))
    expect(codes[0]).toMatchObject({ code: 'reconsideration.accepted', unitGroups: ['case'] })
    const places = linesOf(await fazhi(cwd, 'places', '株洲', '攸县', '--json'))
    expect(places[0]).toMatchObject({ code: '430223', publisherId: '430223' })
    expect(await fazhi(cwd, 'places', '绝无此县')).toMatchObject({ code: 2, stdout: '' })
    const near = { code: 2, stderr: expect.stringContaining('江西省抚州市 (361000)') }
    const asked = ['observations', '--code', 'litigation.new', '--year', '2023']
    expect(await fazhi(cwd, ...asked, '--region', '抚洲市')).toMatchObject(near)
  })
})
