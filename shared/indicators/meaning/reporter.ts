import { LINES_OF_WORK } from '../../catalogue/lines-of-work.ts'
import { fold } from '../../text/fold.ts'

/** Who reports: names that limit nothing in the own report. */
export interface Reporter {
  readonly names: readonly string[]
  /** Its full official name. */
  readonly issuer: string | null
  readonly year: number | null
}

const DEPARTMENT = /(?:局|厅|委|委员会|办|办公室|处|队|院)$/
/** 我市, 全镇, 本局: the reporter, whatever its name. */
const SELF = /^(?:[我全本]?[省市县区镇乡州旗局委办厅校园])$/
/** A zone's own grounds. */
const ZONE = /(?:管委会|管理委员会|管理局)$/
const GROUNDS = /^(?:全|本|我)?(?:园区|管委会|片区|开发区|高新区|经开区|新区)$/

/** The same few words are asked for again and again; a hostile text must not fill the memory. */
const MAX_KNOWN = 10_000

/** Whether words are nothing but names of the reporter, or of what a department always works on. */
export function ownNames({ names, issuer: written }: Reporter): (words: string) => boolean {
  const issuer = written === null ? null : fold(written)
  const isDepartment = issuer !== null && DEPARTMENT.test(issuer)
  const isZone = issuer !== null && ZONE.test(issuer)
  const own = new Set(
    isDepartment ? LINES_OF_WORK.flatMap(({ name, words }) => (name.test(issuer) ? words.split(' ') : [])) : [],
  )
  const sorted = [...names].filter((name) => name.length > 1).sort((a, b) => b.length - a.length)
  const known = new Map<string, boolean>()
  const isOwn = (words: string) => {
    if (own.has(words) || (isZone && GROUNDS.test(words))) return true
    let rest = words
    for (const name of sorted) rest = rest.replaceAll(name, '')
    if (rest === '' || SELF.test(rest) || (isDepartment && /^[省市县区州旗]局$/.test(rest))) return true
    if (issuer === null || words.length < 2) return false
    return issuer.includes(words) || (isDepartment && words.length > 2 && issuer.includes(words.slice(0, 2)))
  }
  return (words) => {
    const answer = known.get(words) ?? isOwn(words)
    if (known.size < MAX_KNOWN) known.set(words, answer)
    return answer
  }
}
