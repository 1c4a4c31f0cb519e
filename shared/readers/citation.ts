import type { DocumentRow } from '../store/document-row.ts'

/** How a document is cited. */
export interface Citation {
  /** GB/T 7714-2015. */
  readonly zh: string
  readonly en: string
  readonly bibtex: string
}

/** Digits of an ID that tell a document from others in one list of references. */
const SHORT_ID = 12

type Cited = Extract<DocumentRow, { readonly title: string | null }>

/**
 * How a report is cited, with the parser that its figures come from.
 * @param seenOn ISO date on which it was last seen at its address
 * @returns null of a document that names neither its title nor who reports
 */
export function citationOf(document: DocumentRow, seenOn: string): Citation | null {
  if (document.kind === undefined || (document.title ?? document.issuer) === null) return null
  const { documentId, parserVersion, sourceUrl = null } = document
  const issuer = document.issuer
  const title = document.title ?? `${document.year ?? ''}年法治政府建设年度报告`
  const dated = datedOn(document)
  const parsed = `Fazhi ${documentId}`
  return {
    zh: [
      ...(issuer === null ? [] : [`${issuer}. `]),
      `${title}[R${sourceUrl === null ? '' : '/OL'}]. ${dated === null ? '' : `(${dated})`}[${seenOn}]. `,
      `${sourceUrl === null ? '' : `${sourceUrl}. `}${parsed}.`,
    ].join(''),
    en: [
      `${issuer ?? title} (${dated ?? 'n.d.'}). `,
      ...(issuer === null ? [] : [`${title}. `]),
      `${sourceUrl === null ? '' : `${sourceUrl} (seen ${seenOn}). `}${parsed}, parser ${parserVersion ?? 'unknown'}.`,
    ].join(''),
    bibtex: bibtexOf({
      key: `fazhi-${documentId.slice(0, SHORT_ID)}`,
      fields: {
        ...(issuer !== null && { author: `{${escaped(issuer)}}`, institution: escaped(issuer) }),
        title: `{${escaped(title)}}`,
        ...(dated !== null && { year: dated.slice(0, 4), date: dated }),
        ...(sourceUrl !== null && { url: inUrl(sourceUrl), urldate: seenOn }),
        note: escaped(parsed),
      },
    }),
  }
}

/** The day of publication, else the date under the report. */
function datedOn({ publishedOn, documentDate }: Pick<Cited, 'publishedOn' | 'documentDate'>): string | null {
  return publishedOn ?? documentDate
}

function bibtexOf({
  key,
  fields,
}: {
  readonly key: string
  readonly fields: Readonly<Record<string, string>>
}): string {
  const lines = Object.entries(fields).map(([name, value]) => `  ${name} = {${value}},`)
  return [`@techreport{${key},`, ...lines, '}'].join('\n')
}

/** As TeX prints it. Braces would open a group, and a backslash a command. */
function escaped(text: string): string {
  return text.replaceAll(/[{}\\]/g, '').replaceAll(/[&%$#_]/g, '\\$&')
}

/** Signs that would end the field or begin a comment, percent-encoded as they may be in an address. */
function inUrl(url: string): string {
  return url.replaceAll(/[{}\\]/g, (sign) => encodeURIComponent(sign))
}
