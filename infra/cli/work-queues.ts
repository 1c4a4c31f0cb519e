/**
 * The queues of the pipeline by the names that commands and docs call them, each with the outputs of the stack that have its address and
 * that of its dead letters.
 */
export const WORK_QUEUES = {
  intake: ['IntakeQueueUrl', 'IntakeDeadLetterUrl'],
  indicators: ['IndicatorQueueUrl', 'IndicatorDeadLetterUrl'],
  reprocess: ['ReprocessQueueUrl', 'ReprocessDeadLetterUrl'],
  reprocessed: ['ReprocessedQueueUrl', 'ReprocessedDeadLetterUrl'],
  walks: ['WalkQueueUrl', 'WalkDeadLetterUrl'],
  pages: ['PageQueueUrl', 'PageDeadLetterUrl'],
} as const
