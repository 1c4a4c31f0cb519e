import type { CanonicalDocument } from '../../formats/canonical.ts'
import { ATTACHED_EXTENSIONS, anyExtension } from '../../formats/formats.ts'
import { fold } from '../../text/fold.ts'
import { isCandidate } from '../candidate.ts'
import { resolveHref } from '../pages/links.ts'

/** A page with more text than this is the report itself, even if it has attachments. */
const MAX_STUB_TEXT = 240
/** Archives are opened for the report in them. */
const TYPE = anyExtension([...ATTACHED_EXTENSIONS, 'zip'])
const FILE = new RegExp(`\\.(?<type>${TYPE})(?=$|[?#&\\s])`, 'i')
/** 报告（PDF版）, Word格式. */
const TYPE_IN_NAME = new RegExp(`\\(?(?:${TYPE}|word)(?:版|格式|文档)?\\)?`, 'gi')
const SERVICE =
  /downloadfile\.jsp|\/attachment\/|\/download\b|\/(?:\w{0,20}(?:down|attach)\w{0,20}|getfile\w{0,10})(?:\.\w{2,6}|\/)?\?[^=]{1,30}=/i
/** Attachments of a page that are tried. A page with more is a collection. */
const MAX_ATTACHMENTS = 20

export interface Attachment {
  readonly url: string
  /** Text of its link, or the file's name if the link has no text. */
  readonly name: string
}

/**
 * The attached reports of a page with little text of its own: one list per report, the most readable format first. The same
 * file in two formats is one report; files with different names are several. The type is only a guess here: the bytes decide.
 * @param base the URL that the links of the page are relative to
 */
export function attachedReports({ text, facts, charset }: CanonicalDocument, base: string): Attachment[][] {
  if (text.length - (facts.title?.length ?? 0) > MAX_STUB_TEXT) return []
  const found = new Map<string, Attachment>()
  for (const { href, text: words } of facts.links) {
    const url = resolveHref(href, base, charset ?? undefined)
    if (url === null || found.has(url) || !(FILE.test(href) || FILE.test(words) || SERVICE.test(href))) continue
    found.set(url, { url, name: words.trim() || fileName(url) })
    if (found.size === MAX_ATTACHMENTS) break
  }
  const byName = Map.groupBy(found.values(), ({ name }) => stemOf(name))
  const reports = [...byName.values()].map((forms) => forms.sort((a, b) => rank(a) - rank(b)))
  // If some attachments are named as reports, the others are their tables.
  const named = reports.filter(([form]) => isReport(form!))
  return named.length > 0 ? named : reports
}

function fileName(url: string): string {
  const name = new URL(url).pathname.split('/').at(-1)!
  try {
    return decodeURIComponent(name)
  } catch {
    // Percent-encoded in another charset than UTF-8.
    return name
  }
}

function isReport({ name }: Attachment): boolean {
  return isCandidate(name.replace(FILE, ''), '')
}

/** A name without the parts in which two formats of one file differ: type, brackets, number. */
function stemOf(name: string): string {
  const bare = fold(name)
    .replace(FILE, '')
    .replace(/^(?:附件|下载)[0-9]{0,2}[:.、]?/, '')
    .replace(TYPE_IN_NAME, '')
  return bare.replace(/[\s()[\]【】《》.:-]/g, '')
}

function rank({ url, name }: Attachment): number {
  const type = (FILE.exec(url) ?? FILE.exec(name))?.groups?.type?.toLowerCase() ?? ''
  const place = ATTACHED_EXTENSIONS.indexOf(type)
  return place === -1 ? ATTACHED_EXTENSIONS.length : place
}
