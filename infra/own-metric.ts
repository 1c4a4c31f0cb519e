import type { Duration } from 'aws-cdk-lib'
import { Metric } from 'aws-cdk-lib/aws-cloudwatch'
import { METRIC_NAMESPACE, METRIC_SERVICE, STAGE_DIMENSION } from '../shared/aws/metric-names.ts'

export interface OwnMetricProps {
  readonly stage: string
  readonly statistic: string
  readonly period: Duration
  /** Dimensions beside those of every metric. Default none. */
  readonly dimensions?: Readonly<Record<string, string>>
}

/** A metric that functions of a stage count. */
export function ownMetric(metricName: string, { stage, statistic, period, dimensions = {} }: OwnMetricProps): Metric {
  const dimensionsMap = { service: METRIC_SERVICE, [STAGE_DIMENSION]: stage, ...dimensions }
  return new Metric({ namespace: METRIC_NAMESPACE, metricName, dimensionsMap, statistic, period })
}
