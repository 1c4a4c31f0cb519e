import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { S3Client } from '@aws-sdk/client-s3'
import { SQSClient } from '@aws-sdk/client-sqs'
import { REGION } from './template.ts'

export interface Clients {
  readonly s3: S3Client
  readonly sqs: SQSClient
  readonly dynamodb: DynamoDBClient
}

/**
 * Clients that speak to the engine.
 * @param caller the access key that they sign with, by which the front door tells callers apart
 */
export function createClients(endpoint: string, caller: string): Clients {
  const config = { endpoint, region: REGION, credentials: { accessKeyId: caller, secretAccessKey: 'local' } }
  return {
    s3: new S3Client({ ...config, forcePathStyle: true }),
    sqs: new SQSClient(config),
    dynamodb: new DynamoDBClient(config),
  }
}
