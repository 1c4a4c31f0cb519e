import { isAddress } from './links.ts'

/** A body of a pager's function is shorter. */
const MAX_BODY = 3000
const CALL = /([\w$.]{1,60})\s{0,5}\(([^()]{0,300})\)/
const STRING = /^(?<quote>["'])(?<text>(?:(?!\k<quote>)[^\\]){0,900})\k<quote>$/
/** Where a script sends the visitor: `location.href = …`, `window.open(…)`. */
const GOES_TO =
  /(?:\blocation(?:\.href)?\s{0,5}=(?!=)|\blocation\.(?:replace|assign)\s{0,5}\(|\bopen\s{0,5}\()\s{0,5}([^;\n}]{1,600})/g

/** `if (n < 1 || n > 3) return`, the whole of its branch. */
const GUARD = /\bif\s{0,5}\(([^{};]{1,200}?)\)\s{0,5}\{?\s{0,20}return\b(?!\s{0,5}[\w"'(])/g
const COMPARISON = /^([\w$]{1,60})\s{0,5}(===?|!==?|<=?|>=?)\s{0,5}([\w$"']{1,60})$/

/** What encodes an address or a part of it. Whole addresses are encoded where they are resolved. */
const ENCODING = /^(?:window\.)?(?<name>encodeURI(?:Component)?|decodeURI|escape|String)\s{0,5}\((?<text>.*)\)$/s

/** Values of a script that can be told without running it. */
type Values = Readonly<Record<string, string>>

export interface Call {
  readonly name: string
  readonly args: readonly string[]
}

/** The call in a handler such as `return toPage(2)` or `go('list', 3)`. Null if there is none, or its arguments are not plain. */
export function readCall(handler: string): Call | null {
  const [, name, list] = CALL.exec(handler) ?? []
  if (name === undefined || list === undefined) return null
  const args = list.trim() === '' ? [] : splitOutside(list, ',').map((arg) => literalOf(arg.trim()) ?? arg.trim())
  return { name, args }
}

/**
 * Where a handler sends the visitor: by an address in it, or by a function of the page that makes one from its arguments.
 * Only concatenations of literals, arguments and sums with whole numbers are followed. Null if the address cannot be told.
 * @param scripts the page's inline scripts
 */
export function addressOfHandler(handler: string, scripts: string): string | null {
  const direct = goesTo(handler, scripts, {})
  if (direct !== null) return direct
  const call = readCall(handler)
  if (call === null) return null
  const body = functionOf(call.name, scripts)
  if (body !== null) return goesTo(body.text, scripts, valuesOf(body.parameters, call.args))
  return call.args.find((arg) => /^(?:https?:\/\/|\.{0,2}\/)[^\s<>]{1,800}$/.test(arg)) ?? null
}

/**
 * Whether a handler does nothing with its arguments: its function returns at once, as `goPage(4)` of three pages does by
 * `if (n > 3) return`.
 */
export function isIdle(handler: string, scripts: string): boolean {
  const call = readCall(handler)
  const body = call === null ? null : functionOf(call.name, scripts)
  if (call === null || body === null) return false
  const values = { ...assignments(scripts.slice(0, 20_000), {}), ...valuesOf(body.parameters, call.args) }
  return [...body.text.matchAll(GUARD)].some(([, condition]) => holdsFor(condition!, values) === true)
}

export interface FunctionBody {
  readonly parameters: readonly string[]
  readonly text: string
}

/** The body of a function that an inline script defines. */
export function functionOf(name: string, scripts: string): FunctionBody | null {
  const bare = name.split('.').at(-1)!.replaceAll('$', '\\$')
  const head = new RegExp(
    `(?:function\\s{1,5}${bare}\\s{0,5}|\\b${bare}\\s{0,5}[=:]\\s{0,5}function\\s{0,5})\\(([^()]{0,200})\\)\\s{0,20}\\{`,
  )
  const found = head.exec(scripts)
  if (found === null) return null
  const start = found.index + found[0].length
  const parameters = found[1]!.split(',').map((one) => one.trim())
  return { parameters, text: bodyAt(scripts, start) }
}

/** The text of a function whose body begins at a place. */
export function bodyAt(scripts: string, start: number): string {
  return scripts.slice(start, endOfBlock(scripts, start))
}

export function valuesOf(parameters: readonly string[], args: readonly string[]): Values {
  return Object.fromEntries(
    parameters.map((name, at) => [name, args[at] ?? '']).filter(([name]) => /^[\w$]+$/.test(name!)),
  )
}

/** The first address that a script goes to and that can be told; one made of its arguments before a fixed one. */
function goesTo(script: string, scripts: string, values: Values): string | null {
  const known = { ...assignments(scripts.slice(0, 20_000), values), ...assignments(script, values), ...values }
  const expressions = [...script.matchAll(GOES_TO)].map(([, text]) => text!)
  const names = Object.keys(values)
  const usesArguments = (text: string) =>
    names.some((name) => new RegExp(`\\b${name.replaceAll('$', '\\$')}\\b`).test(text))
  const sorted = [...expressions.filter(usesArguments), ...expressions.filter((text) => !usesArguments(text))]
  for (const text of sorted) {
    const address = evaluate(firstExpression(text), known)
    if (isAddress(address)) return address
  }
  return null
}

/** Simple variables: `var url = "index_" + n + ".html"`. */
function assignments(script: string, values: Values): Values {
  const known: Record<string, string> = { ...values }
  for (const [, name, text] of script.matchAll(
    /(?:var|let|const)\s{1,5}([\w$]{1,60})\s{0,5}=\s{0,5}([^;\n]{1,600})/g,
  )) {
    const value = evaluate(firstExpression(text!), known)
    if (value !== null) known[name!] = value
  }
  return known
}

/** A text up to the bracket or comma that ends the expression it begins with. */
function firstExpression(text: string): string {
  let depth = 0
  let quote = ''
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!
    if (quote !== '') {
      if (sign === quote) quote = ''
    } else if (sign === '"' || sign === "'") quote = sign
    else if (sign === '(') depth++
    else if (sign === ')' && depth-- === 0) return text.slice(0, at)
    else if ((sign === ',' || sign === '}') && depth === 0) return text.slice(0, at)
  }
  return text
}

/** The value of a concatenation. Null if any part of it cannot be told. */
export function evaluate(expression: string, values: Values): string | null {
  const choice = choiceOf(unbracketed(expression))
  if (choice !== null) {
    const isMet = holdsFor(choice.condition, values)
    return isMet === null ? null : evaluate(isMet ? choice.met : choice.otherwise, values)
  }
  let text = ''
  for (const part of joinSums(splitOutside(expression.trim(), '+'))) {
    const value = partOf(part.trim(), values)
    if (value === null) return null
    text += value
  }
  return text
}

interface Choice {
  readonly condition: string
  readonly met: string
  readonly otherwise: string
}

/** The parts of `n == 1 ? a : b`. Null if the expression is none. */
function choiceOf(expression: string): Choice | null {
  const [condition, ...rest] = splitOutside(expression, '?')
  if (rest.length === 0 || count(condition!, '(') !== count(condition!, ')')) return null
  const [met, ...others] = splitOutside(rest.join('?'), ':')
  // A choice within a choice has more colons; what belongs to which is not worth telling.
  return others.length === 1 && rest.length === 1
    ? { condition: condition!.trim(), met: met!.trim(), otherwise: others[0]!.trim() }
    : null
}

/** Whether a condition holds. Null if that cannot be told. */
function holdsFor(condition: string, values: Values): boolean | null {
  const either = unbracketed(condition).split('||')
  if (either.length > 1) return combined(either, values, true)
  const both = either[0]!.split('&&')
  if (both.length > 1) return combined(both, values, false)
  const [, name, sign, other] = COMPARISON.exec(both[0]!.trim()) ?? []
  if (name === undefined) return null
  const [left, right] = [partOf(name, values), partOf(other!, values)]
  if (left === null || right === null) return null
  const order = Number(left) - Number(right)
  if (/^[!=]/.test(sign!)) return (left === right) === sign!.startsWith('=')
  if (Number.isNaN(order)) return null
  return sign!.startsWith('<')
    ? order < 0 || (sign === '<=' && order === 0)
    : order > 0 || (sign === '>=' && order === 0)
}

/** Conditions of which one that equals `decides` settles the whole. */
function combined(conditions: readonly string[], values: Values, decides: boolean): boolean | null {
  const parts = conditions.map((one) => holdsFor(one, values))
  if (parts.includes(decides)) return decides
  return parts.includes(null) ? null : !decides
}

function unbracketed(expression: string): string {
  const bare = expression.trim()
  const inner = /^\(([^()]*)\)$/.exec(bare)?.[1]
  return inner === undefined ? bare : inner.trim()
}

/** `"a" + (n + 1)` is split at each plus; what is in brackets belongs together. */
function joinSums(parts: readonly string[]): string[] {
  const joined: string[] = []
  for (const part of parts) {
    const open = joined.at(-1)
    const isInside = open !== undefined && count(open, '(') > count(open, ')')
    if (isInside) joined[joined.length - 1] = `${open}+${part}`
    else joined.push(part)
  }
  return joined
}

function partOf(part: string, values: Values): string | null {
  const literal = literalOf(part)
  if (literal !== null) return literal
  const encoding = ENCODING.exec(part)?.groups
  if (encoding !== undefined) {
    const value = evaluate(encoding.text!, values)
    return value === null || encoding.name !== 'encodeURIComponent' ? value : encodeURIComponent(value)
  }
  const bare = part.replace(/^\((.*)\)$/s, '$1').trim()
  const sum = /^(?:parseInt\(|Number\()?([\w$]{1,60})\)?\s{0,5}(?:([-+])\s{0,5}([0-9]{1,4}))?$/.exec(bare)
  if (sum === null) return bare.includes('?') && bare !== part ? evaluate(bare, values) : null
  const value = Object.hasOwn(values, sum[1]!) ? values[sum[1]!]! : /^[0-9]+$/.test(sum[1]!) ? sum[1]! : null
  if (value === null || sum[2] === undefined) return value
  if (!/^[0-9]{1,9}$/.test(value)) return null
  return String(Number(value) + (sum[2] === '-' ? -1 : 1) * Number(sum[3]))
}

function literalOf(part: string): string | null {
  return STRING.exec(part)?.groups?.text ?? (/^[0-9]{1,9}$/.test(part) ? part : null)
}

function splitOutside(text: string, separator: string): string[] {
  const parts: string[] = []
  let quote = ''
  let from = 0
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!
    if (quote !== '') {
      if (sign === quote) quote = ''
    } else if (sign === '"' || sign === "'") quote = sign
    else if (sign === separator) {
      parts.push(text.slice(from, at))
      from = at + 1
    }
  }
  return [...parts, text.slice(from)]
}

function endOfBlock(text: string, start: number): number {
  const end = Math.min(text.length, start + MAX_BODY)
  let depth = 1
  for (let at = start; at < end; at++) {
    if (text[at] === '{') depth++
    if (text[at] === '}' && --depth === 0) return at
  }
  return end
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1
}
