import { collapse } from '../../pages/markup.ts'
import { parseJson } from '../next-request.ts'

/** A row of the array that older services answer with: a string of a script, which holds a link. */
const STRING = /(["'])((?:(?!\1)[^\\\n]|\\.){10,4000})\1/g
/** Markup that a script puts together: no record yet. */
const TEMPLATE = /\$\{|["']\s{0,5}\+/

/** What a page or its service says in the markup of `jpage`. */
export interface Records {
  /** The text that holds it. */
  readonly text: string
  /** The markup of each record. */
  readonly records: readonly string[]
  /** How many records the service has, according to its answer or the page's script. */
  readonly total: number | null
}

/** @param isAnswer the text is an answer of the service, and no page */
export function readRecords(whole: string, isAnswer: boolean): Records {
  const { text, said } = unwrapped(whole)
  const marked = markedRecords(text)
  const records = marked.length === 0 && isAnswer && !text.includes('<record') ? stringRecords(text) : marked
  return { text, records, total: totalOf(text) ?? said }
}

/** The answer of `getMessage.do` has its records in a string of its JSONP, and may have their number beside it. */
function unwrapped(text: string): { readonly text: string; readonly said: number | null } {
  const answer = parseJson(text)
  if (typeof answer !== 'object' || answer === null || !('result' in answer) || typeof answer.result !== 'string')
    return { text, said: null }
  const total = 'total' in answer ? answer.total : null
  return { text: answer.result, said: /^[0-9]{1,7}$/.test(String(total)) ? Number(total) : null }
}

function markedRecords(text: string): string[] {
  const records: string[] = []
  for (let at = text.indexOf('<record>'); at !== -1; at = text.indexOf('<record>', at + 1)) {
    const end = text.indexOf('</record>', at)
    if (end === -1) break
    const record = text.slice(at + '<record>'.length, end)
    if (!TEMPLATE.test(record)) records.push(withoutCdata(record))
    at = end
  }
  return records
}

/** `totalRecord=25;dataStore=["<tr><td><a href=\"/art/1.html\">…"]`. */
function stringRecords(text: string): string[] {
  const strings = [...text.matchAll(STRING)].map(([, , string]) =>
    string!.replace(/\\[nrt]/g, ' ').replace(/\\(.)/g, '$1'),
  )
  return strings.filter((string) => /<a\s/i.test(string)).map(collapse)
}

function totalOf(text: string): number | null {
  const total = /(?:<totalrecord>\s{0,20}|\btotalRecord["']?\s{0,5}[:=]\s{0,5}["']?)([0-9]{1,7})/i.exec(text)?.[1]
  return total === undefined ? null : Number(total)
}

function withoutCdata(record: string): string {
  return collapse(record.replace(/^\s*<!\[CDATA\[/, '').replace(/\]\]>\s*$/, ''))
}
