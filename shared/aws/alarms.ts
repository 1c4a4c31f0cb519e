/** How soon somebody has to look: now, at any hour; or on the next working day. */
export type Severity = 'urgent' | 'soon'

/** What an alarm says to whoever hears it. */
export interface AlarmText {
  /** Construct ID in the stack: another ID makes another alarm. */
  readonly id: string
  readonly severity: Severity
  /** One sentence: what has happened. */
  readonly means: string
  /** Section of `docs/runbook.md` that says what to do, as a link has it. */
  readonly section: string
}

/** An alarm on something that functions count. It goes off as soon as one is counted. */
export interface CountAlarm extends AlarmText {
  readonly metric: string
}

/** Alarms of the pipeline. A function counts `metric`; the stack and the test of the runbook read the same row. */
export const PIPELINE_ALARMS = {
  failedDocuments: {
    id: 'FailedDocuments',
    severity: 'soon',
    metric: 'DocumentsFailed',
    means: 'Documents ended FAILED, or could not be read anew.',
    section: 'failed-documents',
  },
  unreadableMessages: {
    id: 'UnreadableMessages',
    severity: 'soon',
    metric: 'UnreadableMessages',
    means: 'Messages in an unknown form were discarded.',
    section: 'unreadable-messages',
  },
  refusedChunks: {
    id: 'RefusedChunks',
    severity: 'soon',
    metric: 'RefusedChunks',
    means: 'Chunks of figures that do not fit their run were discarded.',
    section: 'refused-chunks',
  },
  reconcileFaults: {
    id: 'ReconcileFaults',
    severity: 'soon',
    metric: 'ReconcileFaults',
    means: 'The reconciler could not look after a document, an object or a run.',
    section: 'reconciler-faults',
  },
  canaryFailed: {
    id: 'CanaryFailed',
    severity: 'urgent',
    metric: 'CanaryFailed',
    means: 'The daily test report did not end COMPLETE with its known figures.',
    section: 'failed-canary',
  },
} as const satisfies Record<string, CountAlarm>

/** An alarm on a function that a schedule should have started: it goes off when nothing was counted for so long. */
export interface Heartbeat extends CountAlarm {
  /** Whole hours. Longer than the schedule's period: one run that fails is made up for by the next. */
  readonly hours: number
}

/** Heartbeats of the schedules. A function counts `metric` at the end of each run. */
export const HEARTBEATS = {
  reconcile: {
    id: 'ReconcileHeartbeat',
    severity: 'urgent',
    metric: 'Reconciled',
    hours: 3,
    means: 'The reconciler has not ended a run for three hours.',
    section: 'missing-heartbeat',
  },
  canary: {
    id: 'CanaryHeartbeat',
    severity: 'urgent',
    metric: 'CanarySent',
    hours: 48,
    means: 'The pipeline was not tried with its test report for two days.',
    section: 'missing-heartbeat',
  },
  dispatch: {
    id: 'DispatchHeartbeat',
    severity: 'urgent',
    metric: 'DispatchesEnded',
    hours: 1,
    means: 'No run that sends walks of portals has ended for an hour.',
    section: 'missing-heartbeat',
  },
  exports: {
    id: 'ExportHeartbeat',
    severity: 'soon',
    metric: 'ExportsEnded',
    hours: 3,
    means: 'No run that writes exports has ended for three hours.',
    section: 'missing-heartbeat',
  },
} as const satisfies Record<string, Heartbeat>
