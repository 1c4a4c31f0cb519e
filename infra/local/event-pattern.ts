import { NotSimulatedError } from './template.ts'

export type Pattern = { readonly [key: string]: Pattern | readonly unknown[] }

/**
 * Whether an event matches an EventBridge event pattern: every field in the pattern must have one of the listed values or
 * satisfy one of the listed filters.
 * @throws {NotSimulatedError} for a filter other than `prefix`, `suffix`, `exists` and `anything-but`
 */
export function matches(pattern: Pattern, event: unknown): boolean {
  return Object.entries(pattern).every(([key, expected]) => {
    const found = (event as Record<string, unknown> | undefined)?.[key]
    return Array.isArray(expected)
      ? expected.some((one) => matchesOne(one, found))
      : matches(expected as Pattern, found)
  })
}

function matchesOne(expected: unknown, found: unknown): boolean {
  if (typeof expected !== 'object' || expected === null) return expected === found
  const [[filter, operand] = []] = Object.entries(expected)
  switch (filter) {
    case 'prefix':
      return typeof found === 'string' && found.startsWith(String(operand))
    case 'suffix':
      return typeof found === 'string' && found.endsWith(String(operand))
    case 'exists':
      return (found !== undefined) === operand
    case 'anything-but':
      return found !== undefined && ![operand].flat().some((one) => matchesOne(one, found))
    default:
      throw new NotSimulatedError(`The local engine does not support the event filter ${filter}.`)
  }
}
