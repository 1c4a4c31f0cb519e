import { Duration, Stack } from 'aws-cdk-lib'
import { Alarm, ComparisonOperator, type IMetric, Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Topic } from 'aws-cdk-lib/aws-sns'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { METRIC_NAMESPACE, METRIC_SERVICE, METRICS, STAGE_DIMENSION } from '../shared/aws/metric-names.ts'
import { CRAWL_ALARMS } from '../shared/crawl/metrics.ts'
import type { DeadLetteredQueue } from './dead-lettered-queue.ts'
import type { Worker } from './worker.ts'

const RUNBOOK = 'docs/operations.md'
const CRAWL_RUNBOOK = 'docs/portals.md'

/** Alarms look at five minutes: sooner says little of a queue that retries over half an hour. */
const PERIOD = Duration.minutes(5)

/** A bulk upload may keep a queue busy for a while; an hour means that it does not drain. */
const OLDEST_MESSAGE = Duration.hours(1)

export interface MonitoringProps {
  /** By the name that their alarms carry. */
  readonly queues: Readonly<Record<string, DeadLetteredQueue>>
  readonly workers: Readonly<Record<string, Worker>>
  /** Walks of portals that never began or never ended. */
  readonly walkDeadLetters: Queue
  readonly stage: string
}

/** Alarms, each with its section in the runbook, and the topic to subscribe to for hearing of them. */
export class Monitoring extends Construct {
  readonly topic: Topic

  constructor(scope: Construct, id: string, { queues, workers, walkDeadLetters, stage }: MonitoringProps) {
    super(scope, id)
    this.topic = new Topic(this, 'Topic', { displayName: `Fazhi ${stage}`, enforceSSL: true })
    // A topic with a policy of its own has lost the default one, by which alarms of the account could publish.
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    )
    for (const [name, { queue, deadLetters }] of Object.entries(queues)) {
      this.#alarm(`${name}DeadLetters`, 'dead-letters', `Messages of ${name} were put aside.`, {
        metric: deadLetters.metricApproximateNumberOfMessagesVisible({ period: PERIOD, statistic: 'Maximum' }),
      })
      this.#alarm(`${name}Age`, 'old-messages', `${name} does not drain.`, {
        metric: queue.metricApproximateAgeOfOldestMessage({ period: PERIOD, statistic: 'Maximum' }),
        threshold: OLDEST_MESSAGE.toSeconds(),
      })
    }
    for (const [name, worker] of Object.entries(workers))
      this.#alarm(`${name}Errors`, 'function-errors', `${name} crashed, ran out of time or out of memory.`, {
        metric: worker.function.metricErrors({ period: PERIOD }),
      })
    this.#alarm('FailedDocuments', 'failed-documents', 'Documents ended FAILED.', {
      metric: metricOf(METRICS.failed, stage),
    })
    this.#alarm('UnreadableMessages', 'unreadable-messages', 'Messages of an unknown shape were thrown away.', {
      metric: metricOf(METRICS.unreadableMessages, stage),
    })
    this.#alarm('WalkDeadLetters', 'dead-letters', 'Walks of portals were put aside.', {
      metric: walkDeadLetters.metricApproximateNumberOfMessagesVisible({ period: PERIOD, statistic: 'Maximum' }),
    })
    for (const { metric, means } of Object.values(CRAWL_ALARMS))
      this.#alarm(
        `Crawl${metric}`,
        `${metric.toLowerCase()}`,
        means,
        { metric: metricOf(metric, stage) },
        CRAWL_RUNBOOK,
      )
  }

  #alarm(
    id: string,
    section: string,
    what: string,
    { metric, threshold = 1 }: { metric: IMetric; threshold?: number },
    runbook = RUNBOOK,
  ) {
    const alarm = new Alarm(this, id, {
      metric,
      threshold,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription: `${what} See ${runbook}#${section}`,
    })
    alarm.addAlarmAction(new SnsAction(this.topic))
  }
}

function metricOf(metricName: string, stage: string): Metric {
  const dimensionsMap = { service: METRIC_SERVICE, [STAGE_DIMENSION]: stage }
  return new Metric({ namespace: METRIC_NAMESPACE, metricName, dimensionsMap, statistic: 'Sum', period: PERIOD })
}
