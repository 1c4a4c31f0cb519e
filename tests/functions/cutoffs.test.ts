import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutoffsFor } from '../../functions/reconcile/cutoffs.ts'

const NOW = new Date('2026-01-10T12:00:00Z')
const AN_HOUR_AGO = new Date('2026-01-10T11:00:00Z')
const A_MESSAGE_AGO = new Date('2026-01-06T11:00:00Z')
const EMPTY = { waiting: 0, inFlight: 0 }

describe('the cutoffs of the reconciler', () => {
  it('are an hour ago if no message is anywhere', () => {
    expect(cutoffsFor([EMPTY, EMPTY], NOW)).toEqual({ send: AN_HOUR_AGO, giveUp: AN_HOUR_AGO })
  })

  it('give nothing up at whose message a function may be', () => {
    expect(cutoffsFor([EMPTY, { waiting: 0, inFlight: 1 }], NOW)).toEqual({ send: AN_HOUR_AGO, giveUp: A_MESSAGE_AGO })
  })

  it('are further back than a queue keeps messages if one waits', () => {
    expect(cutoffsFor([EMPTY, { waiting: 1, inFlight: 0 }], NOW)).toEqual({
      send: A_MESSAGE_AGO,
      giveUp: A_MESSAGE_AGO,
    })
  })

  it('never give up what they would not send', () => {
    const counts = fc.record({ waiting: fc.nat(), inFlight: fc.nat() })
    fc.assert(
      fc.property(fc.array(counts), (queues) => {
        const { send, giveUp } = cutoffsFor(queues, NOW)
        expect(giveUp.getTime()).toBeLessThanOrEqual(send.getTime())
      }),
    )
  })
})
