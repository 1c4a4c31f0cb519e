import type { Markup } from '../pages/markup.ts'
import { FETCHES } from './fetches.ts'
import type { ListReading } from './list-reading.ts'
import type { ListPage } from './list-system.ts'
import type { SystemChoice } from './system-names.ts'
import { SYSTEMS } from './systems.ts'

/** Scripts that may fetch the rows: those of other files may, whatever they hold. */
const MAY_FETCH = new RegExp(`<script\\b[^>]{1,1000}\\bsrc\\s{0,3}=|${FETCHES.source}`, 'i')

const SAYS_EMPTY =
  /暂无(?:相关)?(?:信息|内容|数据|记录|文章|文件)|没有(?:找到)?(?:相关|符合条件的)?(?:信息|内容|数据|记录)|共\s{0,3}0\s{0,3}条/

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
    before: [],
    declared: null,
    declaredPages: null,
    column: columnOf(page.markup),
    saysEmpty: SAYS_EMPTY.test(page.markup.text),
    blindPager: null,
    nextIs: null,
    isScriptOnly: false,
    isTurnedByScript: false,
  }
  const reading = { ...usual, ...system.read(page) }
  const { items, unreadable, follow, beside, before, saysEmpty } = reading
  const hasNothing =
    items.length + unreadable.length + follow.length + beside.length + before.length === 0 && !saysEmpty
  return { ...reading, isScriptOnly: hasNothing && MAY_FETCH.test(page.text) }
}

function columnOf(markup: Markup): string {
  return markup.metas.get('columnname')?.trim() || markup.title
}
