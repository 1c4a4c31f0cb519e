import { exactRegion } from '../../readers/documents.ts'
import { pageOfList } from '../../readers/pages-of-list.ts'
import { quotedFigures } from '../../readers/sentences.ts'
import { divisionOf } from '../../regions/gazetteer.ts'
import { isDocumentId } from '../../report/attributes.ts'
import type { Kind } from '../../report/report.ts'
import { level, role } from '../../report/report-attributes.ts'
import { STATUSES } from '../../store/document-summary.ts'
import { fileEndpoint, itemEndpoint, listEndpoint, textEndpoint } from '../endpoint.ts'
import { fileHeadersOf } from '../file-types.ts'
import { anyCode, cursor, limit, oneOf, region, wholeNumber, year, yesOrNo } from '../parameter.ts'
import { notFound } from '../problem.ts'

const KINDS = ['rule_of_law_annual_report', 'other'] satisfies Kind[]
/** UTF-16 code units of one answer. The longest report seen has 60,000; each takes up to 3 bytes of the 6 MB of Lambda. */
const MAX_TEXT = 1_000_000

export const documents = listEndpoint({
  path: '/documents',
  shape: 'ListedDocument',
  summary: 'Documents of a year by publisher, of a status by the time they came, or of exactly one place by year.',
  parameters: {
    year: year('The year that is reported on; or give a status or a region.'),
    status: oneOf(STATUSES, 'How far a document has come; or give a year or a region.'),
    region,
    level: oneOf(level.options, 'Documents of issuers of this level only.'),
    kind: oneOf(KINDS, 'Documents of this kind only.'),
    current: yesOrNo('`true`: only documents that stand for their report; `false`: only the others.'),
    limit,
    cursor,
  },
  demands: ({ region: prefix }, given) => {
    if (given.has('year') || given.has('status')) return []
    if (!given.has('region')) return [{ name: 'year', reason: 'Give a year, a status or a region.', nearest: [] }]
    const isPlace = prefix === undefined || divisionOf(exactRegion(prefix)) !== undefined
    return isPlace ? [] : [{ name: 'region', reason: 'Without a year or a status it must be one place.', nearest: [] }]
  },
  page: (source, query) => source.documents(query),
})

export const documentFacts = itemEndpoint({
  path: '/documents/{id}',
  shape: 'Document',
  summary: 'What is known of a document: its facts, where it came from, and whether it stands for its report.',
  parameters: {},
  item: async (source, _, id) => {
    const document = isDocumentId(id) ? await source.document(id) : null
    if (document === null) throw noDocument(id)
    return document
  },
})

export const documentIndicators = listEndpoint({
  path: '/documents/{id}/indicators',
  shape: 'QuotedFigure',
  summary: 'The figures of a document in the order of its text, each with its sentence.',
  parameters: {
    code: anyCode,
    role: oneOf(role.options, 'Figures of this role only.'),
    limit,
    cursor,
  },
  page: async (source, { code, role: ofRole, ...page }, id) => {
    const quoted = isDocumentId(id) ? await quotedFigures(source, id) : null
    if (quoted === null) throw noDocument(id)
    const asked = quoted.figures.filter(
      (figure) => (code === undefined || figure.code === code) && (ofRole === undefined || figure.role === ofRole),
    )
    return pageOfList(asked, page, `${id} ${quoted.run} ${code} ${ofRole}`)
  },
})

export const documentText = textEndpoint({
  path: '/documents/{id}/text',
  summary: 'The canonical text of a document, which every offset counts UTF-16 code units of.',
  parameters: {
    start: wholeNumber(0, 100_000_000, 'Where to begin. Texts that are too long for one answer link to what follows.'),
  },
  text: async (source, { start = 0 }, id) => {
    const text = isDocumentId(id) ? await source.text(id) : null
    if (text === null) throw notFound(`There is no text of a document ${id.slice(0, 100)}.`)
    // No character is cut in two.
    const end = start + MAX_TEXT - (/[\ud800-\udbff]/.test(text.charAt(start + MAX_TEXT - 1)) ? 1 : 0)
    return { text: text.slice(start, end), nextStart: end < text.length ? end : null }
  },
})

export const documentAudit = itemEndpoint({
  path: '/documents/{id}/audit',
  shape: 'Audit',
  summary:
    'How complete and timely a report is, where it contradicts itself, and what it changes and repeats of the year before.',
  parameters: {},
  item: async (source, _, id) => {
    const audit = isDocumentId(id) ? await source.audit(id) : null
    if (audit === null) throw notFound(`There is no report that can be read under ${id.slice(0, 100)}.`)
    return audit
  },
})

export const documentFile = fileEndpoint({
  path: '/documents/{id}/file',
  summary: 'The file as it was received, to be saved; in AWS a redirection to an address that has it for a minute.',
  parameters: {},
  file: async ({ source, fileOf }, _, id) => {
    const document = isDocumentId(id) ? await source.document(id) : null
    if (document === null) throw noDocument(id)
    const headers = fileHeadersOf(id, 'format' in document ? (document.format ?? null) : null)
    const file = await fileOf(id, headers)
    if (file === null) throw notFound(`The file of document ${id} is not kept any more.`)
    return { documentId: id, headers, file }
  },
})

function noDocument(id: string) {
  return notFound(`There is no document ${id.slice(0, 100)}. IDs have 32 hex digits; /documents lists them.`)
}
