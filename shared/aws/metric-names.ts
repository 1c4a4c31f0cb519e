/** Names that the functions emit and the alarms watch; written once, so that neither can drift from the other. */
export const METRIC_NAMESPACE = 'Fazhi'

/** Dimensions of every metric: one set for all functions, so that an alarm watches a metric whoever emits it. */
export const METRIC_SERVICE = 'fazhi'
export const STAGE_DIMENSION = 'stage'

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
  /** Documents that ended FAILED: tried as often as allowed. */
  failed: 'DocumentsFailed',
  /** Messages of a shape that no retry will make readable. */
  unreadableMessages: 'UnreadableMessages',
  /** Objects that were deleted before they were read. */
  vanishedObjects: 'VanishedObjects',
  /** Tries that ended in a passing error and go back to their queue. */
  retries: 'Retries',
  /** Objects and documents that the reconciler sent through the intake again. */
  requeued: 'DocumentsRequeued',
} as const
