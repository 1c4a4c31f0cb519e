import { laterPages } from '../../pages/later-pages.ts'
import { addressOfHandler } from '../../pages/script-calls.ts'
import { withParameter } from '../../pages/with-parameter.ts'
import { countsOf } from './counts.ts'

/** A pager of one of these names is called with its settings as an object. */
const CALL =
  /\b(?<name>(?:\w{1,30}\.){0,3}(?:[Pp]ager|pagination|paginate|laypage|jqPaginator|render|createPage|\w{0,20}PageRender))\s{0,5}\(/g
const MAX_SETTINGS = 1500
const MAX_SCRIPTS = 20_000

export interface CountedPager {
  readonly count: number
  /** How many rows it is told that there are. */
  readonly rows: number | null
  /** The pages after the first, in order. Null if their addresses cannot be told. */
  readonly addresses: readonly string[] | null
  /** The call, for what is said of a pager that is not understood. */
  readonly call: string
}

/**
 * A pager that a script draws from a count: `Ls.pagination({pageCount:3})`, `laypage.render({count:24,limit:10,jump:…})`. Null if
 * the page has none.
 * @param pageUrl the list's own address, without a page number
 */
export function readCountedPager(scripts: string, pageUrl: string): CountedPager | null {
  for (const { index, groups, 0: head } of scripts.matchAll(CALL)) {
    const text = scripts.slice(index + head.length, index + head.length + MAX_SETTINGS)
    const settings = text.slice(0, endOfSettings(text))
    const { pages: count, rows } = countsOf((names) => numberOf(settings, names))
    if (count === null) continue
    const call = groups!.name!
    return {
      count,
      rows,
      call,
      addresses: addressesOf(call, text, laterPages(count), scripts, pageUrl),
    }
  }
  return null
}

/** Where the settings of a call end, as far as its braces tell: what follows belongs to other scripts. */
function endOfSettings(text: string): number {
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '{') depth++
    if (text[at] === '}' && --depth === 0 && /^\s{0,20}[,)]?\s{0,20}\)/.test(text.slice(at + 1, at + 45))) return at + 1
  }
  return text.length
}

function addressesOf(
  call: string,
  text: string,
  numbers: readonly number[],
  scripts: string,
  pageUrl: string,
): readonly string[] | null {
  if (numbers.length === 0) return []
  const jump =
    /\b(?:jump|callback|onPageChange|onPageClicked|onChange|pageChange)\b["']?\s{0,5}[:=]?\s{0,5}function\s{0,5}\w{0,30}\s{0,5}\(([\w$]{1,30})/.exec(
      text,
    )
  if (jump !== null) {
    const argument = jump[1]!
    const whole = text
      .slice(jump.index)
      .replaceAll(`${argument}.curr`, argument)
      .replaceAll(`${argument}.page`, argument)
    // As if it were a function of the page with a name, so that it can be called.
    const named = `turn = ${whole.slice(whole.indexOf('function'))}\n${scripts.slice(0, MAX_SCRIPTS)}`
    const turned = numbers.map((number) => addressOfHandler(`turn(${number})`, named))
    if (turned.every((address) => address !== null)) return turned
  }
  if (!/^Ls\./.test(call)) return null
  return numbers.map((number) => withParameter(pageUrl, 'pageIndex', String(number)))
}

function numberOf(text: string, names: string): number | null {
  const found = new RegExp(`(?:^|[\\s{,])["']?(?:${names})["']?\\s{0,5}:\\s{0,5}["']?([0-9]{1,6})\\b`, 'i').exec(text)
  return found === null ? null : Number(found[1])
}
