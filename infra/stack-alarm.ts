import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch'
import type { AlarmText } from '../shared/aws/alarms.ts'

/** One alarm of a stack: it rings when its metric reaches the threshold. */
export interface StackAlarm extends AlarmText {
  readonly metric: IMetric
  readonly threshold: number
  /** Periods in a row that have to say so. Default 1. */
  readonly periods?: number
  /** Rings where the metric stays below the threshold, or has no value at all. Default: a metric without a value is well. */
  readonly isHeartbeat?: boolean
}
