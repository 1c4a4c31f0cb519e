import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { S3Client } from '@aws-sdk/client-s3'
import { SQSClient } from '@aws-sdk/client-sqs'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

/** Region, endpoint and credentials come from the environment, as Lambda (or the engine on one machine) sets them. */
export function makeTableClient(): DynamoDBDocumentClient {
  return tableClientOver(new DynamoDBClient())
}

/**
 * Figures keep every digit: a double's shortest decimal form goes to the table and comes back as the same double, where
 * the library would refuse all above 2^53.
 */
export function tableClientOver(client: DynamoDBClient): DynamoDBDocumentClient {
  return DynamoDBDocumentClient.from(client, {
    marshallOptions: { allowImpreciseNumbers: true, removeUndefinedValues: true },
    unmarshallOptions: { wrapNumbers: Number },
  })
}

export function makeBucketClient(): S3Client {
  return new S3Client()
}

export function makeQueueClient(): SQSClient {
  return new SQSClient()
}
