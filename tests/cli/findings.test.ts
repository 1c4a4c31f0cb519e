import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findingsOf } from '../../infra/cli/recovery/findings.ts'
import type { QueueState, State } from '../../infra/cli/recovery/read-state.ts'
import type { WalkPlan } from '../../shared/crawl/dispatch/walk-plan.ts'
import { portalOf } from '../crawl/crawl.ts'

const RUNBOOK = readFileSync(join(import.meta.dirname, '../../docs/runbook.md'), 'utf8')
/** As links name them. */
const HEADINGS = [...RUNBOOK.matchAll(/^##+ (.+)$/gm)].map(([, title]) => title!.toLowerCase().replaceAll(' ', '-'))

const NOW = new Date('2026-01-10T12:00:00Z')
const AN_HOUR_AGO = '2026-01-10T11:00:00.000Z'
const HOUR = 3600
const DAY = 24 * HOUR

const queueOf = (changes: Partial<QueueState> = {}): QueueState => ({
  name: 'intake',
  waiting: 0,
  inFlight: 0,
  deadLetters: 0,
  age: null,
  ...changes,
})

const portal = portalOf({ id: 'huadu', hosts: [], lists: ['https://a.example/'] })

/** A portal that was walked an hour ago, and is walked next in an hour. */
const planOf = (changes: Partial<WalkPlan> = {}): WalkPlan => ({
  portal,
  sentFor: NOW.getTime() - HOUR * 1000,
  walkedAt: NOW.getTime() - HOUR * 1000 + 1,
  nextAt: NOW.getTime() + HOUR * 1000,
  ...changes,
})

const HEALTHY: State = {
  now: NOW,
  startedAt: null,
  queues: [queueOf(), queueOf({ name: 'indicators', inFlight: 3, age: 2 })],
  unmoved: [],
  failed: [],
  failedRuns: [],
  reconciledAt: new Date(AN_HOUR_AGO),
  canarySentAt: new Date('2026-01-09T12:00:00Z'),
  oldestObject: new Date('2025-01-01T00:00:00Z'),
  sendsEvents: true,
  bucketName: 'reports',
  portalsProblem: null,
  plans: [planOf()],
  lists: [{ portalId: 'huadu', url: 'https://a.example', listState: 'ok', reason: null, searchedAt: AN_HOUR_AGO }],
}

const find = (changes: Partial<State>) => findingsOf({ ...HEALTHY, ...changes }, (words) => `fazhi ${words} --stack S`)
const document = (documentId: string) => ({ documentId, status: 'PARSED' as const, updatedAt: AN_HOUR_AGO })

describe('fazhi doctor', () => {
  it('finds nothing wrong with a healthy deployment, or with a new and empty one', () => {
    expect(find({})).toEqual([])
    expect(
      find({ reconciledAt: null, canarySentAt: null, oldestObject: null, sendsEvents: null, plans: null, lists: [] }),
    ).toEqual([])
  })

  it('says of a backlog how much waits and for how long; after a day it is wrong', () => {
    const queues = [
      queueOf({ waiting: 5, inFlight: 2, age: 2 * HOUR }),
      queueOf({ name: 'indicators', waiting: 9, inFlight: 10, age: DAY }),
      queueOf({ name: 'pages', waiting: 1 }),
    ]
    expect(find({ queues })).toMatchObject([
      { state: 'wrong', problem: 'backlog', where: 'indicators', amount: '9 wait, 10 in progress', seconds: DAY },
      { state: 'note', problem: 'backlog', where: 'intake', amount: '5 wait, 2 in progress', seconds: 2 * HOUR },
      { state: 'note', problem: 'backlog', where: 'pages', seconds: null },
    ])
  })

  it('tells a queue that no function takes messages of from a backlog', () => {
    const queues = [queueOf({ waiting: 5, age: HOUR })]
    expect(find({ queues })).toMatchObject([{ state: 'wrong', problem: 'stalled queue', where: 'intake' }])
  })

  it('gives the command that moves dead letters, for the deployment that was looked at', () => {
    const queues = [queueOf({ deadLetters: 7 })]
    const failed = [document('a')]
    expect(find({ queues, failed })).toMatchObject([
      { problem: 'dead letters', amount: '7', action: 'fazhi redrive --queue intake --stack S' },
      { problem: 'failed documents', action: 'fazhi redrive --stack S' },
    ])
    expect(find({ failed })).toMatchObject([{ action: 'fazhi reprocess --status FAILED --stack S' }])
  })

  it('tells documents that wait for their turn from those that nothing moves', () => {
    const unmoved = ['a', 'b', 'c', 'd'].map(document)
    expect(find({ unmoved })).toMatchObject([
      { state: 'wrong', problem: 'nothing moves', where: 'a b c …', amount: '4', seconds: HOUR },
    ])
    expect(find({ unmoved, queues: [queueOf({ waiting: 1 })] })).toMatchObject([
      { state: 'note', problem: 'backlog' },
      { state: 'note', problem: 'nothing moves' },
    ])
  })

  it('takes no queue for the way of a document that it does not go through', () => {
    const unmoved = [document('a'), { ...document('b'), status: 'RECEIVED' as const }]
    const busy = (name: string) => find({ unmoved, queues: [queueOf({ name, waiting: 1, deadLetters: 1 })] })
    const about = (name: string) =>
      busy(name).flatMap(({ problem, state, where }) => (problem === 'nothing moves' ? `${state} ${where}` : []))
    expect(about('pages')).toEqual(['wrong a b'])
    expect(about('indicators')).toEqual(['wrong b', 'note a'])
    expect(about('reprocess')).toEqual(['note a b'])
    const queues = [queueOf({ name: 'pages', deadLetters: 1 })]
    expect(find({ queues, failed: [document('a')] })).toMatchObject([
      { problem: 'dead letters' },
      { problem: 'failed documents', action: 'fazhi reprocess --status FAILED --stack S' },
    ])
  })

  it('expects no schedule to have run before its engine was started again', () => {
    const [longAgo, lately] = [new Date('2025-12-01T00:00:00Z'), new Date(NOW.getTime() - 60_000)]
    const late = {
      reconciledAt: longAgo,
      canarySentAt: longAgo,
      plans: [planOf({ nextAt: longAgo.getTime() }), planOf({ sentFor: longAgo.getTime(), walkedAt: 0 })],
    }
    expect(find(late).map(({ where }) => where)).toEqual(['reconcile', 'canary', 'huadu', 'huadu'])
    expect(find({ ...late, startedAt: lately })).toEqual([])
    expect(find({ ...late, startedAt: new Date(NOW.getTime() - 2 * DAY * 1000) })).toHaveLength(4)
  })

  it('names runs that failed, once, and not those of documents that did', () => {
    expect(find({ failed: [document('a')], failedRuns: [document('a'), document('b')] })).toMatchObject([
      { problem: 'failed documents', where: 'a' },
      { problem: 'failed runs', where: 'b', action: 'fazhi reprocess --stack S' },
    ])
  })

  it('misses runs of the reconciler', () => {
    const reconciledAt = new Date(NOW.getTime() - 3 * HOUR * 1000)
    expect(find({ reconciledAt })).toMatchObject([
      { problem: 'schedule did not run', where: 'reconcile', seconds: 3 * HOUR },
    ])
    expect(find({ reconciledAt: null })).toMatchObject([{ where: 'reconcile' }])
  })

  it('misses walks that are due by the schedule of their portal and were not sent', () => {
    const late = planOf({ nextAt: NOW.getTime() - HOUR * 1000 })
    const soon = planOf({ nextAt: NOW.getTime() - 4 * 60_000 })
    const paused = planOf({ nextAt: null })
    expect(find({ plans: [late, soon, paused, late] })).toMatchObject([
      { state: 'wrong', problem: 'schedule did not run', where: 'huadu huadu', amount: '2', seconds: HOUR },
    ])
    expect(find({ plans: [soon, paused] })).toEqual([])
  })

  it('names portals whose walk was sent a day ago and has not ended', () => {
    const sentFor = NOW.getTime() - DAY * 1000
    expect(find({ plans: [planOf({ sentFor, walkedAt: sentFor - 1 })] })).toMatchObject([
      { state: 'wrong', problem: 'walks did not end', where: 'huadu', seconds: DAY },
    ])
    expect(find({ plans: [planOf({ sentFor, walkedAt: null })] })).toHaveLength(1)
    expect(find({ plans: [planOf({ sentFor, walkedAt: sentFor })] })).toEqual([])
    expect(find({ plans: [planOf({ sentFor: sentFor + 1000, walkedAt: null })] })).toEqual([])
  })

  it('says that a portals file is not followed, and that portals were walked and there is none', () => {
    expect(find({ portalsProblem: 'portals.0.id: …' })).toMatchObject([
      { state: 'wrong', problem: 'portals file refused', where: 'reports/portals/portals.json' },
    ])
    const searchedAt = new Date(NOW.getTime() - DAY * 1000).toISOString()
    const lists = HEALTHY.lists.map((list) => ({ ...list, searchedAt }))
    expect(find({ plans: null, lists })).toMatchObject([
      { state: 'wrong', problem: 'no portals file', action: 'fazhi portals deploy FILE --stack S', seconds: DAY },
    ])
    expect(find({ plans: null })).toEqual([])
  })

  it('prints the command that switches the events of a bucket on', () => {
    expect(find({ sendsEvents: false })).toMatchObject([
      {
        problem: 'bucket sends no events',
        action:
          'aws s3api put-bucket-notification-configuration --bucket reports --notification-configuration \'{"EventBridgeConfiguration": {}}\'',
      },
    ])
  })

  it.each(['blocked', 'unreachable'] as const)('names a list that is %s', (listState) => {
    const lists = HEALTHY.lists.map((list) => ({ ...list, listState }))
    expect(find({ lists })).toMatchObject([{ problem: `portal ${listState}`, amount: 'https://a.example' }])
  })

  it('points to sections that the runbook has', () => {
    const everything = find({
      queues: [queueOf({ waiting: 1, age: DAY }), queueOf({ waiting: 1, inFlight: 1 })],
      unmoved: [document('a')],
      reconciledAt: new Date('2026-01-01T00:00:00Z'),
      portalsProblem: 'gone',
      plans: [planOf({ sentFor: 1, walkedAt: 0 }), planOf({ nextAt: 1 })],
      lists: (['blocked', 'unreachable'] as const).map((listState) => ({ ...HEALTHY.lists[0]!, listState })),
    })
    const anchors = everything.map(({ action }) => /^docs\/runbook\.md#(?<anchor>.+)$/.exec(action)?.groups?.anchor)
    expect(anchors).toHaveLength(9)
    for (const anchor of anchors) expect(HEADINGS).toContain(anchor)
  })
})
