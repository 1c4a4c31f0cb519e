import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware'
import { MetricUnit } from '@aws-lambda-powertools/metrics'
import { logMetrics } from '@aws-lambda-powertools/metrics/middleware'
import middy from '@middy/core'
import type { Context } from 'aws-lambda'
import * as v from 'valibot'
import { HEARTBEATS } from '../../shared/aws/alarms.ts'
import type { Observed } from '../../shared/aws/queue-handler.ts'
import type { Hosts } from '../../shared/crawl/hosts.ts'
import { FAULT_NAMES, metricOf, portalMetricOf } from '../../shared/crawl/metrics.ts'
import { type PortalEvent, portalEvent } from '../../shared/crawl/portal.ts'
import { faultsOf } from '../../shared/crawl/portal-faults.ts'
import { visitor } from '../../shared/crawl/visit.ts'
import { type WalkDeps, type WalkedList, walkPortal } from '../../shared/crawl/walk-portal.ts'
import type { Config } from './config.ts'

export interface Deps extends Omit<WalkDeps, 'visit'>, Observed {
  readonly config: Pick<Config, 'allowLoopback' | 'workSeconds'>
  readonly hosts: Hosts
}

/** Handler of the schedules. Each event is one portal's entry. */
export function makeHandler(deps: Deps) {
  const { logger, metrics, config } = deps
  return middy<unknown, WalkedList[], Error, Context>()
    .use(injectLambdaContext(logger))
    .use(logMetrics(metrics))
    .handler(async (event) => {
      const entry: PortalEvent = v.parse(portalEvent, event)
      const { portal, contact } = entry
      const endsAt = Date.now() + config.workSeconds * 1000
      const visit = visitor({
        hosts: deps.hosts,
        rules: { hosts: portal.hosts, allowLoopback: config.allowLoopback },
        contact,
        delaySeconds: portal.delaySeconds,
        certificate: portal.certificate ?? null,
        patienceMs: () => endsAt - Date.now(),
      })
      const lists = await walkPortal(entry, { ...deps, visit })
      for (const { problem, ...seen } of lists) {
        logger.info('list walked', { portalId: portal.id, ...seen, problem })
        if (problem !== null) metrics.addMetric(metricOf(problem.code), MetricUnit.Count, 1)
      }
      const faults = faultsOf(await deps.ledger.searchOf(portal.id))
      metrics.addMetric(HEARTBEATS.walks.metric, MetricUnit.Count, 1)
      for (const fault of FAULT_NAMES)
        metrics.addMetric(portalMetricOf(fault), MetricUnit.Count, faults.has(fault) ? 1 : 0)
      return lists
    })
}
