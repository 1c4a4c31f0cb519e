import type { SectionRole } from '../../../shared/report/report.ts'
import { type MarkedPhrase, readMarkedFigures } from '../marked-figures.ts'

export interface HardPhrase extends MarkedPhrase {
  readonly heading: string
  /** What each figure must give, as the table writes it. */
  readonly gives: readonly string[]
  readonly purpose: string
  readonly role: SectionRole
}

const ROW = /^\| (?<phrase>.+?) \| (?<gives>.+?) \| (?<purpose>.+?) \|$/
const HEAD = ['| phrase | gives | what it is there for |', '| --- | --- | --- |']

/**
 * The rows of the table, each with the heading that it stands under.
 * @throws if a row has not three columns, or as many figures in its phrase as in what it gives
 */
export function hardPhrases(markdown: string): HardPhrase[] {
  const rows: HardPhrase[] = []
  let heading = ''
  for (const line of markdown.split('\n')) {
    if (line.startsWith('## ')) heading = line.slice(3)
    if (!line.startsWith('|') || HEAD.includes(line)) continue
    const { phrase, gives, purpose } = ROW.exec(line)?.groups ?? {}
    if (phrase === undefined || gives === undefined || purpose === undefined)
      throw new Error(`This row has not three columns: ${line}`)
    const marked = readMarkedFigures(phrase.replaceAll('\\n', '\n').replaceAll('\\t', '\t'))
    const all = gives === '-' ? [] : gives.split('; ')
    if (all.length !== marked.figures.length)
      throw new Error(`This row marks ${marked.figures.length} figures and gives ${all.length}: ${line}`)
    const role = heading === 'In the plans part' ? 'plans' : 'achievements'
    rows.push({ ...marked, heading, gives: all, purpose, role })
  }
  return rows
}
