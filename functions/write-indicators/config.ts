import * as v from 'valibot'

const Environment = v.pipe(
  v.object({
    DOCUMENTS_TABLE: v.pipe(v.string(), v.minLength(3)),
    RUNS_TABLE: v.pipe(v.string(), v.minLength(3)),
    REPORTS_TABLE: v.pipe(v.string(), v.minLength(3)),
    INDICATORS_TABLE: v.pipe(v.string(), v.minLength(3)),
    MAX_RECEIVE_COUNT: v.pipe(v.string(), v.toNumber(), v.integer(), v.minValue(1)),
    STAGE: v.string(),
  }),
  v.transform((environment) => ({
    documentsTable: environment.DOCUMENTS_TABLE,
    runsTable: environment.RUNS_TABLE,
    reportsTable: environment.REPORTS_TABLE,
    indicatorsTable: environment.INDICATORS_TABLE,
    maxReceiveCount: environment.MAX_RECEIVE_COUNT,
    stage: environment.STAGE,
  })),
)

export type Config = v.InferOutput<typeof Environment>

/** @throws {v.ValiError} with the variable that is missing or wrong */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  return v.parse(Environment, environment)
}
