import * as v from 'valibot'

const Environment = v.pipe(
  v.object({
    BUCKET_NAME: v.pipe(v.string(), v.minLength(3)),
    DOCUMENTS_TABLE: v.pipe(v.string(), v.minLength(3)),
    REPORTS_TABLE: v.pipe(v.string(), v.minLength(3)),
    INDICATORS_TABLE: v.pipe(v.string(), v.minLength(3)),
    FORMER_INDICATORS_TABLE: v.pipe(v.string(), v.minLength(3)),
    SIGHTINGS_TABLE: v.pipe(v.string(), v.minLength(3)),
    COVERAGE_TABLE: v.pipe(v.string(), v.minLength(3)),
    SERVES_PAGE: v.optional(v.literal('true')),
    STAGE: v.string(),
  }),
  v.transform((environment) => ({
    bucketName: environment.BUCKET_NAME,
    tables: {
      documents: environment.DOCUMENTS_TABLE,
      reports: environment.REPORTS_TABLE,
      indicators: environment.INDICATORS_TABLE,
      formerIndicators: environment.FORMER_INDICATORS_TABLE,
      sightings: environment.SIGHTINGS_TABLE,
      coverage: environment.COVERAGE_TABLE,
    },
    servesPage: environment.SERVES_PAGE !== undefined,
    stage: environment.STAGE,
  })),
)

export type Config = v.InferOutput<typeof Environment>

/** @throws {v.ValiError} with the variable that is missing or wrong */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  return v.parse(Environment, environment)
}
