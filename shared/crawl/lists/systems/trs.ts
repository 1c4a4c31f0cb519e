import { readTrsPager } from '../../pages/trs-pager.ts'
import type { ListSystem } from '../list-system.ts'
import { generic } from './generic.ts'

/** TRS WCM: pages that a script call names by their count. */
export const trs: ListSystem<'trs'> = {
  name: 'trs',
  recognises: ({ markup, url }) => readTrsPager(markup.scripts, url) !== null,
  read: generic.read,
}
