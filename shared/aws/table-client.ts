import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

/** Region, endpoint and credentials come from the environment, set by Lambda or the local engine. */
export function makeTableClient(): DynamoDBDocumentClient {
  return tableClientOver(new DynamoDBClient())
}

/**
 * Figures keep every digit: the table stores the shortest decimal form of a double, which is read back as the same double.
 * Without these options the library refuses numbers above 2^53.
 */
export function tableClientOver(client: DynamoDBClient): DynamoDBDocumentClient {
  return DynamoDBDocumentClient.from(client, {
    marshallOptions: { allowImpreciseNumbers: true, removeUndefinedValues: true },
    unmarshallOptions: { wrapNumbers: Number },
  })
}
