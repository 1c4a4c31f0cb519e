import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Resource } from '../synth.ts'

/** As much of the template of version 0.1 as has to carry over or must not be in the way. A release adds a file here. */
export const RELEASED = readFileSync(join(import.meta.dirname, '0.1.json'), 'utf8')

export const released: Readonly<Record<string, Resource>> = JSON.parse(RELEASED).Resources

const RUNBOOK = readFileSync(join(import.meta.dirname, '../../../docs/runbook.md'), 'utf8')

/** Values of `indexStep` in the deployments before the last one that the runbook tells to make. */
export const STEPS: readonly string[] =
  /for step in ([\d ]+); do npx cdk deploy .*-c indexStep=\$step;/.exec(RUNBOOK)?.[1]?.split(' ') ?? []
