import { nearest } from '../readers/nearest.ts'
import { type Parameter, ValueError } from './parameter.ts'
import { type WrongParameter, wrongParameters } from './problem.ts'

export type Parameters = Readonly<Record<string, Parameter<unknown>>>

type ValueOf<P> = P extends Parameter<infer Value> ? Value : never
type RequiredOf<P> = { [Name in keyof P]: P[Name] extends Parameter<unknown, true> ? Name : never }[keyof P]

/** What a query says: optional parameters that it does not name are absent. */
export type Query<P> = { readonly [Name in RequiredOf<P>]: ValueOf<P[Name]> } & {
  readonly [Name in Exclude<keyof P, RequiredOf<P>>]?: ValueOf<P[Name]>
}

/** What parameters demand of each other. Sees only what could be read. */
export type Demands<P> = (query: Partial<Query<P>>, given: ReadonlySet<string>) => readonly WrongParameter[]

/** No value that means something is longer, except a cursor. */
const MAX_LENGTH = 200
const MAX_CURSOR_LENGTH = 2000

/**
 * Reads the query of a request.
 * @throws {ProblemError} 400 with every parameter that is wrong, unknown or missing
 */
export function readQuery<P extends Parameters>(
  written: URLSearchParams,
  parameters: P,
  demands: Demands<P> = () => [],
): Query<P> {
  const given = new Set(written.keys())
  const wrong: WrongParameter[] = [...given]
    .filter((name) => !Object.hasOwn(parameters, name))
    .map(unknownIn(parameters))
  const query: Record<string, unknown> = {}
  for (const [name, parameter] of Object.entries(parameters)) {
    const values = written.getAll(name)
    if (values.length === 0) {
      if (parameter.isRequired) wrong.push({ name, reason: 'It is required.', nearest: [] })
      continue
    }
    try {
      checkWriting(name, values, parameter)
      query[name] = parameter.read(values)
    } catch (error) {
      if (!(error instanceof ValueError)) throw error
      wrong.push({ name, reason: error.message, nearest: error.nearest })
    }
  }
  const read = query as Query<P>
  wrong.push(...demands(read, given))
  if (wrong.length > 0) throw wrongParameters(wrong)
  return read
}

function unknownIn(parameters: Parameters): (name: string) => WrongParameter {
  const names = Object.keys(parameters)
  const reason =
    names.length === 0
      ? 'There are no parameters here.'
      : `There is no such parameter here. There are ${names.join(', ')}.`
  return (name) => ({
    name: name.slice(0, MAX_LENGTH),
    reason,
    nearest: nearest(
      name.slice(0, MAX_LENGTH).toLowerCase(),
      names.map((one) => [one, [one]]),
    ),
  })
}

function checkWriting(name: string, values: readonly string[], { most = 1 }: Parameter<unknown>): void {
  if (values.length > most)
    throw new ValueError(most === 1 ? 'It is given twice.' : `It is given more than ${most} times.`)
  const longest = name === 'cursor' ? MAX_CURSOR_LENGTH : MAX_LENGTH
  for (const value of values) {
    if (value.trim() === '') throw new ValueError('It has no value.')
    if (value.length > longest) throw new ValueError(`It has more than ${longest} characters.`)
    if (/[\p{Cc}\ufffd]/u.test(value)) throw new ValueError('It is not text in UTF-8.')
  }
}
