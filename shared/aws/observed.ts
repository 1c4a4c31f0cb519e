import { Logger } from '@aws-lambda-powertools/logger'
import { Metrics } from '@aws-lambda-powertools/metrics'
import { METRIC_NAMESPACE } from './metric-names.ts'
import type { Observed } from './queue-handler.ts'

/** Structured logs and embedded metrics of one function. Metrics carry the stage, so that two copies are told apart. */
export function makeObserved(serviceName: string, stage: string): Observed {
  return {
    logger: new Logger({ serviceName }),
    metrics: new Metrics({ namespace: METRIC_NAMESPACE, serviceName: 'fazhi', defaultDimensions: { stage } }),
  }
}
