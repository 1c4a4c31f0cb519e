import { Stack, Validations } from 'aws-cdk-lib'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda'
import type { Bucket, CfnBucket } from 'aws-cdk-lib/aws-s3'

/** Allows a function the actions on the objects of one folder of a bucket only. */
export function allowUnder(prefix: string, bucket: Bucket, actions: string[], grantee: LambdaFunction): void {
  grantee.addToRolePolicy(new PolicyStatement({ actions, resources: [bucket.arnForObjects(`${prefix}*`)] }))
  const bucketId = Stack.of(bucket).getLogicalId(bucket.node.defaultChild as CfnBucket)
  Validations.of(grantee.role!).acknowledge({
    id: `AwsSolutions-IAM5[Resource::<${bucketId}.Arn>/${prefix}*]`,
    reason: `The names of objects under ${prefix} are not known when the policy is written.`,
  })
}
