import * as v from 'valibot'

const Environment = v.pipe(
  v.object({
    BUCKET_NAME: v.pipe(v.string(), v.minLength(3)),
    COVERAGE_TABLE: v.pipe(v.string(), v.minLength(3)),
    WALK_QUEUE_URL: v.pipe(v.string(), v.url()),
    STAGE: v.string(),
  }),
  v.transform((environment) => ({
    bucketName: environment.BUCKET_NAME,
    coverageTable: environment.COVERAGE_TABLE,
    walkQueueUrl: environment.WALK_QUEUE_URL,
    stage: environment.STAGE,
  })),
)

export type Config = v.InferOutput<typeof Environment>

/** @throws {v.ValiError} with the variable that is missing or wrong */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  return v.parse(Environment, environment)
}
