/** An alarm on something that functions count. It goes off as soon as one is counted. */
export interface CountAlarm {
  /** Construct ID in the stack: another ID makes another alarm. */
  readonly id: string
  /** The metric's name. */
  readonly metric: string
  /** One sentence: what has happened. */
  readonly means: string
  /** Page and section that say what to do. */
  readonly runbook: string
}

/** Alarms of the pipeline. A function counts `metric`; the stack and the test of the runbook read the same row. */
export const PIPELINE_ALARMS = {
  failedDocuments: {
    id: 'FailedDocuments',
    metric: 'DocumentsFailed',
    means: 'Documents ended FAILED, or could not be read anew.',
    runbook: 'docs/operations.md#failed-documents',
  },
  unreadableMessages: {
    id: 'UnreadableMessages',
    metric: 'UnreadableMessages',
    means: 'Messages in an unknown form were discarded.',
    runbook: 'docs/operations.md#unreadable-messages',
  },
  refusedChunks: {
    id: 'RefusedChunks',
    metric: 'RefusedChunks',
    means: 'Chunks of figures that do not fit their run were discarded.',
    runbook: 'docs/operations.md#refused-chunks',
  },
  reconcileFaults: {
    id: 'ReconcileFaults',
    metric: 'ReconcileFaults',
    means: 'The reconciler could not look after a document, an object or a run.',
    runbook: 'docs/operations.md#reconciler-faults',
  },
} as const satisfies Record<string, CountAlarm>
