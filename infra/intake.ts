import type { Duration } from 'aws-cdk-lib'
import { Rule } from 'aws-cdk-lib/aws-events'
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets'
import { Construct } from 'constructs'
import { INCOMING_PREFIX } from '../shared/store/object-keys.ts'
import { DeadLetteredQueue } from './dead-lettered-queue.ts'
import type { BucketRef } from './report-bucket.ts'

export interface IntakeProps {
  readonly bucket: BucketRef
  /** Timeout of the function that reads the intake queue. */
  readonly functionTimeout: Duration
}

/** EventBridge sends a message to the intake queue for each new object under `incoming/`. */
export class Intake extends Construct {
  readonly queue: DeadLetteredQueue
  readonly rule: Rule

  constructor(scope: Construct, id: string, { bucket, functionTimeout }: IntakeProps) {
    super(scope, id)
    this.queue = new DeadLetteredQueue(this, 'Intake', { functionTimeout })
    this.rule = new Rule(this, 'ObjectCreated', {
      description: 'New objects under incoming/ go to the intake queue.',
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: { bucket: { name: [bucket.bucketName] }, object: { key: [{ prefix: INCOMING_PREFIX }] } },
      },
      targets: [new SqsQueue(this.queue.queue, { deadLetterQueue: this.queue.deadLetters })],
    })
  }
}
