import { writeFileSync } from 'node:fs'
import { describeApi } from './describe.ts'

/** Rewrites the description that the API serves. */
writeFileSync(new URL('openapi.json', import.meta.url), `${JSON.stringify(describeApi(), null, 2)}\n`)
