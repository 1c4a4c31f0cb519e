import type { Markup } from '../pages/markup.ts'
import type { ListReading } from './list-reading.ts'
import type { ListPage } from './list-system.ts'
import { mayFetch, saysEmpty } from './says-empty.ts'
import type { SystemChoice } from './system-names.ts'
import { SYSTEMS } from './systems.ts'

/** Reads one page of a list. A layout that no system knows gives a reading without items. */
export function readList(choice: SystemChoice, page: ListPage): ListReading {
  const system = SYSTEMS.find((one) => (choice === 'auto' ? one.recognises(page) : one.name === choice))!
  const usual = {
    system: system.name,
    unreadable: [],
    rowGroups: [],
    otherwise: [],
    beside: [],
    archives: [],
    folders: [],
    inside: [],
    before: [],
    declared: null,
    declaredPages: null,
    namedPages: null,
    column: columnOf(page.markup),
    blindPager: null,
    unexplained: [],
    blindPart: null,
    isUnheeded: false,
    nextIs: null,
    startsAnew: false,
    isScriptOnly: false,
    isTurnedByScript: false,
  }
  const reading = { ...usual, ...system.read(page) }
  const { items, unreadable, follow, beside, before } = reading
  const rows = items.length + unreadable.length
  const isEmpty = reading.saysEmpty ?? (rows === 0 && saysEmpty(page))
  const hasNothing = rows + follow.length + beside.length + before.length === 0 && !isEmpty
  return { ...reading, saysEmpty: isEmpty, isScriptOnly: hasNothing && mayFetch(page.text) }
}

function columnOf(markup: Markup): string {
  return markup.metas.get('columnname')?.trim() || markup.title
}
