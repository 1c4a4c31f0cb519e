import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PutObjectCommand } from '@aws-sdk/client-s3'
import { describe, expect, it } from 'vitest'
import type { Exchange } from '../../infra/local/front-door.ts'
import { documentIdOf } from '../../shared/report/document-id.ts'
import { PARSER_VERSION } from '../../shared/report/parser-version.ts'
import { townReport } from '../pipeline/reports.ts'
import { type Pipeline, startPipeline } from '../pipeline/running-pipeline.ts'
import { expectStatus } from '../store/records.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const FAZHI = join(import.meta.dirname, '../../infra/cli/fazhi.cjs')
const RUNBOOK = readFileSync(join(import.meta.dirname, '../../docs/runbook.md'), 'utf8')

/** Each command of the page with what is printed below it. */
const COMMANDS = [...RUNBOOK.matchAll(/```console\n\$ npx fazhi (?<words>[^\n]+)\n(?<printed>[^`]*)```/g)].map(
  ({ groups }) => ({ words: groups!.words!, printed: groups!.printed! }),
)

const FAILED = townReport({ town: '白塔镇' })
const REFUSED = townReport()
const REFUSED_ID = documentIdOf(Buffer.from(REFUSED))

function fazhi(cwd: string, words: string): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [FAZHI, ...words.split(' ')], { cwd }, (error, stdout, stderr) =>
      stderr === '' ? resolve(stdout) : reject(new Error(stderr, { cause: error })),
    )
  })
}

/** Times differ, and with them the widths of columns. */
const comparable = (printed: string) =>
  printed
    .replace(/\d+ (?:s|min|h|d)(?= )/g, 'TIME')
    .replace(/\d{4}-\d\d-\d\d/g, 'DATE')
    .replace(/ +/g, ' ')

/** The row and the copy of a file that was refused for its time, although it can be read. */
async function refuse({ deployment, clients, settle }: Pipeline) {
  const { documents, bucket, bucketName, sightings } = deployment
  await documents.receive({ documentId: REFUSED_ID, receivedAt: '2026-01-02T03:04:05Z', size: REFUSED.length })
  const detail = 'The file takes more than 20 s to read.'
  const refusal = { reason: 'too_complex', detail, parserVersion: PARSER_VERSION, report: null } as const
  await documents.recordRejected(REFUSED_ID, 1, refusal)
  const object = { Bucket: bucketName, Key: 'incoming/青石镇.txt', Body: REFUSED }
  await clients.s3.send(new PutObjectCommand(object))
  await settle()
  const [sighting] = await sightings.ofDocument(REFUSED_ID)
  await bucket.quarantine(sighting!, await bucket.read(sighting!))
}

describe('docs/runbook.md', () => {
  it('goes from a broken pipeline to a healthy one by the commands that it prints, with their output', async () => {
    let isBroken = true
    const isHit = ({ caller, operation }: Exchange) =>
      isBroken && caller === 'write-indicators' && operation === 'PutItem'
    const answer = { status: 500, body: JSON.stringify({ __type: 'InternalServerError', message: 'broken' }) }
    const pipeline = await startPipeline({
      intercept: { before: (exchange) => (isHit(exchange) ? answer : 'pass'), after: async () => {} },
    })
    const { endpoint, resources } = pipeline.engine
    const engine = JSON.stringify({ pid: process.pid, endpoint, outputs: resources.outputs })
    const cwd = await temporaryFolder({ '.data/engine.json': engine })
    await refuse(pipeline)
    await pipeline.drop({ '白塔镇.txt': FAILED })

    for (const { words, printed } of COMMANDS) {
      // The operator mends the cause before the messages are moved.
      if (words === 'redrive') isBroken = false
      expect(comparable(`$ ${words}\n${await fazhi(cwd, words)}`)).toBe(comparable(`$ ${words}\n${printed}`))
      await pipeline.settle()
    }
    const { results } = pipeline.deployment
    for (const text of [FAILED, REFUSED])
      expectStatus(await results.document(documentIdOf(Buffer.from(text))), 'COMPLETE')
    expect(Object.values(pipeline.messages()).every((count) => count === 0)).toBe(true)
    expect(COMMANDS).toHaveLength(6)
  })
})
