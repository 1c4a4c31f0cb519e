import { getOf } from '../../fetch/list-request.ts'
import { isLaterTrsPage, readTrsPager, trsPages } from '../../pages/trs-pager.ts'
import { itemsOf } from '../items.ts'
import type { ListSystem } from '../list-system.ts'
import { generic } from './generic.ts'

/** TRS WCM: pages that a script call names by their count. */
export const trs: ListSystem<'trs'> = {
  name: 'trs',
  recognises: ({ markup }) => readTrsPager(markup.scripts) !== null,
  read: (page) => {
    const pager = readTrsPager(page.markup.scripts)
    if (pager === null) return generic.read(page)
    const items = itemsOf(page.markup, page.url)
    if (isLaterTrsPage(pager, page.url)) return { items, follow: [] }
    const { fromZero, fromOne } = trsPages(pager, page.url)
    return { items, follow: fromZero.map(getOf), otherwise: fromOne.map(getOf) }
  },
}
