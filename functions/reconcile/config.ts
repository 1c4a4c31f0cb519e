import * as v from 'valibot'

const Environment = v.pipe(
  v.object({
    BUCKET_NAME: v.pipe(v.string(), v.minLength(3)),
    DOCUMENTS_TABLE: v.pipe(v.string(), v.minLength(3)),
    INDICATORS_TABLE: v.pipe(v.string(), v.minLength(3)),
    RUNS_TABLE: v.pipe(v.string(), v.minLength(3)),
    REPORTS_TABLE: v.pipe(v.string(), v.minLength(3)),
    SIGHTINGS_TABLE: v.pipe(v.string(), v.minLength(3)),
    INTAKE_QUEUE_URL: v.pipe(v.string(), v.url()),
    INDICATOR_QUEUE_URL: v.pipe(v.string(), v.url()),
    REPROCESS_QUEUE_URL: v.pipe(v.string(), v.url()),
    REPROCESSED_QUEUE_URL: v.pipe(v.string(), v.url()),
    STAGE: v.string(),
  }),
  v.transform((environment) => ({
    bucketName: environment.BUCKET_NAME,
    documentsTable: environment.DOCUMENTS_TABLE,
    indicatorsTable: environment.INDICATORS_TABLE,
    runsTable: environment.RUNS_TABLE,
    reportsTable: environment.REPORTS_TABLE,
    sightingsTable: environment.SIGHTINGS_TABLE,
    intakeQueueUrl: environment.INTAKE_QUEUE_URL,
    indicatorQueueUrl: environment.INDICATOR_QUEUE_URL,
    reprocessQueueUrl: environment.REPROCESS_QUEUE_URL,
    reprocessedQueueUrl: environment.REPROCESSED_QUEUE_URL,
    stage: environment.STAGE,
  })),
)

export type Config = v.InferOutput<typeof Environment>

/** @throws {v.ValiError} with the variable that is missing or wrong */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  return v.parse(Environment, environment)
}
