import { Cron } from 'croner'

/** How often portals are looked at for walks that are due. */
export const TICK_MINUTES = 5

const RATE = /^rate\((?<count>[0-9]{1,6}) (?<unit>minute|hour|day)s?\)$/
const CRON = /^cron\((?<fields>[^()]{1,100})\)$/
const UNITS: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 }
const MONTHS = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ')
const DAYS = 'SUN MON TUE WED THU FRI SAT'.split(' ')

interface Field {
  readonly name: string
  readonly min: number
  readonly max: number
  /** Words for numbers, the first for 1. */
  readonly words?: readonly string[]
  /** What the field takes beside numbers: `?`, the last day, the nearest weekday, the third Friday. */
  readonly special?: RegExp
}

const FIELDS: readonly Field[] = [
  { name: 'minutes', min: 0, max: 59 },
  { name: 'hours', min: 0, max: 23 },
  { name: 'day of the month', min: 1, max: 31, special: /^(?:\?|L|LW|(?:[1-9]|[12][0-9]|3[01])W)$/ },
  { name: 'month', min: 1, max: 12, words: MONTHS },
  { name: 'day of the week', min: 1, max: 7, words: DAYS, special: /^(?:\?|L|[1-7]L|[1-7]#[1-5])$/ },
  { name: 'year', min: 1970, max: 2199 },
]
const DAY_OF_MONTH = 2
const DAY_OF_WEEK = 4

/** All of China has one time, without summer time. */
const UTC_OFFSET_MINUTES = 8 * 60

/** A schedule as the dispatcher follows it: every so many milliseconds, or at certain times. */
export type Schedule =
  | { readonly kind: 'rate'; readonly period: number }
  | { readonly kind: 'cron'; readonly cron: Cron }

/**
 * @param expression one without a fault
 * @example scheduleOf('rate(1 day)') // { kind: 'rate', period: 86_400_000 }
 */
export function scheduleOf(expression: string): Schedule {
  const period = periodOf(expression)
  return period === null ? { kind: 'cron', cron: cronOf(fieldsOf(expression)) } : { kind: 'rate', period }
}

/**
 * Why an expression is no schedule, or null if it is one. It is written as EventBridge Scheduler takes it: `rate(1 day)`,
 * `cron(30 8 * * ? *)`. Source: EventBridge Scheduler User Guide, "Schedule types".
 */
export function scheduleFault(expression: string): string | null {
  const period = periodOf(expression)
  if (period !== null)
    return period >= TICK_MINUTES * UNITS.minute! ? null : `a rate is at least ${TICK_MINUTES} minutes`
  const fields = fieldsOf(expression)
  if (fields.length === 0) return 'it is neither rate(NUMBER minutes|hours|days) nor cron(…)'
  if (fields.length !== FIELDS.length) return `cron(…) has ${FIELDS.length} fields and this has ${fields.length}`
  const wrong = FIELDS.find((field, at) => !fits(fields[at]!, field))
  if (wrong !== undefined) return `its field for ${wrong.name} cannot be read`
  const isOpen = (fields[DAY_OF_MONTH] === '?') !== (fields[DAY_OF_WEEK] === '?')
  return isOpen ? unfollowable(fields) : 'one of its two fields for days must be ?, and only one'
}

/** What the library that follows schedules does not take of the few things that EventBridge does. */
function unfollowable(fields: readonly string[]): string | null {
  try {
    cronOf(fields)
    return null
  } catch (error) {
    return `it cannot be followed: ${(error as Error).message}`
  }
}

/** In Chinese time. The fields are those of EventBridge: Sunday is 1, and a lone L for the day of the week is Saturday. */
function cronOf([minutes, hours, dayOfMonth, month, dayOfWeek, year]: readonly string[]): Cron {
  const weekday = dayOfWeek === 'L' ? '7' : dayOfWeek
  return new Cron(`0 ${minutes} ${hours} ${dayOfMonth} ${month} ${weekday} ${year}`, {
    mode: '7-part',
    alternativeWeekdays: true,
    // EventBridge writes 0/15 for 0-59/15.
    sloppyRanges: true,
    utcOffset: UTC_OFFSET_MINUTES,
  })
}

/** Of a rate, in milliseconds; null for anything else. */
function periodOf(expression: string): number | null {
  const { count = '', unit = '' } = RATE.exec(expression)?.groups ?? {}
  return unit === '' ? null : Number(count) * UNITS[unit]!
}

/** None if it is no cron(…). */
function fieldsOf(expression: string): string[] {
  return CRON.exec(expression)?.groups?.fields?.trim().toUpperCase().split(/\s+/) ?? []
}

function fits(text: string, field: Field): boolean {
  if (field.special?.test(text)) return true
  return text.split(',').every((part) => {
    const [range = '', step, ...more] = part.split('/')
    if (more.length > 0 || (step !== undefined && !/^[1-9][0-9]{0,3}$/.test(step))) return false
    if (range === '*') return true
    const ends = range.split('-').map((end) => numberOf(end, field))
    const [from = Number.NaN, to = from] = ends
    return ends.length <= 2 && from >= field.min && to >= from && to <= field.max
  })
}

function numberOf(text: string, { words }: Field): number {
  const word = words?.indexOf(text) ?? -1
  if (word >= 0) return word + 1
  return /^[0-9]{1,4}$/.test(text) ? Number(text) : Number.NaN
}
