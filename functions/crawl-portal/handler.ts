import { MetricUnit } from '@aws-lambda-powertools/metrics'
import * as v from 'valibot'
import { PIPELINE_ALARMS } from '../../shared/aws/alarms.ts'
import { makeQueueHandler, type QueueDeps } from '../../shared/aws/queue-handler.ts'
import type { Hosts } from '../../shared/crawl/hosts.ts'
import { FAULT_NAMES, metricOf, portalMetricOf, WALK_COUNTS } from '../../shared/crawl/metrics.ts'
import { faultsOf } from '../../shared/crawl/portal-faults.ts'
import { visitor } from '../../shared/crawl/visit.ts'
import { type WalkDeps, type WalkedList, walkPortal } from '../../shared/crawl/walk-portal.ts'
import { type WalkRequest, walkRequest } from '../../shared/crawl/walk-request.ts'
import type { Config } from './config.ts'

export interface Deps extends Omit<WalkDeps, 'visit'>, QueueDeps {
  readonly config: Pick<Config, 'allowLoopback' | 'workSeconds' | 'maxReceiveCount'>
  readonly hosts: Hosts
}

/** Handler of the queue of walks. Each message is one portal to walk. */
export function makeHandler(deps: Deps) {
  const { logger, metrics, config, ledger } = deps
  const count = (metric: string, value = 1) => metrics.addMetric(metric, MetricUnit.Count, value)

  const walkIn = (body: string): WalkRequest | null => {
    try {
      return v.parse(walkRequest, JSON.parse(body))
    } catch (error) {
      logger.error('unreadable message', { error, body })
      count(PIPELINE_ALARMS.unreadableMessages.metric)
      return null
    }
  }

  const walkLists = (walk: WalkRequest): Promise<WalkedList[]> => {
    const { portal, contact } = walk
    const endsAt = Date.now() + config.workSeconds * 1000
    const visit = visitor({
      hosts: deps.hosts,
      rules: { hosts: portal.hosts, allowLoopback: config.allowLoopback },
      contact,
      delaySeconds: portal.delaySeconds,
      certificate: portal.certificate ?? null,
      patienceMs: () => endsAt - Date.now(),
    })
    return walkPortal(walk, { ...deps, visit })
  }

  return makeQueueHandler(
    {
      maxReceiveCount: config.maxReceiveCount,
      work: async (body) => {
        const walk = walkIn(body)
        if (walk === null) return
        const { portal, dueAt } = walk
        const last = await ledger.walkOf(portal.id)
        if (last !== null && last.startedAt >= dueAt) {
          logger.info('walked already', { portalId: portal.id, dueAt, startedAt: last.startedAt })
          return
        }
        for (const { problem, ...seen } of await walkLists(walk)) {
          logger.info('list walked', { portalId: portal.id, ...seen, problem })
          if (problem !== null) count(metricOf(problem.code))
        }
        const faults = faultsOf(await ledger.searchOf(portal.id))
        count(WALK_COUNTS.walked)
        for (const fault of FAULT_NAMES) count(portalMetricOf(fault), faults.has(fault) ? 1 : 0)
      },
      // The ledger keeps what the last walk that ended says; the dead letter says that this one did not.
      giveUp: async () => {},
    },
    deps,
  )
}
