import { epoint } from './systems/epoint.ts'
import { generic } from './systems/generic.ts'
import { gkmlpt } from './systems/gkmlpt.ts'
import { hanweb } from './systems/hanweb.ts'
import { jpaas } from './systems/jpaas.ts'
import { json } from './systems/json.ts'
import { lonsun } from './systems/lonsun.ts'
import { trs } from './systems/trs.ts'
import { ucap } from './systems/ucap.ts'
import { vsb } from './systems/vsb.ts'

/** Every system that a list can be read as. The first that recognises a page reads it; the last recognises every page. */
export const SYSTEMS = [gkmlpt, jpaas, ucap, epoint, json, hanweb, lonsun, trs, vsb, generic] as const

export type SystemName = (typeof SYSTEMS)[number]['name']

/** What a portals file may say of a list: a system by its name, or `auto` to recognise it by the page. */
export const SYSTEM_CHOICES = ['auto', ...SYSTEMS.map(({ name }) => name)] as const

export type SystemChoice = (typeof SYSTEM_CHOICES)[number]
