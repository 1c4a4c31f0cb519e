import type { ListSystem } from './list-system.ts'
import { SYSTEM_NAMES, type SystemName } from './system-names.ts'
import { blocks } from './systems/blocks.ts'
import { epoint } from './systems/epoint.ts'
import { feed } from './systems/feed.ts'
import { generic } from './systems/generic.ts'
import { gkmlpt } from './systems/gkmlpt.ts'
import { hanweb } from './systems/hanweb.ts'
import { jpaas } from './systems/jpaas.ts'
import { json } from './systems/json.ts'
import { lonsun } from './systems/lonsun.ts'
import { trs } from './systems/trs.ts'
import { ucap } from './systems/ucap.ts'
import { vsb } from './systems/vsb.ts'

/** One reader for each name, so that none is forgotten. */
const READERS: { readonly [Name in SystemName]: ListSystem<Name> } = {
  gkmlpt,
  jpaas,
  ucap,
  epoint,
  json,
  feed,
  hanweb,
  lonsun,
  blocks,
  trs,
  vsb,
  generic,
}

/** Every system that a list can be read as. The first that recognises a page reads it; the last recognises every page. */
export const SYSTEMS = SYSTEM_NAMES.map((name) => READERS[name])
