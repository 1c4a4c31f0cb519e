import { CloudWatchClient, GetMetricStatisticsCommand } from '@aws-sdk/client-cloudwatch'
import * as v from 'valibot'
import { QUEUE_AGES_PATH } from '../../local/queue-ages.ts'

/** Seconds since the oldest message of a queue was sent. Null if it has none, or if nobody knows. */
export type AgeOfQueue = (queueName: string) => Promise<number | null>

/** SQS publishes its metrics once a minute, some minutes late. */
const LOOK_BACK_SECONDS = 900
const PERIOD_SECONDS = 60

/** Only CloudWatch knows it in AWS. */
export function agesInCloudWatch(client = new CloudWatchClient()): AgeOfQueue {
  return async (queueName) => {
    const now = Date.now()
    const { Datapoints = [] } = await client.send(
      new GetMetricStatisticsCommand({
        Namespace: 'AWS/SQS',
        MetricName: 'ApproximateAgeOfOldestMessage',
        Dimensions: [{ Name: 'QueueName', Value: queueName }],
        StartTime: new Date(now - LOOK_BACK_SECONDS * 1000),
        EndTime: new Date(now),
        Period: PERIOD_SECONDS,
        Statistics: ['Maximum'],
      }),
    )
    const newest = Datapoints.toSorted((a, b) => Number(a.Timestamp) - Number(b.Timestamp)).at(-1)
    return newest?.Maximum ?? null
  }
}

const Ages = v.record(v.string(), v.number())

/** The local engine tells it at a path of its own. */
export function agesInEngine(endpoint: string): AgeOfQueue {
  return async (queueName) => {
    const answer = await fetch(`${endpoint}${QUEUE_AGES_PATH}`)
    return v.parse(Ages, await answer.json())[queueName] ?? null
  }
}
