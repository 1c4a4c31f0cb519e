import { pageOfList } from '../../readers/pages-of-list.ts'
import { quotedFigures } from '../../readers/sentences.ts'
import type { DocumentDetail } from '../../readers/source.ts'
import { isDocumentId } from '../../report/attributes.ts'
import type { Kind } from '../../report/report.ts'
import { level, role } from '../../report/report-attributes.ts'
import { STATUSES } from '../../store/document-summary.ts'
import { itemEndpoint, listEndpoint, textEndpoint } from '../endpoint.ts'
import { anyCode, cursor, limit, oneOf, region, wholeNumber, year, yesOrNo } from '../parameter.ts'
import { notFound } from '../problem.ts'

const KINDS = ['rule_of_law_annual_report', 'other'] satisfies Kind[]
/** UTF-16 code units of one answer. The longest report seen has 60,000; each takes up to 3 bytes of the 6 MB of Lambda. */
const MAX_TEXT = 1_000_000

export const documents = listEndpoint({
  path: '/documents',
  shape: 'ListedDocument',
  summary: 'Documents of a year by publisher, or of a status by the time they came.',
  parameters: {
    year: year('The year that is reported on; or give a status.'),
    status: oneOf(STATUSES, 'How far a document has come; or give a year.'),
    region,
    level: oneOf(level.options, 'Documents of issuers of this level only.'),
    kind: oneOf(KINDS, 'Documents of this kind only.'),
    current: yesOrNo('`true`: only documents that stand for their report; `false`: only the others.'),
    limit,
    cursor,
  },
  demands: (_, given) =>
    given.has('year') || given.has('status')
      ? []
      : [{ name: 'year', reason: 'Give a year, or a status.', nearest: [] }],
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
    return factsOf(document)
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

/** What of a row says how it is kept, and nothing of the document. */
const KEPT_ONLY = [
  'revision',
  'listedIn',
  'publisherDocument',
  'yearDocument',
  'regionCode',
  'textKey',
  'chunks',
  'requeues',
] as const

function factsOf(document: DocumentDetail): object {
  const facts: Record<string, unknown> = { sourceUrl: null, ...document }
  for (const name of KEPT_ONLY) delete facts[name]
  return facts
}

function noDocument(id: string) {
  return notFound(`There is no document ${id.slice(0, 100)}. IDs have 32 hex digits; /documents lists them.`)
}
