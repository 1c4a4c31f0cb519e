import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda'
import { CfnSchedule, type CfnScheduleGroup } from 'aws-cdk-lib/aws-scheduler'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import type { PortalEvent } from '../shared/crawl/portal.ts'
import type { PortalsFile } from '../shared/crawl/portals.ts'
import { scheduleRole } from './schedule-role.ts'

/** Spreads portals with the same rate over time, so that not all walks start in the same minute. */
const WINDOW_MINUTES = 30
/** A walk that cannot be started within an hour becomes a dead letter; the next one starts on schedule. */
const MAX_AGE_SECONDS = 3600
const MAX_RETRIES = 3

export interface PortalSchedulesProps {
  readonly crawlPortal: LambdaFunction
  /** Takes walks that could not be started. */
  readonly deadLetters: Queue
  readonly portals: PortalsFile
  readonly group: CfnScheduleGroup
}

/** A schedule for each portal. Its input is the portal's whole entry. */
export class PortalSchedules extends Construct {
  constructor(scope: Construct, id: string, { crawlPortal, deadLetters, portals, group }: PortalSchedulesProps) {
    super(scope, id)
    const role = scheduleRole(this, 'Role')
    const allow = (actions: string[], resource: string) =>
      role.addToPolicy(new PolicyStatement({ actions, resources: [resource] }))
    allow(['lambda:InvokeFunction'], crawlPortal.functionArn)
    allow(['sqs:SendMessage'], deadLetters.queueArn)

    for (const portal of portals.portals) {
      const input: PortalEvent = { contact: portals.contact, portal }
      const schedule = new CfnSchedule(this, portal.id, {
        description: `Walks the portal of ${portal.name}.`,
        groupName: group.ref,
        scheduleExpression: portal.schedule,
        scheduleExpressionTimezone: 'Asia/Shanghai',
        flexibleTimeWindow: { mode: 'FLEXIBLE', maximumWindowInMinutes: WINDOW_MINUTES },
        state: portal.paused ? 'DISABLED' : 'ENABLED',
        target: {
          arn: crawlPortal.functionArn,
          roleArn: role.roleArn,
          input: JSON.stringify(input),
          deadLetterConfig: { arn: deadLetters.queueArn },
          retryPolicy: { maximumEventAgeInSeconds: MAX_AGE_SECONDS, maximumRetryAttempts: MAX_RETRIES },
        },
      })
      schedule.node.addDependency(role)
    }
  }
}
