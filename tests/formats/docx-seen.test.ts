import { describe, expect, it } from 'vitest'
import { readDocument } from '../../shared/formats/read-document.ts'
import { makeZip } from './make-zip.ts'
import { PAGE_TITLE, PARAGRAPHS } from './page.ts'
import { NAMESPACES, PLAIN, paragraph, reportBody, run, wordFile } from './word.ts'

const textOf = async (file: Buffer) => (await readDocument(file)).text
const messagesOf = async (file: Buffer) => (await readDocument(file)).warnings.map(({ message }) => message)

/** The report with something inside the figure of 318次. */
const inFigure = (content: string, styles?: string) => {
  const body = reportBody('318次', (text) => {
    const [before = '', after = ''] = text.split('18次')
    return run(before) + content + run(`18次${after}`)
  })
  return wordFile({ body, ...(styles === undefined ? {} : { styles }) })
}

const field = (mark: string) => `<w:r><w:fldChar w:fldCharType="${mark}"/></w:r>`

const style = (id: string, name: string, content: string, type = 'paragraph') =>
  `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${name}"/>${content}</w:style>`

describe('what nobody sees in a Word file is not read', () => {
  it.each([
    ['hidden', run('77', '<w:vanish/>')],
    ['struck out', run('77', '<w:strike/>')],
    ['struck out twice', run('77', '<w:dstrike w:val="1"/>')],
    ['deleted', '<w:del w:id="1"><w:r><w:delText>77</w:delText></w:r></w:del>'],
    ['moved away', `<w:moveFrom w:id="1">${run('77')}</w:moveFrom>`],
    ['white on white', run('77', '<w:color w:val="FFFFFF"/>')],
    ['of the colour of its own ground', run('77', '<w:color w:val="c00000"/><w:shd w:val="clear" w:fill="C00000"/>')],
    ['of half a point', run('77', '<w:sz w:val="1"/>')],
    ['a note mark', run('1', '<w:vertAlign w:val="superscript"/>')],
    ['a raised note mark', run('[2]', '<w:position w:val="10"/><w:sz w:val="14"/>')],
    ['several marks', run('①,②', '<w:vertAlign w:val="superscript"/>').replace('①,②', '1,2')],
    [
      'an instruction',
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF 77</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
    ],
    [
      'a field in the instruction of another',
      `${field('begin')}<w:r><w:instrText> IF </w:instrText></w:r>${field('begin')}<w:r><w:instrText>REF n</w:instrText></w:r>${field('separate')}${run('77')}${field('end')}<w:r><w:instrText>&gt; 5</w:instrText></w:r>${field('separate')}${field('end')}`,
    ],
    ['a pronunciation', '<w:r><w:ruby><w:rt><w:r><w:t>77</w:t></w:r></w:rt></w:ruby></w:r>'],
    [
      'what older programs show instead',
      `<mc:AlternateContent><mc:Fallback>${run('77')}</mc:Fallback></mc:AlternateContent>`,
    ],
    [
      'a hidden drawing',
      `<w:r><w:drawing><wp:anchor><wp:docPr id="1" hidden="1"/><w:txbxContent>${paragraph(run('77'))}</w:txbxContent></wp:anchor></w:drawing></w:r>`,
    ],
  ])('%s', async (_, content) => {
    expect(await textOf(inFigure(content))).toBe(PLAIN)
  })

  it.each([
    [
      'of its characters',
      style('9', 'x', '<w:rPr><w:vanish/></w:rPr>', 'character'),
      run('77', '<w:rStyle w:val="9"/>'),
    ],
    [
      'of its characters, struck out',
      style('9', 'x', '<w:rPr><w:strike/></w:rPr>', 'character'),
      run('77', '<w:rStyle w:val="9"/>'),
    ],
    [
      'that another is based on',
      style('9', 'x', '<w:basedOn w:val="8"/>', 'character') +
        style('8', 'y', '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>', 'character'),
      run('3', '<w:rStyle w:val="9"/>'),
    ],
  ])('hidden by a style %s', async (_, styles, content) => {
    expect(await textOf(inFigure(content, styles))).toBe(PLAIN)
  })

  it('hidden by the style of its paragraph, unless the run says otherwise', async () => {
    const body = reportBody() + paragraph(run('77次。') + run('见。', '<w:vanish w:val="0"/>'), '<w:pStyle w:val="h"/>')
    expect(await textOf(wordFile({ body, styles: style('h', 'note', '<w:rPr><w:vanish/></w:rPr>') }))).toBe(
      `${PLAIN}\n见。`,
    )
  })

  it('text of the colour of its cell or its paragraph, unless a ground of its own lies between', async () => {
    const shade = (fill: string) => `<w:shd w:val="clear" w:color="auto" w:fill="${fill}"/>`
    const coloured = (text: string, more = '') => run(text, `<w:color w:val="2F5496"/>${more}`)
    const cell = (content: string) => `<w:tc><w:tcPr>${shade('2f5496')}</w:tcPr>${content}</w:tc>`
    const table = `<w:tbl><w:tr>${cell(paragraph(run('受理') + coloured('77件')))}${cell(paragraph(coloured('12件', shade('FFFFFF'))))}${cell(paragraph(coloured('9件'), shade('FFFF00')))}</w:tr></w:tbl>`
    const body =
      table + paragraph(run('办结5件。') + coloured('77件。'), shade('2F5496')) + paragraph(coloured('完毕。'))
    expect(await textOf(wordFile({ body }))).toBe('受理\t12件\t9件\n办结5件。\n完毕。')
  })

  it('deleted rows and cells of tables, and deleted ends of paragraphs', async () => {
    const cell = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(run(text))}</w:tc>`
    const table = `<w:tbl><w:tr>${cell('受理')}${cell('12件')}${cell('9件', '<w:cellDel w:id="1"/>')}</w:tr><w:tr><w:trPr><w:del w:id="2"/></w:trPr>${cell('受理')}${cell('77件')}</w:tr></w:tbl>`
    const parted = paragraph(run('办结'), '<w:rPr><w:del w:id="3"/></w:rPr>') + paragraph(run('5件。'))
    expect(await textOf(wordFile({ body: table + parted }))).toBe('受理\t12件\n办结5件。')
  })
})

describe('a Word file of dark pages', () => {
  const WHITE = '<w:color w:val="FFFFFF"/>'
  const white = (text: string) => paragraph(run(text, WHITE))
  const lit = (content: string) =>
    `<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:val="clear" w:fill="FFFFFF"/></w:tcPr>${content}</w:tc></w:tr></w:tbl>`
  const body = [PAGE_TITLE, ...PARAGRAPHS].map(white).join('') + lit(white('另有77件。') + paragraph(run('完毕。')))
  const shown = { settings: '<w:displayBackgroundShape/>' }

  it.each([
    ['of one colour', '<w:background w:color="1F2A44"/>'],
    ['of a theme', '<w:background w:color="FFFFFF" w:themeColor="text2"/>'],
  ])('has its white text read, but not that in white cells: %s', async (_, background) => {
    expect(await textOf(wordFile({ body, background, ...shown }))).toBe(`${PLAIN}\n完毕。`)
  })

  it('is one too if nearly all its text is white and nothing says on what', async () => {
    expect(await textOf(wordFile({ body }))).toBe(`${PLAIN}\n完毕。`)
  })

  it.each([
    ['whose background is not shown', { background: '<w:background w:color="1F2A44"/>' }],
    ['whose background is white', { background: '<w:background w:color="FFFFFF"/>', ...shown }],
  ])('is not one %s', async (_, file) => {
    expect(await textOf(wordFile({ body: reportBody() + white('另有77件。'), ...file }))).toBe(PLAIN)
  })

  it('is one in the XML of Word 2003', async () => {
    const paragraphs = [PAGE_TITLE, ...PARAGRAPHS].map(white).join('')
    const xml = `<?xml version="1.0"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:bgPict><w:background w:bgcolor="#1F2A44"/></w:bgPict><w:docPr><w:displayBackgroundShape/></w:docPr><w:body>${reportBody()}${paragraphs}</w:body></w:wordDocument>`
    expect(await textOf(Buffer.from(xml))).toBe(`${PLAIN}\n${PLAIN}`)
  })
})

describe('what is seen is read', () => {
  it.each([
    ['white on dark', run('3', '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="C00000"/>')],
    ['hidden only on the web', run('3', '<w:webHidden/>')],
    ['inserted', `<w:ins w:id="1">${run('3')}</w:ins>`],
    ['an equation', '<m:oMath><m:r><m:t>3</m:t></m:r></m:oMath>'],
    ['the result of a field', `<w:fldSimple w:instr="REF a">${run('3')}</w:fldSimple>`],
    ['in a control', `<w:sdt><w:sdtContent>${run('3')}</w:sdtContent></w:sdt>`],
  ])('%s', async (_, content) => {
    const body = reportBody('318次', (text) => {
      const [before = '', after = ''] = text.split('318次')
      return run(before) + content + run(`18次${after}`)
    })
    expect(await textOf(wordFile({ body }))).toBe(PLAIN)
  })

  it('equations with their bars and brackets, exponents of units', async () => {
    const text = (words: string) => `<m:r><m:t>${words}</m:t></m:r>`
    const fraction = `<m:oMath>${text('办结率=')}<m:f><m:num>${text('199')}</m:num><m:den>${text('206')}</m:den></m:f></m:oMath>`
    const power = `<m:oMath><m:sSup><m:e>${text('300m')}</m:e><m:sup>${text('2')}</m:sup></m:sSup></m:oMath>`
    const bracket = `<m:oMath><m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val="]"/></m:dPr><m:e>${text('甲')}</m:e></m:d></m:oMath>`
    const body = [fraction, power, bracket, run('5km') + run('2', '<w:vertAlign w:val="superscript"/>')]
    expect(await textOf(wordFile({ body: body.map((content) => paragraph(content)).join('') }))).toBe(
      '办结率=199/206\n300m²\n[甲]\n5km²',
    )
  })
})

describe('notes are read where they are referred to', () => {
  const refer = (kind: string, id: number) => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`
  const part = (kind: string, notes: string) => ({
    name: `word/${kind}s.xml`,
    data: `<w:${kind}s ${NAMESPACES}><w:${kind} w:type="separator" w:id="-1">${paragraph(run('线'))}</w:${kind}>${notes}</w:${kind}s>`,
  })
  const note = (kind: string, id: number, text: string) =>
    `<w:${kind} w:id="${id}">${paragraph(`<w:r><w:${kind}Ref/></w:r>${run(text)}`)}</w:${kind}>`
  const cell = (content: string) => `<w:tc>${paragraph(content)}</w:tc>`
  const body = [
    paragraph(run('立案7') + refer('footnote', 1) + run('件。')),
    paragraph(run('甲')),
    `<w:tbl><w:tr>${cell(run('复议') + refer('endnote', 1))}${cell(run('3件'))}</w:tr></w:tbl>`,
    paragraph(run('乙') + refer('footnote', 1)),
  ].join('')
  const related = ['footnote', 'endnote'].map((kind) => [kind, `${kind}s`, `${kind}s.xml`] as const)

  it('each once, behind the paragraph or the table', async () => {
    const others = [
      part('footnote', note('footnote', 1, '含上年2件。')),
      part('endnote', note('endnote', 1, '见附件。') + note('endnote', 2, '没有提到。')),
    ]

    expect(await textOf(wordFile({ body, related, others }))).toBe(
      '立案7件。\n含上年2件。\n甲\n复议\t3件\n见附件。\n乙',
    )
  })

  it('and named if they are not there', async () => {
    expect(await messagesOf(wordFile({ body, related, others: [part('footnote', '')] }))).toEqual([
      expect.stringContaining('the part word/endnotes.xml'),
    ])
  })
})

describe('a table of contents is left out', () => {
  const lines = PARAGRAPHS.filter((text) => /^[一二三]、/.test(text)).map(
    (text) => `${run(text)}<w:r><w:tab/><w:t>1</w:t></w:r>`,
  )
  const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`

  it.each([
    [
      'by the name of its style',
      lines.map((line) => paragraph(line, '<w:pStyle w:val="11"/>')).join(''),
      style('11', 'toc 1', ''),
    ],
    [
      'by the name of the style it is based on',
      lines.map((line) => paragraph(line, '<w:pStyle w:val="a7"/>')).join(''),
      style('a7', '我的目录', '<w:basedOn w:val="21"/>') + style('21', 'TOC 2', ''),
    ],
    [
      'by its field',
      paragraph(
        `${field('begin')}<w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r>${field('separate')}${lines[0]}`,
      ) +
        paragraph(lines[1]!) +
        paragraph(lines[2]! + field('end')),
      '',
    ],
    [
      'by its gallery',
      `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${lines.map((line) => paragraph(line)).join('')}</w:sdtContent></w:sdt>`,
      '',
    ],
  ])('%s', async (_, contents, styles) => {
    expect(await textOf(wordFile({ body: contents + reportBody(), styles }))).toBe(PLAIN)
  })
})

describe('a Word file is told by its relationships and namespaces', () => {
  const strict = (xml: string) =>
    xml
      .replaceAll(
        'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
        'http://purl.oclc.org/ooxml/wordprocessingml/main',
      )
      .replaceAll(
        'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
        'http://purl.oclc.org/ooxml/officeDocument/relationships',
      )

  it.each([
    ['another name of the part', { main: 'word/document2.xml' }],
    ['another folder', { main: 'doc/text/body.xml' }],
    ['another prefix', { change: (xml: string) => xml.replaceAll('w:', 'ns0:').replaceAll('xmlns:w=', 'xmlns:ns0=') }],
    [
      'no prefix',
      {
        change: (xml: string) =>
          xml
            .replaceAll('<w:', '<')
            .replaceAll('</w:', '</')
            .replaceAll('xmlns:w=', 'xmlns=')
            .replaceAll(' w:', ' x:')
            .replace('<document', `<document xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`),
      },
    ],
    ['the strict namespaces', { change: strict }],
  ])('%s', async (_, file) => {
    const document = await readDocument(wordFile({ body: reportBody(), styles: style('1', 'Normal', ''), ...file }))
    expect(document).toMatchObject({ format: 'docx', text: PLAIN, warnings: [] })
  })

  it('folders as Windows writes them', async () => {
    const xml = `<w:document ${NAMESPACES}><w:body>${reportBody()}</w:body></w:document>`
    expect(await textOf(makeZip([{ name: 'word\\document.xml', data: xml }]))).toBe(PLAIN)
  })

  it('no other Office file is one', async () => {
    const workbook = makeZip([
      { name: '[Content_Types].xml', data: '<Types/>' },
      {
        name: '_rels/.rels',
        data: '<Relationships><Relationship Id="1" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>',
      },
      { name: 'xl/workbook.xml', data: '<workbook/>' },
    ])
    await expect(readDocument(workbook)).rejects.toMatchObject({ reason: 'unsupported_format' })
  })
})

describe('a part that is a file of its own', () => {
  const chunk = (name: string, data: string | Uint8Array, body = reportBody()) =>
    wordFile({
      body: `${body}<w:altChunk r:id="c1"/>`,
      related: [['c1', 'aFChunk', name]],
      others: [{ name: `word/${name}`, data }],
    })

  it.each([
    ['a page', 'a.html', '<html><body><p>附表12件。</p></body></html>'],
    ['text', 'a.txt', '附表12件。'],
    ['a Word file', 'a.docx', wordFile({ body: paragraph(run('附表12件。')) })],
    [
      'a saved page',
      'a.mht',
      'MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><body><p>附表12件。</p></body></html>',
    ],
  ])('is read: %s', async (_, name, data) => {
    expect(await textOf(chunk(name, data))).toBe(`${PLAIN}\n附表12件。`)
  })

  it('is named if it cannot be read, and refused if it is all there is', async () => {
    expect(await messagesOf(chunk('a.rtf', '{\\rtf1 x}'))).toEqual([expect.stringContaining('the part word/a.rtf')])
    await expect(readDocument(chunk('a.rtf', '{\\rtf1 x}', ''))).rejects.toMatchObject({ reason: 'unsupported_format' })
  })
})

describe('what cannot be read of a Word file is named', () => {
  it.each([
    [
      'a part that is missing',
      wordFile({ body: reportBody(), related: [['n', 'numbering', 'numbering.xml']] }),
      'the part word/numbering.xml',
    ],
    [
      'a part that is damaged',
      wordFile({
        body: reportBody(),
        related: [['n', 'numbering', 'numbering.xml']],
        others: [{ name: 'word/numbering.xml', data: 'x', packed: Buffer.from('no deflate') }],
      }),
      'the part word/numbering.xml',
    ],
    [
      'a chart',
      wordFile({ body: reportBody() + paragraph('<w:r><w:drawing><c:chart/></w:drawing></w:r>') }),
      'a chart',
    ],
    [
      'an object',
      wordFile({
        body: reportBody() + paragraph('<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>'),
      }),
      'an embedded object (Excel.Sheet.12)',
    ],
    [
      'pictures in place of text',
      wordFile({
        body: paragraph(run('石桥镇报告')) + paragraph('<w:r><w:drawing><a:blip/></w:drawing></w:r>').repeat(2),
      }),
      '2 pictures',
    ],
  ])('%s', async (_, file, named) => {
    expect(await messagesOf(file)).toEqual([expect.stringContaining(named)])
  })

  it('the part with the text is not there', async () => {
    const types = `<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`
    const file = makeZip([{ name: '[Content_Types].xml', data: types }])
    await expect(readDocument(file)).rejects.toMatchObject({
      reason: 'corrupt',
      message: expect.stringContaining('word/document.xml'),
    })
  })
})

describe('a Word file as one XML file', () => {
  it('an Open XML package in flat form', async () => {
    const part = (name: string, xml: string) =>
      `<pkg:part pkg:name="${name}"><pkg:xmlData>${xml}</pkg:xmlData></pkg:part>`
    const level =
      '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>'
    const xml = `<?xml version="1.0" standalone="yes"?><?mso-application progid="Word.Document"?>
<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">${part('/word/document.xml', `<w:document ${NAMESPACES}><w:body>${reportBody()}${paragraph(run('附则'), '<w:numPr><w:numId w:val="1"/></w:numPr>')}</w:body></w:document>`)}${part('/word/numbering.xml', `<w:numbering ${NAMESPACES}><w:abstractNum w:abstractNumId="0">${level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`)}</pkg:package>`
    expect(await readDocument(Buffer.from(xml))).toMatchObject({ format: 'word_xml', text: `${PLAIN}\n一、附则` })
  })

  it('the XML of Word 2003', async () => {
    const listed = (text: string, label = '') =>
      `<w:p><w:pPr><w:listPr><w:ilvl w:val="0"/><w:ilfo w:val="1"/>${label}</w:listPr></w:pPr>${run(text)}</w:p>`
    const lists = `<w:lists><w:listDef w:listDefId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:nfc w:val="37"/><w:lvlText w:val="%1、"/></w:lvl></w:listDef><w:list w:ilfo="1"><w:ilst w:val="0"/></w:list></w:lists>`
    const deleted = `<aml:annotation w:type="Word.Deletion"><aml:content>${run('删去')}</aml:content></aml:annotation>`
    const xml = `<?xml version="1.0"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint" xmlns:aml="http://schemas.microsoft.com/aml/2001/core">${lists}<w:body>${listed('甲')}${listed('乙', '<wx:t wx:val="二、"/>')}${paragraph(`${run('丙')}${deleted}<w:r><w:footnote>${paragraph(run('注。'))}</w:footnote></w:r>${run('丁')}`)}<w:sectPr><w:hdr>${paragraph(run('页眉'))}</w:hdr></w:sectPr></w:body></w:wordDocument>`
    expect(await textOf(Buffer.from(xml))).toBe('一、甲\n二、乙\n丙丁\n注。')
  })
})
