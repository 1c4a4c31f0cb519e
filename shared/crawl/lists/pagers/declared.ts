import { fold } from '../../../text/fold.ts'

/** 共24条, 总记录数：24, 共有24篇. */
const ROWS =
  /(?:共(?:有|计)?|[总合]计)\s{0,5}([0-9]{1,6})\s{0,5}(?:条|项|篇|则|份|个文件)|\bof ([0-9]{1,6}) (?:entries|records|items|results)\b|(?:总记录数?|记录总数|总条数|总数|记录数)\s{0,3}:?\s{0,3}([0-9]{1,6})/g
/** 共3页, 第1/3页, 1/3页, 页次：1/3, 总页数：3. */
const PAGES =
  /共\s{0,5}([0-9]{1,5})\s{0,5}页|[0-9]{1,5}\s{0,3}\/\s{0,3}(?:共\s{0,3})?([0-9]{1,5})\s{0,3}页|页[次数]\s{0,3}:?\s{0,3}[0-9]{1,5}\s{0,3}\/\s{0,3}([0-9]{1,5})|总页数\s{0,3}:?\s{0,3}([0-9]{1,5})/g
/** Names of variables and settings of pagers. */
const SCRIPT_PAGES =
  /\b(?:page_?count|count_?page|total_?pages?|pages?_?total|(?:all|max|last|n)_?pages?|page_?all)\b["']?\s{0,5}[:=]\s{0,5}["']?([0-9]{1,5})\b/gi
/** `var n = 3; // 总页数`. */
const COMMENTED_PAGES = /=\s{0,3}["']?([0-9]{1,5})["']?\s{0,3};?\s{0,3}\/[/*]\s{0,3}(?:总页数|共多少页|页数)/g
const SCRIPT_ROWS =
  /\b(?:total_?records?|record_?(?:count|total)|total_?(?:count|rows|items|num)|row_?count|count_?total)\b["']?\s{0,5}[:=]\s{0,5}["']?([0-9]{1,6})\b/gi

/** Counts in attributes: `data-total="24"`, `<input id="totalPage" value="3">`. */
const DATA_ROWS =
  /\bdata-(?:total|total-?(?:count|records?|rows|num)|record-?(?:count|total)|count)\s{0,3}=\s{0,3}["']([0-9]{1,6})["']/gi
const DATA_PAGES =
  /\bdata-(?:pages|page-?count|total-?pages?|max-?page|last-?page)\s{0,3}=\s{0,3}["']([0-9]{1,5})["']/gi
/** `<a title="总数"><b>18</b></a>`. */
const TITLED_ROWS =
  /\btitle\s{0,3}=\s{0,3}["'](?:总数|总条数|总记录数?|记录总数|total(?: records?)?)["'][^>]{0,100}>(?:\s|&nbsp;|<\w{1,6}>){0,10}([0-9]{1,6})\b/gi
const INPUT = /<input\b[^>]{0,500}>/gi
const INPUT_PAGES =
  /\b(?:id|name)\s{0,3}=\s{0,3}["']?(?:total_?pages?|page_?count|pages?_?total|(?:all|max|last)_?pages?|page_?all|zys|zongyeshu)\b/i
const INPUT_ROWS =
  /\b(?:id|name)\s{0,3}=\s{0,3}["']?(?:total_?(?:count|records?|rows|num|items)|record_?(?:count|total)|row_?count)\b/i
const INPUT_VALUE = /\bvalue\s{0,3}=\s{0,3}["']?([0-9]{1,6})\b/i

export interface Declared {
  /** Rows, or null if the page does not say. */
  readonly rows: number | null
  readonly pages: number | null
}

/**
 * How many rows and pages a page says its list has, in its text, scripts or attributes: the greatest number of each.
 * @param text as it is seen
 * @param html the whole page
 */
export function readDeclared(text: string, scripts: string, html: string): Declared {
  const folded = fold(text).replace(/\s+/g, ' ')
  const inputs = [...html.matchAll(INPUT)].map(([tag]) => tag)
  const inputsOf = (names: RegExp) =>
    inputs.filter((tag) => names.test(tag)).flatMap((tag) => [INPUT_VALUE.exec(tag) ?? []])
  return {
    rows: greatest([
      ...folded.matchAll(ROWS),
      ...scripts.matchAll(SCRIPT_ROWS),
      ...html.matchAll(DATA_ROWS),
      ...html.matchAll(TITLED_ROWS),
      ...inputsOf(INPUT_ROWS),
    ]),
    pages: greatest([
      ...folded.matchAll(PAGES),
      ...scripts.matchAll(SCRIPT_PAGES),
      ...scripts.matchAll(COMMENTED_PAGES),
      ...html.matchAll(DATA_PAGES),
      ...inputsOf(INPUT_PAGES),
    ]),
  }
}

function greatest(found: readonly (readonly (string | undefined)[])[]): number | null {
  const numbers = found.map(([, ...groups]) => Number(groups.find((group) => group !== undefined) ?? 0))
  return numbers.reduce<number | null>((most, one) => (one > (most ?? 0) ? one : most), null)
}
