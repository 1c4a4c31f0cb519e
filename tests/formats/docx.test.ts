import { expect, it } from 'vitest'
import { readDocument } from '../../shared/formats/read-document.ts'
import { makeZip } from './make-zip.ts'

const NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

const level = (at: number, format: string, pattern: string) =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${pattern}"/></w:lvl>`
const NUMBERING = `<w:numbering ${NAMESPACE}><w:abstractNum w:abstractNumId="7">${level(0, 'chineseCountingThousand', '%1、')}${level(1, 'chineseCounting', '（%2）')}</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>`

const listed = (at: number, text: string) =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="3"/></w:numPr></w:pPr>${run(text)}</w:p>`
const run = (text: string, properties = '') => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`

const docx = (body: string) =>
  makeZip([
    { name: 'word/document.xml', data: `<w:document ${NAMESPACE}><w:body>${body}</w:body></w:document>` },
    { name: 'word/numbering.xml', data: NUMBERING },
  ])

it('writes out the numbers that Word shows before headings', async () => {
  const { text } = await readDocument(
    docx(listed(0, '举措') + listed(1, '学习') + listed(1, '决策') + listed(0, '问题') + listed(1, '人手')),
  )

  expect(text).toBe('一、举措\n（一）学习\n（二）决策\n二、问题\n（一）人手')
})

it('leaves out what is deleted, hidden or only an instruction', async () => {
  const deleted = `<w:del><w:r><w:delText>九</w:delText></w:r></w:del>`
  const field = '<w:r><w:instrText>PAGE</w:instrText></w:r>'
  const { text } = await readDocument(
    docx(`<w:p>${run('办结')}${deleted}${run('88', '<w:vanish/>')}${field}${run('12件')}</w:p>`),
  )

  expect(text).toBe('办结12件')
})

it('keeps the cells of a row together and the lines of a layout table apart', async () => {
  const cell = (...lines: string[]) => `<w:tc>${lines.map((line) => `<w:p>${run(line)}</w:p>`).join('')}</w:tc>`
  const table = (...cells: string[]) => `<w:tbl><w:tr>${cells.join('')}</w:tr></w:tbl>`
  const { text } = await readDocument(
    docx(table(cell('受理'), cell('12件')) + table(cell('一', '二', '三', '四'), cell('五'))),
  )

  expect(text).toBe('受理\t12件\n一\n二\n三\n四\n五')
})
