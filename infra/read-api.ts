import { Aws, Duration, RemovalPolicy, Validations } from 'aws-cdk-lib'
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import {
  CorsHttpMethod,
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpStage,
  type IHttpRouteAuthorizer,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpIamAuthorizer, HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { BASE_PATH } from '../shared/api/base-path.ts'
import { EXPORT_MANIFEST_KEY, INCOMING_PREFIX, TEXT_PREFIX } from '../shared/store/object-keys.ts'
import {
  BY_CODE,
  BY_DOCUMENT,
  BY_STATUS,
  BY_YEAR,
  BY_YEAR_CHANGE,
  BY_YEAR_MISSING,
  BY_YEAR_PUBLISHER,
} from '../shared/store/tables.ts'
import { allowUnder } from './prefix-access.ts'
import type { BucketRef } from './report-bucket.ts'
import type { ApiAccess } from './settings.ts'
import type { Tables } from './tables.ts'
import { Worker } from './worker.ts'

/** An HTTP API waits no longer than 30 s. */
const TIMEOUT = Duration.seconds(29)
/** Places of all names are held in memory; what is left of a vCPU compares them. */
const MEMORY_MEGABYTES = 1024
/** Requests a second of all readers together: a few researchers, each reading page after page. What is above gets 429. */
const RATE_LIMIT = 50
const BURST_LIMIT = 100

/** What is logged of a request: not who asked, nor from where. */
const LOGGED = {
  requestId: '$context.requestId',
  method: '$context.httpMethod',
  path: '$context.path',
  status: '$context.status',
  bytes: '$context.responseLength',
  milliseconds: '$context.responseLatency',
  error: '$context.error.message',
}

/** What a page elsewhere may send and see, where its origin may read. */
const CORS_HEADERS = ['authorization', 'if-none-match', 'x-amz-date', 'x-amz-security-token']
const CORS_EXPOSED = ['etag', 'link', 'retry-after', 'content-disposition']
const CORS_MAX_AGE = Duration.hours(1)

export interface ReadApiProps {
  readonly access: ApiAccess
  /** Empty for none. */
  readonly corsOrigins: readonly string[]
  readonly bucket: BucketRef
  readonly tables: Tables
  readonly stage: string
}

/** The read API. Everything but `/health` asks who is there, unless it is open. Its function can write nothing but its log. */
export class ReadApi extends Construct {
  readonly worker: Worker
  readonly api: HttpApi

  constructor(scope: Construct, id: string, { access, corsOrigins, bucket, tables, stage }: ReadApiProps) {
    super(scope, id)
    const { documents, reports, indicators, formerIndicators, sightings, coverage } = tables
    this.worker = new Worker(this, 'ReadApi', {
      name: 'read-api',
      description: 'Answers readers out of the tables.',
      timeout: TIMEOUT,
      memoryMegabytes: MEMORY_MEGABYTES,
      stage,
      environment: {
        BUCKET_NAME: bucket.bucketName,
        DOCUMENTS_TABLE: documents.tableName,
        REPORTS_TABLE: reports.tableName,
        INDICATORS_TABLE: indicators.tableName,
        FORMER_INDICATORS_TABLE: formerIndicators.tableName,
        SIGHTINGS_TABLE: sightings.tableName,
        COVERAGE_TABLE: coverage.tableName,
        // A browser cannot sign, and sends no token with the address of a page.
        ...(access.kind === 'open' && { SERVES_PAGE: 'true' }),
      },
    })
    this.worker.allow(['dynamodb:GetItem', 'dynamodb:BatchGetItem'], documents.tableArn)
    this.worker.allow(['dynamodb:Query'], `${documents.tableArn}/index/${BY_YEAR_PUBLISHER}`)
    this.worker.allow(['dynamodb:Query'], `${documents.tableArn}/index/${BY_STATUS}`)
    this.worker.allow(['dynamodb:BatchGetItem', 'dynamodb:Query'], reports.tableArn)
    this.worker.allow(['dynamodb:Query'], `${reports.tableArn}/index/${BY_YEAR_CHANGE}`)
    this.worker.allow(['dynamodb:Query'], indicators.tableArn)
    this.worker.allow(['dynamodb:Query'], formerIndicators.tableArn)
    this.worker.allow(['dynamodb:Query'], `${indicators.tableArn}/index/${BY_CODE}`)
    this.worker.allow(['dynamodb:Query'], `${sightings.tableArn}/index/${BY_DOCUMENT}`)
    this.worker.allow(['dynamodb:BatchGetItem'], coverage.tableArn)
    this.worker.allow(['dynamodb:Query'], `${coverage.tableArn}/index/${BY_YEAR}`)
    this.worker.allow(['dynamodb:Query'], `${coverage.tableArn}/index/${BY_YEAR_MISSING}`)
    allowUnder(TEXT_PREFIX, bucket, ['s3:GetObject'], this.worker.function)
    this.worker.allow(['s3:GetObject'], bucket.arnForObjects(EXPORT_MANIFEST_KEY))
    // Whoever follows the address of a file has this permission of the function, for that object and a minute.
    allowUnder(INCOMING_PREFIX, bucket, ['s3:GetObject', 's3:GetObjectVersion'], this.worker.function)
    // Without this permission S3 answers for an object that is gone with AccessDenied.
    this.worker.allow(['s3:ListBucket'], bucket.bucketArn)

    const integration = new HttpLambdaIntegration('Reading', this.worker.function)
    this.api = new HttpApi(this, 'Api', {
      apiName: Aws.STACK_NAME,
      description: 'Reads Fazhi.',
      createDefaultStage: false,
      defaultAuthorizer: authorizerOf(access),
      defaultIntegration: integration,
      ...(corsOrigins.length > 0 && {
        corsPreflight: {
          allowOrigins: [...corsOrigins],
          allowMethods: [CorsHttpMethod.GET, CorsHttpMethod.HEAD],
          allowHeaders: CORS_HEADERS,
          exposeHeaders: CORS_EXPOSED,
          maxAge: CORS_MAX_AGE,
        },
      }),
    })
    const [health] = this.api.addRoutes({
      path: `${BASE_PATH}/health`,
      methods: [HttpMethod.GET],
      integration,
      authorizer: new HttpNoneAuthorizer(),
    })
    Validations.of(health!).acknowledge({
      id: 'AwsSolutions-APIG4',
      reason: "Whether the API answers is nobody's secret, and whoever watches it has no credentials.",
    })
    if (access.kind === 'open')
      Validations.of(this.api).acknowledge({
        id: 'AwsSolutions-APIG4',
        reason: 'Whoever deploys has chosen to let everybody read: the reports are public. Requests are limited.',
      })
    const logs = new LogGroup(this, 'Requests', {
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    })
    new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: RATE_LIMIT, burstLimit: BURST_LIMIT },
      accessLogSettings: {
        destination: new LogGroupLogDestination(logs),
        format: AccessLogFormat.custom(JSON.stringify(LOGGED)),
      },
    })
  }
}

function authorizerOf(access: ApiAccess): IHttpRouteAuthorizer {
  switch (access.kind) {
    case 'iam':
      return new HttpIamAuthorizer()
    case 'open':
      return new HttpNoneAuthorizer()
    case 'jwt':
      return new HttpJwtAuthorizer('Token', access.issuer, { jwtAudience: [...access.audience] })
  }
}
