import { ListObjectsV2Command } from '@aws-sdk/client-s3'
import { describe, expect, it } from 'vitest'
import { carryOut, deleteDocument } from '../../infra/cli/delete.ts'
import { UsageError, UserError } from '../../infra/cli/errors.ts'
import { documentIdOf } from '../../shared/report/document-id.ts'
import { figuresIn, townReport } from '../pipeline/reports.ts'
import { startPipeline } from '../pipeline/running-pipeline.ts'

const REASON = 'It names private persons.'
const TEXT = townReport()
/** The same text in other bytes. */
const COPY = TEXT.replaceAll('\n', '\r\n')
const idOf = (text: string) => documentIdOf(new TextEncoder().encode(text))
const ID = idOf(TEXT)

describe('fazhi delete', () => {
  it.each([
    { options: {} },
    { options: { dryRun: true } },
    { options: { reason: ' ' } },
    { options: { reason: REASON, restore: true } },
  ])('wants either a reason or --restore: $options', async ({ options }) => {
    await expect(deleteDocument(ID, options)).rejects.toThrow(UsageError)
  })

  it('says in a dry run what it then does, and changes nothing', async () => {
    const pipeline = await startPipeline()
    const { deployment, clients } = pipeline
    await pipeline.drop({ 'a.txt': TEXT, 'under another name.txt': TEXT, 'copy.txt': COPY })
    const stored = async () => {
      const { Contents } = await clients.s3.send(new ListObjectsV2Command({ Bucket: deployment.bucketName }))
      return { tables: await pipeline.tables(), objects: Contents }
    }
    const before = await stored()

    for (const unknown of ['f'.repeat(32), 'no ID', ''])
      await expect(carryOut(unknown, { reason: REASON }, deployment)).rejects.toThrow(UserError)
    await expect(carryOut(ID, { restore: true }, deployment)).rejects.toThrow(`${ID} is COMPLETE, not withdrawn`)
    const dry = await carryOut(ID.slice(0, 12), { reason: REASON, dryRun: true }, deployment)
    expect(dry).toEqual([
      `Would withdraw ${ID}: ${await figuresIn(TEXT)} figures, 3 objects in the bucket, 2 names.`,
      `${idOf(COPY)} has the same text; delete it too if it must go.`,
    ])
    expect(await stored()).toEqual(before)

    const [first = '', ...others] = dry
    const done = [first.replace('Would withdraw', 'Withdrew'), ...others]
    expect(await carryOut(ID.slice(0, 12), { reason: REASON }, deployment)).toEqual(done)
    const after = await stored()
    expect(after.objects).toHaveLength(before.objects!.length - 3)

    expect(await carryOut(ID, { restore: true, dryRun: true }, deployment)).toEqual([`Would let ${ID} come again.`])
    expect(await stored()).toEqual(after)
    await carryOut(ID, { restore: true }, deployment)
    expect(await deployment.results.document(ID)).toHaveProperty('restoredAt')
  })
})
