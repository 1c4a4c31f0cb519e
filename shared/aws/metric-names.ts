export const METRIC_NAMESPACE = 'Fazhi'

/** Dimensions of every metric. All functions use the same, so an alarm watches a metric of any function. */
export const METRIC_SERVICE = 'fazhi'
export const STAGE_DIMENSION = 'stage'

/** What the functions count in normal operation. What raises an alarm is in `alarms.ts`. */
export const METRICS = {
  /** Reports that were read and whose figures were sent to the indicator queue. */
  parsed: 'DocumentsParsed',
  /** Objects and chunks that arrived again, or too late to have an effect. */
  repeated: 'RepeatedMessages',
  /** Chunks whose rows are written, while their document is not yet complete. */
  written: 'ChunksWritten',
  /** Documents with all rows written. */
  completed: 'DocumentsCompleted',
  /** Figures of documents that were completed. */
  figures: 'FiguresCompleted',
  /** Milliseconds from a document's first event to COMPLETE. Not of documents that are read anew. */
  uploadToComplete: 'UploadToComplete',
  /** Codes for which a report states a value for its whole place and year, and those of them with values that differ. */
  cells: 'Cells',
  severalCells: 'CellsSeveral',
  /** Files that are refused and not tried again. Their row has the reason. */
  rejected: 'DocumentsRejected',
  /** The same, each reason by itself: see `REASON_DIMENSION`. */
  rejectedFor: 'DocumentsRejectedFor',
  /** Objects that were deleted before they were read. */
  vanishedObjects: 'VanishedObjects',
  /** Attempts that failed with a temporary error. The message goes back to its queue. */
  retries: 'Retries',
  /** Objects and documents that the reconciler sent to the intake again. */
  requeued: 'DocumentsRequeued',
} as const

/** Dimension of `rejectedFor`. */
export const REASON_DIMENSION = 'reason'
