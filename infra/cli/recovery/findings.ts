import { isWaiting } from '../../../shared/crawl/dispatch/walk-plan.ts'
import { PORTALS_KEY } from '../../../shared/store/object-keys.ts'
import type { UnendedStatus } from '../../../shared/store/stalled-documents.ts'
import type { State } from './read-state.ts'

/** Something that needs an operator (`wrong`), or that passes by itself (`note`). */
export interface Finding {
  readonly state: 'wrong' | 'note'
  readonly problem: string
  /** A queue, a document, a portal. */
  readonly where: string
  readonly amount: string
  /** For how long, in seconds; null if nobody knows. */
  readonly seconds: number | null
  /** A command or a section of the runbook. */
  readonly action: string
}

/** Spells a command of `fazhi` for the deployment that was looked at. */
export type CommandFor = (words: string) => string

type Check = (state: State, command: CommandFor) => Finding[]

const HOUR_SECONDS = 60 * 60
const DAY_SECONDS = 24 * HOUR_SECONDS
/** It runs every hour. */
const RECONCILER_IS_LATE_SECONDS = 2 * HOUR_SECONDS
/** It runs every day. */
const CANARY_IS_LATE_SECONDS = 2 * DAY_SECONDS
/** Some ticks of the dispatcher. */
const DISPATCH_IS_LATE_SECONDS = HOUR_SECONDS / 2
const SHOWN = 3

/** The queues that a document of a status may wait in, as the reconciler sees it too. */
const WAYS: Readonly<Record<UnendedStatus, readonly string[]>> = {
  RECEIVED: ['intake', 'reprocess'],
  PARSED: ['intake', 'reprocess', 'indicators', 'reprocessed'],
}

/** Everything that `fazhi doctor` looks for. A new check is a function here and a section of the runbook. */
const CHECKS: readonly Check[] = [
  backlogs,
  deadLetters,
  unmovedDocuments,
  failedDocuments,
  failedRuns,
  lateReconciler,
  lateCanary,
  silentBucket,
  portalsFile,
  lateDispatches,
  waitingWalks,
  unreadLists,
]

/** What is wrong now, what is wrong first. */
export function findingsOf(state: State, command: CommandFor): Finding[] {
  const found = CHECKS.flatMap((check) => check(state, command))
  return [...found.filter((finding) => finding.state === 'wrong'), ...found.filter(({ state }) => state === 'note')]
}

/** Messages that wait although no function is at one are no backlog: nothing moves. */
function backlogs({ queues }: State): Finding[] {
  return queues
    .filter(({ waiting }) => waiting > 0)
    .map(({ name, waiting, inFlight, age }) => {
      const isStalled = inFlight === 0 && (age ?? 0) >= HOUR_SECONDS
      return {
        state: isStalled || (age ?? 0) >= DAY_SECONDS ? 'wrong' : 'note',
        problem: isStalled ? 'stalled queue' : 'backlog',
        where: name,
        amount: `${waiting} wait, ${inFlight} in progress`,
        seconds: age,
        action: `docs/runbook.md#${isStalled ? 'stalled-queue' : 'backlog'}`,
      }
    })
}

function deadLetters({ queues }: State, command: CommandFor): Finding[] {
  return queues
    .filter((queue) => queue.deadLetters > 0)
    .map((queue) => ({
      state: 'wrong',
      problem: 'dead letters',
      where: queue.name,
      amount: String(queue.deadLetters),
      seconds: null,
      action: command(`redrive --queue ${queue.name}`),
    }))
}

/** With a backlog on their way they wait for their turn, else the reconciler sends them again. */
function unmovedDocuments({ unmoved, queues, now }: State): Finding[] {
  const isWaiting = ({ status }: State['unmoved'][number]) =>
    queues.some(({ name, waiting }) => waiting > 0 && WAYS[status].includes(name))
  const states = [
    ['wrong', unmoved.filter((row) => !isWaiting(row))],
    ['note', unmoved.filter(isWaiting)],
  ] as const
  return states.flatMap(([state, rows]) => {
    const about = summed(sinceUpdate(rows), now)
    return about === null
      ? []
      : [{ ...about, state, problem: 'nothing moves', action: 'docs/runbook.md#nothing-moves' }]
  })
}

/** Their messages are dead letters, or were, for two weeks. */
function failedDocuments({ failed, queues, now }: State, command: CommandFor): Finding[] {
  const about = summed(sinceUpdate(failed), now)
  const areLetters = queues.some(({ name, deadLetters }) => deadLetters > 0 && WAYS.PARSED.includes(name))
  const action = command(areLetters ? 'redrive' : 'reprocess --status FAILED')
  return about === null ? [] : [{ ...about, state: 'wrong', problem: 'failed documents', action }]
}

/** Those of documents that show an older result: of the others it is said that they failed. */
function failedRuns({ failedRuns: runs, failed, now }: State, command: CommandFor): Finding[] {
  const failedIds = new Set(failed.map(({ documentId }) => documentId))
  const about = summed(sinceUpdate(runs.filter(({ documentId }) => !failedIds.has(documentId))), now)
  return about === null ? [] : [{ ...about, state: 'wrong', problem: 'failed runs', action: command('reprocess') }]
}

