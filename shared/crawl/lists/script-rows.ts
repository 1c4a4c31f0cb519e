import { squeezed } from '../../text/fold.ts'
import { isCandidate, mayNameReport, namesReport } from '../candidate.ts'
import { saidBeforeCut } from '../cut-title.ts'
import type { Control, Controls } from '../pages/controls.ts'
import { isAddress, resolveHref } from '../pages/links.ts'
import { collapse, MAX_SCRIPTS } from '../pages/markup.ts'
import { addressOfHandler } from '../pages/script-calls.ts'
import { findDate } from './list-date.ts'
import type { ListItem, UnreadableRow } from './list-reading.ts'

/** Rows with a script are looked at one by one, each in the page's scripts. A page of a list has fewer. */
const MAX_SCRIPT_ROWS = 120
const MIN_TITLE = 5
/** Quoted strings in scripts, as titles in lists of objects are. */
const QUOTED = /(["'])((?:(?!\1)[^\\\n]){8,120})\1/g

export interface ScriptRows {
  readonly items: readonly ListItem[]
  readonly unreadable: readonly UnreadableRow[]
}

/**
 * Rows whose address is in a script or in an attribute for scripts. A row that names a report and whose address cannot be told
 * is unreadable, and so is the title of a report that stands in the page without any link.
 * @param known titles of the rows that have an address
 */
export function scriptRowsOf(
  { controls, looseTexts }: Controls,
  scripts: string,
  base: string,
  known: ReadonlySet<string>,
): ScriptRows {
  const items = new Map<string, ListItem>()
  const unreadable = new Map<string, UnreadableRow>()
  const told = new Set([...known].map(titleKey))
  const isNew = (title: string) => !told.has(titleKey(title)) && !isBeginning(title, told)
  const without = (title: string, detail: string) => {
    if (isNew(title) && !unreadable.has(titleKey(title))) unreadable.set(titleKey(title), { title, detail })
  }
  const rows = controls.filter((one) => isScriptRow(one) || isDatedRow(one))
  for (const [at, control] of rows.entries()) {
    const title = titleOf(control)
    if (at >= MAX_SCRIPT_ROWS && mayNameReport(title)) without(title, `it stands behind ${MAX_SCRIPT_ROWS} other rows`)
    if (at >= MAX_SCRIPT_ROWS || !isNew(title)) continue
    const address = control.dataAddress ?? addressOfHandler(control.handler ?? '', scripts.slice(0, MAX_SCRIPTS))
    const url = address === null ? null : resolveHref(address, base)
    if (url === null && !mayNameReport(title)) continue
    if (url === null) without(title, `its link runs a script: ${(control.handler ?? 'none').slice(0, 80)}`)
    else {
      items.set(url, { url, title, publishedOn: findDate(control.text) })
      told.add(titleKey(title))
    }
  }
  for (const text of looseTexts.filter(isWholeTitle).slice(0, MAX_SCRIPT_ROWS))
    without(text, 'it stands in the page without a link')
  for (const [, , text] of scripts.slice(0, MAX_SCRIPTS).matchAll(QUOTED)) {
    if (namesReport(text!)) without(collapse(text!), 'it stands in a script of the page')
  }
  return { items: [...items.values()], unreadable: [...unreadable.values()] }
}

/** Elements with a script and a title that may be of a report. A link with an address is read as a link. */
function isScriptRow(control: Control): boolean {
  const { tag, href, handler, dataAddress } = control
  if ((tag === 'a' && isAddress(href)) || tag === 'option') return false
  const isLink = tag === 'a' || handler !== null || dataAddress !== null
  return isLink && mayNameReport(titleOf(control))
}

/** Rows of a table and the like that are worked as a whole. Of other documents they are read for the sake of their number. */
function isDatedRow({ tag, text, handler, dataAddress }: Control): boolean {
  const isWorked = tag !== 'a' && tag !== 'option' && (handler !== null || dataAddress !== null)
  return isWorked && text.length >= MIN_TITLE && findDate(text) !== null
}

function titleOf({ text, hint }: Control): string {
  const full = hint.length >= MIN_TITLE && isCandidate(hint, '') ? hint : text
  return full.replace(/[\s[(（]*20[0-9]{2}[-/.][0-9]{1,2}[-/.][0-9]{1,2}[\])）]?$/, '').trim()
}

/** A text that is a title and no sentence about one. */
function isWholeTitle(text: string): boolean {
  const isTitle = namesReport(text) || (saidBeforeCut(text) !== null && mayNameReport(text))
  return text.length <= 60 && isTitle && !/[，。；：:]/.test(text)
}

/** Whether a title that is cut stands elsewhere in full. */
function isBeginning(title: string, titles: ReadonlySet<string>): boolean {
  const said = saidBeforeCut(title)
  return said !== null && [...titles].some((one) => one.startsWith(said))
}

/** Titles are the same if they differ in blanks, or if one is cut. */
export function titleKey(title: string): string {
  return saidBeforeCut(title) ?? squeezed(title)
}
