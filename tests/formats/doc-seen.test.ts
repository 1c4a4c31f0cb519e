import { describe, expect, it } from 'vitest'
import { readDocument } from '../../shared/formats/read-document.ts'
import { type DocFile, type DocParagraph, makeDoc } from './make-doc.ts'
import { PAGE_TITLE, PARAGRAPHS } from './page.ts'

const PLAIN = [PAGE_TITLE, ...PARAGRAPHS].join('\n')
const paragraph = (text: string, more: Partial<DocParagraph> = {}): DocParagraph => ({ runs: [{ text }], ...more })
const REPORT = [PAGE_TITLE, ...PARAGRAPHS].map((text) => paragraph(text))
const read = async (file: DocFile) => readDocument(makeDoc(file))
const linesOf = async (paragraphs: readonly DocParagraph[], more: Partial<DocFile> = {}) =>
  (await read({ paragraphs, ...more })).text.split('\n')

/** The report with a run inside the figure of 318次. */
const inFigure = (text: string, characters: readonly number[]) =>
  REPORT.map(({ runs }) => {
    const words = runs[0]!.text
    const at = words.indexOf('18次')
    return at < 0 ? { runs } : { runs: [{ text: words.slice(0, at) }, { text, characters }, { text: words.slice(at) }] }
  })

const HIDDEN = [0x3c, 0x08, 1]
const inList = (list: number, level = 0) => [0x0a, 0x26, level, 0x0b, 0x46, list, 0]

describe('what nobody sees in a Word 97 file is not read', () => {
  it.each([
    ['hidden', '77', HIDDEN],
    ['struck out', '77', [0x37, 0x08, 1]],
    ['struck out twice', '77', [0x53, 0x2a, 1]],
    ['deleted', '77', [0x00, 0x08, 1]],
    ['white', '77', [0x70, 0x68, 0xff, 0xff, 0xff, 0]],
    ['white by index', '77', [0x42, 0x2a, 8]],
    ['of half a point', '77', [0x43, 0x4a, 1, 0]],
    ['a note mark', '1', [0x48, 0x2a, 1]],
    ['a note mark in brackets', '[2]', [0x48, 0x2a, 1]],
    ['a raised note mark', '③', [0x45, 0x48, 8, 0]],
    ['an instruction', '\u0013 REF 77 \u0015', []],
    ['a field in the instruction of another', '\u0013 IF \u0013 REF n \u001477\u0015 > 5 \u0014\u0015', []],
  ])('%s', async (_, text, characters) => {
    expect((await read({ paragraphs: inFigure(text, characters) })).text).toBe(PLAIN)
  })

  it.each([
    ['hidden', (0x5c << 1) | (1 << 8)],
    ['struck out', (0x57 << 1) | (1 << 8)],
    ['deleted', (0x41 << 1) | (1 << 8)],
    ['hidden by a list', (1 << 1) | 1],
  ])('%s by its piece', async (_, modifier) => {
    const paragraphs = inFigure('77', [])
    const words = paragraphs.map(({ runs }) => runs.map(({ text }) => text).join('')).join('\r')
    const start = words.indexOf('7718次')
    const pieces = [
      { start, modifier },
      { start: start + 2, modifier: 0 },
    ]
    const modifiers = [[0x37, 0x08, 0], HIDDEN]
    expect((await read({ paragraphs, pieces, modifiers })).text).toBe(PLAIN)
  })

  it('hidden by the style of its paragraph, unless the run says otherwise', async () => {
    const styles = [{ name: 'Normal' }, { name: 'note', characters: HIDDEN }]
    const note = { runs: [{ text: '77次。' }, { text: '见。', characters: [0x3c, 0x08, 0x81] }], style: 1 }
    expect((await read({ paragraphs: [...REPORT, note], styles })).text).toBe(`${PLAIN}\n见。`)
  })

  it('tables of contents, by the name of their style or by their field', async () => {
    const lines = PARAGRAPHS.filter((text) => /^[一二三]、/.test(text))
    const styles = [{ name: 'Normal' }, { name: 'toc 1' }]
    expect(
      (await read({ paragraphs: [...lines.map((text) => paragraph(`${text}\t1`, { style: 1 })), ...REPORT], styles }))
        .text,
    ).toBe(PLAIN)
    const field = [paragraph(`\u0013 TOC \\o \u0014${lines[0]}`), paragraph(lines[1]!), paragraph(`${lines[2]}\u0015`)]
    expect((await read({ paragraphs: [...field, ...REPORT] })).text).toBe(PLAIN)
  })
})

describe('a Word 97 file whose text is nearly all white', () => {
  it('stands on another ground than paper', async () => {
    const paragraphs = REPORT.map(({ runs }) => ({
      runs: runs.map(({ text }) => ({ text, characters: [0x70, 0x68, 0xff, 0xff, 0xff, 0] })),
    }))
    expect((await read({ paragraphs })).text).toBe(PLAIN)
  })
})

