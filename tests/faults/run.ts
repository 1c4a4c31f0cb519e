import { parseArgs } from 'node:util'
import { differences } from './digest.ts'
import { FAULTS } from './fault-plan.ts'
import { simulate } from './simulate.ts'

/** How many requests a fault costs beside its own, about: work is done again. */
const REPETITION = 1.5
const SHOWN_DIFFERENCES = 5

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1' },
    first: { type: 'string', default: '1' },
    documents: { type: 'string', default: '300' },
    faults: { type: 'string', default: '2000' },
  },
})
const [seeds, first, documents, faults] = [values.seeds, values.first, values.documents, values.faults].map(Number)

const calm = await simulate({ seed: 0, documents: documents!, faults: 0, probability: 0 })
console.log(
  `undisturbed: ${calm.requests} requests, ${calm.digest.rows.size} rows, digest ${calm.digest.sha256.slice(0, 16)}`,
)
if (calm.wrong.length > 0) throw new Error(`Readers of the undisturbed run: ${calm.wrong[0]}`)
const probability = faults! / (calm.requests * REPETITION)

for (let seed = first!; seed < first! + seeds!; seed += 1) {
  const startedAt = performance.now()
  const { digest, requests, injected, redriven, reads, wrong, rounds } = await simulate({
    seed,
    documents: documents!,
    faults: faults!,
    probability,
  })
  const different = differences(calm.digest, digest)
  const kinds = FAULTS.map((fault) => `${injected[fault]} ${fault}`).join(', ')
  const total = FAULTS.reduce((sum, fault) => sum + injected[fault], 0)
  const isSame = different.length === 0 && wrong.length === 0 && rounds !== null
  console.log(
    `seed ${seed}: ${isSame ? 'same tables' : 'DIFFERENT'}, ${total} faults (${kinds}), ${requests} requests, ` +
      `${redriven} redriven, ${reads} reads, ${wrong.length} wrong, ${rounds ?? 'no end of'} rounds, ` +
      `${Math.round((performance.now() - startedAt) / 1000)} s`,
  )
  for (const line of [...different, ...wrong].slice(0, SHOWN_DIFFERENCES)) console.log(`  ${line}`)
  if (!isSame) process.exitCode = 1
}
// Functions that were killed in the middle of their work leave timers of up to their whole time behind.
process.exit()
