import { Logger } from '@aws-lambda-powertools/logger'
import { Metrics } from '@aws-lambda-powertools/metrics'
import { METRIC_NAMESPACE, METRIC_SERVICE, STAGE_DIMENSION } from './metric-names.ts'
import type { Observed } from './queue-handler.ts'

/** Structured logs and embedded metrics of one function. Metrics have the stage as a dimension, to distinguish stages of one account. */
export function makeObserved(serviceName: string, stage: string): Observed {
  return {
    logger: new Logger({ serviceName }),
    metrics: new Metrics({
      namespace: METRIC_NAMESPACE,
      serviceName: METRIC_SERVICE,
      defaultDimensions: { [STAGE_DIMENSION]: stage },
    }),
  }
}
