import { requireCode, UnknownCodeError } from '../readers/catalogue-search.ts'
import { nearest } from '../readers/nearest.ts'
import { DEFAULT_LIMIT } from '../readers/page.ts'
import { requirePlace, searchPlaces, UnknownPlaceError } from '../readers/place-search.ts'
import { publisherIdIn, regionPrefixOf } from '../readers/written.ts'

const MAX_LIMIT = 1000
/** Reports on the rule of law are younger; what is outside is a mistake of whoever asks. */
const FIRST_YEAR = 1949
const LAST_YEAR = 2100

/** One parameter of a query: how it is read, and how OpenAPI describes it. */
export interface Parameter<Value, Required extends boolean = boolean> {
  readonly description: string
  /** JSON Schema of a value as it is written. */
  readonly schema: Readonly<Record<string, unknown>>
  readonly isRequired: Required
  /** How often it may be given, if more than once. */
  readonly most?: number
  /** @throws {ValueError} */
  readonly read: (written: readonly string[]) => Value
}

/** Why a value is wrong, and what may be meant. */
export class ValueError extends Error {
  override readonly name = 'ValueError'
  readonly nearest: readonly string[]

  constructor(reason: string, near: readonly string[] = []) {
    super(reason)
    this.nearest = near
  }
}

type Reader<Value> = (written: string) => Value

function optional<Value>(
  description: string,
  schema: Parameter<Value>['schema'],
  read: Reader<Value>,
): Parameter<Value, false> {
  return { description, schema, isRequired: false, read: ([written = '']) => read(written) }
}

export function required<Value>(parameter: Parameter<Value>): Parameter<Value, true> {
  return { ...parameter, isRequired: true }
}

export function words(description: string): Parameter<string, false> {
  return optional(description, { type: 'string' }, (written) => written)
}

export function oneOf<const Name extends string>(names: readonly Name[], description: string): Parameter<Name, false> {
  return optional(description, { type: 'string', enum: names }, (written) => {
    const name = names.find((one) => one === written)
    if (name !== undefined) return name
    const near = nearest(
      written.toLowerCase(),
      names.map((one) => [one, [one.toLowerCase()]]),
    )
    throw new ValueError(`It must be one of ${names.join(', ')}.`, near)
  })
}

export function yesOrNo(description: string): Parameter<boolean, false> {
  return optional(description, { type: 'boolean' }, (written) => {
    if (written === 'true' || written === 'false') return written === 'true'
    throw new ValueError('It must be true or false.')
  })
}

export function wholeNumber(least: number, most: number, description: string): Parameter<number, false> {
  return optional(description, { type: 'integer', minimum: least, maximum: most }, (written) => {
    const value = /^\d{1,9}$/.test(written) ? Number(written) : Number.NaN
    if (value >= least && value <= most) return value
    throw new ValueError(`It must be a whole number from ${least} to ${most}.`)
  })
}

export function year(description: string): Parameter<number, false> {
  return wholeNumber(FIRST_YEAR, LAST_YEAR, description)
}

export const limit = wholeNumber(
  1,
  MAX_LIMIT,
  `The most items of a page; ${DEFAULT_LIMIT} if absent. A page may have fewer.`,
)

export const cursor = words('`next` of the page before; absent for the first page.')

export const anyCode = optional('A code of the catalogue, as `litigation.new`.', { type: 'string' }, (written) => {
  try {
    return requireCode(written).code
  } catch (error) {
    if (!(error instanceof UnknownCodeError)) throw error
    throw new ValueError('The catalogue has no such code: see /catalogue.', error.nearest)
  }
})

export const code = required(anyCode)

export const region = optional(
  'A province, city or county by name, or the first digits of its code: `44`, `4401`, `广东省广州市`.',
  { type: 'string' },
  (written) => {
    const prefix = ofPlace(written, regionPrefixOf)
    if (searchPlaces({ q: prefix, limit: 1 }).length > 0) return prefix
    throw new ValueError('No code of a place begins with these digits: see /places.')
  },
)

export const unit = optional('A province, city or county by name or code.', { type: 'string' }, (written) => {
  const name = /^(?:\d\d){1,2}$/.test(written) ? written.padEnd(6, '0') : written
  const { code: ofUnit, rank, name: found } = ofPlace(name, requirePlace)
  if (rank === 'township') throw new ValueError(`${found} is a township: no place is inside it.`)
  return ofUnit
})

/** Publishers by ID or name, given once for each. */
export function publishers(most: number): Parameter<readonly string[], false> {
  return {
    description: `A publisher by ID or name: \`430223\`, \`攸县司法局\`. May be given up to ${most} times, in place of a region.`,
    schema: { type: 'string' },
    isRequired: false,
    most,
    read: (written) => written.map((one) => ofPlace(one, publisherIdIn)),
  }
}

function ofPlace<Value>(written: string, read: Reader<Value>): Value {
  try {
    return read(written)
  } catch (error) {
    if (!(error instanceof UnknownPlaceError)) throw error
    const near = error.nearest.map(
      (one) =>
        `${[...one.parents]
          .reverse()
          .map(({ name }) => name)
          .join('')}${one.name}`,
    )
    throw new ValueError(`No one place is known by ${written}: see /places.`, near)
  }
}
