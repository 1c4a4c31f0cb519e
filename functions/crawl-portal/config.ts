import * as v from 'valibot'

const Environment = v.pipe(
  v.object({
    COVERAGE_TABLE: v.pipe(v.string(), v.minLength(3)),
    HOSTS_TABLE: v.pipe(v.string(), v.minLength(3)),
    PAGE_QUEUE_URL: v.pipe(v.string(), v.url()),
    MAX_RECEIVE_COUNT: v.pipe(v.string(), v.toNumber(), v.integer(), v.minValue(1)),
    /** How long one walk may take. Shorter than the function's timeout. */
    WORK_SECONDS: v.pipe(v.string(), v.toNumber(), v.minValue(1)),
    STAGE: v.string(),
    /** Set only by the local engine, for test servers. No template has it. */
    FAZHI_ALLOW_LOOPBACK: v.optional(v.literal('yes')),
  }),
  v.transform((environment) => ({
    coverageTable: environment.COVERAGE_TABLE,
    hostsTable: environment.HOSTS_TABLE,
    pageQueueUrl: environment.PAGE_QUEUE_URL,
    maxReceiveCount: environment.MAX_RECEIVE_COUNT,
    workSeconds: environment.WORK_SECONDS,
    stage: environment.STAGE,
    allowLoopback: environment.FAZHI_ALLOW_LOOPBACK === 'yes',
  })),
)

export type Config = v.InferOutput<typeof Environment>

/** @throws {v.ValiError} with the variable that is missing or wrong */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  return v.parse(Environment, environment)
}
