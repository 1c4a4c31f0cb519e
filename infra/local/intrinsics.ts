import { ACCOUNT, NotSimulatedError, REGION, type Template } from './template.ts'

const PSEUDO_PARAMETERS: Readonly<Record<string, string>> = {
  'AWS::AccountId': ACCOUNT,
  'AWS::Region': REGION,
  'AWS::Partition': 'aws',
  'AWS::URLSuffix': 'amazonaws.com',
  'AWS::StackName': 'local',
  'AWS::StackId': `arn:aws:cloudformation:${REGION}:${ACCOUNT}:stack/local/0`,
}

/** Path of a value in the template, for errors. */
type Path = readonly (string | number)[]

/**
 * The attributes of a resource that other resources may refer to: `Ref` and the attributes of `Fn::GetAtt`.
 * Undefined for a resource that the engine does not simulate.
 */
export type Attributes = (logicalId: string) => Readonly<Record<string, string>> | undefined

export type Resolve = (value: unknown) => unknown

/**
 * Makes a function that resolves the intrinsic functions in the values of a template.
 * @throws {NotSimulatedError} for a function or reference that the engine does not support, with its path in the value
 */
export function createResolver(template: Template, attributes: Attributes): Resolve {
  const refer = (logicalId: string, attribute: string, path: Path): string => {
    const parameter = template.Parameters?.[logicalId]
    const value =
      attribute === 'Ref' && parameter
        ? parameter.Default
        : (PSEUDO_PARAMETERS[logicalId] ?? attributes(logicalId)?.[attribute])
    if (typeof value !== 'string')
      throw new NotSimulatedError(
        `${path.join('.')}: the local engine does not support the attribute ${attribute} of ${logicalId}.`,
      )
    return value
  }

  const substitute = (text: string, values: Readonly<Record<string, unknown>>, path: Path): string =>
    text.replace(/\$\{(?<literal>!?)(?<name>[^}]{1,200})\}/g, (_, literal: string, name: string) => {
      if (literal) return `\${${name}}`
      if (name in values) return String(values[name])
      const [logicalId = '', ...attribute] = name.split('.')
      return refer(logicalId, attribute.join('.') || 'Ref', path)
    })

  const call = (name: string, argument: unknown, path: Path): unknown => {
    const list = (): unknown[] => resolve(argument, path) as unknown[]
    switch (name) {
      case 'Ref':
        return refer(String(argument), 'Ref', path)
      case 'Fn::GetAtt': {
        const [logicalId = '', ...attribute] = Array.isArray(argument) ? argument : String(argument).split('.')
        return refer(String(logicalId), attribute.join('.'), path)
      }
      case 'Fn::Sub': {
        const [text, values] = Array.isArray(argument) ? argument : [argument, {}]
        return substitute(String(text), resolve(values, path) as Record<string, unknown>, path)
      }
      case 'Fn::Join': {
        const [separator, parts] = list()
        return (parts as unknown[]).join(String(separator))
      }
      case 'Fn::Select': {
        const [index, choices] = list()
        return (choices as unknown[])[Number(index)]
      }
      case 'Fn::Split': {
        const [separator, text] = list()
        return String(text).split(String(separator))
      }
      default:
        throw new NotSimulatedError(
          `${path.join('.')}: the local engine does not support ${name}; use Ref, GetAtt, Sub or Join.`,
        )
    }
  }

  const resolve = (value: unknown, path: Path): unknown => {
    if (Array.isArray(value)) return value.map((item, index) => resolve(item, [...path, index]))
    if (typeof value !== 'object' || value === null) return value
    const entries = Object.entries(value)
    const [first] = entries
    if (entries.length === 1 && first && (first[0] === 'Ref' || first[0].startsWith('Fn::')))
      return call(first[0], first[1], path)
    return Object.fromEntries(entries.map(([key, item]) => [key, resolve(item, [...path, key])]))
  }

  return (value) => resolve(value, [])
}
