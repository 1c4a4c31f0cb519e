import { CORRECTION } from './entries/correction.ts'
import { DECISION } from './entries/decision.ts'
import { DISCLOSURE } from './entries/disclosure.ts'
import { EMERGENCY } from './entries/emergency.ts'
import { ENFORCEMENT } from './entries/enforcement.ts'
import { ENTERPRISE } from './entries/enterprise.ts'
import { GRID } from './entries/grid.ts'
import { HOTLINE } from './entries/hotline.ts'
import { LABOUR } from './entries/labour.ts'
import { LEADERSHIP } from './entries/leadership.ts'
import { LEGAL_AID } from './entries/legal_aid.ts'
import { LEGAL_SERVICE } from './entries/legal_service.ts'
import { LITIGATION } from './entries/litigation.ts'
import { MARKET } from './entries/market.ts'
import { MEDIATION } from './entries/mediation.ts'
import { NOTARY } from './entries/notary.ts'
import { OVERSIGHT } from './entries/oversight.ts'
import { PETITION } from './entries/petition.ts'
import { PUBLICITY } from './entries/publicity.ts'
import { RECONSIDERATION } from './entries/reconsideration.ts'
import { RULES } from './entries/rules.ts'
import { SERVICE } from './entries/service.ts'
import type { Entry } from './entry.ts'

/** Every concept that a figure can be coded as, with its code as a type. */
export const CATALOGUE = [
  ...RECONSIDERATION,
  ...LITIGATION,
  ...MEDIATION,
  ...PETITION,
  ...LABOUR,
  ...ENFORCEMENT,
  ...RULES,
  ...DECISION,
  ...SERVICE,
  ...MARKET,
  ...HOTLINE,
  ...EMERGENCY,
  ...DISCLOSURE,
  ...OVERSIGHT,
  ...LEADERSHIP,
  ...LEGAL_SERVICE,
  ...LEGAL_AID,
  ...CORRECTION,
  ...ENTERPRISE,
  ...PUBLICITY,
  ...GRID,
  ...NOTARY,
] as const satisfies readonly Entry[]

/** The codes of the catalogue. */
export type Code = (typeof CATALOGUE)[number]['code']

const BY_CODE: ReadonlyMap<string, Entry> = new Map(CATALOGUE.map((entry) => [entry.code, entry]))

/** The entry of a code; undefined if the catalogue of this version has no such code. */
export function entryOf(code: string): Entry | undefined {
  return BY_CODE.get(code)
}
