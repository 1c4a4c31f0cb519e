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
 * AWS clients for the engine.
 * @param caller access key of the clients; the front door identifies callers by it
 */
export function createClients(endpoint: string, caller: string): Clients {
  const config = { endpoint, region: REGION, credentials: { accessKeyId: caller, secretAccessKey: 'local' } }
  return {
    s3: new S3Client({ ...config, forcePathStyle: true }),
    sqs: new SQSClient(config),
    dynamodb: new DynamoDBClient(config),
  }
}
