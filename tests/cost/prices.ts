/**
 * On-demand prices of AWS in us-east-1, in USD, without free tiers and discounts, as known at `asOf`. They were written down without
 * access to the price pages, aws.amazon.com/{dynamodb,lambda,s3,sqs,eventbridge,cloudwatch}/pricing: compare them there before you
 * count on the result.
 */
export const PRICES = {
  asOf: '2025-06',
  region: 'us-east-1',
  perMillion: {
    dynamoWriteUnits: 0.625,
    dynamoReadUnits: 0.125,
    lambdaRequests: 0.2,
    s3Writes: 5,
    s3Reads: 0.4,
    sqsRequests: 0.4,
    /** S3 sends events to EventBridge only if asked to, and those are charged. */
    eventBridgeEvents: 1,
  },
  /** Arm. */
  lambdaGigabyteSecond: 0.0000133334,
  logGigabyte: 0.5,
  /** A month. */
  stored: { dynamoGigabyte: 0.25, s3Gigabyte: 0.023 },
} as const
