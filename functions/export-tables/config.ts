import * as v from 'valibot'

const name = v.pipe(v.string(), v.minLength(3))

const Environment = v.pipe(
  v.object({
    BUCKET_NAME: name,
    DOCUMENTS_TABLE: name,
    REPORTS_TABLE: name,
    INDICATORS_TABLE: name,
    FORMER_INDICATORS_TABLE: name,
    COVERAGE_TABLE: name,
    STAGE: v.string(),
  }),
  v.transform((environment) => ({
    bucketName: environment.BUCKET_NAME,
    tables: {
      documents: environment.DOCUMENTS_TABLE,
      reports: environment.REPORTS_TABLE,
      indicators: environment.INDICATORS_TABLE,
      formerIndicators: environment.FORMER_INDICATORS_TABLE,
      coverage: environment.COVERAGE_TABLE,
    },
    stage: environment.STAGE,
  })),
)

export type Config = v.InferOutput<typeof Environment>

/** @throws {v.ValiError} with the variable that is missing or wrong */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  return v.parse(Environment, environment)
}
