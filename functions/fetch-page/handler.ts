import { MetricUnit } from '@aws-lambda-powertools/metrics'
import * as v from 'valibot'
import { PIPELINE_ALARMS } from '../../shared/aws/alarms.ts'
import { makeQueueHandler, type QueueDeps } from '../../shared/aws/queue-handler.ts'
import type { Hosts } from '../../shared/crawl/hosts.ts'
import { CRAWL_ALARMS, CRAWL_COUNTS, metricOf } from '../../shared/crawl/metrics.ts'
import { type PageRequest, pageRequest } from '../../shared/crawl/page-request.ts'
import { visitor } from '../../shared/crawl/visit.ts'
import { type ReportVisit, recordGivenUp, type VisitReportDeps, visitReport } from '../../shared/crawl/visit-report.ts'
import type { Config } from './config.ts'

export interface Deps extends Omit<VisitReportDeps, 'visit'>, QueueDeps {
  readonly config: Pick<Config, 'allowLoopback' | 'workSeconds' | 'maxReceiveCount'>
  readonly hosts: Hosts
}

/** Handler of the page queue. Each message is one page to visit. */
export function makeHandler(deps: Deps) {
  const { logger, metrics, config } = deps
  const count = (name: string) => metrics.addMetric(name, MetricUnit.Count, 1)

  const pageIn = (body: string): PageRequest | null => {
    try {
      return v.parse(pageRequest, JSON.parse(body))
    } catch (error) {
      logger.error('unreadable message', { error, body })
      count(PIPELINE_ALARMS.unreadableMessages.metric)
      return null
    }
  }

  const visitPage = (page: PageRequest): Promise<ReportVisit> => {
    const endsAt = Date.now() + config.workSeconds * 1000
    const visit = visitor({
      hosts: deps.hosts,
      rules: { hosts: page.hosts, allowLoopback: config.allowLoopback },
      contact: page.contact,
      delaySeconds: page.delaySeconds,
      certificate: page.certificate,
      patienceMs: () => endsAt - Date.now(),
    })
    return visitReport(page, { ...deps, visit })
  }

  return makeQueueHandler(
    {
      maxReceiveCount: config.maxReceiveCount,
      work: async (body) => {
        const page = pageIn(body)
        if (page === null) return
        const visited = await visitPage(page)
        logger.info('page visited', { portalId: page.portalId, url: page.url, ...visited })
        for (const metric of [CRAWL_COUNTS.visited, ...metricsOf(visited)]) count(metric)
      },
      giveUp: async (body, { error }) => {
        const page = pageIn(body)
        if (page === null) return
        await recordGivenUp(page, error, deps)
        count(CRAWL_ALARMS.pageGivenUp.metric)
      },
    },
    deps,
  )
}

function metricsOf(visited: ReportVisit): string[] {
  if (visited.kind === 'problem') return [metricOf(visited.problem.code)]
  if (visited.kind !== 'found') return visited.kind === 'unchanged' ? [CRAWL_COUNTS.unchanged] : []
  const { supersedes, unread } = visited
  return [
    CRAWL_COUNTS.found,
    ...(supersedes === null ? [] : [CRAWL_COUNTS.changed]),
    ...(unread === null ? [] : [metricOf(unread.code)]),
  ]
}
