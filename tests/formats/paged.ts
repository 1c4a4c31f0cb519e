import { makeZip } from './make-zip.ts'

/** Small PDF and OFD files, written by hand: A4 pages with places in points (PDF) and millimetres (OFD) from the top left corner. */

export const PAGE_WIDTH = 595
export const PAGE_HEIGHT = 842
/** Of a point. */
export const MILLIMETRE = 0.3528
/** Of the type, in points. */
export const SIZE = 10

/** In digits: a Chinese character is as wide as two. */
export const widthOf = (text: string) => [...text].reduce((sum, character) => sum + (character > '\u2e7f' ? 2 : 1), 0)

const FONT = `<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UTF16-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType0
/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/DW 1000/W[1 95 500 814 939 500]
/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 880/Descent -120/StemV 80>>>>]>>`

/** Codes of the font `F1`: it is only named, as Chinese PDF files do; its character map is that of UTF-16. */
export const hex = (text: string) => `<${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`

/** Operators that show a line of text. */
export const pdfText = (text: string, x: number, y: number, size: number = SIZE) =>
  `BT /F1 ${size} Tf 1 0 0 1 ${x} ${PAGE_HEIGHT - y} Tm ${hex(text)} Tj ET`

/** Operators that lay a picture over a box. */
export const pdfPicture = (x: number, y: number, width: number, height: number) =>
  `q ${width} 0 0 ${height} ${x} ${PAGE_HEIGHT - y - height} cm /Im1 Do Q`

/** What a PDF file has beside its pages. */
export interface PdfParts {
  /** Further objects, by their numbers from 100. */
  readonly objects?: readonly string[]
  /** Entries of the catalogue, of the pages, and of their resources. */
  readonly catalog?: string
  readonly page?: string
  readonly resources?: string
}

/** @param contents the operators of each page; null for a page that is named and not there */
export function makePdf(contents: readonly (string | null)[], parts: PdfParts = {}): Buffer {
  const { objects = [], catalog = '', page = '', resources = '' } = parts
  const numbers = contents.map((_, index) => 1000 + 2 * index)
  const pages = contents.flatMap((content, index) => {
    if (content === null) return []
    const number = numbers[index]!
    return [
      `${number} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${PAGE_WIDTH} ${PAGE_HEIGHT}]/Contents ${number + 1} 0 R/Resources<</Font<</F1 3 0 R>>/XObject<</Im1 4 0 R>>${resources}>>${page}>>endobj`,
      `${number + 1} 0 obj<</Length ${content.length}>>stream\n${content}\nendstream endobj`,
    ]
  })
  return Buffer.from(
    [
      '%PDF-1.7',
      `1 0 obj<</Type/Catalog/Pages 2 0 R${catalog}>>endobj`,
      `2 0 obj<</Type/Pages/Count ${contents.length}/Kids[${numbers.map((number) => `${number} 0 R`).join(' ')}]>>endobj`,
      `3 0 obj${FONT}endobj`,
      '4 0 obj<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>stream\n\x80\nendstream endobj',
      ...objects.map((object, index) => `${100 + index} 0 obj${object}endobj`),
      ...pages,
      'trailer<</Root 1 0 R>>',
      '%%EOF',
    ].join('\n'),
    'latin1',
  )
}

const OFD = 'xmlns:ofd="http://www.ofdspec.org/2016"'
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** A text object; `x` and `y` are where its base line begins. */
export function ofdText(text: string, x: number, y: number, { attributes = '', children = '' } = {}): string {
  const size = SIZE * MILLIMETRE
  const steps = [...text].slice(1).map((_, at) => (widthOf(text[at]!) / 2) * size)
  const place = `X="0" Y="${size}"${steps.length > 0 ? ` DeltaX="${steps.join(' ')}"` : ''}`
  const box = `${x} ${y - size} 200 10`
  return `<ofd:TextObject Boundary="${box}" Size="${size}" ${attributes}>${children}<ofd:TextCode ${place}>${escaped(text)}</ofd:TextCode></ofd:TextObject>`
}

export interface OfdParts {
  /** What stands in the document's resource file. */
  readonly resources?: string
  /** The objects of a template that all pages show, null for one that is named and not there; and whether it lies above. */
  readonly template?: readonly string[] | null
  readonly isAbove?: boolean
  /** Annotations of the first page. */
  readonly annotations?: string
  /** The list of the files that hang on it. */
  readonly attachments?: string
}

/** @param pages the objects of each page; null for a page that is named and not there */
export function makeOfd(pages: readonly (readonly string[] | null)[], parts: OfdParts = {}): Buffer {
  const { resources = '', template, isAbove = false, annotations, attachments } = parts
  const list = pages.map((_, index) => `<ofd:Page ID="${index + 1}" BaseLoc="P${index + 1}.xml"/>`).join('')
  const common =
    '<ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea><ofd:DocumentRes>Res.xml</ofd:DocumentRes>'
  const templates = template === undefined ? '' : '<ofd:TemplatePage ID="90" BaseLoc="T.xml"/>'
  const used = template === undefined ? '' : `<ofd:Template TemplateID="90"${isAbove ? ' ZOrder="Foreground"' : ''}/>`
  const noted = annotations === undefined ? '' : '<ofd:Annotations>Annots/All.xml</ofd:Annotations>'
  const hanging = attachments === undefined ? '' : '<ofd:Attachments>Attachs/All.xml</ofd:Attachments>'
  const page = (objects: readonly string[], more = '') =>
    `<ofd:Page ${OFD}>${more}<ofd:Content><ofd:Layer>${objects.join('')}</ofd:Layer></ofd:Content></ofd:Page>`
  return makeZip([
    {
      name: 'OFD.xml',
      data: `<ofd:OFD ${OFD}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    },
    {
      name: 'Doc_0/Document.xml',
      data: `<ofd:Document ${OFD}><ofd:CommonData>${common}${templates}</ofd:CommonData><ofd:Pages>${list}</ofd:Pages>${noted}${hanging}</ofd:Document>`,
    },
    { name: 'Doc_0/Res.xml', data: `<ofd:Res ${OFD}>${resources}</ofd:Res>` },
    ...pages.flatMap((objects, index) =>
      objects === null ? [] : [{ name: `Doc_0/P${index + 1}.xml`, data: page(objects, used) }],
    ),
    ...(attachments === undefined
      ? []
      : [{ name: 'Doc_0/Attachs/All.xml', data: `<ofd:Attachments ${OFD}>${attachments}</ofd:Attachments>` }]),
    ...(template == null ? [] : [{ name: 'Doc_0/T.xml', data: page(template) }]),
    ...(annotations === undefined
      ? []
      : [
          {
            name: 'Doc_0/Annots/All.xml',
            data: `<ofd:Annotations ${OFD}><ofd:Page PageID="1"><ofd:FileLoc>P1.xml</ofd:FileLoc></ofd:Page></ofd:Annotations>`,
          },
          { name: 'Doc_0/Annots/P1.xml', data: `<ofd:PageAnnot ${OFD}>${annotations}</ofd:PageAnnot>` },
        ]),
  ])
}
