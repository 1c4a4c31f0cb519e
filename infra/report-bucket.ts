import { Duration, type IResource, RemovalPolicy, Validations } from 'aws-cdk-lib'
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  BucketPolicy,
  type CfnBucket,
  type IBucket,
} from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'

/** How long a file that was overwritten or deleted by mistake can be restored. */
const NONCURRENT_DAYS = 90

/** What the constructs need of the bucket, be it made or found. */
export interface BucketRef extends IResource, Pick<IBucket, 'bucketName' | 'bucketArn' | 'arnForObjects'> {}

/** Incoming reports, their texts, and the refused files. The bucket stays when the stack is deleted. */
export class ReportBucket extends Construct {
  readonly bucket: BucketRef

  /** @param existing a bucket that is there already, used as it is; null to make one */
  constructor(scope: Construct, id: string, existing: string | null) {
    super(scope, id)
    this.bucket = existing === null ? makeBucket(this) : takeBucket(this, existing)
  }
}

/** Of a bucket that is there already, everything stays but its policy: that was deleted with the stack that made it. */
function takeBucket(scope: Construct, name: string): IBucket {
  const bucket = Bucket.fromBucketName(scope, 'Bucket', name)
  new BucketPolicy(scope, 'Policy', { bucket }).document.addStatements(
    new PolicyStatement({
      effect: Effect.DENY,
      principals: [new AnyPrincipal()],
      actions: ['s3:*'],
      resources: [bucket.bucketArn, bucket.arnForObjects('*')],
      conditions: { Bool: { 'aws:SecureTransport': 'false' } },
    }),
  )
  return bucket
}

function makeBucket(scope: Construct): Bucket {
  const bucket = new Bucket(scope, 'Bucket', {
    versioned: true,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    removalPolicy: RemovalPolicy.RETAIN,
    lifecycleRules: [
      {
        noncurrentVersionExpiration: Duration.days(NONCURRENT_DAYS),
        abortIncompleteMultipartUploadAfter: Duration.days(7),
      },
    ],
  })
  // The bucket construct's own option would add a custom resource with a Python function to every deployment.
  const cfnBucket = bucket.node.defaultChild as CfnBucket
  cfnBucket.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } }
  Validations.of(bucket).acknowledge({
    id: 'AwsSolutions-S1',
    reason: 'The sightings table has a row for each incoming object. CloudTrail data events can record who reads.',
  })
  return bucket
}
