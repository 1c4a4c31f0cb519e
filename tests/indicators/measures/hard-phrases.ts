import type { SectionRole } from '../../../shared/report/report.ts'

export interface HardPhrase {
  readonly heading: string
  readonly phrase: string
  readonly gives: string
  readonly role: SectionRole
}

const ROW = /^\| (.+?) \| (.+?) \|$/

/** The rows of the table, each with the heading it stands under. */
export function hardPhrases(markdown: string): HardPhrase[] {
  const rows: HardPhrase[] = []
  let heading = ''
  for (const line of markdown.split('\n')) {
    if (line.startsWith('## ')) heading = line.slice(3)
    const [, phrase, gives] = ROW.exec(line) ?? []
    if (phrase === undefined || gives === undefined || phrase === 'phrase' || phrase.startsWith('---')) continue
    const role = heading === 'In the plans part' ? 'plans' : 'achievements'
    rows.push({ heading, phrase: phrase.replaceAll('\\n', '\n'), gives, role })
  }
  return rows
}
