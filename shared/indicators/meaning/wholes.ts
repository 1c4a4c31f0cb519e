import type { Code } from '../../catalogue/catalogue.ts'
import { codeOf, type Explained, sameUnit, stagesOf, type ToResolve } from './explained.ts'
import type { Figure } from './meaning.ts'
import { type Parts, says } from './parts.ts'
import type { Phrase } from './phrases.ts'

/** Kinds of case are parts of those taken in, whatever was said last of their course: 立案38件,结案37件,其中市容类21件. */
const FIRST_STAGE: ReadonlyMap<Code, Code> = new Map<Code, Code>([
  ['mediation.succeeded', 'mediation.accepted'],
  ['enforcement.cases_closed', 'enforcement.cases_filed'],
  ['enforcement.transferred', 'enforcement.cases_filed'],
])

/** Cases that are parted by what they are about: a matter named for a part is its class, no matter of its own. */
const CLASSIFIED = new Set([
  'reconsideration',
  'litigation',
  'oversight',
  'petition',
  'hotline',
  'disclosure',
  'legal_aid',
  'mediation',
])

/** The figure before that counted in the same unit and was understood. */
export function headOf(done: readonly Explained[], figure: Figure): Explained | null {
  const isRate = /^[%‰]/.test(figure.unit)
  const before = done.findLast(
    (one) => sameUnit(one.figure, figure) && (isRate || one.figure.measurement.value >= figure.measurement.value),
  )
  if (before?.row == null) return null
  // Of 受理167件,调解成功161件,其中山林纠纷58件 the kinds are parts of what was accepted.
  const first = FIRST_STAGE.get(codeOf(before.row))
  return (
    (first === undefined
      ? undefined
      : done.findLast((one) => one.row !== null && codeOf(one.row) === first && sameUnit(one.figure, figure))) ?? before
  )
}

/** The figure before in a list, in the same unit. */
export function listedBefore(done: readonly Explained[], figure: Figure): Explained | null {
  const before = done.findLast((one) => sameUnit(one.figure, figure))
  return before?.row == null ? null : before
}

/** The part that a second number goes on with, without words of its own: 其中农民工1288名、2391.5万元. */
export function continued({ phrase, last, head }: ToResolve): Explained | null {
  if (head === null || last == null || last.scope === null || (phrase.joint !== 'list' && phrase.joint !== 'none'))
    return null
  const said = phrase.left.filter(
    ({ start, word, kind }) =>
      start >= last.figure.end &&
      (kind === 'unknown' || (word !== null && !word.neutral && !word.things.includes('amount'))),
  )
  return said.length === 0 && phrase.right.length === 0 ? last : null
}

/** Whether what was done is not what was done to the whole: behind a semicolon that is no part of it. */
export function isOtherAct({ stages }: Parts, head: Explained | null): boolean {
  if (stages.length === 0 || head === null) return false
  return !stages[0]!.some((stage) => head.parts.stages.some((names) => names.includes(stage)))
}

/** The stages that a list or a whole says once. */
export function stagesBefore(head: Explained | null, listed: Parts['stages'], { joint }: Phrase): Parts['stages'] {
  if (head !== null) return stagesOf(head)
  return joint === 'list' ? listed : []
}

/** After 其中 a phrase has a code of its own if a stage or thing of its own says so. */
export function decides({ parts, phrase, head, own }: ToResolve): boolean {
  // Of 评查案卷128件,其中行政处罚96件 the matter is the files' class.
  if (head!.row!.thing.names.includes('caseFilePaper') && parts.stages.length === 0 && parts.things.length === 0)
    return false
  if (
    parts.matters.length > 0 &&
    !CLASSIFIED.has(head!.row!.family) &&
    own!.matter.names.some((name) => parts.matters[0]!.includes(name))
  )
    return true
  if (own!.qualities.length > 0 && own!.qualities.every((quality) => says(parts, quality))) return true
  if (parts.stages.length > 0 || parts.things.some((names) => !names.includes('kase'))) return true
  return phrase.right.length === 0 && (parts.predicate.stages.length > 0 || parts.predicateThings.length > 0)
}
