import { describe, expect, it } from 'vitest'
import { readDocument } from '../../shared/formats/read-document.ts'
import { paragraph, run, wordFile } from './word.ts'

const level = (at: number, format: string, pattern: string, more = '') =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${pattern}"/></w:lvl>`
const HAN = level(0, 'chineseCounting', '%1、') + level(1, 'chineseCounting', '（%2）') + level(2, 'decimal', '%3.')
const definition = (id: number, content: string) => `<w:abstractNum w:abstractNumId="${id}">${content}</w:abstractNum>`
const list = (id: number, of: number, more = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`
const item = (text: string, at: number, id: number, more = '') =>
  paragraph(text === '' ? '' : run(text), `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr>${more}`)
const styled = (text: string, style: string) => paragraph(run(text), `<w:pStyle w:val="${style}"/>`)

const shown = async (numbering: string, body: string, styles = '') =>
  (await readDocument(wordFile({ body, numbering, styles }))).text.split('\n')

describe('the numbers of lists are those that Word shows', () => {
  it('lists of one definition count on from each other', async () => {
    const body = item('甲', 0, 1) + item('乙', 1, 1) + item('丙', 0, 2) + paragraph(run('文')) + item('丁', 0, 3)
    expect(await shown(definition(0, HAN) + list(1, 0) + list(2, 0) + list(3, 0), body)).toEqual([
      '一、甲',
      '（一）乙',
      '二、丙',
      '文',
      '三、丁',
    ])
  })

  it('a list may begin anew, once, and at any number', async () => {
    const anew = (at: number, start: number) =>
      `<w:lvlOverride w:ilvl="${at}"><w:startOverride w:val="${start}"/></w:lvlOverride>`
    const numbering = definition(0, HAN) + list(1, 0) + list(2, 0, anew(0, 1)) + list(3, 0, anew(0, 7))
    const body =
      item('甲', 0, 1) + item('乙', 0, 1) + item('丙', 0, 2) + item('丁', 0, 2) + item('戊', 0, 3) + item('己', 0, 1)
    expect(await shown(numbering, body)).toEqual(['一、甲', '二、乙', '一、丙', '二、丁', '七、戊', '八、己'])
  })

  it('a style says its level, though the one it is based on stands at another level of the list', async () => {
    const linked = HAN.replace('<w:lvlText', '<w:pStyle w:val="h"/><w:lvlText')
    const styles =
      '<w:style w:type="paragraph" w:styleId="h"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="s"><w:basedOn w:val="h"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
    const body = styled('甲', 'h') + styled('乙', 's') + styled('丙', 's') + styled('丁', 'h') + styled('戊', 's')
    expect(await shown(definition(0, linked) + list(1, 0), body, styles)).toEqual([
      '一、甲',
      '（一）乙',
      '（二）丙',
      '二、丁',
      '（一）戊',
    ])
  })

  it('a list may have another level than its definition', async () => {
    const own = `<w:lvlOverride w:ilvl="0">${level(0, 'upperRoman', '%1.')}</w:lvlOverride>`
    expect(await shown(definition(0, HAN) + list(1, 0, own), item('甲', 0, 1) + item('乙', 1, 1))).toEqual([
      'I.甲',
      '（一）乙',
    ])
  })

  it('levels that never begin anew, or only after a certain one', async () => {
    const never = definition(
      0,
      level(0, 'chineseCounting', '%1、') + level(1, 'decimal', '%2.', '<w:lvlRestart w:val="0"/>'),
    )
    const body = item('甲', 0, 1) + item('乙', 1, 1) + item('丙', 0, 1) + item('丁', 1, 1)
    expect(await shown(never + list(1, 0), body)).toEqual(['一、甲', '1.乙', '二、丙', '2.丁'])
    const first = definition(0, HAN.replace('"decimal"/>', '"decimal"/><w:lvlRestart w:val="1"/>'))
    const deep =
      item('甲', 0, 1) +
      item('乙', 1, 1) +
      item('丙', 2, 1) +
      item('丁', 1, 1) +
      item('戊', 2, 1) +
      item('己', 0, 1) +
      item('庚', 2, 1)
    expect(await shown(first + list(1, 0), deep)).toEqual([
      '一、甲',
      '（一）乙',
      '1.丙',
      '（二）丁',
      '2.戊',
      '二、己',
      '1.庚',
    ])
  })

  it('numbers of several levels, and those that are shown as decimals', async () => {
    const numbering = definition(0, HAN + level(3, 'decimal', '%1.%4') + level(4, 'decimal', '%1.%5', '<w:isLgl/>'))
    expect(await shown(numbering + list(1, 0), item('甲', 0, 1) + item('2023年', 3, 1) + item('乙', 4, 1))).toEqual([
      '一、甲',
      '一.1 2023年',
      '1.1 乙',
    ])
  })

  it('a definition may take its levels from a style', async () => {
    const numbering =
      definition(0, '<w:numStyleLink w:val="S"/>') +
      definition(5, `<w:styleLink w:val="S"/>${HAN}`) +
      list(1, 0) +
      list(9, 5)
    const styles =
      '<w:style w:type="numbering" w:styleId="S"><w:name w:val="公文"/><w:pPr><w:numPr><w:numId w:val="9"/></w:numPr></w:pPr></w:style>'
    expect(await shown(numbering, item('甲', 0, 1) + item('乙', 1, 1), styles)).toEqual(['一、甲', '（一）乙'])
  })

  it('a style may have a list: its own, at the level that names it, or that of the style it is based on', async () => {
    const linked = definition(
      0,
      HAN.replace('w:ilvl="1">', 'w:ilvl="1"><w:pStyle w:val="H2"/>').replace(
        'w:ilvl="0">',
        'w:ilvl="0"><w:pStyle w:val="H1"/>',
      ),
    )
    const style = (id: string, content: string) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/>${content}</w:style>`
    const numbered = (content: string) => `<w:pPr><w:numPr>${content}</w:numPr></w:pPr>`
    const styles =
      style('H1', numbered('<w:numId w:val="1"/>')) +
      style('H2', numbered('<w:numId w:val="1"/>')) +
      style('Mine', '<w:basedOn w:val="H2"/>') +
      style('None', `<w:basedOn w:val="H1"/>${numbered('<w:numId w:val="0"/>')}`)
    const body =
      styled('甲', 'H1') + styled('乙', 'H2') + styled('丙', 'Mine') + styled('丁', 'None') + styled('戊', 'H1')
    expect(await shown(linked + list(1, 0), body, styles)).toEqual(['一、甲', '（一）乙', '（二）丙', '丁', '二、戊'])
  })

  it('empty paragraphs count, hidden and deleted ones do not', async () => {
    const hidden = paragraph(
      run('乙', '<w:vanish/>'),
      '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:vanish/></w:rPr>',
    )
    const deleted = paragraph(
      '<w:del><w:r><w:delText>丙</w:delText></w:r></w:del>',
      '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr>',
    )
    const body = item('甲', 0, 1) + item('', 0, 1) + hidden + deleted + item('丁', 0, 1)
    expect(await shown(definition(0, HAN) + list(1, 0), body)).toEqual(['一、甲', '三、丁'])
  })

  it.each([
    ['chineseLegalSimplified', '壹拾贰', 12],
    ['ideographTraditional', '乙', 12],
    ['ideographZodiac', '亥', 12],
    ['decimalEnclosedCircle', '⑫', 12],
    ['decimalEnclosedParen', '⑿', 12],
    ['decimalFullWidth', '１２', 12],
    ['decimalZero', '12', 12],
    ['lowerRoman', 'xii', 12],
    ['upperLetter', 'BB', 28],
    ['ideographDigital', '一二', 12],
    ['chineseCountingThousand', '十二', 12],
    ['someday', '12', 12],
  ])('in the format %s', async (format, expected, start) => {
    const numbering = definition(0, level(0, format, '%1、').replace('w:val="1"', `w:val="${start}"`)) + list(1, 0)
    expect(await shown(numbering, item('甲', 0, 1))).toEqual([`${expected}、甲`])
  })
})
