import { ReceiveMessageCommand } from '@aws-sdk/client-sqs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAssembly } from '../../infra/local/assembly.ts'
import { synthesize } from '../../infra/local/synthesize.ts'
import type { IndicatorChunk } from '../../shared/store/indicator-chunk.ts'
import { townReport } from './reports.ts'
import { type Pipeline, startPipeline, withoutTimes } from './running-pipeline.ts'

const WRITER = 'write-indicators'

describe('messages that come again, late and in any order', () => {
  it('bring each document into the tables once', async () => {
    const pipeline = await startPipeline()
    const uploaded = await pipeline.upload({ 'a.txt': townReport(), 'b.txt': townReport({ year: 2022 }) })
    await pipeline.settle()
    const once = withoutTimes(await pipeline.tables())
    await pipeline.clear()
    await Promise.all([1, 2, 3].map(() => pipeline.uploadAgain(uploaded)))
    await pipeline.settle()
    await pipeline.uploadAgain(uploaded.toReversed())
    await pipeline.settle()
    expect(withoutTimes(await pipeline.tables())).toEqual(once)
  })

  it('write the same rows in any order, repetition and batches of chunks', async () => {
    const pipeline = await startPipeline({ assembly: await assemblyWithoutWriting() })
    const uploaded = await pipeline.upload({ 'report.txt': townReport() })
    await pipeline.waitFor(uploaded, 'PARSED')
    const chunks = splitFinely(await takeChunk(pipeline))
    const parsedRows = await pipeline.tables()
    const write = (batch: readonly IndicatorChunk[]) =>
      pipeline.engine.functions.get(WRITER)!.invoke({ Records: batch.map(recordOf) })
    await write(chunks)
    const inOrder = withoutTimes(await pipeline.tables())

    const anyDelivery = fc
      .tuple(fc.shuffledSubarray(chunks, { minLength: chunks.length }), fc.array(fc.constantFrom(...chunks)))
      .chain(([all, again]) => fc.shuffledSubarray([...all, ...again], { minLength: all.length + again.length }))
    await fc.assert(
      fc.asyncProperty(anyDelivery, fc.integer({ min: 1, max: 4 }), async (delivery, batchSize) => {
        await pipeline.clear()
        await pipeline.restore(parsedRows)
        const batches = Array.from({ length: Math.ceil(delivery.length / batchSize) }, (_, n) =>
          delivery.slice(n * batchSize, (n + 1) * batchSize),
        )
        // Two at a time, as two execution environments would.
        for (let n = 0; n < batches.length; n += 2) {
          const answers = await Promise.all(batches.slice(n, n + 2).map(write))
          expect(answers).toEqual(answers.map(() => ({ batchItemFailures: [] })))
        }
        expect(withoutTimes(await pipeline.tables())).toEqual(inOrder)
      }),
      { numRuns: 20 },
    )
  })
})

/** The app without a reader of the indicator queue, so that the test itself can deliver the messages. */
async function assemblyWithoutWriting() {
  const assembly = await readAssembly(await synthesize())
  const { Resources } = assembly.template
  const writer = Object.entries(Resources).find(
    ([, { Type, Properties }]) => Type === 'AWS::Lambda::Function' && JSON.stringify(Properties).includes(WRITER),
  )![0]
  const kept = Object.entries(Resources).filter(
    ([, { Type, Properties }]) =>
      Type !== 'AWS::Lambda::EventSourceMapping' || !JSON.stringify(Properties?.FunctionName).includes(writer),
  )
  return { ...assembly, template: { ...assembly.template, Resources: Object.fromEntries(kept) } }
}

async function takeChunk({ clients, engine }: Pipeline): Promise<IndicatorChunk> {
  const QueueUrl = engine.resources.outputs.IndicatorQueueUrl
  const { Messages = [] } = await clients.sqs.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 5 }))
  return JSON.parse(Messages[0]!.Body!)
}

/** The same figures, one per message. */
function splitFinely(whole: IndicatorChunk): IndicatorChunk[] {
  const chunks = whole.indicators.length
  return whole.indicators.map((indicator, chunk) => ({ ...whole, chunk, chunks, indicators: [indicator] }))
}

function recordOf(chunk: IndicatorChunk, index: number) {
  return { messageId: `message-${index}`, body: JSON.stringify(chunk), attributes: { ApproximateReceiveCount: '1' } }
}
