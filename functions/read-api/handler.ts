import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware'
import middy from '@middy/core'
import type { Context } from 'aws-lambda'
import { type APIGatewayProxyResult, handle, type LambdaContext, type LambdaEvent } from 'hono/aws-lambda'
import { CSV_TYPE, makeApi } from '../../shared/api/app.ts'
import type { AnswerDeps } from '../../shared/api/endpoint.ts'
import { addPage, type PageDeps } from '../../shared/api/page.ts'
import type { Observed } from '../../shared/aws/queue-handler.ts'

export interface Deps extends Observed, AnswerDeps {
  /** The page to look at what the API answers; null where it is not served. */
  readonly page: PageDeps['files'] | null
}

/** Handler of an HTTP API. */
export function makeHandler({ source, fileOf, page, logger }: Deps) {
  const onError = (error: Error, errorId: string) => logger.error('request failed', { error, errorId })
  const api = makeApi({ source, fileOf, onError })
  if (page !== null) addPage(api, { files: page, receive: null, corrections: null })
  // As text a table would lose its byte order mark.
  const isContentTypeBinary = (type: string) => type === CSV_TYPE
  const answer = handle(api, { isContentTypeBinary })
  return middy<LambdaEvent, APIGatewayProxyResult, Error, Context>()
    .use(injectLambdaContext(logger))
    .handler((event, context) => answer(event, context as unknown as LambdaContext))
}
