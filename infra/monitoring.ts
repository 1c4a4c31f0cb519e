import { Stack } from 'aws-cdk-lib'
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { Construct } from 'constructs'
import { alarmsOf, type Watched } from './alarms.ts'
import { Dashboard } from './dashboard.ts'
import type { StackAlarm } from './stack-alarm.ts'

export interface MonitoringProps extends Watched {
  /** Address of the folder `docs/`. */
  readonly docs: string
}

/** The alarms of the stack, each with its severity and the address of its section in the runbook, the topic that they notify, and a dashboard. */
export class Monitoring extends Construct {
  readonly topic: Topic

  constructor(scope: Construct, id: string, { docs, ...watched }: MonitoringProps) {
    super(scope, id)
    this.topic = new Topic(this, 'Topic', { displayName: `Fazhi ${watched.stage}`, enforceSSL: true })
    // A topic with a policy of its own loses the default one, which lets alarms of the account publish.
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    )
    const alarms = alarmsOf(watched).map((stackAlarm) => {
      const { id: alarmId, metric, threshold, periods = 1, isHeartbeat = false } = stackAlarm
      const alarm = new Alarm(this, alarmId, {
        metric,
        threshold,
        evaluationPeriods: periods,
        comparisonOperator: isHeartbeat
          ? ComparisonOperator.LESS_THAN_THRESHOLD
          : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
        treatMissingData: isHeartbeat ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
        alarmDescription: descriptionOf(stackAlarm, docs),
      })
      alarm.addAlarmAction(new SnsAction(this.topic))
      return alarm
    })
    new Dashboard(this, 'Overview', { alarms, queues: watched.queues, stage: watched.stage })
  }
}

/** The severity comes first, so that a subscription can take urgent alarms only. */
function descriptionOf({ severity, means, section }: StackAlarm, docs: string): string {
  return `[${severity}] ${means} ${docs}/runbook.md#${section}`
}