describe('what is seen is read', () => {
  it.each([
    ['white on a ground', '3', [0x42, 0x2a, 8, 0x0c, 0x2a, 1]],
    ['the result of a field', '\u0013 REF a \u00143\u0015', []],
  ])('%s', async (_, text, characters) => {
    const paragraphs = inFigure(text, characters).map(({ runs }) => ({
      runs: runs.map((run, at) => (runs.length > 1 && at === 0 ? { text: run.text.slice(0, -1) } : run)),
    }))
    expect((await read({ paragraphs })).text).toBe(PLAIN)
  })

  it('text boxes, exponents, and paragraphs whose end is deleted as one', async () => {
    const body = [
      { runs: [{ text: '面积300m' }, { text: '2', characters: [0x48, 0x2a, 1] }, { text: '。' }] },
      paragraph('办结', { endCharacters: [0x00, 0x08, 1] }),
      paragraph('5件。'),
    ]
    expect((await read({ paragraphs: body, boxes: [paragraph('框中9件。')] })).text).toBe(
      '面积300m²。\n办结5件。\n框中9件。',
    )
  })

  it('notes, behind the paragraph that refers to them', async () => {
    const notes = [paragraph('\u0002 含上年2件。'), paragraph('\u0002 见附件。')]

    expect(await linesOf([paragraph('立案7\u0002件。'), paragraph('甲\u0002乙'), paragraph('丙')], { notes })).toEqual([
      '立案7件。',
      '含上年2件。',
      '甲乙',
      '见附件。',
      '丙',
    ])
  })

  const IN_TABLE = [0x16, 0x24, 1]
  const ROW_END = [...IN_TABLE, 0x17, 0x24, 1]
  it.each([
    ['', ROW_END, []],
    [
      ' of many cells, whose ends are said elsewhere',
      [0x46, 0x66, 4, 0, 0, 0],
      [0, 0, 0, 0, ROW_END.length, 0, ...ROW_END],
    ],
  ])('rows of tables%s', async (_, properties, data) => {
    const cell = (text: string) => paragraph(text, { end: '\u0007', properties: IN_TABLE })
    const row = (...cells: string[]) => [...cells.map(cell), paragraph('', { end: '\u0007', properties })]
    const { text, tables } = await read({
      paragraphs: [...row('类别', '件数'), ...row('复议', '3件'), paragraph('完。')],
      data,
    })

    expect(text).toBe('类别\t件数\n复议\t3件\n完。')
    expect(tables).toMatchObject([{ height: 2, width: 2 }])
  })
})

describe('the numbers of lists are those that Word shows', () => {
  const LEVELS = [
    { format: 37, text: '\u0000、' },
    { format: 37, text: '（\u0001）' },
    { format: 0, text: '\u0002.' },
  ]
  const definitions = [{ id: 7, levels: LEVELS }]
  const item = (text: string, list: number, level = 0) => paragraph(text, { properties: inList(list, level) })

  it('lists of one definition count on from each other, and may begin anew', async () => {
    const lists = [{ definition: 7 }, { definition: 7 }, { definition: 7, starts: [[0, 1] as const] }]
    const body = [
      item('甲', 1),
      item('乙', 1, 1),
      item('2023年', 1, 2),
      item('丙', 2),
      item('', 2),
      item('丁', 2),
      item('戊', 3),
      item('己', 3),
    ]
    expect(await linesOf(body, { definitions, lists })).toEqual([
      '一、甲',
      '（一）乙',
      '1. 2023年',
      '二、丙',
      '四、丁',
      '一、戊',
      '二、己',
    ])
  })

  it('a style may have a list', async () => {
    const styles = [{ name: 'Normal' }, { name: 'heading 1', paragraph: inList(1) }]
    const body = [
      paragraph('甲', { style: 1 }),
      paragraph('文'),
      paragraph('乙', { style: 1 }),
      paragraph('丙', { style: 1, properties: inList(0) }),
    ]
    expect(await linesOf(body, { definitions, lists: [{ definition: 7 }], styles })).toEqual([
      '一、甲',
      '文',
      '二、乙',
      '丙',
    ])
  })

  it('hidden paragraphs do not count', async () => {
    const hidden = { runs: [{ text: '乙', characters: HIDDEN }], properties: inList(1), endCharacters: HIDDEN }
    expect(await linesOf([item('甲', 1), hidden, item('丙', 1)], { definitions, lists: [{ definition: 7 }] })).toEqual([
      '一、甲',
      '二、丙',
    ])
  })
})

describe('what cannot be read of a Word 97 file is named', () => {
  it.each([
    ['an equation', '\u0013 EMBED Equation.3 \u0014\u0001\u0015', 'an equation object'],
    ['an object', '\u0013 EMBED Excel.Sheet.8 \u0014\u0001\u0015', 'an embedded object (Excel.Sheet.8)'],
    ['pictures in place of text', '\u0001\u0001', '2 pictures'],
  ])('%s', async (_, text, named) => {
    const { warnings } = await read({ paragraphs: [paragraph(PAGE_TITLE), paragraph(text)] })
    expect(warnings).toMatchObject([{ code: 'partly_unread', message: expect.stringContaining(named) }])
  })

  it('and files of Word 95 are refused as such', async () => {
    const file = makeDoc({ paragraphs: REPORT })
    file.writeUInt16LE(0x68, file.indexOf(Buffer.from([0xec, 0xa5])) + 2)
    await expect(readDocument(file)).rejects.toMatchObject({
      reason: 'unsupported_format',
      message: expect.stringContaining('Word 95'),
    })
  })
})
