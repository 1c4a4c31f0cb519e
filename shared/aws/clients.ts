import { S3Client } from '@aws-sdk/client-s3'
import { SQSClient } from '@aws-sdk/client-sqs'

/** Region, endpoint and credentials come from the environment, set by Lambda or the local engine. */
export function makeBucketClient(): S3Client {
  return new S3Client()
}

export function makeQueueClient(): SQSClient {
  return new SQSClient()
}
