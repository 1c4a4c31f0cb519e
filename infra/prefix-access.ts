import { Stack, Validations } from 'aws-cdk-lib'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda'
import type { CfnBucket } from 'aws-cdk-lib/aws-s3'
import type { BucketRef } from './report-bucket.ts'

/** Allows a function the actions on the objects of one folder of a bucket only. */
export function allowUnder(prefix: string, bucket: BucketRef, actions: string[], grantee: LambdaFunction): void {
  grantee.addToRolePolicy(new PolicyStatement({ actions, resources: [bucket.arnForObjects(`${prefix}*`)] }))
  Validations.of(grantee.role!).acknowledge({
    id: folderFindingOf(prefix, bucket),
    reason: `The names of objects under ${prefix} are not known when the policy is written.`,
  })
}

/** What cdk-nag calls the finding that a policy allows all objects of a folder. */
export function folderFindingOf(prefix: string, bucket: BucketRef): string {
  const { defaultChild } = bucket.node
  const arn = defaultChild
    ? `<${Stack.of(bucket).getLogicalId(defaultChild as CfnBucket)}.Arn>`
    : `arn:<AWS::Partition>:s3:::${bucket.bucketName}`
  return `AwsSolutions-IAM5[Resource::${arn}/${prefix}*]`
}
