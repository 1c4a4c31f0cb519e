import { runInNewContext } from 'node:vm'
import * as v from 'valibot'

/** One value of a metric, as CloudWatch keeps it. */
export interface Sample {
  readonly namespace: string
  readonly metric: string
  /** A value may be what the template says for the name of a resource. */
  readonly dimensions: Readonly<Record<string, unknown>>
  readonly at: number
  readonly value: number
}

const dimensions = v.optional(v.array(v.object({ Name: v.string(), Value: v.unknown() })), [])
const statistic = v.picklist(['Sum', 'Average', 'Maximum', 'SampleCount'])

const query = v.object({
  Id: v.string(),
  Expression: v.optional(v.string()),
  ReturnData: v.optional(v.boolean(), true),
  MetricStat: v.optional(
    v.object({
      Metric: v.object({ Namespace: v.string(), MetricName: v.string(), Dimensions: dimensions }),
      Period: v.number(),
      Stat: statistic,
    }),
  ),
  Period: v.optional(v.number()),
})

/** The properties of an alarm that decide when it rings. Others say what happens then. */
const alarm = v.object({
  ComparisonOperator: v.picklist(['GreaterThanOrEqualToThreshold', 'LessThanThreshold']),
  Threshold: v.number(),
  EvaluationPeriods: v.number(),
  DatapointsToAlarm: v.optional(v.undefined()),
  TreatMissingData: v.picklist(['breaching', 'notBreaching']),
  Namespace: v.optional(v.string()),
  MetricName: v.optional(v.string()),
  Dimensions: dimensions,
  Period: v.optional(v.number()),
  Statistic: v.optional(statistic),
  Metrics: v.optional(v.array(query)),
})

const emf = v.looseObject({
  _aws: v.object({
    Timestamp: v.number(),
    CloudWatchMetrics: v.array(
      v.object({
        Namespace: v.string(),
        Dimensions: v.array(v.array(v.string())),
        Metrics: v.array(v.object({ Name: v.string(), Unit: v.string() })),
      }),
    ),
  }),
})

/** The samples that CloudWatch takes from lines of a log, in the embedded metric format. Other lines have none. */
export function samplesIn(lines: readonly string[]): Sample[] {
  return lines.flatMap((line) => {
    if (!line.includes('"CloudWatchMetrics"')) return []
    const entry = v.parse(emf, JSON.parse(line))
    return entry._aws.CloudWatchMetrics.flatMap(({ Namespace, Dimensions, Metrics }) =>
      Dimensions.flatMap((names) =>
        Metrics.flatMap(({ Name }) =>
          [entry[Name]].flat().map((value) => ({
            namespace: Namespace,
            metric: Name,
            dimensions: Object.fromEntries(names.map((name) => [name, entry[name]])),
            at: entry._aws.Timestamp,
            value: v.parse(v.number(), value),
          })),
        ),
      ),
    )
  })
}

/**
 * Whether an alarm rings at a time, as CloudWatch decides: the last periods before it must all breach.
 * @param properties of an `AWS::CloudWatch::Alarm` in a template
 */
export function rings(properties: unknown, samples: readonly Sample[], now: number): boolean {
  const definition = v.parse(alarm, properties)
  const queries = definition.Metrics ?? [singleMetric(definition)]
  const seconds = Math.max(...queries.map(({ MetricStat }) => MetricStat?.Period ?? 0))
  return Array.from({ length: definition.EvaluationPeriods }, (_, n) => now - (n + 1) * seconds * 1000).every(
    (from) => {
      const value = valueIn(queries, samples, from, from + seconds * 1000)
      if (value === null) return definition.TreatMissingData === 'breaching'
      return definition.ComparisonOperator === 'LessThanThreshold'
        ? value < definition.Threshold
        : value >= definition.Threshold
    },
  )
}

type Query = v.InferOutput<typeof query>

function singleMetric({ Namespace, MetricName, Dimensions, Period, Statistic }: v.InferOutput<typeof alarm>): Query {
  const Metric = { Namespace: Namespace!, MetricName: MetricName!, Dimensions }
  return { Id: 'm', ReturnData: true, MetricStat: { Metric, Period: Period!, Stat: Statistic! } }
}

function valueIn(queries: readonly Query[], samples: readonly Sample[], from: number, to: number): number | null {
  const values = Object.fromEntries(
    queries.flatMap(({ Id, MetricStat }) => (MetricStat ? [[Id, statisticOf(MetricStat, samples, from, to)]] : [])),
  )
  const returned = queries.find(({ ReturnData }) => ReturnData)!
  if (returned.Expression === undefined) return values[returned.Id] ?? null
  // An expression has no value where one of its metrics has none, unless FILL gives it one.
  const filled = [...returned.Expression.matchAll(/FILL\((\w+),/g)].map(([, name]) => name)
  if (Object.entries(values).some(([name, value]) => value === null && !filled.includes(name))) return null
  const functions = {
    IF: (condition: boolean, then: number, otherwise: number) => (condition ? then : otherwise),
    FILL: (value: number | null, otherwise: number) => value ?? otherwise,
  }
  return v.parse(v.number(), runInNewContext(returned.Expression, { ...functions, ...values }))
}

function statisticOf(
  { Metric, Stat }: NonNullable<Query['MetricStat']>,
  samples: readonly Sample[],
  from: number,
  to: number,
): number | null {
  const wanted = nameOf(Object.fromEntries(Metric.Dimensions.map(({ Name, Value }) => [Name, Value])))
  const values = samples
    .filter(({ namespace, metric }) => namespace === Metric.Namespace && metric === Metric.MetricName)
    .filter((sample) => sample.at >= from && sample.at < to && nameOf(sample.dimensions) === wanted)
    .map(({ value }) => value)
  if (values.length === 0) return null
  const sum = values.reduce((total, value) => total + value, 0)
  const statistics = {
    Sum: sum,
    Average: sum / values.length,
    Maximum: Math.max(...values),
    SampleCount: values.length,
  }
  return statistics[Stat]
}

/** CloudWatch tells metrics apart by all of their dimensions. */
function nameOf(dimensions: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(Object.entries(dimensions).sort(([a], [b]) => (a < b ? -1 : 1)))
}
