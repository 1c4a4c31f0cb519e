import { Duration } from 'aws-cdk-lib'
import {
  type Alarm,
  AlarmStatusWidget,
  Dashboard as CloudWatchDashboard,
  GraphWidget,
  type IMetric,
  type IWidget,
  MathExpression,
} from 'aws-cdk-lib/aws-cloudwatch'
import { Construct } from 'constructs'
import { PIPELINE_ALARMS } from '../shared/aws/alarms.ts'
import { METRICS, REASON_DIMENSION } from '../shared/aws/metric-names.ts'
import { CRAWL_COUNTS, FAULT_NAMES, portalMetricOf, WALK_COUNTS } from '../shared/crawl/metrics.ts'
import { REFUSAL_REASONS } from '../shared/report/refusal.ts'
import type { DeadLetteredQueue } from './dead-lettered-queue.ts'
import { ownMetric } from './own-metric.ts'

const HOUR = Duration.hours(1)
const DAY = Duration.days(1)
/** Of 24: two graphs a row. */
const HALF = 12

export interface DashboardProps {
  readonly alarms: readonly Alarm[]
  readonly queues: Readonly<Record<string, DeadLetteredQueue>>
  readonly stage: string
}

/** What goes on in a stage, on one page. */
export class Dashboard extends Construct {
  constructor(scope: Construct, id: string, { alarms, queues, stage }: DashboardProps) {
    super(scope, id)
    const sum = (name: string, label: string, period = HOUR, dimensions = {}) =>
      ownMetric(name, { stage, statistic: 'Sum', period, dimensions }).with({ label })
    const percentile = (statistic: string) =>
      ownMetric(METRICS.uploadToComplete, { stage, statistic, period: HOUR }).with({ label: statistic })

    const rows: IWidget[][] = [
      [new AlarmStatusWidget({ title: 'Alarms', alarms: [...alarms], width: 24, height: 6 })],
      [
        graph('Documents by status, an hour', [
          sum(METRICS.parsed, 'PARSED'),
          sum(METRICS.completed, 'COMPLETE'),
          sum(METRICS.rejected, 'REJECTED'),
          sum(PIPELINE_ALARMS.failedDocuments.metric, 'FAILED'),
          sum(METRICS.requeued, 'sent again'),
        ]),
        graph(
          'Refused documents by reason, a day',
          REFUSAL_REASONS.map((reason) => sum(METRICS.rejectedFor, reason, DAY, { [REASON_DIMENSION]: reason })),
        ),
      ],
      [
        graph('Figures, an hour', [sum(METRICS.figures, 'figures')]),
        graph('From upload to COMPLETE, milliseconds', [percentile('p50'), percentile('p95'), percentile('Maximum')]),
      ],
      [
        graph(
          'Age of the oldest message, seconds',
          Object.entries(queues).map(([name, { queue }]) =>
            queue.metricApproximateAgeOfOldestMessage({ statistic: 'Maximum', label: name }),
          ),
        ),
        graph('Cells with values that differ (several), % a day', [
          new MathExpression({
            expression: '100 * several / cells',
            usingMetrics: {
              several: sum(METRICS.severalCells, 'several', DAY),
              cells: sum(METRICS.cells, 'cells', DAY),
            },
            label: 'several',
            period: DAY,
          }),
        ]),
      ],
      [
        graph(
          'Pages of the crawl by what was found, a day',
          Object.entries(CRAWL_COUNTS).map(([label, name]) => sum(name, label, DAY)),
        ),
        graph('Walks sent and ended, and portals with a fault, a day', [
          sum(WALK_COUNTS.sent, 'sent', DAY),
          sum(WALK_COUNTS.walked, 'ended', DAY),
          ...FAULT_NAMES.map((fault) => sum(portalMetricOf(fault), fault, DAY)),
        ]),
      ],
    ]
    new CloudWatchDashboard(this, 'Dashboard', { widgets: rows })
  }
}

function graph(title: string, left: IMetric[]): GraphWidget {
  return new GraphWidget({ title, left, width: HALF, height: 6 })
}