function lateReconciler({ reconciledAt, oldestObject, startedAt, now }: State): Finding[] {
  // Before its first run it is late if there has been something to look at for long enough.
  const due = reconciledAt ?? oldestObject
  return lateSchedule('reconcile', due && whileRunning(due, startedAt), RECONCILER_IS_LATE_SECONDS, now)
}

function lateCanary({ canarySentAt, startedAt, now }: State): Finding[] {
  return lateSchedule('canary', canarySentAt && whileRunning(canarySentAt, startedAt), CANARY_IS_LATE_SECONDS, now)
}

function lateSchedule(where: string, since: Date | null, longest: number, now: Date): Finding[] {
  if (since === null || secondsFrom(since, now) < longest) return []
  const action = 'docs/runbook.md#missing-heartbeat'
  return [
    { state: 'wrong', problem: 'schedule did not run', where, amount: '', seconds: secondsFrom(since, now), action },
  ]
}

function silentBucket({ sendsEvents, bucketName }: State): Finding[] {
  if (sendsEvents !== false) return []
  const configuration = `'{"EventBridgeConfiguration": {}}'`
  return [
    {
      state: 'wrong',
      problem: 'bucket sends no events',
      where: bucketName,
      amount: '',
      seconds: null,
      action: `aws s3api put-bucket-notification-configuration --bucket ${bucketName} --notification-configuration ${configuration}`,
    },
  ]
}

function portalsFile({ portalsProblem, plans, lists, bucketName, now }: State, command: CommandFor): Finding[] {
  const where = `${bucketName}/${PORTALS_KEY}`
  if (portalsProblem !== null) {
    const action = 'docs/runbook.md#refused-portals-file'
    return [{ state: 'wrong', problem: 'portals file refused', where, amount: '', seconds: null, action }]
  }
  const newest = lists.map(({ searchedAt }) => searchedAt).reduce((last, time) => (time > last ? time : last), '')
  if (plans !== null || newest === '') return []
  // Portals were walked, by hand or by a version that kept them elsewhere, and nothing walks them now.
  const seconds = secondsFrom(new Date(newest), now)
  const action = command('portals deploy FILE')
  return seconds < DAY_SECONDS
    ? []
    : [{ state: 'wrong', problem: 'no portals file', where, amount: '', seconds, action }]
}

function lateDispatches({ plans, startedAt, now }: State): Finding[] {
  const late = (plans ?? []).flatMap(({ portal, nextAt }) =>
    nextAt === null ? [] : [{ id: portal.id, since: whileRunning(new Date(nextAt), startedAt).toISOString() }],
  )
  const about = summed(
    late.filter(({ since }) => secondsFrom(new Date(since), now) >= DISPATCH_IS_LATE_SECONDS),
    now,
  )
  const action = 'docs/runbook.md#missing-heartbeat'
  return about === null ? [] : [{ ...about, state: 'wrong', problem: 'schedule did not run', action }]
}

function waitingWalks({ plans, startedAt, now }: State): Finding[] {
  const waiting = (plans ?? [])
    .filter(isWaiting)
    .flatMap(({ portal, sentFor }) =>
      sentFor === null ? [] : [{ id: portal.id, since: whileRunning(new Date(sentFor), startedAt).toISOString() }],
    )
  const about = summed(
    waiting.filter(({ since }) => secondsFrom(new Date(since), now) >= DAY_SECONDS),
    now,
  )
  const action = 'docs/runbook.md#walks-not-ended'
  return about === null ? [] : [{ ...about, state: 'wrong', problem: 'walks did not end', action }]
}

function unreadLists({ lists, now }: State): Finding[] {
  return lists
    .filter(({ listState }) => listState === 'blocked' || listState === 'unreachable')
    .map(({ portalId, url, listState, searchedAt }) => ({
      state: 'wrong',
      problem: `portal ${listState}`,
      where: portalId,
      amount: url,
      seconds: secondsFrom(new Date(searchedAt), now),
      action: `docs/runbook.md#${listState}`,
    }))
}

/** The first of them by their names, and since when the oldest is so. Null if there is none. */
function summed(
  rows: readonly { readonly id: string; readonly since: string }[],
  now: Date,
): Pick<Finding, 'where' | 'amount' | 'seconds'> | null {
  if (rows.length === 0) return null
  const oldest = rows.map(({ since }) => since).reduce((first, time) => (time < first ? time : first))
  const shown = rows.slice(0, SHOWN).map(({ id }) => id)
  return {
    where: rows.length > SHOWN ? `${shown.join(' ')} …` : shown.join(' '),
    amount: String(rows.length),
    seconds: secondsFrom(new Date(oldest), now),
  }
}

/** Documents, by when something last moved on them. */
function sinceUpdate(rows: readonly { readonly documentId: string; readonly updatedAt: string }[]) {
  return rows.map(({ documentId, updatedAt }) => ({ id: documentId, since: updatedAt }))
}

/** Since when something is late: an engine that did not run ran no schedules. */
function whileRunning(since: Date, startedAt: Date | null): Date {
  return startedAt !== null && startedAt > since ? startedAt : since
}

function secondsFrom(then: Date, now: Date): number {
  return Math.max(0, Math.round((now.getTime() - then.getTime()) / 1000))
}
