export const METRIC_NAMESPACE = 'Fazhi'

/** Dimensions of every metric: one set for all functions, so that an alarm watches a metric whoever emits it. */
export const METRIC_SERVICE = 'fazhi'
export const STAGE_DIMENSION = 'stage'

/** What the functions count in normal operation. What raises an alarm is in `alarms.ts`. */
export const METRICS = {
  /** Reports that were read, their figures sent on. */
  parsed: 'DocumentsParsed',
  /** Objects and chunks that came again, or too late to matter. */
  repeated: 'RepeatedMessages',
  /** Chunks whose rows are written, their document not yet complete. */
  written: 'ChunksWritten',
  /** Documents that ended with every row written. */
  completed: 'DocumentsCompleted',
  /** Files refused for good, with a reason on their row. */
  rejected: 'DocumentsRejected',
  /** Objects that were deleted before they were read. */
  vanishedObjects: 'VanishedObjects',
  /** Tries that ended in a passing error and go back to their queue. */
  retries: 'Retries',
  /** Objects and documents that the reconciler sent through the intake again. */
  requeued: 'DocumentsRequeued',
} as const
