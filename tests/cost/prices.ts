/**
 * On-demand prices of AWS in us-east-1, in USD, without free tiers and discounts. They are those of AWS's price list as two public
 * repositories keep it, read independently of each other, which agree wherever both have a price:
 *
 * - SatsyilCorp/compass-demo, `src/common/python/compass_common/aws_prices_us_east_1.json` at 5cbcc75, taken on 11 August 2026 with the
 *   code of each price. It has all but EventBridge.
 * - catchmeif404/aws-cost-calculator, `backend/src/main/resources/pricing/us-east-1-pricing.json` at bfd879f, taken on 3 September 2026.
 *   It has all but the requests of S3.
 *
 * To take newer ones: pricing.us-east-1.amazonaws.com/offers/v1.0/aws/SERVICE/current/us-east-1/index.json, by the codes below.
 */
export const PRICES = {
  asOf: 'August 2026',
  region: 'us-east-1',
  perMillion: {
    /** AmazonDynamoDB, `WriteRequestUnits`. */
    dynamoWriteUnits: 0.625,
    /** AmazonDynamoDB, `ReadRequestUnits`. */
    dynamoReadUnits: 0.125,
    /** AWSLambda, `Request-ARM`. */
    lambdaRequests: 0.2,
    /** AmazonS3, `Requests-Tier1`. */
    s3Writes: 5,
    /** AmazonS3, `Requests-Tier2`. */
    s3Reads: 0.4,
    /** AWSQueueService, `Requests-RBP`. */
    sqsRequests: 0.4,
    /** AWSEvents, `PutEvents`. S3 sends events to EventBridge only if asked to, and those cost what own events do. */
    eventBridgeEvents: 1,
  },
  /** AWSLambda, `Lambda-GB-Second-ARM`. */
  lambdaGigabyteSecond: 0.0000133334,
  /** AmazonCloudWatch, `USE1-VendedLog-Bytes`. */
  logGigabyte: 0.5,
  /** A month. AmazonDynamoDB and AmazonS3, `TimedStorage-ByteHrs`. */
  stored: { dynamoGigabyte: 0.25, s3Gigabyte: 0.023 },
} as const
