import { X509Certificate } from 'node:crypto'
import * as v from 'valibot'
import { MAX_URL_LENGTH } from './fetch/url-rules.ts'
import { recipe } from './lists/recipe.ts'
import { SYSTEM_CHOICES } from './lists/system-names.ts'
import { scheduleFault } from './schedule.ts'

/** Politeness: the pause between requests if a portal's entry does not set one. */
const DEFAULT_DELAY_SECONDS = 2
const DEFAULT_MAX_PAGES = 20
const MAX_DELAY_SECONDS = 300
const MAX_LIST_PAGES = 500
export const MAX_LISTS = 50

const httpUrl = v.pipe(
  v.string(),
  v.url(),
  v.maxLength(MAX_URL_LENGTH),
  v.check((url) => /^https?:\/\//i.test(url), 'must begin with http:// or https://'),
)
/** `name` or `name:port`. */
const host = v.pipe(v.string(), v.regex(/^[a-z0-9.-]{1,253}(:[0-9]{1,5})?$|^\[[0-9a-f:.]{2,45}\](:[0-9]{1,5})?$/i))
export const regionCode = v.pipe(v.string(), v.regex(/^[1-9][0-9]{5}$/, 'must be the six digits of GB/T 2260'))
export const year = v.pipe(v.number(), v.integer(), v.minValue(2000), v.maxValue(2100))
const schedule = v.pipe(
  v.string(),
  v.check(
    (expression) => scheduleFault(expression) === null,
    ({ input }) => `must be rate(…) or cron(…) as EventBridge Scheduler takes it: ${scheduleFault(input)}`,
  ),
)

function isCertificate(pem: string): boolean {
  try {
    new X509Certificate(pem)
    return true
  } catch {
    // The error of OpenSSL says less than the message of the schema.
    return false
  }
}

export const list = v.strictObject({
  url: httpUrl,
  system: v.optional(v.picklist(SYSTEM_CHOICES), 'auto'),
  /** How to read the list where no system can. */
  recipe: v.optional(recipe),
  expects: v.optional(v.literal('rule_of_law_annual_report'), 'rule_of_law_annual_report'),
})

const seed = v.strictObject({
  /** A prefecture or province. Every county under it is expected to publish. */
  countiesOf: regionCode,
  /** The first year expected. Default: the last year that is due. */
  fromYear: v.optional(year),
})

export const portal = v.strictObject({
  /** Part of the names of schedules and of object and table keys. */
  id: v.pipe(
    v.string(),
    v.regex(/^[A-Za-z0-9][\w-]{0,39}$/, 'must be letters, digits, hyphens and underscores, 40 at most'),
  ),
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
  /** The government that the portal belongs to. Null for a department or a collection. */
  regionCode: v.optional(v.nullable(regionCode), null),
  /** The first year expected of that government. Default: the last year that is due. */
  fromYear: v.optional(year),
  /** Publishers that the ledger lists before any of their reports is found. */
  seeds: v.optional(v.array(seed), []),
  hosts: v.pipe(v.array(host), v.maxLength(50)),
  lists: v.pipe(v.array(list), v.minLength(1), v.maxLength(MAX_LISTS)),
  schedule: v.optional(schedule, 'rate(1 day)'),
  delaySeconds: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(MAX_DELAY_SECONDS)), DEFAULT_DELAY_SECONDS),
  maxPages: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_LIST_PAGES)), DEFAULT_MAX_PAGES),
  /** A certificate in PEM that the chain of the portal's own lacks. */
  certificate: v.optional(
    v.pipe(
      v.string(),
      v.maxLength(10_000),
      v.check(isCertificate, 'must be one certificate in PEM, from -----BEGIN CERTIFICATE----- on'),
    ),
  ),
  paused: v.optional(v.boolean(), false),
})

export type Portal = v.InferOutput<typeof portal>
export type PortalList = v.InferOutput<typeof list>
export type Seed = v.InferOutput<typeof seed>
