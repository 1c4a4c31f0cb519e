import { Aspects, Aws, type IAspect, RemovalPolicy, Stack } from 'aws-cdk-lib'
import { CfnTable } from 'aws-cdk-lib/aws-dynamodb'
import { ManagedPolicy, Policy, type PolicyDocument, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { type IKey, Key } from 'aws-cdk-lib/aws-kms'
import { CfnLogGroup } from 'aws-cdk-lib/aws-logs'
import { CfnBucket } from 'aws-cdk-lib/aws-s3'
import { CfnTopic } from 'aws-cdk-lib/aws-sns'
import { CfnQueue } from 'aws-cdk-lib/aws-sqs'
import { Construct, type IConstruct } from 'constructs'
import { keyActionsFor } from './key-actions.ts'

/** How long SQS uses a data key before it asks for another. */
const DATA_KEY_SECONDS = 3600

/**
 * Encrypts with one key whatever a stack keeps: bucket, tables, queues, topic and logs. Whoever may use one of them may use the key for
 * it, and for nothing else.
 */
export class Encryption extends Construct {
  readonly key: IKey

  /** @param keyArn a key that is there already, with a policy such as the one below; null to make one */
  constructor(scope: Construct, id: string, keyArn: string | null) {
    super(scope, id)
    this.key = keyArn === null ? makeKey(this) : Key.fromKeyArn(this, 'Key', keyArn)
    Aspects.of(Stack.of(this)).add(new EncryptAll(this.key.keyArn))
  }
}

/** IAM policies of the account say who uses it. These services use it in their own name. */
function makeKey(scope: Construct): Key {
  const key = new Key(scope, 'Key', {
    description: 'Encrypts what Fazhi keeps.',
    enableKeyRotation: true,
    // What it has encrypted stays when the stack is deleted.
    removalPolicy: RemovalPolicy.RETAIN,
  })
  const logGroups = `arn:${Aws.PARTITION}:logs:${Aws.REGION}:${Aws.ACCOUNT_ID}:log-group:*`
  key.addToResourcePolicy(
    new PolicyStatement({
      sid: 'Logs',
      principals: [new ServicePrincipal(`logs.${Aws.REGION}.amazonaws.com`)],
      actions: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
      resources: ['*'],
      conditions: { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': logGroups } },
    }),
  )
  key.addToResourcePolicy(
    new PolicyStatement({
      sid: 'EventsAndAlarms',
      principals: [new ServicePrincipal('events.amazonaws.com'), new ServicePrincipal('cloudwatch.amazonaws.com')],
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: ['*'],
      conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
    }),
  )
  return key
}

/** Visits everything, so that nobody who adds a queue has to think of the key. */
class EncryptAll implements IAspect {
  readonly #keyArn: string

  constructor(keyArn: string) {
    this.#keyArn = keyArn
  }

  visit(node: IConstruct): void {
    if (node instanceof CfnQueue) {
      node.sqsManagedSseEnabled = undefined
      node.kmsMasterKeyId = this.#keyArn
      node.kmsDataKeyReusePeriodSeconds = DATA_KEY_SECONDS
    } else if (node instanceof CfnTable) {
      node.sseSpecification = { sseEnabled: true, sseType: 'KMS', kmsMasterKeyId: this.#keyArn }
    } else if (node instanceof CfnBucket) {
      const byDefault = { sseAlgorithm: 'aws:kms', kmsMasterKeyId: this.#keyArn }
      node.bucketEncryption = {
        serverSideEncryptionConfiguration: [{ serverSideEncryptionByDefault: byDefault, bucketKeyEnabled: true }],
      }
    } else if (node instanceof CfnTopic) {
      node.kmsMasterKeyId = this.#keyArn
    } else if (node instanceof CfnLogGroup) {
      node.kmsKeyId = this.#keyArn
    } else if (node instanceof Policy || node instanceof ManagedPolicy) {
      this.#allow(node.document, Stack.of(node))
    }
  }

  #allow(document: PolicyDocument, stack: Stack): void {
    const { Statement }: { Statement: { Action: string | string[] }[] } = stack.resolve(document)
    const actions = Statement.flatMap(({ Action }) => Action)
    for (const [service, keyActions] of keyActionsFor(actions))
      document.addStatements(
        new PolicyStatement({
          actions: keyActions,
          resources: [this.#keyArn],
          conditions: { StringEquals: { 'kms:ViaService': `${service}.${Aws.REGION}.amazonaws.com` } },
        }),
      )
  }
}
