import { EMERGENCY_ENTRIES } from './entries/emergency.ts'
import { ENFORCEMENT } from './entries/enforcement.ts'
import { ENFORCEMENT_MEANS } from './entries/enforcement-means.ts'
import { FUNCTIONS } from './entries/functions.ts'
import { LEADERSHIP } from './entries/leadership.ts'
import { LEGAL_SERVICE } from './entries/legal-service.ts'
import { LITIGATION } from './entries/litigation.ts'
import { MEDIATION } from './entries/mediation.ts'
import { OVERSIGHT } from './entries/oversight.ts'
import { PETITION_LABOUR_GRID } from './entries/petition-labour-grid.ts'
import { PUBLICITY } from './entries/publicity.ts'
import { RECONSIDERATION } from './entries/reconsideration.ts'
import { RULEMAKING_DECISION } from './entries/rulemaking-decision.ts'
import type { Entry } from './entry.ts'

/** Every concept that a figure can be coded as. */
export const CATALOGUE: readonly Entry[] = [
  ...RECONSIDERATION,
  ...LITIGATION,
  ...MEDIATION,
  ...PETITION_LABOUR_GRID,
  ...ENFORCEMENT,
  ...ENFORCEMENT_MEANS,
  ...RULEMAKING_DECISION,
  ...FUNCTIONS,
  ...EMERGENCY_ENTRIES,
  ...OVERSIGHT,
  ...LEADERSHIP,
  ...LEGAL_SERVICE,
  ...PUBLICITY,
]
