import { describe, expect, it } from 'vitest'
import { PIPELINE_ALARMS } from '../../shared/aws/alarms.ts'
import { METRICS } from '../../shared/aws/metric-names.ts'
import { CRAWL_COUNTS, FAULT_NAMES, portalMetricOf, WALK_COUNTS } from '../../shared/crawl/metrics.ts'
import { REFUSAL_REASONS } from '../../shared/report/refusal.ts'
import { templateFor } from './synth.ts'

const { ofType } = templateFor('test')

interface Widget {
  readonly properties: { readonly title?: string; readonly metrics?: readonly unknown[][]; readonly alarms?: unknown[] }
}

describe('the dashboard', () => {
  const [[, resource] = [undefined, undefined], ...others] = ofType('AWS::CloudWatch::Dashboard')
  const parts: readonly unknown[] = resource!.Properties.DashboardBody['Fn::Join'][1]
  const { widgets } = JSON.parse(
    parts.map((part) => (typeof part === 'string' ? part : JSON.stringify(part).replaceAll('"', "'"))).join(''),
  ) as { widgets: Widget[] }
  const metrics = widgets.flatMap(({ properties }) => properties.metrics ?? [])
  const own = metrics.filter(([namespace]) => namespace === 'Fazhi')

  it('is one, with all alarms', () => {
    expect(others).toEqual([])
    expect(widgets.flatMap(({ properties }) => properties.alarms ?? [])).toHaveLength(
      ofType('AWS::CloudWatch::Alarm').length,
    )
  })

  it('shows what functions count of the stage: documents by status and reason, figures, time, cells, the crawl', () => {
    expect(new Set(own.map(([, name]) => name))).toEqual(
      new Set([
        ...[METRICS.parsed, METRICS.completed, METRICS.rejected, METRICS.requeued, METRICS.rejectedFor],
        ...[METRICS.figures, METRICS.uploadToComplete, METRICS.severalCells, METRICS.cells],
        PIPELINE_ALARMS.failedDocuments.metric,
        ...Object.values(CRAWL_COUNTS),
        ...Object.values(WALK_COUNTS),
        ...FAULT_NAMES.map(portalMetricOf),
      ]),
    )
    for (const metric of own) expect(metric).toEqual(expect.arrayContaining(['service', 'fazhi', 'stage', 'test']))
    const reasons = own.filter(([, name]) => name === METRICS.rejectedFor)
    expect(reasons.map((metric) => metric[metric.indexOf('reason') + 1])).toEqual(REFUSAL_REASONS)
  })

  it('shows the age of the oldest message of every queue', () => {
    const ages = metrics.filter(([, name]) => name === 'ApproximateAgeOfOldestMessage')
    const queues = ofType('AWS::SQS::Queue').filter(([, { Properties }]) => Properties.RedrivePolicy)
    expect(ages.map((metric) => metric[3])).toEqual(
      expect.arrayContaining(queues.map(([id]) => expect.stringContaining(`'${id}'`))),
    )
    expect(ages).toHaveLength(queues.length)
  })
})
