import { parseDocument } from '../../shared/parse/parse-document.ts'
import { batchNames, sourcesOf } from '../corpus/batches.ts'
import { type ParsedFigures, parseSource } from '../corpus/parse-source.ts'
import type { Label } from '../labels/label.ts'
import { labelledReports } from '../reports/labelled-report.ts'
import { CELL_SHARES, type CellShare, scoreCells } from './cells.ts'
import { scoreFacts } from './facts.ts'
import { FIGURE_SHARES, type FigureShare, scoreFigures } from './figures.ts'
import { type Shares, total } from './share.ts'

/** Everything that is scored of a report; sources of a batch have no facts, so that `document` counts none there. */
export const SHARES = [...FIGURE_SHARES, 'document', ...CELL_SHARES] as const
export type Score = Shares<FigureShare | 'document' | CellShare>

/** Reports scored together: those of `tests/reports`, or the sources of one batch. */
export interface ScoredSet {
  readonly name: string
  readonly reports: readonly { readonly name: string; readonly score: Score }[]
  readonly score: Score
}

/** The labelled reports as `reports`, then each batch of the corpus by its name. */
export async function scoreSets(): Promise<ScoredSet[]> {
  const sets = [await scoreReports()]
  for (const batch of batchNames()) sets.push(await scoreBatch(batch))
  return sets
}

async function scoreReports(): Promise<ScoredSet> {
  return scoredSet(
    'reports',
    await Promise.all(
      labelledReports().map(async ({ name, bytes, labels, facts }) => {
        const parsed = await parseDocument(bytes)
        return { name, score: { ...scoreMeaning(labels, parsed), document: scoreFacts(facts, parsed) } }
      }),
    ),
  )
}

async function scoreBatch(name: string): Promise<ScoredSet> {
  return scoredSet(
    name,
    await Promise.all(
      sourcesOf(name).map(async ({ id, text, labels }) => ({
        name: id,
        score: { ...scoreMeaning(labels, await parseSource(text)), document: { of: 0, hits: 0 } },
      })),
    ),
  )
}

function scoreMeaning(labels: readonly Label[], parsed: ParsedFigures): Shares<FigureShare | CellShare> {
  return { ...scoreFigures(labels, parsed), ...scoreCells(labels, parsed.indicators) }
}

function scoredSet(name: string, reports: ScoredSet['reports']): ScoredSet {
  return {
    name,
    reports,
    score: total(
      SHARES,
      reports.map(({ score }) => score),
    ),
  }
}
