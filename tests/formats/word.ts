import { makeZip, type ZipEntry } from './make-zip.ts'
import { PAGE_TITLE, PARAGRAPHS } from './page.ts'

const TRANSITIONAL = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
export const NAMESPACES = [
  `xmlns:w="${TRANSITIONAL}"`,
  `xmlns:r="${RELATIONS}"`,
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
].join(' ')

export const run = (text: string, properties = '') =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
export const paragraph = (content: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`

/** The small report as paragraphs of one run. @param change how the text of the paragraph that has the words becomes its runs */
export function reportBody(words = '', change: (text: string) => string = (text) => run(text)): string {
  return [PAGE_TITLE, ...PARAGRAPHS]
    .map((text) => paragraph(words !== '' && text.includes(words) ? change(text) : run(text)))
    .join('')
}

export const PLAIN = [PAGE_TITLE, ...PARAGRAPHS].join('\n')

export interface WordFile {
  readonly body: string
  readonly styles?: string
  readonly numbering?: string
  readonly settings?: string
  /** What stands before the body. */
  readonly background?: string
  readonly main?: string
  /** Relationships of the main part: id, type, target. */
  readonly related?: readonly (readonly [string, string, string])[]
  readonly others?: readonly ZipEntry[]
  /** What is done to the XML of each part. */
  readonly change?: (xml: string) => string
}

/** A Word file with its relationships, as programs write them. */
export function wordFile({
  body,
  styles,
  numbering,
  settings,
  background = '',
  main = 'word/document.xml',
  related = [],
  others = [],
  change = (xml) => xml,
}: WordFile): Buffer {
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const relations = [
    ...(styles === undefined ? [] : [['s', 'styles', 'styles.xml']]),
    ...(numbering === undefined ? [] : [['n', 'numbering', 'numbering.xml']]),
    ...(settings === undefined ? [] : [['t', 'settings', 'settings.xml']]),
    ...related,
  ]
  const relationships = (list: readonly (readonly string[])[]) =>
    `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
      .map(([id, type, target]) => `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`)
      .join('')}</Relationships>`
  const part = (name: string, xml: string) => ({ name, data: change(xml) })
  return makeZip([
    part('_rels/.rels', relationships([['rId1', 'officeDocument', main]])),
    part(`${folder}_rels/${main.slice(folder.length)}.rels`, relationships(relations)),
    part(
      main,
      `<?xml version="1.0"?><w:document ${NAMESPACES}>${background}<w:body>${body}<w:sectPr/></w:body></w:document>`,
    ),
    ...(styles === undefined ? [] : [part(`${folder}styles.xml`, `<w:styles ${NAMESPACES}>${styles}</w:styles>`)]),
    ...(numbering === undefined
      ? []
      : [part(`${folder}numbering.xml`, `<w:numbering ${NAMESPACES}>${numbering}</w:numbering>`)]),
    ...(settings === undefined
      ? []
      : [part(`${folder}settings.xml`, `<w:settings ${NAMESPACES}>${settings}</w:settings>`)]),
    ...others,
  ])
}
