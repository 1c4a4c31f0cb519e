import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { faultOf, metricOf, portalMetricOf } from '../../shared/crawl/metrics.ts'
import { portalEvent } from '../../shared/crawl/portal.ts'
import { readPortals } from '../../shared/crawl/portals.ts'
import { BLOCKED, FAILED } from '../../shared/crawl/problem.ts'
import { templateFor } from './synth.ts'

const { resources, ofType: entriesOf } = templateFor('test')
const ofType = (type: string) => entriesOf(type).map(([, { Properties }]) => Properties)

/** The failures of a portal that its operators must be told of. */
const FAILURES = [...BLOCKED, ...FAILED, 'went_empty', 'pager_repeats', 'unknown_layout', 'count_mismatch'] as const

describe('the crawl in the stack', () => {
  it.each(FAILURES.filter((code) => code !== 'not_a_report'))(
    'raises an alarm that somebody hears when many portals are %s, or a fault of ours is',
    (code) => {
      const fault = faultOf(code)
      const metric = fault === null ? metricOf(code) : portalMetricOf(fault)
      const watching = ofType('AWS::CloudWatch::Alarm').filter((alarm) => JSON.stringify(alarm).includes(`"${metric}"`))
      expect(watching).toMatchObject([
        {
          AlarmActions: [expect.anything()],
          AlarmDescription: expect.stringContaining(`/runbook.md#${(fault ?? metric).toLowerCase()}`),
        },
      ])
    },
  )

  it('schedules every portal of the file with its whole entry, and a dead-letter queue', () => {
    const { contact, portals } = readPortals(readFileSync(new URL('../../infra/portals.json', import.meta.url), 'utf8'))
    const schedules = ofType('AWS::Scheduler::Schedule').filter(({ Target }) => Target.Input !== undefined)
    expect(schedules.map(({ Target }) => v.parse(portalEvent, JSON.parse(Target.Input)))).toEqual(
      portals.map((portal) => ({ contact, portal })),
    )
    for (const { Target, State, ScheduleExpression } of schedules) {
      expect(Target.DeadLetterConfig.Arn).toBeDefined()
      expect([State, ScheduleExpression]).toEqual([expect.stringMatching(/^(EN|DIS)ABLED$/), expect.any(String)])
    }
  })

  it('lets no function reach this machine itself', () => {
    expect(JSON.stringify(resources)).not.toContain('LOOPBACK')
  })

  it('hands out the pages of a host one after the other', () => {
    const fifo = ofType('AWS::SQS::Queue').filter(({ FifoQueue }) => FifoQueue === true)
    expect(fifo).toHaveLength(2)
  })
})
