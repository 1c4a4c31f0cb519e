import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { messageBody } from '../../shared/store/message-body.ts'

describe('the body of a message', () => {
  it('is ASCII without control characters, and carries any text, halves of characters too', () => {
    const anyUnits = fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units))
    fc.assert(
      fc.property(
        fc.record({ town: fc.oneof(anyUnits, fc.string({ unit: 'binary' })), cases: fc.nat() }),
        (message) => {
          const body = messageBody(message)
          expect(body).toMatch(/^[ -~]*$/)
          expect(JSON.parse(body)).toEqual(message)
        },
      ),
    )
  })

  it.each(['𠮷坝镇', '\uFFFE', '\uFFFF', '\uD842', '\u007F', '\u0000'])('escapes %j', (town) => {
    expect(JSON.parse(messageBody({ town }))).toEqual({ town })
  })
})
