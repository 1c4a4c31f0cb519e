import * as v from 'valibot'

const Environment = v.pipe(
  v.object({
    BUCKET_NAME: v.pipe(v.string(), v.minLength(3)),
    DOCUMENTS_TABLE: v.pipe(v.string(), v.minLength(3)),
    INDICATORS_TABLE: v.pipe(v.string(), v.minLength(3)),
    RUNS_TABLE: v.pipe(v.string(), v.minLength(3)),
    REPORTS_TABLE: v.pipe(v.string(), v.minLength(3)),
    SIGHTINGS_TABLE: v.pipe(v.string(), v.minLength(3)),
    INDICATOR_QUEUE_URL: v.pipe(v.string(), v.url()),
    REPROCESSED_QUEUE_URL: v.pipe(v.string(), v.url()),
    MAX_RECEIVE_COUNT: v.pipe(v.string(), v.toNumber(), v.integer(), v.minValue(1)),
    STAGE: v.string(),
  }),
  v.transform((environment) => ({
    bucketName: environment.BUCKET_NAME,
    documentsTable: environment.DOCUMENTS_TABLE,
    indicatorsTable: environment.INDICATORS_TABLE,
    runsTable: environment.RUNS_TABLE,
    reportsTable: environment.REPORTS_TABLE,
    sightingsTable: environment.SIGHTINGS_TABLE,
    indicatorQueueUrl: environment.INDICATOR_QUEUE_URL,
    reprocessedQueueUrl: environment.REPROCESSED_QUEUE_URL,
    maxReceiveCount: environment.MAX_RECEIVE_COUNT,
    stage: environment.STAGE,
  })),
)

export type Config = v.InferOutput<typeof Environment>

/** @throws {v.ValiError} with the variable that is missing or wrong */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  return v.parse(Environment, environment)
}
