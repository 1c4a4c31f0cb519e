import { findDeployment } from '../deployment.ts'
import { printRows } from '../print.ts'
import { type Finding, findingsOf } from './findings.ts'
import { readState } from './read-state.ts'

export interface DoctorOptions {
  readonly stack?: string
  readonly json?: boolean
}

const UNITS = [
  ['d', 86_400],
  ['h', 3600],
  ['min', 60],
] as const

/** Prints what is wrong now and what to do about each. Exit code 1 if something needs an operator. */
export async function doctor({ json = false, ...options }: DoctorOptions): Promise<void> {
  const suffix = options.stack === undefined ? '' : ` --stack ${options.stack}`
  const findings = findingsOf(await readState(await findDeployment(options)), (words) => `npx fazhi ${words}${suffix}`)
  if (findings.length > 0 || json) printRows(findings, COLUMNS, json)
  else console.log('Nothing is wrong.')
  if (findings.some(({ state }) => state === 'wrong')) process.exitCode = 1
}

const COLUMNS = {
  state: ({ state }: Finding) => state,
  problem: ({ problem }: Finding) => problem,
  where: ({ where }: Finding) => where,
  amount: ({ amount }: Finding) => amount,
  for: ({ seconds }: Finding) => (seconds === null ? '' : spelled(seconds)),
  'what to do': ({ action }: Finding) => action,
}

/** In the largest unit of which there is one. */
function spelled(seconds: number): string {
  const [unit, length] = UNITS.find(([, length]) => seconds >= length) ?? ['s', 1]
  return `${Math.floor(seconds / length)} ${unit}`
}
