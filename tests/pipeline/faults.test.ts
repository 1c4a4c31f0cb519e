import { describe, expect, it } from 'vitest'
import type { Exchange, Intercept, Verdict } from '../../infra/local/front-door.ts'
import { figuresIn, townReport } from './reports.ts'
import { startPipeline } from './running-pipeline.ts'

const SERVER_ERROR: Verdict = {
  status: 500,
  body: JSON.stringify({ __type: 'InternalServerError', message: 'broken' }),
}

/** Answers the requests that `isHit` selects with a server error. */
function breaking(isHit: (exchange: Exchange) => boolean): Intercept {
  return { before: (exchange) => (isHit(exchange) ? SERVER_ERROR : 'pass'), after: async () => {} }
}

const isWriteOf =
  (caller: string) =>
  ({ caller: who, service, operation }: Exchange) =>
    who === caller && service === 'dynamodb' && operation !== 'GetItem'

describe('a table that does not answer', () => {
  it.each(['parse-report', 'write-indicators'])('for a while only delays %s', async (caller) => {
    const isWrite = isWriteOf(caller)
    let errors = 8
    const pipeline = await startPipeline({ intercept: breaking((exchange) => isWrite(exchange) && errors-- > 0) })
    const [result] = await pipeline.drop({ 'report.txt': townReport() })
    expect(result).toMatchObject({ status: 'COMPLETE', indicators: await figuresIn(townReport()) })
    expect(errors).toBeLessThan(0)
    expect(Object.values(pipeline.messages())).toEqual(pipeline.engine.resources.queues.map(() => 0))
  })

  it('for good ends in FAILED, and the message is in the dead letters', async () => {
    const pipeline = await startPipeline({
      intercept: breaking((exchange) => isWriteOf('write-indicators')(exchange) && exchange.operation === 'PutItem'),
    })
    const [result] = await pipeline.drop({ 'report.txt': townReport() })
    expect(result).toMatchObject({ status: 'FAILED', reason: 'internal', indicators: 0 })
    const waiting = Object.entries(pipeline.messages()).filter(([, count]) => count > 0)
    expect(waiting).toEqual([[expect.stringContaining('WritingIndicatorsDeadLetters'), 1]])
  })
})

describe('a function that dies at every try', () => {
  it('ends with its message in the dead letters and a row that does not say COMPLETE', async () => {
    const pipeline = await startPipeline({
      intercept: {
        before: ({ caller, operation }) => {
          if (caller !== 'parse-report' || operation !== 'PUT') return 'pass'
          void pipeline.engine.functions.get('parse-report')!.kill()
          return 'drop'
        },
        after: async () => {},
      },
    })
    const [result] = await pipeline.drop({ 'report.txt': townReport() })
    expect(result).toMatchObject({ status: 'RECEIVED', indicators: 0 })
    const waiting = Object.entries(pipeline.messages()).filter(([, count]) => count > 0)
    expect(waiting).toEqual([[expect.stringContaining('IntakeDeadLetters'), 1]])
  })
})
