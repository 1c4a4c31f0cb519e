import { describe, expect, it } from 'vitest'
import { CRAWL_COUNTS, faultOf, metricOf, portalMetricOf } from '../../shared/crawl/metrics.ts'
import { BLOCKED, FAILED } from '../../shared/crawl/problem.ts'
import { TICK_MINUTES } from '../../shared/crawl/schedule.ts'
import { templateFor } from './synth.ts'

const { resources, ofType: entriesOf } = templateFor('test')
const ofType = (type: string) => entriesOf(type).map(([, { Properties }]) => Properties)

/** The failures of a portal that its operators must be told of. */
const FAILURES = [...BLOCKED, ...FAILED, 'went_empty', 'pager_repeats', 'unknown_layout', 'count_mismatch'] as const

describe('the crawl in the stack', () => {
  it.each(FAILURES.filter((code) => metricOf(code) !== CRAWL_COUNTS.notAReport))(
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

  it('starts walks by one schedule, whatever the number of portals', () => {
    const dispatch = ofType('AWS::Scheduler::Schedule').filter(
      ({ ScheduleExpression }) => ScheduleExpression === `rate(${TICK_MINUTES} minutes)`,
    )
    expect(dispatch).toHaveLength(1)
    expect(JSON.stringify(resources)).not.toContain('gov.cn')
  })

  it('walks three thousand portals a day even if each takes the longest, with at most a tenth of the calls of an account', () => {
    const walks = entriesOf('AWS::Lambda::EventSourceMapping').filter(([id]) => id.includes('CrawlPortal'))
    const { MaximumConcurrency } = walks[0]![1].Properties.ScalingConfig
    const { Timeout } = resources[walks[0]![1].Properties.FunctionName.Ref]!.Properties
    expect((MaximumConcurrency * 24 * 3600) / Timeout).toBeGreaterThan(3000)
    expect(MaximumConcurrency).toBeLessThanOrEqual(100)
  })

  it('lets no function reach this machine itself', () => {
    expect(JSON.stringify(resources)).not.toContain('LOOPBACK')
  })

  it('hands out the pages of a host, and the walks of a portal, one after the other', () => {
    const fifo = entriesOf('AWS::SQS::Queue').filter(([, { Properties }]) => Properties.FifoQueue === true)
    expect(fifo.map(([id]) => id.replace(/[0-9A-F]{8}$/, ''))).toEqual([
      'CrawlingWalksDeadLetters',
      'CrawlingWalksQueue',
      'CrawlingPagesDeadLetters',
      'CrawlingPagesQueue',
    ])
  })
})
