/** A document that carries a publisher's report on a year, with what decides whether it is the one to read. */
export interface ReportDocument {
  readonly documentId: string
  /** The run that it shows. */
  readonly run: number
  /** Documents of one hash have the same text in other bytes. */
  readonly bodyHash: string | null
  readonly draft: boolean
  /** ISO dates. */
  readonly publishedOn: string | null
  readonly documentDate: string | null
  /** ISO time. */
  readonly receivedAt: string
  /** Documents that stood at an address of its own before it, each with the ISO time at which it was seen there. */
  readonly supersedes: Readonly<Record<string, string>>
}

/** A document that was withdrawn. It cannot be read, and still stands between what it superseded and what superseded it. */
export type WithdrawnDocument = Pick<ReportDocument, 'documentId' | 'bodyHash' | 'supersedes'>

/** Why a document is not the one to read: exactly one of the two names the one that is. */
export interface OtherDocument {
  readonly documentId: string
  readonly duplicateOf: string | null
  readonly supersededBy: string | null
}

export interface Standing {
  readonly documentId: string
  readonly run: number
  /** By their IDs. */
  readonly others: readonly OtherDocument[]
}

/**
 * Which of a report's documents is current: the end of the chain of corrections at an address, of several ends the one with the latest
 * `publishedOn`, `documentDate`, `receivedAt`, then ID; a draft only if there is nothing else. Documents of one text stand or fall
 * together. The result does not depend on the order of the documents.
 * @returns null if there is no document to read
 */
export function standingOf(
  documents: readonly ReportDocument[],
  withdrawn: readonly WithdrawnDocument[] = [],
): Standing | null {
  const finals = documents.filter(({ draft }) => !draft)
  const eligible = finals.length > 0 ? finals : documents
  const replaced = supersededAmong([...eligible, ...withdrawn], bodyOf)
  const ends = eligible.filter((document) => !replaced.has(bodyOf(document)))
  const newest = latest(ends.length > 0 ? ends : eligible)
  if (newest === null) return null
  const copies = eligible.filter((document) => bodyOf(document) === bodyOf(newest))
  const stale = supersededAmong(copies, idOf)
  const { documentId, run } = latest(copies.filter((copy) => !stale.has(copy.documentId))) ?? newest
  const others = documents
    .filter((document) => document.documentId !== documentId)
    .map((document) => {
      const isCopy = bodyOf(document) === bodyOf(newest)
      return {
        documentId: document.documentId,
        duplicateOf: isCopy ? documentId : null,
        supersededBy: isCopy ? null : documentId,
      }
    })
  return { documentId, run, others: others.sort((a, b) => (a.documentId < b.documentId ? -1 : 1)) }
}

const idOf = ({ documentId }: WithdrawnDocument) => documentId
const bodyOf = ({ documentId, bodyHash }: WithdrawnDocument) => bodyHash ?? documentId

/**
 * What another one took the place of, and has not come back since: a page that changes back to what it was has documents
 * that supersede each other, and the last change counts.
 * @param nameOf what stands in a chain: a document, or a text that several have
 */
function supersededAmong(
  documents: readonly WithdrawnDocument[],
  nameOf: (document: WithdrawnDocument) => string,
): Set<string> {
  const names = new Map(documents.map((document) => [document.documentId, nameOf(document)]))
  const came = new Map<string, string>()
  const went = new Map<string, string>()
  for (const { documentId, supersedes } of documents)
    for (const [older, at] of Object.entries(supersedes)) {
      const from = names.get(older)
      const to = names.get(documentId)!
      if (from === undefined || from === to) continue
      if (at > (came.get(to) ?? '')) came.set(to, at)
      if (at > (went.get(from) ?? '')) went.set(from, at)
    }
  return new Set([...went].filter(([name, at]) => at > (came.get(name) ?? '')).map(([name]) => name))
}

function latest(documents: readonly ReportDocument[]): ReportDocument | null {
  return documents.reduce<ReportDocument | null>(
    (best, document) => (best === null || isLater(document, best) ? document : best),
    null,
  )
}

function isLater(a: ReportDocument, b: ReportDocument): boolean {
  const order = (document: ReportDocument) => [
    document.publishedOn ?? '',
    document.documentDate ?? '',
    document.receivedAt,
    document.documentId,
  ]
  const [one, other] = [order(a), order(b)]
  const differs = one.findIndex((value, index) => value !== other[index])
  return differs !== -1 && one[differs]! > other[differs]!
}
