import { textTable } from '../../infra/cli/text-table.ts'
import type { Score, ScoredSet } from './score-sets.ts'
import { ratio, type Share } from './share.ts'

const HEADER = [
  '',
  'figures',
  'number P',
  'number R',
  'number F1',
  'bound',
  'role',
  'period',
  'topic',
  'code P',
  'code R',
  'scope',
  'document',
  'cells',
  'cell P',
  'cell R',
  'several',
]

/** A line for each set. P is precision, R recall; `cells` is how many the labels hold. */
export function scoreTable(scored: readonly Pick<ScoredSet, 'name' | 'score'>[]): string {
  return textTable(
    HEADER,
    scored.map(({ name, score }) => row(name, score)),
  ).join('\n')
}

function row(name: string, score: Score): string[] {
  const { precision, recall, bound, role, period, topic, codePrecision, codeRecall, scope } = score
  const { document, cellPrecision, cellRecall, several } = score
  return [
    name,
    String(recall.of),
    shown(precision),
    shown(recall),
    f1(precision, recall).toFixed(3),
    ...[bound, role, period, topic, codePrecision, codeRecall, scope, document].map(shown),
    String(cellRecall.of),
    ...[cellPrecision, cellRecall, several].map(shown),
  ]
}

const shown = (share: Share) => (share.of === 0 ? '-' : ratio(share).toFixed(3))

function f1(precision: Share, recall: Share): number {
  const [p, r] = [ratio(precision), ratio(recall)]
  return p + r === 0 ? 0 : (2 * p * r) / (p + r)
}
