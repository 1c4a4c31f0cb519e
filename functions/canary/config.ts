import * as v from 'valibot'

const Environment = v.pipe(
  v.object({
    BUCKET_NAME: v.pipe(v.string(), v.minLength(3)),
    DOCUMENTS_TABLE: v.pipe(v.string(), v.minLength(3)),
    RUNS_TABLE: v.pipe(v.string(), v.minLength(3)),
    INDICATORS_TABLE: v.pipe(v.string(), v.minLength(3)),
    SIGHTINGS_TABLE: v.pipe(v.string(), v.minLength(3)),
    STAGE: v.string(),
  }),
  v.transform((environment) => ({
    bucketName: environment.BUCKET_NAME,
    documentsTable: environment.DOCUMENTS_TABLE,
    runsTable: environment.RUNS_TABLE,
    indicatorsTable: environment.INDICATORS_TABLE,
    sightingsTable: environment.SIGHTINGS_TABLE,
    stage: environment.STAGE,
  })),
)

export type Config = v.InferOutput<typeof Environment>

/** @throws {v.ValiError} with the variable that is missing or wrong */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  return v.parse(Environment, environment)
}
