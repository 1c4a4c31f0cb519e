const RATE = /^rate\((?<count>[0-9]{1,6}) (?:minute|hour|day)s?\)$/
const CRON = /^cron\((?<fields>[^()]{1,100})\)$/
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

/**
 * Why EventBridge Scheduler does not take an expression, or null if it does: `rate(1 day)`, `cron(30 8 * * ? *)`.
 * Source: EventBridge Scheduler User Guide, "Schedule types".
 */
export function scheduleFault(expression: string): string | null {
  const count = RATE.exec(expression)?.groups?.count
  if (count !== undefined) return Number(count) > 0 ? null : 'a rate is at least 1'
  const fields = CRON.exec(expression)?.groups?.fields?.trim().split(/\s+/)
  if (fields === undefined) return 'it is neither rate(NUMBER minutes|hours|days) nor cron(…)'
  if (fields.length !== FIELDS.length) return `cron(…) has ${FIELDS.length} fields and this has ${fields.length}`
  const wrong = FIELDS.find((field, at) => !fits(fields[at]!.toUpperCase(), field))
  if (wrong !== undefined) return `its field for ${wrong.name} cannot be read`
  const isOpen = (fields[DAY_OF_MONTH] === '?') !== (fields[DAY_OF_WEEK] === '?')
  return isOpen ? null : 'one of its two fields for days must be ?, and only one'
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
