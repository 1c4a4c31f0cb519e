import type { Matter } from '../../catalogue/matters.ts'
import type { Span } from '../../text/span.ts'
import type { Evidence } from './codes.ts'
import { inside } from './keywords.ts'
import { type NamedMatter, strongWithin } from './matters-named.ts'
import type { Phrase } from './phrases.ts'
import type { Hit } from './vocabulary.ts'

/** Begins what a list of figures is said to have undergone: 72份合同、8件文件进行了合法性审查. */
const PREDICATE = /进行|开展|实施|合法性审|均|都|全部|提出|聘请|配备|设立|作出|实现|接受|开通/
/** Verbs that a list says once, before its first figure: 抽检企业642家、项目37个. */
const VERBS =
  /^(?:合法性审查|合法性审核|审查|审核|检查|抽查|抽检|巡查|清理|受理|办理|承办|发放|派发|核发|聘请|配备|培训|公示|录入|制定|印发|废止|备案|审结|办结|建成|收到|处理)$/

/** What follows the noun of a figure that is not the last of its list. */
const LISTED_ON = /^(?:、|和|及|与)/

interface Words {
  readonly text: string
  readonly hits: readonly Hit[]
  readonly named: readonly NamedMatter[]
}

/**
 * The ways to read what a figure counts, the nearest words first; a later one is tried where those before it give no
 * code.
 * @param listHead the words before the figure that begins this one's list, null where it stands in none
 */
export function* attempts(
  { text, hits, named }: Words,
  { right, far, list, outer }: Phrase,
  near: Evidence,
  listHead: Span | null,
): Generator<Evidence> {
  const before = (span: Span): Evidence => ({
    ...near,
    left: [...inside(hits, span), ...near.left],
    matters: { ...near.matters, left: [...near.matters.left, ...strongWithin(named, span)] },
  })
  const inList = right.end < far.end && LISTED_ON.test(text.slice(right.end, right.end + 2))
  if (listHead !== null) {
    const verbs = verbsIn(text, inside(hits, listHead))
    if (verbs.length > 0 && verbsIn(text, near.left).length === 0) yield { ...near, left: [...verbs, ...near.left] }
  }
  if (inList && near.matters.left.length === 0) {
    const said = PREDICATE.exec(text.slice(right.end, far.end))
    const predicate = said === null ? null : { start: right.end + said.index, end: far.end }
    if (predicate !== null) yield { ...near, right: [...near.right, ...inside(hits, predicate)] }
  }
  yield near
  if (list !== null) yield before(list)
  if (outer !== null) yield before(outer)
  if (near.matters.left.length > 0 || far.end <= right.end || text[right.start] === '中') return
  const matters = { ...near.matters, right: distinct([...near.matters.right, ...strongWithin(named, far)]) }
  if (inList) yield { ...near, matters }
  yield { ...near, right: inside(hits, far), matters }
}

function verbsIn(text: string, hits: readonly Hit[]): Hit[] {
  return hits.filter(({ start, end }) => VERBS.test(text.slice(start, end)))
}

function distinct(matters: readonly Matter[]): Matter[] {
  return [...new Set(matters)]
}
